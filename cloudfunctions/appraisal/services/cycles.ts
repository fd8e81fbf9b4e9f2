import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { CycleName } from '#contracts/appraisal-results';
import { findAppraisalCycle, findLatestAppraisalCycles } from '../../appraisal-cycles/public';
import { AppError } from '../../shared/errors/app-error';

/** Cycles that lists go back to. */
export const LATEST = 12;

/** A cycle as it is now. @throws AppError NOT_FOUND */
export async function requireCycle(id: string): Promise<AppraisalCycle> {
  const cycle = await findAppraisalCycle(id);
  if (!cycle) throw new AppError('NOT_FOUND', { what: 'appraisal-cycle' });
  return cycle;
}

/** The latest cycles that people may read the results of, the newest first. */
export async function publishedCycles(): Promise<AppraisalCycle[]> {
  return (await findLatestAppraisalCycles(LATEST)).filter(({ state }) => state === 'published');
}

export const nameOfCycle = ({ _id, title, from, to, state }: AppraisalCycle): CycleName => ({
  id: _id,
  ...{ title, from, to, state },
});
