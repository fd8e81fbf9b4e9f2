import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { advance } from '../../appraisal-cycles/public';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBoardsIn } from '../data/boards';
import { cycleId } from '../inputs/result';
import { publishCycle } from '../jobs/publish-cycles';
import { requireCycle } from '../services/cycles';

/** How long one call publishes, ms; the timer goes on. */
const CALL_MS = 5_000;

/**
 * Publishes all results of a cycle with one moment, once every board is locked; people read nothing before it is done.
 * Idempotent.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE, BOARDS_OPEN, BUSY if a board was opened at the same time
 */
export const publishResults = employeeAction<AppraisalResultsContract['publishResults']>({
  input: strictObject({ cycleId }),
  allow: can('decide', 'AppraisalResults'),
  async run({ input, me, now }) {
    const before = await requireCycle(input.cycleId);
    const { state } = before;
    if (state === 'published') return { state };
    if (state !== 'calibration' && state !== 'publishing') throw new AppError('APPRAISAL_STATE', { state });
    if (state === 'calibration') {
      const open = await findBoardsIn(before._id, { state: 'open' }, MAX_OPEN);
      if (open.length > 0) throw new AppError('BOARDS_OPEN', { count: open.length });
      const change = { publishedAt: now, publishedBy: me._id };
      if (!(await advance(before, 'calibration', 'publishing', change))) throw new AppError('BUSY', {});
    }
    await publishCycle(await requireCycle(before._id), now, performance.now() + CALL_MS);
    return { state: (await requireCycle(before._id)).state };
  },
});

/** More are not counted. */
const MAX_OPEN = 1_000;
