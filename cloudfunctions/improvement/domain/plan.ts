import type { Day, Instant } from '#contracts/common';
import type {
  Effect,
  MetricValue,
  NextGoal,
  PlanChange,
  PlanDraft,
  PlanEntry,
  PlanGap,
  PlanMeasure,
  PlanSource,
  PlanState,
  Verdict,
} from '#contracts/improvement';
import type { PersonBrief } from '#contracts/person';

/** A document of `improvement_plans`, `_id` is `<employee>:<appraisal cycle>` or `<employee>:<key>`. */
export interface Plan extends Omit<PlanDraft, 'measures'> {
  readonly _id: string;
  readonly employeeId: string;
  readonly person: PersonBrief;
  readonly source: PlanSource;
  /** At most `MAX_GAPS`. */
  readonly gaps: readonly PlanGap[];
  /** At most `MAX_MEASURES`. */
  readonly measures: readonly PlanMeasure[];
  /** Of what is written now: a change of a draft takes both back. */
  readonly agreed: { readonly person: Instant | null; readonly manager: Instant | null };
  /** `running` is none of them: it is `agreed` from the first day on. */
  readonly state: Exclude<PlanState, 'running'>;
  /** The latest first, at most `MAX_ENTRIES`. */
  readonly entries: readonly PlanEntry[];
  /** After the agreement, the latest first, at most `MAX_CHANGES`. */
  readonly changes: readonly PlanChange[];
  readonly after: MetricValue | null;
  readonly effect: Effect | null;
  readonly verdict: Verdict | null;
  readonly next: NextGoal | null;
  readonly rev: number;
  /** Sorts lists: open ones first, then the latest. */
  readonly rank: string;
  /**
   * The employed manager next above, for whom it is on Today; null where nobody is, or the person has left. A timer follows
   * changes of managers. Absent in plans that it has not looked at yet.
   */
  readonly managerId?: string | null;
  /** The day of the latest entry; absent before the first one. */
  readonly reportedOn?: Day;
}

export const MAX_GAPS = 6;
export const MAX_MEASURES = 10;
/** One a week for a year, and some more. */
export const MAX_ENTRIES = 60;
export const MAX_CHANGES = 50;

export const planIdOf = (employeeId: string, key: string): string => `${employeeId}:${key}`;

/** Open plans come before those that are over, and the latest first. */
export const rankOf = (state: Plan['state'], from: Day, id: string): string =>
  `${state === 'done' || state === 'dropped' ? '0' : '1'}:${from}:${id}`;

export const stateOn = ({ state, from }: Pick<Plan, 'state' | 'from'>, today: Day): PlanState =>
  state === 'agreed' && from <= today ? 'running' : state;

/** A plan in which nothing has happened yet. */
export function newPlan(
  begin: Pick<
    Plan,
    '_id' | 'person' | 'source' | 'title' | 'from' | 'until' | 'measures' | 'metric' | 'gaps' | 'managerId'
  >,
): Plan {
  return {
    ...begin,
    employeeId: begin.person.id,
    agreed: { person: null, manager: null },
    state: 'draft',
    ...{ entries: [], changes: [], after: null, effect: null, verdict: null, next: null, rev: 1 },
    rank: rankOf('draft', begin.from, begin._id),
  };
}
