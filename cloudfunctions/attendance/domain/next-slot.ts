import type { Day, Instant } from '#contracts/common';
import type { Today } from '#contracts/today';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Cover } from './attendance-day';
import { expectedTime } from './expected-time';
import { atClaim, countingPunches, type Punch } from './punch';
import { segmentAt, segmentPlan, segmentPunches } from './segment-punches';

/**
 * The slot of a punch made now. The first punch is a clock-in before the end of what is to be worked and a
 * clock-out after it (then the clock-in is missing); on a day off (`workEnd` null) it is a clock-in. All later punches are
 * clock-outs, each replacing the previous one; one that was tapped before all of them is a clock-in.
 */
export function nextSlot(punches: readonly Punch[], workEnd: Instant | null, now: number): Today['next'] {
  const claimed = punches.map(atClaim);
  const counting = countingPunches(claimed);
  if (claimed.length > 0 && claimed.every(({ at }) => now < at)) return { slot: 'in', update: false };
  if (counting.out) return { slot: 'out', update: true };
  if (counting.in) return { slot: 'out', update: false };
  return { slot: workEnd !== null && now >= workEnd ? 'out' : 'in', update: false };
}

/** The input of `nextSlot`: the punches, and the end of the shift or of the segment, at an instant. */
export interface SlotPlan {
  readonly punches: readonly Punch[];
  /** Without the part that leave and trips cover; null if nothing is to be worked. */
  readonly workEnd: Instant | null;
}

/** `work` is null on a day off. */
export function slotPlan(
  day: Day,
  work: ShiftTemplate | null,
  punches: readonly Punch[],
  instant: number,
  covers: readonly Cover[] = [],
): SlotPlan {
  if (!work) return { punches, workEnd: null };
  const plan = segmentPlan(day, work, covers);
  const index = segmentAt(instant, plan);
  const { presence } = expectedTime(day, plan.segments[index] ?? work, covers);
  return {
    punches: segmentPunches(day, work, punches, covers)[index] ?? [],
    workEnd: presence?.endAt ?? null,
  };
}

/** `nextSlot` for any shift, including shifts with segments. */
export function nextSlotOnDay(
  day: Day,
  work: ShiftTemplate | null,
  punches: readonly Punch[],
  now: number,
  covers: readonly Cover[] = [],
): Today['next'] {
  const plan = slotPlan(day, work, punches, now, covers);
  return nextSlot(plan.punches, plan.workEnd, now);
}
