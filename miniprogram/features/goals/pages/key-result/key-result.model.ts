import type { Confidence } from '#contracts/goal';
import type { CheckInResult, GoalsContract, KeyResultView } from '#contracts/goals';
import type { Failure } from '../../../../services/client-error';
import type { FigureDraft } from '../../figure.model';

export interface KeyResultModel {
  readonly sheetId: string;
  readonly id: string;
  readonly data: GoalsContract['history']['output'] | null;
  readonly draft: FigureDraft | null;
  readonly confidence: Confidence | null;
  readonly note: string;
  /** Of the next check-in: the same for a retry. */
  readonly key: string;
  readonly moved: CheckInResult | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** The key result that the page is about; undefined once it is no longer part of the goals. */
export const keyResultOf = ({ data, id }: KeyResultModel): KeyResultView | undefined =>
  data?.sheet.objectives.flatMap(({ keyResults }) => keyResults).find((each) => each.id === id);
