import type { Day } from '#contracts/common';
import type { DatedShift, Shift } from '#contracts/shift';

/** Which version of a shift is edited, and from which day on it is to be so. */
export interface ShiftDates {
  readonly from: Day;
  /** The first day of the planned version that is edited; null for the shift as it is today. */
  readonly editing: Day | null;
}

/** The version that is edited; the shift of today if the planned one is gone. */
export const editedVersion = ({ value, versions }: DatedShift, { editing }: ShiftDates): Shift =>
  versions.find(({ from }) => from !== null && from === editing)?.shift ?? value;

/** What the shift was before a planned version begins. */
export function versionBefore({ versions }: DatedShift, planned: Day): Shift | null {
  const index = versions.findIndex(({ from }) => from === planned);
  return versions[index - 1]?.shift ?? null;
}
