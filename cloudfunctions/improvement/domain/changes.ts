import type { Instant } from '#contracts/common';
import type {
  Effect,
  MetricValue,
  NextGoal,
  PlanChange,
  PlanDraft,
  PlanEntry,
  PlanMeasure,
  Verdict,
} from '#contracts/improvement';
import type { PersonBrief } from '#contracts/person';
import { dayOf } from '../../shared/calendar/company-time';
import { requireSound, requireSoundValue } from './check-draft';
import { MAX_CHANGES, MAX_ENTRIES, type Plan, rankOf } from './plan';
import { refused } from './refused';

type Side = 'person' | 'manager';

interface By {
  readonly by: PersonBrief;
  readonly at: Instant;
}

const isOver = ({ state }: Plan): boolean => state === 'done' || state === 'dropped';

const later = (plan: Plan, change: Partial<Plan>): Plan => {
  const after = { ...plan, ...change, rev: plan.rev + 1 };
  return { ...after, rank: rankOf(after.state, after.from, after._id) };
};

/**
 * What is written of a plan. In a draft both have to agree again; after the agreement the change is recorded with its reason, and
 * of a plan that an appraisal asks for the other side has to agree with it: nobody lowers a duty alone.
 * @returns the plan itself if nothing is different
 * @throws AppError PLAN_REFUSED
 */
export function rewritten(
  plan: Plan,
  draft: PlanDraft,
  { by, at, side }: By & { readonly side: Side },
  reason: string | undefined,
): Plan {
  if (isOver(plan)) throw refused('state');
  requireSound(draft);
  const what = differences(plan, draft);
  if (what.length === 0) return plan;
  const measures = draft.measures.map(
    (each): PlanMeasure => ({ ...each, done: plan.measures.find(({ id }) => id === each.id)?.done ?? null }),
  );
  const lost = plan.measures.some(({ id, done }) => done && !draft.measures.some((each) => each.id === id));
  // What was done has its evidence, which nobody writes away.
  if (lost) throw refused('measure-done');
  const written = { ...draft, measures };
  if (plan.state === 'draft') return later(plan, { ...written, agreed: { person: null, manager: null } });
  if (!reason) throw refused('reason');
  if (measures.length === 0) throw refused('no-measures');
  const change = { at, by, what, reason };
  const agreed = plan.source.kind === 'appraisal' ? { person: null, manager: null, [side]: at } : plan.agreed;
  return later(plan, { ...written, agreed, changes: [change, ...plan.changes].slice(0, MAX_CHANGES) });
}

function differences(plan: Plan, draft: PlanDraft): PlanChange['what'] {
  const measures = plan.measures.map(({ id, kind, text, dueOn }) => [id, kind, text, dueOn]);
  const written = draft.measures.map(({ id, kind, text, dueOn }) => [id, kind, text, dueOn]);
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...(plan.title === draft.title ? [] : (['title'] as const)),
    ...(plan.from === draft.from && plan.until === draft.until ? [] : (['days'] as const)),
    ...(isSame(measures, written) ? [] : (['measures'] as const)),
    ...(isSame(inOrder(plan.metric), inOrder(draft.metric)) ? [] : (['metric'] as const)),
  ];
}

/** In one order: a database may answer fields in another one. */
function inOrder(metric: Plan['metric']): unknown {
  if (!metric) return null;
  const { name, unit, better, source, keyResult, baseline, target } = metric;
  const { value, count, from, to } = baseline;
  const taken = keyResult && [keyResult.cycleId, keyResult.keyResultId];
  return [name, unit, better, source, taken, [value, count, from, to], target];
}

/**
 * One of the two agrees with what is written, also of a change of a plan that runs; the second one makes a draft a plan.
 * @throws AppError PLAN_REFUSED
 */
export function agreedBy(plan: Plan, side: Side, at: Instant): Plan {
  if (plan.agreed[side] !== null && !isOver(plan)) return plan;
  if (isOver(plan)) throw refused('state');
  if (plan.measures.length === 0) throw refused('no-measures');
  const agreed = { ...plan.agreed, [side]: at };
  const isWhole = agreed.person !== null && agreed.manager !== null;
  return later(plan, { agreed, ...(isWhole && { state: 'agreed' }) });
}

