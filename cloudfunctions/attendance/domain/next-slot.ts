import type { Day, Instant } from '#contracts/common';
import type { Today } from '#contracts/today';
import { type ShiftTemplate, segmentsOf } from '../../schedule/rules';
import { instantAt } from '../../shared/calendar/company-time';
import { countingPunches, type Punch } from './punch';
import { segmentAt, segmentBorders, segmentPunches } from './segment-punches';

/**
 * The slot of a punch made now. The first punch is a clock-in before the end of the shift and a clock-out after
 * it (then the clock-in is missing); on a day off (`shiftEnd` null) it is a clock-in. All later punches are
 * clock-outs, each replacing the previous one.
 */
export function nextSlot(punches: readonly Punch[], shiftEnd: Instant | null, now: number): Today['next'] {
  const counting = countingPunches(punches);
  if (counting.out) return { slot: 'out', update: true };
  if (counting.in) return { slot: 'out', update: false };
  return { slot: shiftEnd !== null && now >= shiftEnd ? 'out' : 'in', update: false };
}

/** The input of `nextSlot`: the punches, and the end of the shift or of the segment at an instant. */
export interface SlotPlan {
  readonly punches: readonly Punch[];
  readonly shiftEnd: Instant | null;
}

/** `work` is null on a day off. */
export function slotPlan(
  day: Day,
  work: ShiftTemplate | null,
  punches: readonly Punch[],
  instant: number,
): SlotPlan {
  if (!work) return { punches, shiftEnd: null };
  const index = segmentAt(instant, segmentBorders(day, work));
  const segment = segmentsOf(work)[index] ?? work;
  return {
    punches: segmentPunches(day, work, punches)[index] ?? [],
    shiftEnd: instantAt(day, segment.end),
  };
}

/** `nextSlot` for any shift, including shifts with segments. */
export function nextSlotOnDay(
  day: Day,
  work: ShiftTemplate | null,
  punches: readonly Punch[],
  now: number,
): Today['next'] {
  const plan = slotPlan(day, work, punches, now);
  return nextSlot(plan.punches, plan.shiftEnd, now);
}
