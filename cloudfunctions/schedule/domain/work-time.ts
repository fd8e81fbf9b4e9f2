import type { Day, Instant, Minutes } from '#contracts/common';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import { instantAt } from '../../shared/calendar/company-time';
import type { Schedule } from './schedule';
import type { ShiftTemplate } from './shift';

/** A half-open interval. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** The working time of a day without breaks, sorted. */
export function workIntervals(day: Day, shift: ShiftTemplate): Interval[] {
  const breaks = [...shift.breaks].sort((a, b) => a.start - b.start);
  const intervals: Interval[] = [];
  let start = shift.start;
  for (const pause of breaks) {
    if (pause.start > start) intervals.push(between(day, start, Math.min(pause.start, shift.end)));
    start = Math.max(start, pause.end);
  }
  if (start < shift.end) intervals.push(between(day, start, shift.end));
  return intervals;
}

const between = (day: Day, start: Minutes, end: Minutes): Interval => ({
  from: instantAt(day, start),
  to: instantAt(day, end),
});

/** Whole minutes of the overlap. */
export function sharedMinutes(a: readonly Interval[], b: Interval): Minutes {
  const sum = a.reduce(
    (total, { from, to }) => total + Math.max(0, Math.min(to, b.to) - Math.max(from, b.from)),
    0,
  );
  return Math.floor(sum / 60_000);
}

const minutesOf = (intervals: readonly Interval[]): Minutes =>
  Math.floor(intervals.reduce((total, { from, to }) => total + to - from, 0) / 60_000);

/** A flexible shift requires `requiredMinutes` within its span. */
type AnyShift = ShiftTemplate & { readonly requiredMinutes?: Minutes | null };

/** Minutes of a full day of the shift. */
export const owedMinutes = (day: Day, shift: AnyShift): Minutes =>
  shift.requiredMinutes ?? minutesOf(workIntervals(day, shift));

/** From the start of the day's shift to its end; the calendar day if there is no shift. */
export function dayInterval(schedule: Schedule, day: Day): Interval {
  const shift = schedule.shiftOn(day);
  return shift ? between(day, shift.start, shift.end) : between(day, 0, 1_440);
}

/**
 * The halves of a day: split at the break closest to the middle of the working time, or at the middle itself
 * without a break.
 */
export function halvesOf(schedule: Schedule, day: Day): readonly [first: Interval, second: Interval] {
  const whole = dayInterval(schedule, day);
  const shift = schedule.shiftOn(day);
  const middle = shift ? (shift.start + shift.end) / 2 : 720;
  const distance = (pause: { start: Minutes; end: Minutes }) =>
    Math.abs((pause.start + pause.end) / 2 - middle);
  const inside = (shift?.breaks ?? []).filter(
    ({ start, end }) => shift && start > shift.start && end < shift.end,
  );
  const [first, ...rest] = inside;
  const pause = first && rest.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
  const parts = pause ?? { start: middle, end: middle };
  return [
    { from: whole.from, to: instantAt(day, parts.start) },
    { from: instantAt(day, parts.end), to: whole.to },
  ];
}

/**
 * Leave minutes of a part of a shift: proportional to its working time, rounded up to whole steps, at most one
 * day.
 */
export function leaveMinutesOf(part: Minutes, whole: Minutes, step: Minutes): Minutes {
  if (part <= 0 || whole <= 0) return 0;
  if (part >= whole) return LEAVE_DAY_MINUTES;
  const share = (part * LEAVE_DAY_MINUTES) / whole;
  return Math.min(LEAVE_DAY_MINUTES, Math.ceil(Math.round(share * 1e6) / 1e6 / step) * step);
}
