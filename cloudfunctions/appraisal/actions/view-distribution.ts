import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBoards } from '../data/boards';
import { findResult } from '../data/results';
import { cycleId } from '../inputs/result';
import { ownBoards } from '../services/calibrator';
import { requireCycle } from '../services/cycles';
import { distributionView, withoutReader } from '../services/distribution-view';

const MAX_BOARDS = 1_000;

/**
 * Scores and grades by department, time with the company and manager, with how many people each is of: for calibrators, of
 * what they calibrate. Sums are kept on the boards, so that a company of any size is two reads.
 * @throws AppError NOT_FOUND, also for whoever calibrates nothing; APPRAISAL_STATE until the boards are ready
 */
export const viewDistribution = employeeAction<AppraisalResultsContract['distribution']>({
  input: strictObject({ cycleId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const [cycle, boards, own] = await Promise.all([
      requireCycle(input.cycleId),
      findBoards(input.cycleId, MAX_BOARDS),
      findResult(input.cycleId, me._id),
    ]);
    const mine = await ownBoards(boards, me, now);
    if (mine.length === 0) throw new AppError('NOT_FOUND', { what: 'board' });
    if (!boards.every(({ ready }) => ready)) throw new AppError('APPRAISAL_STATE', { state: cycle.state });
    const shown = new Set(mine.map(({ _id }) => _id));
    return distributionView(cycle, withoutReader(boards, own, cycle), shown, now);
  },
});
