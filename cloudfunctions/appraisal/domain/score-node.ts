import type { Formula, MissingReason, NodeKind, ScoreNode, ScoreSource } from '#contracts/appraisal';
import { ExactMean } from '../../shared/figures/exact-mean';
import { largestRemainder } from '../../shared/figures/largest-remainder';
import { exactText, type Ratio, ratio, rounded } from '../../shared/figures/ratio';

export interface Head {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: ScoreNode['name'];
  readonly sources: readonly ScoreSource[];
}

/** A node whose place among the others of its parent is not known yet. */
export interface Draft {
  readonly head: Head;
  readonly weight: number;
  readonly value: Ratio | null;
  readonly formula: Formula | null;
  readonly inputs: readonly ScoreNode[];
  readonly missing: MissingReason | null;
}

/** What a node really counts among the others. */
interface Used {
  readonly share: Ratio;
  readonly shown: number;
}

const WEIGHTED_MEAN: Formula = { kind: 'weighted-mean' };
const NO_INPUTS: readonly ScoreNode[] = [];
/** A displayed share has one decimal. */
const TENTHS = 10;

export const scoredDraft = (head: Head, weight: number, value: Ratio, formula: Formula): Draft => ({
  head,
  weight,
  value,
  formula,
  inputs: NO_INPUTS,
  missing: null,
});

export const missingDraft = (
  head: Head,
  weight: number,
  missing: MissingReason,
  inputs = NO_INPUTS,
): Draft => ({
  head,
  weight,
  value: null,
  formula: null,
  inputs,
  missing,
});

/** The mean of the drafts that have a value, by their weights; missing if none has. */
export function meanOf(head: Head, drafts: readonly Draft[], decimals: number, weight = 0): Draft {
  const used = usedShares(drafts);
  const inputs = drafts.map((draft, index) => nodeOf(draft, used[index] ?? null, decimals));
  const value = weightedMean(drafts);
  if (value === null) return missingDraft(head, weight, commonReason(drafts), inputs);
  return { head, weight, value, formula: WEIGHTED_MEAN, inputs, missing: null };
}

/** Σ weight × value / Σ weight over those that have a value; null if none has. Weights are whole and above zero. */
export function weightedMean(
  drafts: readonly { readonly weight: number; readonly value: Ratio | null }[],
): Ratio | null {
  const mean = new ExactMean();
  for (const { value, weight } of drafts) if (value !== null) mean.add(weight, value);
  return mean.mean();
}

/** What each counts where only those with a value do: 40 and 30 of which a third is missing are 57.14 % and 42.86 %. */
export function usedShares(
  drafts: readonly { readonly weight: number; readonly value: Ratio | null }[],
): (Used | null)[] {
  const weights = drafts.map(({ weight, value }) => (value === null ? 0 : weight));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return drafts.map(() => null);
  const shown = largestRemainder(100 * TENTHS, weights);
  return weights.map((weight, index) =>
    weight === 0 ? null : { share: ratio(100 * weight, sum), shown: (shown[index] ?? 0) / TENTHS },
  );
}

/** @param used null for the total and for what is missing */
export function nodeOf(draft: Draft, used: Used | null, decimals: number): ScoreNode {
  const { head, weight, value, formula, inputs, missing } = draft;
  const isTotal = head.kind === 'total';
  return {
    id: head.id,
    kind: head.kind,
    name: head.name,
    value: value && exactText(value),
    shown: value && rounded(value, decimals),
    share: isTotal ? null : weight,
    usedShare: used && exactText(used.share),
    shownShare: used?.shown ?? null,
    formula,
    inputs,
    sources: head.sources,
    missing,
  };
}

/** The reason that all of them share. */
function commonReason(drafts: readonly Draft[]): MissingReason {
  const [first = null, ...others] = new Set(drafts.map(({ missing }) => missing));
  return others.length === 0 && first !== null ? first : 'no-data';
}
