import type { Day, Minutes } from './common';
import type { ShiftOnDay } from './day-status';
import type { PersonBrief } from './person';
import type { PunchRecord } from './punch';

/** Where somebody is today. `late`: due, but not here yet. `left-early`: gone before the end that is owed. */
export type PresenceState = 'in' | 'not-yet' | 'late' | 'left' | 'left-early' | 'leave' | 'trip' | 'off';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly day: Day;
  readonly state: PresenceState;
  /** Of who has come, or should have. */
  readonly lateMinutes: Minutes;
  readonly shift: ShiftOnDay | null;
  readonly firstIn: PunchRecord | null;
  readonly lastOut: PunchRecord | null;
}

/** A day of a colleague in the week of a team. */
export interface WeekDay {
  readonly day: Day;
  /** `none`: not employed on that day. */
  readonly state: 'work' | 'off' | 'leave' | 'trip' | 'none';
  /** How much of the day is leave or a trip, 0 … 1. */
  readonly away: number;
  /** What is rostered, also where the person is away; null on a day off. */
  readonly shift: ShiftOnDay | null;
  /** Asked for and not decided. */
  readonly requested: 'leave' | 'trip' | null;
}

export interface WeekMember extends PersonBrief {
  /** Monday to Sunday. */
  readonly days: readonly WeekDay[];
}
