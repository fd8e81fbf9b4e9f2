import type { Measure } from '#contracts/goal';
import { unitsOf } from '../../../common/goals/progress';

export interface CloneChange {
  /** By how many percent the target is further away than it was. */
  readonly raise: number;
  /** Where it starts instead; null: where it did. */
  readonly last: number | null;
}

/**
 * How a key result is measured that is copied into the next cycle, shown on the phone before and saved by the function. What has
 * to rise is raised, what has to fall is lowered further; a whole target stays whole, and of a hundred percent nothing is more.
 * It starts at `last` only if the target is still ahead in the same direction.
 */
export function clonedMeasure(measure: Measure, { raise, last }: CloneChange): Measure {
  if (!('target' in measure)) return measure;
  const isRise = measure.target > measure.start;
  const target = further(measure.target, isRise ? raise : -raise, measure.unit);
  const isAhead = (start: number): boolean => (isRise ? start < target : start > target);
  const start = last !== null && isAhead(last) ? last : measure.start;
  // Raised until it would not rise any more, as a negative figure near 0 or a capped one can be.
  return isAhead(start) ? { ...measure, start, target } : measure;
}

const UNITS = unitsOf(1);

function further(target: number, percent: number, unit: string): number {
  const exact = target + (Math.abs(target) * percent) / 100;
  // Half goes to the side that asks for more.
  const round = (value: number): number => (percent > 0 ? Math.floor(value + 0.5) : Math.ceil(value - 0.5));
  const steps = Number.isInteger(target) ? 1 : UNITS;
  const rounded = percent === 0 ? target : round(exact * steps) / steps || 0;
  return /[%％]/.test(unit) && target <= 100 ? Math.min(100, rounded) : rounded;
}
