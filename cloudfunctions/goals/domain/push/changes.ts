import type { KeyResult, Measure } from '#contracts/goal';
import type { ProposalChange } from '#contracts/goal-push';
import type { ObjectiveDraft } from '#contracts/goals';

type Value = string | number | null;

/** What is different in another version of an objective, in the order in which it is read. */
export function changesBetween(before: ObjectiveDraft, after: ObjectiveDraft): ProposalChange[] {
  const own = [
    ...changed('', 'title', before.title, after.title),
    ...changed('', 'weight', before.weight, after.weight),
  ];
  const rows = after.keyResults.flatMap((each) => {
    const known = before.keyResults.find(({ id }) => id === each.id);
    return known ? keyResultChanges(known, each) : changed(each.title, 'key-result', null, each.title);
  });
  const gone = before.keyResults
    .filter(({ id }) => !after.keyResults.some((each) => each.id === id))
    .flatMap(({ title }) => changed(title, 'key-result', title, null));
  return [...own, ...rows, ...gone];
}

function keyResultChanges(before: KeyResult, after: KeyResult): ProposalChange[] {
  const { title } = after;
  const [was, is] = [figuresOf(before.measure), figuresOf(after.measure)];
  const figures = (['start', 'target', 'limit', 'unit', 'steps'] as const).flatMap((what) =>
    changed(title, what, was[what] ?? null, is[what] ?? null),
  );
  return [
    ...changed(title, 'title', before.title, title),
    ...figures,
    ...changed(title, 'weight', before.weight, after.weight),
  ];
}

function figuresOf(
  measure: Measure,
): Partial<Record<'start' | 'target' | 'limit' | 'unit' | 'steps', Value>> {
  if ('target' in measure) return { start: measure.start, target: measure.target, unit: measure.unit };
  if ('limit' in measure) return { limit: measure.limit, unit: measure.unit };
  if (measure.kind !== 'milestones') return {};
  return { steps: measure.milestones.map(({ title, weight }) => `${title} ${weight}`).join(' / ') };
}

const changed = (
  title: string,
  what: ProposalChange['what'],
  before: Value,
  after: Value,
): ProposalChange[] => (before === after ? [] : [{ title, what, before, after }]);
