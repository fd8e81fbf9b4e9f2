import type { Day, Instant, Minutes, Month } from '#contracts/common';
import type { DayState } from '#contracts/day-status';
import type { MonthAttendance } from '#contracts/month';

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
