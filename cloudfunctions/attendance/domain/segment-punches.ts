import type { Day, Instant } from '#contracts/common';
import { type ShiftTemplate, segmentsOf } from '../../schedule/rules';
import { instantAt } from '../../shared/calendar/company-time';
import type { Cover } from './attendance-day';
import { expectedTime } from './expected-time';
import type { Punch } from './punch';

/** The segments of a shift, and which of them punches belong to. */
export interface SegmentPlan {
  readonly segments: readonly ShiftTemplate[];
  /** Indexes of the segments that are not covered by leave and trips; of all if all are covered. */
  readonly open: readonly number[];
  /** Instants between two of these: the middle of the time between them. Empty for most shifts. */
  readonly borders: readonly Instant[];
}

export function segmentPlan(day: Day, shift: ShiftTemplate, covers: readonly Cover[] = []): SegmentPlan {
  const segments = segmentsOf(shift);
  const all = segments.map((_, index) => index);
  const owed = segments.map((segment) => expectedTime(day, segment, covers).presence !== null);
  const open = owed.includes(true) ? all.filter((index) => owed[index]) : all;
  const borders = open.slice(1).map((index, before) => {
    const end = segments[open[before] ?? index]?.end ?? shift.end;
    return instantAt(day, (end + (segments[index]?.start ?? end)) / 2);
  });
  return { segments, open, borders };
}

/** The index of the segment of an instant. */
export const segmentAt = (instant: number, { open, borders }: SegmentPlan): number =>
  open[borders.filter((border) => border <= instant).length] ?? 0;

/** When a segment ends for punches; null for the last one. */
export const segmentBorder = (index: number, { open, borders }: SegmentPlan): Instant | null =>
  borders[open.indexOf(index)] ?? null;

/** The punches of each segment. A punch that arrived late belongs to the segment of its tap. */
export function segmentPunches(
  day: Day,
  shift: ShiftTemplate,
  punches: readonly Punch[],
  covers: readonly Cover[] = [],
): Punch[][] {
  const plan = segmentPlan(day, shift, covers);
  const groups = plan.segments.map((): Punch[] => []);
  for (const punch of punches) groups[segmentAt(instantOf(punch), plan)]?.push(punch);
  return groups;
}

const instantOf = ({ at, tappedAt, flags }: Punch): Instant =>
  flags.includes('late-arrival') ? tappedAt : at;
