import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';
import { findAppraisalCycle } from '../data/cycles';

/** A cycle as it is now. @throws AppError NOT_FOUND */
export async function loadCycle(id: string): Promise<AppraisalCycle> {
  const cycle = await findAppraisalCycle(id);
  if (!cycle) throw new AppError('NOT_FOUND', { what: 'appraisal-cycle' });
  return cycle;
}
