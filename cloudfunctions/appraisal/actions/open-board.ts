import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { touchAppraisalCycle } from '../../appraisal-cycles/public';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBoard, putBoard } from '../data/boards';
import { opened } from '../domain/calibration';
import { cycleId, reason, unitId } from '../inputs/result';
import { mayOpenAgain, requireCalibrator } from '../services/calibrator';
import { requireCalibration } from '../services/in-calibration';

/**
 * Opens a locked board again: who locked it, or somebody above them. The cycle is written as well, so that it cannot be published at the same moment: whoever
 * publishes has seen every board locked at the revision of the cycle.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE, CALIBRATION_REFUSED, BUSY
 */
export const openBoard = employeeAction<AppraisalResultsContract['openBoard']>({
  input: strictObject({ cycleId, unitId, reason }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ reason: said }) => [said],
  run: ({ input, me, now }) =>
    inTransaction(async (put) => {
      const [cycle, found] = await Promise.all([
        requireCalibration(input.cycleId),
        findBoard(input.cycleId, input.unitId),
      ]);
      const board = await requireCalibrator(found, me, now);
      if (board.state === 'locked' && !(await mayOpenAgain(board, me, now)))
        throw new AppError('CALIBRATION_REFUSED', { rule: 'locked-above' });
      const after = { ...board, ...opened(board, input.reason, { by: me._id, at: now }) };
      if (after.rev === board.rev) return { rev: board.rev, state: board.state };
      await touchAppraisalCycle(put, cycle);
      await putBoard(put, after);
      return { rev: after.rev, state: after.state };
    }),
});
