import type { Day, Instant, Minutes, Month } from '#contracts/common';
import type { DayState } from '#contracts/day-status';
import type { MonthAttendance, PayItems } from '#contracts/month';

/** The settled result of one person's month. */
export interface SettledFigures {
  readonly totals: MonthAttendance['totals'];
  readonly workedMinutes: Minutes;
  /** Missing of months settled before it was kept. */
  readonly pay?: PayItems;
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
