import type { Day, Instant } from '#contracts/common';
import { type ShiftTemplate, segmentsOf } from '../../schedule/rules';
import { instantAt } from '../../shared/calendar/company-time';
import type { Punch } from './punch';

/**
 * The instants that separate the segments of a shift: the middle of each punched break. Empty for most shifts.
 */
export function segmentBorders(day: Day, shift: ShiftTemplate): Instant[] {
  const segments = segmentsOf(shift);
  return segments
    .slice(1)
    .map(({ start }, index) => instantAt(day, ((segments[index]?.end ?? start) + start) / 2));
}

/** The punches of each segment. A punch that arrived late belongs to the segment of its tap. */
export function segmentPunches(day: Day, shift: ShiftTemplate, punches: readonly Punch[]): Punch[][] {
  const borders = segmentBorders(day, shift);
  const groups = [...borders, null].map((): Punch[] => []);
  for (const punch of punches) groups[segmentAt(instantOf(punch), borders)]?.push(punch);
  return groups;
}

/** Index of the segment at an instant. */
export function segmentAt(instant: number, borders: readonly Instant[]): number {
  return borders.filter((border) => border <= instant).length;
}

const instantOf = ({ at, tappedAt, flags }: Punch): Instant =>
  flags.includes('late-arrival') ? tappedAt : at;
