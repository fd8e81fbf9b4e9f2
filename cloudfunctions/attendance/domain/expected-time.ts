import type { Day, Instant, Minutes } from '#contracts/common';
import type { ShiftTemplate } from '../../schedule/rules';
import { instantAt } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';

/** A half-open interval. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The expected attendance on one day. */
export interface ExpectedTime {
  /** First and last instant not covered by leave and trips; null if the whole shift is covered. */
  readonly presence: { readonly startAt: Instant; readonly endAt: Instant } | null;
  /** Whether the start of the shift is not covered; otherwise flex minutes do not apply. */
  readonly flexible: boolean;
  /** Working minutes of the shift without breaks, and those not covered. */
  readonly shiftMinutes: Minutes;
  readonly presenceMinutes: Minutes;
}

/** The shift of a day minus approved leave and trips; lateness and early leave are counted against the rest. */
export function expectedTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): ExpectedTime {
  const work = subtractIntervals([intervalOf(day, shift)], breaksOf(day, shift));
  const left = subtractIntervals(work, covers);
  const first = left[0];
  const last = left.at(-1);
  return {
    presence: first && last ? { startAt: first.from as Instant, endAt: last.to as Instant } : null,
    flexible: first?.from === instantAt(day, shift.start),
    shiftMinutes: totalMinutes(work),
    presenceMinutes: totalMinutes(left),
  };
}

export function breaksOf(day: Day, shift: ShiftTemplate): Interval[] {
  return shift.breaks.map((pause) => intervalOf(day, pause));
}

/** `intervals` minus all `holes`, sorted. Empty holes have no effect. */
export function subtractIntervals(
  intervals: readonly Interval[],
  holes: readonly Interval[],
): readonly Interval[] {
  return holes
    .filter(({ from, to }) => from < to)
    .reduce((rest, hole) => rest.flatMap((interval) => subtract(interval, hole)), intervals);
}

function subtract({ from, to }: Interval, hole: Interval): Interval[] {
  const before = { from, to: Math.min(to, hole.from) };
  const after = { from: Math.max(from, hole.to), to };
  return [before, after].filter((part) => part.from < part.to);
}

/** Whole minutes of non-overlapping intervals. */
export function totalMinutes(intervals: readonly Interval[]): Minutes {
  return Math.floor(intervals.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000);
}

/** A span of a day as instants. */
export function intervalOf(day: Day, span: { start: Minutes; end: Minutes }): Interval {
  return { from: instantAt(day, span.start), to: instantAt(day, span.end) };
}
