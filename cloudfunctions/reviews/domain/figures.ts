import type { Exact } from '#contracts/common';
import type {
  ReviewCell,
  ReviewFigures,
  ReviewMean,
  ReviewRelation,
  ReviewSpreadPart,
  ReviewTexts,
  UsedWeight,
} from '#contracts/review';
import { ExactMean } from '../../shared/figures/exact-mean';
import { exactText, type Ratio, rounded } from '../../shared/figures/ratio';
import { type GuardedSum, meanOf, REVIEW_DECIMALS, shownMean } from './guarded-sum';
import type { ExactMeans } from './review';
import { usedWeights } from './used-weights';

/** What may be shown of one relation; a cell that is hidden or has no answers is null. */
export interface ShownGroup {
  readonly relation: ReviewRelation;
  readonly weight: number;
  readonly atLeast: number | null;
  /** One per rating item, in their order; so are the spreads, which may be left out. */
  readonly cells: readonly (GuardedSum | null)[];
  readonly spreads: readonly (readonly ReviewSpreadPart[])[];
  readonly texts: readonly ReviewTexts[];
}

/**
 * Means of groups, items and in total, out of what is shown and nothing else: a group or cell that is hidden is missing
 * everywhere, and the weights of the others are used. An item counts as much as another one in the mean of its group.
 */
export function figuresOf(
  items: readonly string[],
  groups: readonly ShownGroup[],
): { figures: ReviewFigures; exact: ExactMeans } {
  const weights = weightsUsed(groups);
  const own = groups.map(groupPart);
  const total = totalOf(own);
  const figures: ReviewFigures = {
    groups: groups.map((group, index) => ({
      relation: group.relation,
      mean: shownPart(own[index] ?? null),
      atLeast: group.atLeast,
      cells: items.map((item, at) => cellOf(item, group, at)),
      texts: group.texts,
    })),
    items: items.map((item, at) => {
      const cells = groups.map((group) => cellPart(group, at));
      return { item, mean: shownPart(totalOf(cells)), weights: weights(cells) };
    }),
    total: { mean: shownPart(total), weights: weights(own) },
  };
  const exact: Partial<Record<ReviewRelation, Exact>> = {};
  for (const part of own) if (part) exact[part.relation] = exactText(part.value);
  return { figures, exact: { total: total && exactText(total.value), groups: exact } };
}

/** What one group adds to a total. */
interface Part {
  readonly relation: ReviewRelation;
  readonly weight: number;
  readonly value: Ratio;
  readonly isExact: boolean;
}

const NONE: readonly ReviewSpreadPart[] = [];

function cellOf(item: string, { cells, spreads }: ShownGroup, at: number): ReviewCell {
  const cell = cells[at];
  return { item, mean: cell ? shownMean(cell) : null, spread: spreads[at] ?? NONE };
}

function cellPart({ relation, weight, cells }: ShownGroup, at: number): Part | null {
  const cell = cells[at];
  return cell ? { relation, weight, value: meanOf(cell), isExact: cell.bound === 'exact' } : null;
}

function groupPart({ relation, weight, cells }: ShownGroup): Part | null {
  const mean = new ExactMean();
  let isExact = true;
  for (const cell of cells) {
    if (!cell) continue;
    mean.add(1, meanOf(cell));
    isExact &&= cell.bound === 'exact';
  }
  const value = mean.mean();
  return value && { relation, weight, value, isExact };
}

/** Of the parts that have a weight; null if none has. */
function totalOf(parts: readonly (Part | null)[]): Pick<Part, 'value' | 'isExact'> | null {
  const mean = new ExactMean();
  let isExact = true;
  for (const part of parts) {
    if (!part || part.weight === 0) continue;
    mean.add(part.weight, part.value);
    isExact &&= part.isExact;
  }
  const value = mean.mean();
  return value && { value, isExact };
}

const shownPart = (part: Pick<Part, 'value' | 'isExact'> | null): ReviewMean | null =>
  part && { mean: rounded(part.value, REVIEW_DECIMALS), bound: part.isExact ? 'exact' : 'about' };

/** The weights used where these groups are shown; most items show the same ones, which are worked out once. */
function weightsUsed(groups: readonly ShownGroup[]) {
  const found = new Map<number, UsedWeight[]>();
  return (parts: readonly (Part | null)[]): UsedWeight[] => {
    const key = parts.reduce((mask, part, index) => (part ? mask | (1 << index) : mask), 0);
    const weights = found.get(key) ?? usedWeights(groups.filter((_, index) => parts[index]));
    found.set(key, weights);
    return weights;
  };
}
