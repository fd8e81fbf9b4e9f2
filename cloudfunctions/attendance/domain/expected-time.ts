import type { Day, Instant, Minutes } from '#contracts/common';
import type { ShiftTemplate } from '../../schedule/rules';
import { instantAt } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';

/** From one moment to another, the second not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** When a person has to be there on one day. */
export interface ExpectedTime {
  /** First and last moment outside leave and trips; null if they cover all of the shift. */
  readonly presence: { readonly startAt: Instant; readonly endAt: Instant } | null;
  /** Whether the shift's own start is free of covers: only then its flex minutes apply. */
  readonly flexible: boolean;
  /** Working minutes of the shift without breaks, and those outside every cover. */
  readonly shiftMinutes: Minutes;
  readonly presenceMinutes: Minutes;
}

/** The shift of a day less approved leave and trips; late and early are counted against what remains. */
export function expectedTime(day: Day, shift: ShiftTemplate, covers: readonly Cover[]): ExpectedTime {
  const work = without([stretchOf(day, shift)], breaksOf(day, shift));
  const left = without(work, covers);
  const first = left[0];
  const last = left.at(-1);
  return {
    presence: first && last ? { startAt: first.from as Instant, endAt: last.to as Instant } : null,
    flexible: first?.from === instantAt(day, shift.start),
    shiftMinutes: lengthOf(work),
    presenceMinutes: lengthOf(left),
  };
}

/** The breaks of a day's shift. */
export function breaksOf(day: Day, shift: ShiftTemplate): Stretch[] {
  return shift.breaks.map((pause) => stretchOf(day, pause));
}

/** `stretches` less everything in `holes`, in order. A hole without length changes nothing. */
export function without(stretches: readonly Stretch[], holes: readonly Stretch[]): readonly Stretch[] {
  return holes
    .filter(({ from, to }) => from < to)
    .reduce((rest, hole) => rest.flatMap((stretch) => cutOut(stretch, hole)), stretches);
}

function cutOut({ from, to }: Stretch, hole: Stretch): Stretch[] {
  const before = { from, to: Math.min(to, hole.from) };
  const after = { from: Math.max(from, hole.to), to };
  return [before, after].filter((part) => part.from < part.to);
}

/** Whole minutes of stretches that do not overlap. */
export function lengthOf(stretches: readonly Stretch[]): Minutes {
  return Math.floor(stretches.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000);
}

/** A span of a day as moments. */
export function stretchOf(day: Day, span: { start: Minutes; end: Minutes }): Stretch {
  return { from: instantAt(day, span.start), to: instantAt(day, span.end) };
}
