import type { Day, Instant, LocalText, Minutes } from '#contracts/common';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Punch } from './punch';

/** Approved leave or a trip, as far as it touches the day. */
export interface Cover {
  readonly kind: 'leave' | 'trip';
  readonly name: LocalText;
  readonly from: Instant;
  readonly to: Instant;
  /** Leave minutes of this day as the request counts them, 480 are a day; absent: as much as the hours cover. */
  readonly leaveMinutes?: Minutes;
}

/** A document of `attendance_days`: one person, one attendance day, `_id` is `<employee>:<day>`. */
export interface AttendanceDay {
  readonly _id: string;
  readonly employeeId: string;
  readonly day: Day;
  readonly rev: number;
  /** The shift as it was at the first punch: a later change of the shift does not change a past day. */
  readonly shift: ShiftTemplate | null;
  /** In the order of booking, at most 20. */
  readonly punches: readonly Punch[];
  readonly covers: readonly Cover[];
  /** Of the last punch by the code on a screen: where, when, and the name that the screen shows. */
  readonly screenSite?: string;
  readonly screenAt?: Instant;
  readonly screenName?: LocalText;
}
