import type { KeyResult } from '#contracts/goal';
import { type Standings, standingOf } from '../objective-progress';
import type { Sheet } from '../sheet';

/**
 * The figure that the next cycle can start at: of a level that goes on, such as a share of customers who come back. What is
 * counted from 0 in each cycle, or was added up figure by figure, begins anew; null then, and without data.
 */
export function lastValue(
  { log }: Pick<Sheet, 'log'>,
  keyResult: KeyResult,
  standings: Standings,
): number | null {
  const { measure, id } = keyResult;
  if (!('target' in measure) || measure.start === 0) return null;
  const isAdded = log.some(
    ({ undone, entries }) =>
      !undone && entries.some(({ keyResultId, mode }) => keyResultId === id && mode === 'add'),
  );
  return isAdded ? null : standingOf(keyResult, standings).value;
}
