import type { AppraisalResult } from '#contracts/appraisal';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { replaceResult } from '../data/results';
import type { StoredResult } from '../domain/stored-result';
import { loadResult } from './load-result';

const TRIES = 3;

interface Change {
  readonly result: AppraisalResult;
  readonly appeal?: Pick<StoredResult, 'appeal' | 'appealTo'>;
}

/** Changes the published result of the caller; of two changes at once the second is decided again. */
export const changeOwnResult = (
  cycleId: string,
  me: Employee,
  now: number,
  change: (result: AppraisalResult) => Change | Promise<Change>,
): Promise<{ readonly cycle: AppraisalCycle; readonly result: AppraisalResult; readonly isNew: boolean }> =>
  retryOnConflict(TRIES, async () => {
    const { cycle, stored } = await loadResult(cycleId, me._id, me, now);
    if (!stored.result) throw new AppError('NOT_FOUND', { what: 'result' });
    const { result, appeal } = await change(stored.result);
    if (result === stored.result) return { cycle, result, isNew: false };
    const isSaved = await replaceResult(stored, { result, ...appeal });
    return isSaved ? { cycle, result, isNew: true } : conflict;
  });
