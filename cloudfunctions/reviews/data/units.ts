import { collection } from '../../shared/data/collection';
import { text } from '../../shared/faults/checks';
import type { UnitSnapshot } from '../domain/review';

/** A document of `review_units`, `_id` is `<cycle>:<department>`: what was published of a department. */
export interface StoredUnit extends UnitSnapshot {
  readonly _id: string;
  readonly cycleId: string;
}

const units = collection<StoredUnit>('review_units', { cycleId: text, unit: text });

const unitIdOf = (cycleId: string, unit: string): string => `${cycleId}:${unit}`;

export const findUnit = (cycleId: string, unit: string): Promise<StoredUnit | null> =>
  units.byId(unitIdOf(cycleId, unit));

/** Adds those that are not there yet. */
export const addUnits = (cycleId: string, snapshots: readonly UnitSnapshot[]): Promise<void> =>
  units.addMissing(snapshots.map((each) => ({ _id: unitIdOf(cycleId, each.unit), cycleId, ...each })));
