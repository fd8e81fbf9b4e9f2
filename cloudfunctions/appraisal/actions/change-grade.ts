import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { putBoard } from '../data/boards';
import { findResultAndBoard, putResult } from '../data/results';
import { calibrated } from '../domain/calibration';
import { recounted } from '../domain/recounted';
import { cycleId, grade, reason } from '../inputs/result';
import { ledBoards, requireCalibrator } from '../services/calibrator';
import { requireCalibration } from '../services/in-calibration';
import { isTooClose } from '../services/too-close';

/**
 * Changes a grade on an open board. The row and the board are one write, so that a board that is locked at the same moment
 * has the change or refuses it. Who reports to the person never does it while somebody else may, nor does their direct manager
 * by being in HR: as the leader of the unit they do. Idempotent: the same change again is the row as it is.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE, CALIBRATION_REFUSED, VERSION_CONFLICT, BUSY
 */
export const changeGrade = employeeAction<AppraisalResultsContract['changeGrade']>({
  input: strictObject({ cycleId, employeeId, to: grade, reason, rev: version }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ reason: said }) => [said],
  async run({ input, me, now }) {
    const { scheme, to: until } = await requireCalibration(input.cycleId);
    return inTransaction(async (put) => {
      const [result, board] = (await findResultAndBoard(input.cycleId, input.employeeId)) ?? [];
      if (!result?.row || !board) throw new AppError('NOT_FOUND', { what: 'result' });
      await requireCalibrator(board, me, now);
      if (result.person.id === me._id) throw new AppError('CALIBRATION_REFUSED', { rule: 'own' });
      const { id } = result.person;
      const isLeader = me._id === result.managerId && (await ledBoards([board], me, now)).length > 0;
      const managerId = isLeader ? null : result.managerId;
      if (await isTooClose(me, { id, managerId }, now))
        throw new AppError('CALIBRATION_REFUSED', { rule: 'close' });
      const row = calibrated(board, result.row, input, { by: me._id, at: now }, scheme.grades);
      const after = { rev: row.rev, after: row.after };
      if (row === result.row) return { rev: board.rev, state: board.state, row: after };
      await putResult(put, { ...result, row, rev: result.rev + 1 });
      await putBoard(put, recounted(board, result, row, until));
      return { rev: board.rev + 1, state: board.state, row: after };
    });
  },
});
