import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { inParallel } from '../../shared/data/in-parallel';
import { findBoardsIn, replaceBoard } from '../data/boards';
import { type ListedResult, replaceResult } from '../data/results';
import { type Comparisons, comparisonsOf, preparedBoard, rowsByQuota } from '../domain/prepared-board';
import type { StoredBoard } from '../domain/stored-result';
import { allResults } from './all-results';

const BOARDS = 100;
const LANES = 10;

/**
 * Gives the grades by quota and makes the comparisons, board by board.
 * @returns whether no board is left
 */
export async function prepareBoards(cycle: AppraisalCycle, deadline: number): Promise<boolean> {
  const waiting = await findBoardsIn(cycle._id, { ready: false }, BOARDS);
  if (waiting.length === 0) return true;
  const people = await allResults(cycle._id);
  const comparisons = comparisonsOf(people, cycle.to);
  const units = new Map<string, ListedResult[]>();
  for (const each of people) units.set(each.boardId, [...(units.get(each.boardId) ?? []), each]);
  for (let page = waiting; page.length > 0; page = await findBoardsIn(cycle._id, { ready: false }, BOARDS)) {
    for (const board of page) {
      if (performance.now() >= deadline) return false;
      if (!(await prepare(board, cycle, units.get(board._id) ?? [], comparisons))) return false;
    }
  }
  return true;
}

async function prepare(
  board: StoredBoard,
  cycle: AppraisalCycle,
  people: readonly ListedResult[],
  comparisons: Comparisons,
): Promise<boolean> {
  const { grades } = cycle.scheme;
  const given = new Map(people.flatMap(({ person, row }) => (row ? [[person.id, row.after]] : [])));
  if (grades.by === 'quota') {
    const rows = rowsByQuota(grades, people);
    const saved = await inParallel(rows, LANES, ({ before, row }) => replaceResult(before, { row }));
    if (!saved.every(Boolean)) return false;
    for (const { row } of rows) given.set(row.personId, row.after);
  }
  return replaceBoard(board, preparedBoard(board, cycle, given, people, comparisons));
}
