import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { figure, listOfObjects, listOfTexts, oneOf, text, yesOrNo } from '../../shared/faults/checks';
import { boardIdOf, type StoredBoard } from '../domain/stored-result';

export const boards = collection<StoredBoard>('calibration_boards', {
  cycleId: text,
  unitId: text,
  unitPath: listOfTexts,
  rev: figure,
  state: oneOf('open', 'locked', 'published'),
  events: listOfObjects({ kind: text, by: text, at: figure }),
  people: figure,
  counts: listOfObjects({ grade: text, count: figure }),
  ready: yesOrNo,
});

export const findBoard = (cycleId: string, unitId: string): Promise<StoredBoard | null> =>
  boards.byId(boardIdOf(cycleId, unitId));

/** The board that somebody's result is on. */
export const findBoardOf = ({ boardId }: { readonly boardId: string }): Promise<StoredBoard | null> =>
  boards.byId(boardId);

/** At most 1,000, in no particular order. */
export const boardsByIds = (ids: readonly string[]): Promise<StoredBoard[]> =>
  boards.byIds([...new Set(ids)]);

/** Boards of a cycle, by unit. */
export const findBoards = (cycleId: string, limit: number): Promise<StoredBoard[]> =>
  boards.list(() => ({ cycleId }), limit, [['_id', 'asc']]);

/** Boards of a cycle that are in one of the states, or not prepared yet. */
export const findBoardsIn = (
  cycleId: string,
  where: Partial<Pick<StoredBoard, 'state' | 'ready'>>,
  limit: number,
): Promise<StoredBoard[]> => boards.list(() => ({ cycleId, ...where }), limit, [['_id', 'asc']]);

/** Adds boards that are not there yet. */
export const addBoards = (found: readonly StoredBoard[]): Promise<void> => boards.addMissing(found);

/** Replaces a board at the revision that was read. @returns whether it did */
export async function replaceBoard(
  before: Pick<StoredBoard, '_id' | 'rev'>,
  after: StoredBoard,
): Promise<boolean> {
  const { _id, ...fields } = after;
  const changed = await boards.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => fields,
  );
  return changed === 1;
}

/** Writes a board with the `put` of a transaction that has read it. */
export const putBoard = (put: Put, board: StoredBoard): Promise<void> => put('calibration_boards', board);
