import type { Day, Instant, Minutes } from '#contracts/common';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Cover } from './attendance-day';
import {
  breaksOf,
  type ExpectedTime,
  type Interval,
  intervalOf,
  subtractIntervals,
  totalMinutes,
} from './expected-time';

/** Leave minutes per day, regardless of the shift's length. */
export const LEAVE_DAY: Minutes = 480;

/**
 * The expected time of a flexible shift: a person is on time before the core time starts or, without a core
 * time, as long as the required minutes still fit. `endAt` is the earliest possible end, with an arrival at the
 * start.
 */
export function flexibleTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): ExpectedTime {
  const required = shift.requiredMinutes ?? 0;
  const free = freeTime(day, shift, covers);
  const owed = Math.min(requiredLeft(day, shift, covers), totalMinutes(free));
  const [first] = free;
  const none = { presence: null, flexible: false, shiftMinutes: required, presenceMinutes: 0 };
  if (!first || owed <= 0) return none;
  const startAt = coreTime(day, shift, covers)[0]?.from ?? latestStart(free, owed);
  const endAt = flexibleEnd(day, shift, covers, owed, first.from);
  return { ...none, presence: { startAt: startAt as Instant, endAt }, presenceMinutes: owed };
}

/** When a person who came at `arrival` has worked `owed` minutes; at the latest the end of the shift. */
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

function freeTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): readonly Interval[] {
  return subtractIntervals(subtractIntervals([intervalOf(day, shift)], breaksOf(day, shift)), covers);
}

function coreTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): readonly Interval[] {
  return shift.core
    ? subtractIntervals(subtractIntervals([intervalOf(day, shift.core)], breaksOf(day, shift)), covers)
    : [];
}

/** Leave counted in minutes reduces the required time proportionally; other covers reduce it by the clock. */
function requiredLeft(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): Minutes {
  const required = shift.requiredMinutes ?? 0;
  const counted = covers.reduce((sum, { leaveMinutes = 0 }) => sum + leaveMinutes, 0);
  const byClock = covers.filter(({ leaveMinutes }) => leaveMinutes === undefined);
  const covered = totalMinutes(freeTime(day, shift, [])) - totalMinutes(freeTime(day, shift, byClock));
  return Math.max(0, required - Math.round((counted / LEAVE_DAY) * required) - covered);
}

function doneAt(free: readonly Interval[], owed: Minutes, arrival: number): number {
  let left = owed * 60_000;
  for (const { from, to } of free) {
    const start = Math.max(from, arrival);
    if (start >= to) continue;
    if (start + left <= to) return start + left;
    left -= to - start;
  }
  return free.at(-1)?.to ?? arrival;
}

function latestStart(free: readonly Interval[], owed: Minutes): number {
  let left = owed * 60_000;
  for (const { from, to } of [...free].reverse()) {
    if (to - from >= left) return to - left;
    left -= to - from;
  }
  return free[0]?.from ?? 0;
}
