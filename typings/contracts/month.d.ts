import type { Day, Minutes, Month } from './common';
import type { DayStatus, ShiftOnDay } from './day-status';
import type { PunchRecord } from './punch';

export interface MonthDay extends DayStatus {
  readonly punches: readonly PunchRecord[];
  readonly shift: ShiftOnDay | null;
}

export interface MonthAttendance {
  readonly month: Month;
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
    readonly missing: number;
    readonly absent: number;
    readonly leave: number;
    readonly trip: number;
    readonly field: number;
  };
}
