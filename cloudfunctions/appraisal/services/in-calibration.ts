import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { AppError } from '../../shared/errors/app-error';
import { requireCycle } from './cycles';

/** A cycle whose grades are on the boards. @throws AppError NOT_FOUND, APPRAISAL_STATE */
export async function requireCalibration(cycleId: string): Promise<AppraisalCycle> {
  const cycle = await requireCycle(cycleId);
  if (cycle.state !== 'calibration') throw new AppError('APPRAISAL_STATE', { state: cycle.state });
  return cycle;
}
