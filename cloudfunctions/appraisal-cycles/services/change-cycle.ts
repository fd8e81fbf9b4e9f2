import { isDeepStrictEqual } from 'node:util';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';
import { findAppraisalCycle, replaceAppraisalCycle } from '../data/cycles';

type Change = Parameters<typeof replaceAppraisalCycle>[1];

/**
 * Changes a cycle at the revision that the caller saw. A change that a call has made whose answer was lost is not made again.
 * @throws AppError VERSION_CONFLICT
 */
export async function changeCycle(cycle: AppraisalCycle, rev: number, change: Change): Promise<void> {
  if (isMade(cycle, rev, change)) return;
  if (cycle.rev === rev && (await replaceAppraisalCycle(cycle, change))) return;
  const current = (await findAppraisalCycle(cycle._id)) ?? cycle;
  if (!isMade(current, rev, change)) throw new AppError('VERSION_CONFLICT', { version: current.rev });
}

const isMade = (cycle: AppraisalCycle, rev: number, change: Change): boolean =>
  cycle.rev === rev + 1 &&
  Object.entries(change).every(([key, value]) =>
    isDeepStrictEqual(cycle[key as keyof AppraisalCycle], value),
  );
