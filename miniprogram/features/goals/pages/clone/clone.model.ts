import type { GoalsContract } from '#contracts/goals';
import { readNumber } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

type Cloneable = GoalsContract['cloneable']['output'];

export interface CloneModel {
  readonly sheetId: string;
  /** The cycle that is copied from; empty: the one before. */
  readonly from: string;
  readonly data: Cloneable | null;
  /** Ids of objectives that are to be copied. */
  readonly chosen: readonly string[];
  readonly raise: string;
  readonly fromLast: boolean;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** What was loaded, with as many objectives chosen as fit into what is there, in their order. */
export function loaded(data: Cloneable): Pick<CloneModel, 'data' | 'from' | 'chosen'> {
  let { used } = data;
  const chosen = data.rows.flatMap(({ id, weight, isThere }) => {
    if (isThere || used + weight > 100) return [];
    used += weight;
    return [id];
  });
  return { data, from: data.from, chosen };
}

const MAX_RAISE = 100;

/** By how many percent targets are raised; null for what cannot be one. */
export function raiseOf({ raise }: Pick<CloneModel, 'raise'>): number | null {
  if (raise.trim() === '') return 0;
  const read = readNumber(raise.replace(/[%％]$/, ''));
  const isFine =
    'value' in read && Number.isInteger(read.value) && read.value >= 0 && read.value <= MAX_RAISE;
  return isFine ? read.value : null;
}

/** What the objectives of the sheet weigh together once the chosen ones are there. */
export const sumOf = ({ data, chosen }: Pick<CloneModel, 'data' | 'chosen'>): number =>
  (data?.rows ?? [])
    .filter(({ id }) => chosen.includes(id))
    .reduce((sum, { weight }) => sum + weight, data?.used ?? 0);

export type CloneProblem = 'needChoice' | 'needRaise' | 'over';

/** Why nothing can be copied so; null if it can. */
export function problemOf(model: CloneModel): CloneProblem | null {
  if (raiseOf(model) === null) return 'needRaise';
  if (model.chosen.length === 0) return 'needChoice';
  return sumOf(model) > 100 ? 'over' : null;
}
