import type { Day, Instant, Minutes } from '#contracts/common';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Cover } from './attendance-day';
import { breaksOf, type ExpectedTime, lengthOf, type Stretch, stretchOf, without } from './expected-time';

/** Leave minutes of a day, whatever the length of the shift. */
export const LEAVE_DAY: Minutes = 480;

/**
 * When somebody with a flexible shift has to be there: on time is whoever comes before the core time begins, or,
 * without one, while the required minutes still fit. `endAt` is the earliest end, of somebody who comes first thing.
 */
export function flexibleTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): ExpectedTime {
  const required = shift.requiredMinutes ?? 0;
  const free = freeTime(day, shift, covers);
  const owed = Math.min(requiredLeft(day, shift, covers), lengthOf(free));
  const [first] = free;
  const none = { presence: null, flexible: false, shiftMinutes: required, presenceMinutes: 0 };
  if (!first || owed <= 0) return none;
  const startAt = coreTime(day, shift, covers)[0]?.from ?? latestStart(free, owed);
  const endAt = flexibleEnd(day, shift, covers, owed, first.from);
  return { ...none, presence: { startAt: startAt as Instant, endAt }, presenceMinutes: owed };
}

/** When somebody who came at `arrival` has worked `owed` minutes; at the latest the end of the shift. */
export function flexibleEnd(
  day: Day,
  shift: ShiftTemplate,
  covers: readonly Cover[],
  owed: Minutes,
  arrival: number,
): Instant {
  const coreEnd = coreTime(day, shift, covers).at(-1)?.to ?? 0;
  return Math.max(doneAt(freeTime(day, shift, covers), owed, arrival), coreEnd) as Instant;
}

function freeTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): readonly Stretch[] {
  return without(without([stretchOf(day, shift)], breaksOf(day, shift)), covers);
}

function coreTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): readonly Stretch[] {
  return shift.core ? without(without([stretchOf(day, shift.core)], breaksOf(day, shift)), covers) : [];
}

/** Leave that the request counts in minutes is its share of the required time, other covers count by the clock. */
function requiredLeft(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): Minutes {
  const required = shift.requiredMinutes ?? 0;
  const counted = covers.reduce((sum, { leaveMinutes = 0 }) => sum + leaveMinutes, 0);
  const byClock = covers.filter(({ leaveMinutes }) => leaveMinutes === undefined);
  const covered = lengthOf(freeTime(day, shift, [])) - lengthOf(freeTime(day, shift, byClock));
  return Math.max(0, required - Math.round((counted / LEAVE_DAY) * required) - covered);
}

function doneAt(free: readonly Stretch[], owed: Minutes, arrival: number): number {
  let left = owed * 60_000;
  for (const { from, to } of free) {
    const start = Math.max(from, arrival);
    if (start >= to) continue;
    if (start + left <= to) return start + left;
    left -= to - start;
  }
  return free.at(-1)?.to ?? arrival;
}

function latestStart(free: readonly Stretch[], owed: Minutes): number {
  let left = owed * 60_000;
  for (const { from, to } of [...free].reverse()) {
    if (to - from >= left) return to - left;
    left -= to - from;
  }
  return free[0]?.from ?? 0;
}
