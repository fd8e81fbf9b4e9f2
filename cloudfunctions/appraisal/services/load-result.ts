import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findResult } from '../data/results';
import type { StoredResult } from '../domain/stored-result';
import { isHr } from './calibrator';
import { requireCycle } from './cycles';
import { lineAbove } from './line-above';

export interface ReadableResult {
  readonly cycle: AppraisalCycle;
  readonly stored: StoredResult;
  /** The managers of the person, the direct one first; empty if the reader is the person. */
  readonly line: readonly string[];
}

/**
 * A result that somebody may read: their own, that of somebody below them, or any for HR. Before the cycle is published
 * there is nothing to read for anybody.
 * @throws AppError NOT_FOUND, also for what exists and may not be seen
 */
export async function loadResult(
  cycleId: string,
  employeeId: string,
  me: Employee,
  now: number,
): Promise<ReadableResult> {
  const [cycle, stored] = await Promise.all([requireCycle(cycleId), findResult(cycleId, employeeId)]);
  const isOwn = employeeId === me._id;
  const line = isOwn ? [] : await lineAbove(employeeId, now);
  const may = isOwn || isHr(me) || line.includes(me._id);
  if (!stored || !may || cycle.state !== 'published') throw new AppError('NOT_FOUND', { what: 'result' });
  return { cycle, stored, line };
}
