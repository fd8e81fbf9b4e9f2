import { AppError } from '../../shared/errors/app-error';
import type { Cycle } from './cycle';
import type { Sheet } from './sheet';

/** @throws AppError CYCLE_NOT_RUNNING unless figures may be booked now */
export function requireRunning(cycle: Cycle | null, sheet?: Pick<Sheet, 'state'>): Cycle {
  if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
  if (cycle.state !== 'running' || sheet?.state === 'closed')
    throw new AppError('CYCLE_NOT_RUNNING', { cycleId: cycle._id, state: cycle.state });
  return cycle;
}

/**
 * What was scored stays as it was scored: once the closing review is confirmed no figure of the sheet moves. A daily report
 * without figures may still be written.
 * @throws AppError REVIEW_CONFIRMED
 */
export function requireNotScored({ review }: Pick<Sheet, 'review'>, moves: boolean): void {
  if (moves && review?.state === 'confirmed') throw new AppError('REVIEW_CONFIRMED', { rule: 'figures' });
}

/** Whether goals may still be agreed. */
export const isOpenCycle = (cycle: Pick<Cycle, 'state'> | null): boolean =>
  cycle?.state === 'planned' || cycle?.state === 'running';

/**
 * Goals may be agreed before a cycle begins, too, and until the closing review is handed in: what is scored stays as it is.
 * @throws AppError CYCLE_NOT_RUNNING once it is being closed, REVIEW_HANDED_IN
 */
export function requireOpen(cycle: Cycle | null, sheet?: Pick<Sheet, 'state' | 'review'>): Cycle {
  if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
  if (!isOpenCycle(cycle) || sheet?.state === 'closed')
    throw new AppError('CYCLE_NOT_RUNNING', { cycleId: cycle._id, state: cycle.state });
  if (sheet?.review) throw new AppError('REVIEW_HANDED_IN', {});
  return cycle;
}
