import type { Day } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { ShiftTemplate } from '../../schedule/rules';
import type { Cover } from './attendance-day';
import { expectationOf } from './duty';
import { type ExpectedTime, expectedTime } from './expected-time';
import { LEAVE_DAY } from './flexible-time';

/** Leave and trips that overlap the shift. */
export function coversOn(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): Cover[] {
  return covers.filter((cover) => {
    const { presenceMinutes, shiftMinutes } = expectedTime(day, shift, [cover]);
    return presenceMinutes < shiftMinutes;
  });
}

/**
 * Leave and trips of the day, in days: as counted by the request, otherwise a day for the whole shift and half
 * a day for a part of it; at most one day in total.
 */
export function coverMarks(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): Mark[] {
  let left = 1;
  return covers.flatMap((cover): Mark[] => {
    const { kind, name, leaveMinutes, unit } = cover;
    const days = Math.min(left, shareOf(day, shift, cover));
    left -= days;
    if (days <= 0) return [];
    const isOdd = leaveMinutes !== undefined && days !== 1 && (days !== 0.5 || unit === 'hour');
    return [{ kind, name, days, ...(isOdd ? { minutes: leaveMinutes } : {}) }];
  });
}

/** Days to be worked besides leave and trips, at most one. */
export function daysOwed(
  parts: readonly { readonly expected: ExpectedTime }[],
  covers: readonly Cover[],
): number {
  if (covers.length === 0) return 1;
  const minutes = covers.flatMap(({ leaveMinutes }) => leaveMinutes ?? []);
  if (minutes.length === covers.length)
    return Math.max(0, 1 - minutes.reduce((sum, value) => sum + value, 0) / LEAVE_DAY);
  if (parts.length === 1) return 0.5;
  const sum = (key: 'presenceMinutes' | 'shiftMinutes') =>
    parts.reduce((total, { expected }) => total + expected[key], 0);
  return sum('presenceMinutes') / sum('shiftMinutes');
}

function shareOf(day: Day, shift: ShiftTemplate, cover: Cover): number {
  if (cover.leaveMinutes !== undefined) return cover.leaveMinutes / LEAVE_DAY;
  return expectationOf(day, shift, [cover]).presence ? 0.5 : 1;
}
