import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { boardsByIds } from '../data/boards';
import { type ListedResult, listResultsAfter, replaceResult } from '../data/results';
import { publishedResult } from '../domain/result';
import type { StoredBoard } from '../domain/stored-result';

const PAGE = 100;
const LANES = 10;

/**
 * Writes the first version of the results after the cursor; nobody can read it before the cycle is published. Those that
 * have one keep it, so that a page is written once.
 * @returns the last person, '' behind the last page
 */
export async function publishPage(
  cycle: AppraisalCycle,
  at: Instant,
  appealUntil: Day,
): Promise<{ readonly last: string; readonly written: number }> {
  const page = await listResultsAfter(cycle._id, cycle.cursor, PAGE);
  const due = page.filter(({ row, result }) => row !== null && result === null);
  const boards = new Map(
    (await boardsByIds(due.map(({ boardId }) => boardId))).map((each) => [each._id, each]),
  );
  const saved = await inParallel(due, LANES, (each) =>
    replaceResult(each, { result: firstVersion(each, boards.get(each.boardId), at, appealUntil) }),
  );
  // Nobody writes a result while it is being published, except another run of this.
  if (!saved.every(Boolean)) throw new AppError('BUSY', {});
  return { last: page.at(-1)?.person.id ?? '', written: due.length };
}

/** Decided by the last who changed the grade, or by who locked the board as it was. */
function firstVersion(
  { person, row }: ListedResult,
  board: StoredBoard | undefined,
  at: Instant,
  appealUntil: Day,
) {
  if (!row) throw new Error('a result without a grade');
  const by = row.changes.at(-1)?.by ?? board?.events.findLast(({ kind }) => kind === 'locked')?.by ?? '';
  return publishedResult(person.id, { shown: row.shown, grade: row.after }, appealUntil, { by, at });
}
