import type { CycleAmendment } from '#contracts/appraisal-cycle';
import type { PartView } from '#contracts/appraisal-cycles';
import type { Day } from '#contracts/common';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';

const DAYS = new Set(['answersUntil', 'peersUntil', 'confirmUntil']);

/** What an amendment changed, a line each. */
export function changeText(
  { what, changes, people }: Pick<CycleAmendment, 'what' | 'changes' | 'people'>,
  parts: readonly PartView[],
  t: Words,
): string[] {
  const lines = changes.map(({ field, from, to }) =>
    t.t('appraisalCycle.change', {
      field: fieldName(field, what, parts, t),
      from: valueText(field, what, from, t),
      to: valueText(field, what, to, t),
    }),
  );
  const added =
    people && people.added.length > 0 ? [t.t('appraisalCycle.added', { count: people.added.length })] : [];
  const removed =
    people && people.removed.length > 0
      ? [t.t('appraisalCycle.removed', { count: people.removed.length })]
      : [];
  return [...lines, ...added, ...removed];
}

function fieldName(
  field: string,
  what: CycleAmendment['what'],
  parts: readonly PartView[],
  t: Words,
): string {
  if (what === 'scheme')
    return t.pick(parts.find(({ id }) => id === field)?.name ?? { 'zh-CN': field, en: field });
  if (what === 'deadline')
    return t.t(`appraisalSetup.${field as 'answersUntil' | 'peersUntil' | 'confirmUntil'}`);
  return t.t('appraisalCycle.what.title');
}

function valueText(field: string, what: CycleAmendment['what'], value: string, t: Words): string {
  if (what === 'scheme') return `${value}%`;
  return DAYS.has(field) ? dayText(value as Day, t) : value;
}
