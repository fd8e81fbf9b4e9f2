import type { Day } from '#contracts/common';
import type { GoalsContract } from '#contracts/goals';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, timeOf } from '../../../../utils/dates';
import { evidenceShown } from '../../evidence.view';

export interface TeamDayModel {
  readonly cycleId: string;
  readonly day: Day;
  readonly today: Day;
  readonly data: GoalsContract['teamDay']['output'] | null;
  readonly failure: Failure | null;
}

/** What the team has reported of a day. */
export function teamDayView({ day, today, data, failure }: TeamDayModel, words: Words) {
  const rows = data?.rows ?? [];
  const written = rows.filter(({ report }) => report !== null);
  return {
    mode: data ? (rows.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    day: dayText(day, words),
    isLast: day >= today,
    summary: data ? words.t('teamDay.count', { done: written.length, all: rows.length }) : '',
    // Those who have written come first.
    rows: [...written, ...rows.filter(({ report }) => report === null)].map(({ person, report }) => ({
      id: person.id,
      name: words.language === 'en' ? person.nameEn : person.name,
      text: report ? report.text : words.t('teamDay.none'),
      files: evidenceShown(report?.files, words),
      time: report ? timeOf(report.at, CHINA_UTC_OFFSET) : '',
      quiet: report === null,
    })),
    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('goalSheet.loadFailed'),
      empty: words.t('teamDay.empty'),
      emptyText: words.t('teamDay.emptyText'),
      previous: words.t('teamDay.previous'),
      next: words.t('teamDay.next'),
    },
  };
}
