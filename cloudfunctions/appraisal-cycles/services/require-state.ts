import type { AppraisalCycle, AppraisalCycleState } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';
import { loadCycle } from './load-cycle';

/** A cycle in a state. @throws AppError NOT_FOUND, APPRAISAL_STATE */
export async function requireState(id: string, state: AppraisalCycleState): Promise<AppraisalCycle> {
  const cycle = await loadCycle(id);
  if (cycle.state !== state) throw new AppError('APPRAISAL_STATE', { state: cycle.state });
  return cycle;
}

/** A cycle that has not started. @throws AppError NOT_FOUND, APPRAISAL_STATE */
export const requireDraft = (id: string): Promise<AppraisalCycle> => requireState(id, 'draft');
