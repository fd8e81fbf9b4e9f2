import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { AppError } from '../../shared/errors/app-error';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBoard, replaceBoard } from '../data/boards';
import { listResultsOfBoard } from '../data/results';
import { locked } from '../domain/calibration';
import { boardIdOf } from '../domain/stored-result';
import { cycleId, unitId } from '../inputs/result';
import { requireCalibrator } from '../services/calibrator';
import { requireCalibration } from '../services/in-calibration';

const MAX_UNIT = 1_000;

/**
 * Locks a board as the calibrator has seen it: every change of a grade is a new revision of its board. A unit in which
 * nobody has a grade is locked as well, since nothing of it is left to decide.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE, CALIBRATION_REFUSED, GRADES_OVER_QUOTA, VERSION_CONFLICT
 */
export const lockBoard = employeeAction<AppraisalResultsContract['lockBoard']>({
  input: strictObject({ cycleId, unitId, rev: revision }),
  allow: can('update', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const [cycle, found, members] = await Promise.all([
      requireCalibration(input.cycleId),
      findBoard(input.cycleId, input.unitId),
      listResultsOfBoard(boardIdOf(input.cycleId, input.unitId), MAX_UNIT),
    ]);
    const board = await requireCalibrator(found, me, now);
    if (board.state === 'locked') return { rev: board.rev, state: board.state };
    if (board.rev !== input.rev) throw new AppError('VERSION_CONFLICT', { version: board.rev });
    const act = { by: me._id, at: now };
    const rows = members.flatMap(({ row }) => row ?? []);
    const after =
      rows.length > 0
        ? { ...board, ...locked(board, rows, act, cycle.scheme.grades) }
        : {
            ...board,
            rev: board.rev + 1,
            state: 'locked' as const,
            events: [...board.events, { kind: 'locked' as const, ...act }],
          };
    if (!(await replaceBoard(board, after)))
      throw new AppError('VERSION_CONFLICT', { version: board.rev + 1 });
    return { rev: after.rev, state: after.state };
  },
});
