import type { GoalsContract } from '#contracts/goals';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { objectiveCard } from '../../../../components/objective-card/objective-card.view';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';

export interface SheetModel {
  readonly sheetId: string;
  readonly data: GoalsContract['sheet']['output'] | null;
  readonly failure: Failure | null;
}

/** Somebody's goals in a cycle. */
export function sheetView({ data, failure }: SheetModel, words: Words) {
  return {
    mode: data ? (data.sheet.objectives.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure && !data ? errorText(failure, words) : '',
    notice: failure && data ? errorText(failure, words) : '',
    cards: data ? data.sheet.objectives.map((each) => objectiveCard(each, data.days, words)) : [],
    canEdit:
      data?.sheet.canEdit === true && (data.cycle.state === 'running' || data.cycle.state === 'planned'),
    amendments: (data?.sheet.amendments ?? []).map(({ at, by, title, what, reason }, index) => ({
      key: String(index),
      title: words.t(`goalSheet.amended.${what}`, { title }),
      when: [instantText(at, CHINA_UTC_OFFSET, words), words.language === 'en' ? by.nameEn : by.name, reason]
        .filter(Boolean)
        .join(words.t('common.separator')),
    })),
    text: {
      amendments: words.t('goalSheet.amendments'),
      retry: words.t('common.retry'),
      loadFailed: words.t('goalSheet.loadFailed'),
      empty: words.t('goalSheet.empty'),
      emptyText: words.t('goalSheet.emptyText'),
      add: words.t('goalSheet.add'),
    },
  };
}
