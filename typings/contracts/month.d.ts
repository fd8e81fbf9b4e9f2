import type { Day, LocalText, Minutes, Month } from './common';
import type { DayStatus, ShiftOnDay } from './day-status';
import type { PersonBrief } from './person';
import type { PunchRecord } from './punch';

/** What payroll needs of a month beside its days: approved requests, as far as they lie in the month. */
export interface PayItems {
  readonly overtime: readonly {
    /** Percent of the usual pay. */
    readonly payClass: 150 | 200 | 300;
    readonly compensation: 'pay' | 'comp-time';
    readonly minutes: Minutes;
  }[];
  readonly leave: readonly {
    readonly typeId: string;
    readonly name: LocalText;
    /** Percent of the usual pay. */
    readonly paidShare: number;
    /** Leave beyond the months after which the law pays another share, such as sick leave of over half a year. */
    readonly isLong?: true;
    /** Leave minutes, 480 are a day. */
    readonly minutes: Minutes;
    /** Statutory holidays inside that are not counted as leave. */
    readonly statutoryDays: number;
    /** The minutes of each day, in order: a rule of pay can end within a month. Missing of months settled before. */
    readonly days?: readonly { readonly day: Day; readonly minutes: Minutes }[];
  }[];
  /** Punches given by an approved correction. */
  readonly corrections: number;
}

export interface MonthDay extends DayStatus {
  readonly punches: readonly PunchRecord[];
  readonly shift: ShiftOnDay | null;
}

export interface MonthAttendance {
  readonly month: Month;
  /** Whether the company's month is settled and locked; missing of an older function. */
  readonly isLocked?: boolean;
  /** Whose month HR looks at; missing of one's own. */
  readonly person?: PersonBrief;
  readonly today: Day;
  readonly utcOffset: Minutes;
  /** Months that can be asked for. */
  readonly from: Month;
  readonly to: Month;
  readonly days: readonly MonthDay[];
  readonly totals: {
    /** Days on which the person worked (normal, late, early, field, trip count; half days as 0.5). */
    readonly attended: number;
    readonly late: number;
    readonly lateMinutes: Minutes;
    readonly early: number;
    /** Missing of months settled before it was kept. */
    readonly earlyMinutes?: Minutes;
    readonly missing: number;
    readonly absent: number;
    readonly leave: number;
    readonly trip: number;
    readonly field: number;
  };
}
