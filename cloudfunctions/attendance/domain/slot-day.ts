import type { Day } from '#contracts/common';
import type { AccountSpan } from '../../accounts/rules';
import type { Schedule, ShiftTemplate } from '../../schedule/rules';
import type { AttendanceDay, Cover } from './attendance-day';
import type { Punch } from './punch';
import { requestedDay } from './requested-day';
import { workOf } from './work-of';

/** What decides the slot of a punch on a day. */
export interface SlotDay {
  readonly day: Day;
  /** The shift to be worked; null on a day off. */
  readonly work: ShiftTemplate | null;
  /** See `RequestedDay`. */
  readonly effective: readonly Punch[];
  readonly covers: readonly Cover[];
}

export function slotDay(
  day: Day,
  schedule: Schedule,
  stored: AttendanceDay | null,
  spans: readonly AccountSpan[],
): SlotDay {
  const work = workOf(day, schedule, stored);
  const { effective, covers } = requestedDay(day, work, stored?.punches ?? [], spans);
  return { day, work, effective, covers: [...(stored?.covers ?? []), ...covers] };
}
