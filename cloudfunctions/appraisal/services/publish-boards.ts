import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { findBoardsIn, replaceBoard } from '../data/boards';
import { published } from '../domain/calibration';

const PAGE = 100;
const LANES = 10;

/** Closes the boards of a cycle for good. Idempotent. */
export async function publishBoards({ _id, publishedBy = '' }: AppraisalCycle, at: Instant): Promise<void> {
  for (;;) {
    const page = await findBoardsIn(_id, { state: 'locked' }, PAGE);
    if (page.length === 0) return;
    const saved = await inParallel(page, LANES, (board) =>
      replaceBoard(board, { ...board, ...published(board, { by: publishedBy, at }) }),
    );
    if (!saved.every(Boolean)) throw new AppError('BUSY', {});
  }
}
