import type { Day, Instant, LocalText, Minutes } from '#contracts/common';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Punch } from './punch';

/** The part of an approved leave or trip that touches the day. */
export interface Cover {
  readonly kind: 'leave' | 'trip';
  readonly name: LocalText;
  readonly from: Instant;
  readonly to: Instant;
  /**
   * Leave minutes of this day as counted by the request, 480 per day; if absent, derived from the covered
   * hours.
   */
  readonly leaveMinutes?: Minutes;
  /** Of a leave type that is counted in hours. */
  readonly unit?: 'hour';
}

/** A document of `attendance_days`: one person, one attendance day, `_id` is `<employee>:<day>`. */
export interface AttendanceDay {
  readonly _id: string;
  readonly employeeId: string;
  readonly day: Day;
  readonly rev: number;
  /** The shift at the time of the first punch, see `shiftOfDay`. */
  readonly shift: ShiftTemplate | null;
  /** In the order of recording, at most 20. */
  readonly punches: readonly Punch[];
  readonly covers: readonly Cover[];
  /** Of the last punch by screen code: site, time, and the name shown on the screen. */
  readonly screenSite?: string;
  readonly screenAt?: Instant;
  readonly screenName?: LocalText;
}
