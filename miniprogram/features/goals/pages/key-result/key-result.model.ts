import type { Day } from '#contracts/common';
import type { Confidence } from '#contracts/goal';
import type { CheckInResult, GoalsContract, KeyResultView } from '#contracts/goals';
import type { Failure } from '../../../../services/client-error';
import type { Evidence } from '../../evidence.model';
import type { FigureDraft } from '../../figure.model';

export interface KeyResultModel {
  readonly sheetId: string;
  readonly today: Day;
  readonly id: string;
  readonly data: GoalsContract['history']['output'] | null;
  readonly draft: FigureDraft | null;
  readonly confidence: Confidence | null;
  readonly note: string;
  readonly evidence: Evidence;
  /** Of the next check-in: the same for a retry. */
  readonly key: string;
  readonly moved: CheckInResult | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** Of the company and of departments, what can be added up is divided over those below. */
export function canDivide(model: KeyResultModel): boolean {
  const { data } = model;
  const keyResult = keyResultOf(model);
  if (!data || !keyResult || !('target' in keyResult.measure)) return false;
  const { owner, canEdit } = data.sheet;
  const isOpen = data.cycle.state === 'running' || data.cycle.state === 'planned';
  const isAdditive = keyResult.source !== 'mean' && !/[%％]/.test(keyResult.measure.unit);
  return canEdit && isOpen && isAdditive && owner.kind !== 'person';
}

/** The key result that the page is about; undefined once it is no longer part of the goals. */
export const keyResultOf = ({ data, id }: KeyResultModel): KeyResultView | undefined =>
  data?.sheet.objectives.flatMap(({ keyResults }) => keyResults).find((each) => each.id === id);
