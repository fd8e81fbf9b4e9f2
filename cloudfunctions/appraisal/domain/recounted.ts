import type { CalibrationRow } from '#contracts/appraisal';
import type { Day } from '#contracts/common';
import { counted } from './board-groups';
import { memberOf, type StoredBoard, type StoredResult } from './stored-result';

/**
 * A board after the row of one of its people has changed, by calibration or by an appeal: lists of boards and the comparison of
 * groups read its sums alone, so that they say the same as its rows.
 * @param before the result with its row of before
 * @param on the last day of the cycle
 */
export function recounted(
  board: StoredBoard,
  before: Pick<StoredResult, 'hiredOn' | 'managerId' | 'managerPoints' | 'shown' | 'row'>,
  row: CalibrationRow,
  on: Day,
): StoredBoard {
  const was = memberOf(before);
  const is = memberOf({ ...before, row });
  return {
    ...board,
    rev: board.rev + 1,
    counts: board.counts.map(({ grade, count }) => ({
      grade,
      count: count + (grade === is.grade ? 1 : 0) - (grade === was.grade ? 1 : 0),
    })),
    ...(board.groups && { groups: counted(counted(board.groups, was, on, -1), is, on, 1) }),
  };
}
