import type { Month } from '#contracts/common';
import type { Settlement } from '#contracts/settlement';

/** A document of `settlements`, `_id` is the month: how far the settlement is. */
export interface SettlementRun extends Omit<Settlement, 'month' | 'lockedByName'> {
  readonly _id: Month;
  /** The last employee number that is done; '' at the beginning. */
  readonly cursor: string;
  /** Whoever works on a unit does so alone until then. */
  readonly leaseUntil: number;
  readonly lockedById: string | null;
  /** Absent until it is locked, and from the console. */
  readonly lockedByName?: string | null;
}

/** A run as it is told. */
export function settlementOf(run: SettlementRun): Settlement {
  const { _id: month, rev, state, people, written, waiting, resumesAt, startedAt, doneAt, lockedAt } = run;
  const { lockedByName = null, lockedByNameEn = null } = run;
  return {
    month,
    rev,
    state,
    people,
    written,
    waiting,
    resumesAt,
    startedAt,
    doneAt,
    lockedAt,
    lockedByName,
    lockedByNameEn,
  };
}
