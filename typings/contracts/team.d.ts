import type { Day, Minutes } from './common';
import type { ShiftOnDay } from './day-status';
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
