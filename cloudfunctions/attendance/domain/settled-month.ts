import type { Day, Instant, Minutes, Month } from '#contracts/common';
import type { DayState } from '#contracts/day-status';
import type { MonthAttendance } from '#contracts/month';
import type { Settlement } from '#contracts/settlement';

/** The settled result of one person's month. */
export interface SettledFigures {
  readonly totals: MonthAttendance['totals'];
  readonly workedMinutes: Minutes;
  readonly days: readonly { readonly day: Day; readonly state: DayState; readonly workedMinutes: Minutes }[];
  /** All rules that applied to a day. */
  readonly rules: readonly { readonly id: string; readonly version: number }[];
}

/** A document of `settled_months`, `_id` is `<employee>:<month>`. */
export interface SettledMonth extends SettledFigures {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly departmentId: string;
  readonly rev: number;
  /** Fingerprint of the inputs: equal texts imply equal results. */
  readonly inputs: string;
  readonly settledAt: Instant;
}

/** A document of `settlements`; `_id` is the month: the progress of the settlement. */
export interface SettlementRun extends Omit<Settlement, 'month' | 'lockedByName'> {
  readonly _id: Month;
  /** The last employee number that was settled; '' at the start. */
  readonly cursor: string;
  /** A unit has exclusive access until then. */
  readonly leaseUntil: number;
  readonly lockedById: string | null;
  /** Absent until locked, and if locked from the console. */
  readonly lockedByName?: string | null;
}

/** The settlement as returned to clients. */
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
