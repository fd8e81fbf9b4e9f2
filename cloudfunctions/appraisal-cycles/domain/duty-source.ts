import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { DutyKind, DutyProgress } from '#contracts/appraisal-cycles';
import type { Instant } from '#contracts/common';
import type { LateRater } from '#contracts/review';

/** How far a duty is: over everybody together, and who still owes how much. Never about whom. */
export interface DutyState extends Pick<DutyProgress, 'asked' | 'answered' | 'until'> {
  readonly late: readonly LateRater[];
}

/** A duty of a cycle that runs, told by the feature that it belongs to; `index.ts` of the function names them. */
export interface DutySource {
  readonly duty: DutyKind;
  /** As of `now`: what was handed in later does not count. Null if nobody has this duty in the cycle, or not yet. */
  stateOf(cycle: AppraisalCycle, now: Instant): Promise<DutyState | null>;
}
