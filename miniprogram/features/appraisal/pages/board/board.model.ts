import type { BoardRow, BoardView } from '#contracts/appraisal-results';
import type { Failure } from '../../../../services/client-error';

export interface BoardModel {
  readonly cycleId: string;
  readonly unitId: string;
  readonly data: BoardView | null;
  /** Rows that are shown; the others come with a tap. */
  readonly most: number;
  /** Whose grade is being changed; empty for nobody. */
  readonly editing: string;
  readonly to: string;
  readonly asksReason: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export const FIRST_ROWS = 12;
export const MORE_ROWS = 30;

export const editedRow = ({ data, editing }: BoardModel): BoardRow | undefined =>
  data?.rows.find(({ person }) => person.id === editing);
