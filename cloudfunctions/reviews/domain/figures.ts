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
import { exactText, type Ratio, reduced, rounded } from '../../shared/figures/ratio';
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
  const total = totalOf(groups, (_, index) => own[index] ?? null);
  const figures: ReviewFigures = {
    groups: groups.map((group, index) => ({
      relation: group.relation,
      mean: shownPart(own[index] ?? null),
      atLeast: group.atLeast,
      cells: items.map((item, at) => cellOf(item, group, at)),
      texts: group.texts,
    })),
    items: items.map((item, at) => {
      const of = totalOf(groups, ({ cells }) => cellPart(cells[at]));
      return { item, mean: shownPart(of), weights: weights(of.shown) };
    }),
    total: { mean: shownPart(total), weights: weights(total.shown) },
  };
  const exact: Partial<Record<ReviewRelation, Exact>> = {};
  groups.forEach(({ relation }, index) => {
    const part = own[index];
    if (part) exact[relation] = exactText(part.value);
  });
  return { figures, exact: { total: total.value && exactText(reduced(total.value)), groups: exact } };
}

/** What one group adds to a total. */
interface Part {
  readonly value: Ratio;
  readonly isExact: boolean;
}

/** A mean of groups by their weights, not in lowest terms; without a value if none of what is shown has one. */
interface Total {
  readonly value: Ratio | null;
  readonly isExact: boolean;
  /** Which groups are shown, a bit for each. */
  readonly shown: number;
}

const NONE: readonly ReviewSpreadPart[] = [];

function cellOf(item: string, { cells, spreads }: ShownGroup, at: number): ReviewCell {
  const cell = cells[at];
  return { item, mean: cell ? shownMean(cell) : null, spread: spreads[at] ?? NONE };
}

const cellPart = (cell: GuardedSum | null | undefined): Part | null =>
  cell ? { value: meanOf(cell), isExact: cell.bound === 'exact' } : null;

function groupPart({ cells }: ShownGroup): Part | null {
  const mean = new ExactMean();
  let isExact = true;
  for (const cell of cells) {
    if (!cell) continue;
    mean.add(1, meanOf(cell));
    isExact &&= cell.bound === 'exact';
  }
  const value = mean.mean();
  return value && { value, isExact };
}

function totalOf(
  groups: readonly ShownGroup[],
  partOf: (group: ShownGroup, index: number) => Part | null,
): Total {
  const mean = new ExactMean();
  let isExact = true;
  let shown = 0;
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index] as ShownGroup;
    const part = partOf(group, index);
    if (!part) continue;
    shown |= 1 << index;
    if (group.weight === 0) continue;
    mean.add(group.weight, part.value);
    isExact &&= part.isExact;
  }
  return { value: mean.unreduced(), isExact, shown };
}

const shownPart = (part: Pick<Total, 'value' | 'isExact'> | null): ReviewMean | null =>
  part?.value
    ? { mean: rounded(part.value, REVIEW_DECIMALS), bound: part.isExact ? 'exact' : 'about' }
    : null;

/** The weights used where these groups are shown; most items show the same ones, which are worked out once. */
function weightsUsed(groups: readonly ShownGroup[]) {
  const found = new Map<number, UsedWeight[]>();
  return (shown: number): UsedWeight[] => {
    const weights = found.get(shown) ?? usedWeights(groups.filter((_, index) => shown & (1 << index)));
    found.set(shown, weights);
    return weights;
  };
}
