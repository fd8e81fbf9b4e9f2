import type { ReviewRelation } from '#contracts/review';
import { AppError } from '../../shared/errors/app-error';
import { RELATIONS, type ReviewTerms } from './review';

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });

/** Raters that a group needs, unless the cycle says otherwise. */
export const DEFAULT_THRESHOLD = 4;
/** Of fewer, one who knows another's answer would know the third one's. */
const LEAST_THRESHOLD = 3;
/** Lattice and 15Five allow no more either; with more nothing would ever be shown. */
const MOST_THRESHOLD = 10;
const MOST_ITEMS = 100;
/** A scale of a hundred points; what is below zero cannot be rounded half up in both directions. */
const MOST_LEVEL = 100;

/**
 * The terms of anonymity of a cycle, as HR sets them. Once it has started they stay: raters were told them, and a
 * threshold that is lowered, or anonymity that is switched off, gives away answers that were given under the old terms.
 * @param started what the cycle started with; null for a cycle that has not started
 * @throws AppError INPUT_INVALID with the field and the rule
 */
export function checkTerms(terms: ReviewTerms, started: ReviewTerms | null): void {
  const { threshold, scale, items, weights } = terms;
  if (!isWholeBetween(threshold, LEAST_THRESHOLD, MOST_THRESHOLD)) throw invalid('threshold', 'out-of-range');
  if (!isWholeBetween(scale.least, 0, MOST_LEVEL)) throw invalid('scale.least', 'out-of-range');
  if (!isWholeBetween(scale.most, scale.least + 1, MOST_LEVEL)) throw invalid('scale.most', 'out-of-range');
  if (items.length === 0 || items.length > MOST_ITEMS) throw invalid('items', 'too-many');
  if (new Set(items.map(({ id }) => id)).size < items.length) throw invalid('items', 'repeated');
  checkWeights(weights);
  if (started && keyOf(started) !== keyOf(terms)) throw invalid(changedField(started, terms), 'fixed');
}

function checkWeights(weights: ReviewTerms['weights']): void {
  const entries = Object.entries(weights) as [ReviewRelation, number][];
  for (const [relation, weight] of entries) {
    if (!RELATIONS.includes(relation)) throw invalid(`weights.${relation}`, 'unknown-option');
    if (!isWholeBetween(weight, 0, 100)) throw invalid(`weights.${relation}`, 'out-of-range');
  }
  if (entries.reduce((sum, [, weight]) => sum + weight, 0) !== 100) throw invalid('weights', 'sum');
}

const isWholeBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const FIELDS = ['threshold', 'scale', 'items', 'weights'] as const;

const textOf = (value: object | number): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const keyOf = (terms: ReviewTerms): string => FIELDS.map((field) => textOf(terms[field])).join('\n');

const changedField = (before: ReviewTerms, after: ReviewTerms): string =>
  FIELDS.find((field) => textOf(before[field]) !== textOf(after[field])) ?? 'threshold';