/** What was done, once; a measure that is done keeps its first evidence. @throws AppError PLAN_REFUSED */
export function reported(
  plan: Plan,
  entry: PlanEntry,
  measure: { readonly id: string; readonly on: NonNullable<PlanMeasure['done']>['on'] } | null,
): Plan {
  const known = plan.entries.find(({ id }) => id === entry.id);
  if (known) {
    if (!isSameEntry(plan, known, entry, measure?.id ?? null)) throw refused('key-reused');
    return plan;
  }
  if (plan.state !== 'agreed') throw refused('state');
  if (plan.entries.length >= MAX_ENTRIES) throw refused('full');
  requireSoundValue(plan, entry.value);
  const found = measure && plan.measures.find(({ id }) => id === measure.id);
  if (measure && (!found || found.done)) throw refused('measure-done');
  const measures = plan.measures.map((each) =>
    each === found && measure ? { ...each, done: { on: measure.on, evidence: entry.text } } : each,
  );
  return later(plan, { entries: [entry, ...plan.entries], measures, reportedOn: dayOf(entry.at) });
}

/** Whether a report is the one that its key was used for, with the measure that it finished. */
const isSameEntry = (plan: Plan, known: PlanEntry, entry: PlanEntry, measureId: string | null): boolean =>
  known.text === entry.text &&
  known.value === entry.value &&
  known.by.id === entry.by.id &&
  (measureId === null ||
    plan.measures.some(({ id, done }) => id === measureId && done?.evidence === entry.text));

export interface Decision {
  readonly verdict: Verdict;
  readonly after: MetricValue | null;
  readonly effect: Effect | null;
  readonly next: NextGoal | null;
}

/** The verdict ends a plan, once. @throws AppError PLAN_REFUSED */
export function decided(plan: Plan, decision: Decision): Plan {
  if (isSameDecision(plan, decision)) return plan;
  if (plan.state !== 'agreed') throw refused('state');
  return later(plan, { ...decision, state: 'done' });
}

/** Sent again, since its answer was lost: with all that came with it, of which nothing may be dropped unsaid. */
const isSameDecision = (plan: Plan, sent: Decision): boolean =>
  plan.verdict !== null &&
  plan.verdict.result === sent.verdict.result &&
  plan.verdict.reason === sent.verdict.reason &&
  plan.verdict.by.id === sent.verdict.by.id &&
  figuresOf(plan) === figuresOf(sent);

/** What a verdict is given with. */
const figuresOf = ({ after, effect, next }: Pick<Plan, 'after' | 'effect' | 'next'>): string => {
  const peers = effect?.peers.state === 'shown' ? effect.peers : null;
  return JSON.stringify([
    after && [after.value, after.count, after.from, after.to],
    peers && [peers.before, peers.after, peers.people],
    next && [next.title, next.keyResult, next.start, next.target, next.unit],
  ]);
};

/** A draft that nobody goes on with; it stays with the reason. @throws AppError PLAN_REFUSED */
export function dropped(plan: Plan, { by, at }: By, reason: string): Plan {
  if (plan.state === 'dropped') return plan;
  if (plan.state !== 'draft') throw refused('state');
  const change: PlanChange = { at, by, what: [], reason };
  return later(plan, { state: 'dropped', changes: [change] });
}

/** A draft with one more measure; its agreements are of what was written before. @throws AppError PLAN_REFUSED if it is full */
export function withMeasure(plan: Plan, measure: PlanMeasure, most: number): Plan {
  if (plan.measures.some(({ id }) => id === measure.id)) return plan;
  if (plan.measures.length >= most) throw refused('full');
  const [until = plan.until] = [measure.dueOn, plan.until].sort().reverse();
  const measures = [...plan.measures, measure];
  return later(plan, { measures, until, agreed: { person: null, manager: null } });
}
