import type { Instant } from '#contracts/common';
import { dateTimeOf } from '../../shared/calendar/company-time';
import { wordsIn } from '../../shared/words/words';
import type { ReportDocument } from './report';
import type { TablePlan } from './table';

/** What stands above the rows: what it is, whether the month is locked, who made it and when. */
export function reportTexts(
  { kind, month, language, byName }: ReportDocument,
  company: string,
  isLocked: boolean,
  now: Instant,
): Pick<TablePlan, 'title' | 'note'> {
  const words = wordsIn(language);
  const name = words.t(`reports.titles.${kind}`);
  const state = words.t(isLocked ? 'reports.locked' : 'reports.open');
  const by = byName || words.t('reports.system');
  return {
    title: words.t('reports.title', { company, name, month }).trim(),
    note: words.t('reports.note', { month, state, by, at: dateTimeOf(now) }),
  };
}
