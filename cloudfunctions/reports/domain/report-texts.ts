import type { Instant } from '#contracts/common';
import type { ReportKind } from '#contracts/report';
import { dateTimeOf } from '../../shared/calendar/company-time';
import { wordsIn } from '../../shared/words/words';
import type { ReportDocument } from './report';
import type { TablePlan } from './table';

/** Of what a lock of the month says nothing about: that is attendance's. */
const UNLOCKED: readonly ReportKind[] = [
  ...(['goals', 'appraisal-results', 'appraisal-basis', 'appraisal-distribution'] as const),
];

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
    note: UNLOCKED.includes(kind)
      ? words.t('reports.plainNote', { month, by, at: dateTimeOf(now) })
      : words.t('reports.note', { month, state, by, at: dateTimeOf(now) }),
  };
}
