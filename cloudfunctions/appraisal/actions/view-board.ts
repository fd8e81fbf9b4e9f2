import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { findReopenings } from '../../reviews/public';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBoard } from '../data/boards';
import { listResultsOfBoard } from '../data/results';
import { cycleId, unitId } from '../inputs/result';
import { boardView } from '../services/board-view';
import { requireCalibrator } from '../services/calibrator';
import { requireCycle } from '../services/cycles';

/** People of one unit. */
const MAX_UNIT = 1_000;

/**
 * A board with its people, its grades against the advice, and what calibrators should know and nothing applies.
 * @throws AppError NOT_FOUND, also for whoever does not calibrate the unit
 */
export const viewBoard = employeeAction<AppraisalResultsContract['board']>({
  input: strictObject({ cycleId, unitId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const [cycle, board] = await Promise.all([
      requireCycle(input.cycleId),
      findBoard(input.cycleId, input.unitId),
    ]);
    const own = await requireCalibrator(board, me, now);
    if (!own.ready) throw new AppError('APPRAISAL_STATE', { state: cycle.state });
    const members = await listResultsOfBoard(own._id, MAX_UNIT);
    const reopenings = cycle.review
      ? await findReopenings(
          cycle._id,
          members.map(({ person }) => person.id),
        )
      : new Map();
    const view = await boardView(cycle, own, members, reopenings, me, now);
    await recordAccess({
      ...{ what: 'board', aboutId: own._id, at: now },
      ...{ readerId: me._id, readerName: me.name },
      ownerIds: view.rows.map(({ person }) => person.id),
    });
    return view;
  },
});
