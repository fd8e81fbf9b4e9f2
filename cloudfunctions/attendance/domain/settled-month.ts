import type { Day, Instant, Minutes, Month } from '#contracts/common';
import type { DayState } from '#contracts/day-status';
import type { MonthAttendance } from '#contracts/month';
import type { Settlement } from '#contracts/settlement';

/** What a month has come to for one person. */
export interface SettledFigures {
  readonly totals: MonthAttendance['totals'];
  readonly workedMinutes: Minutes;
  readonly days: readonly { readonly day: Day; readonly state: DayState; readonly workedMinutes: Minutes }[];
  /** Every rule that decided a day. */
  readonly rules: readonly { readonly id: string; readonly version: number }[];
}

/** A document of `settled_months`, `_id` is `<employee>:<month>`. */
export interface SettledMonth extends SettledFigures {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly departmentId: string;
  readonly rev: number;
  /** Says what the figures were worked out from: the same text, the same figures. */
  readonly inputs: string;
  readonly settledAt: Instant;
}

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
