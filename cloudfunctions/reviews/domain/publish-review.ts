import type { ReviewRelation, ReviewSpreadPart, ReviewTexts } from '#contracts/review';
import { atLeast } from './at-least';
import { checkAnswers } from './check-answers';
import { figuresOf, type ShownGroup } from './figures';
import { guardedSum } from './guarded-sum';
import { hideLines } from './hide-lines';
import { mergedSpread } from './merged-spread';
import {
  isAnonymous,
  isAskedItem,
  isInTime,
  type PersonReview,
  RELATIONS,
  type ReviewAnswer,
  type ReviewCycle,
  type ReviewItem,
  type ReviewSnapshot,
} from './review';
import { shownTexts } from './shown-texts';
import { type Tally, tallyOf } from './tally';

/**
 * What is published of the answers about a person; null while the cycle runs. Called once, when the cycle closes, and
 * stored: whoever has a snapshot already passes it and gets it back, whatever has arrived since.
 *
 * Of peers, reports and customers only means of at least `threshold` raters are shown, of the group and of each item;
 * with a hidden group or item the next smallest one is hidden (`hide-lines.ts`), and what is hidden is in no total.
 * Self and manager are shown as they are, under their relation, since everybody knows whose they are.
 * @throws AppError INPUT_INVALID naming the answer that cannot be one
 */
export function publishReview(
  cycle: ReviewCycle,
  review: PersonReview,
  published: ReviewSnapshot | null = null,
): ReviewSnapshot | null {
  if (published) return published;
  if (cycle.closedAt === null) return null;
  checkAnswers(cycle, review);
  const items = ratingItems(cycle);
  const tallies = talliesOf(cycle, items, review);
  const hidden = hiddenCells(cycle, tallies);
  const groups = tallies.map((tally) => shownGroup(cycle, items, tally, hidden.get(tally.relation)));
  return { person: review.person, ...figuresOf(items, groups) };
}

/** Ids of what is rated, in the order of the questionnaire. */
export const ratingItems = (cycle: ReviewCycle): string[] => rated(cycle).map(({ id }) => id);

const rated = ({ items }: ReviewCycle): ReviewItem[] => items.filter(({ kind }) => kind === 'rating');

/** Answers to each item; null where the relation is not asked it. */
export const askedCountsOf = (
  cycle: ReviewCycle,
  relation: ReviewRelation,
  counts: readonly number[],
): (number | null)[] =>
  rated(cycle).map((item, at) => (isAskedItem(item, relation) ? (counts[at] ?? 0) : null));

/** The answers of every relation that was asked, added up. */
function talliesOf(cycle: ReviewCycle, items: readonly string[], { answers, asked }: PersonReview): Tally[] {
  const by = new Map<ReviewRelation, ReviewAnswer[]>();
  for (const relation of RELATIONS) if (asked.includes(relation)) by.set(relation, []);
  for (const answer of answers) if (isInTime(cycle, answer)) by.get(answer.relation)?.push(answer);
  return [...by].map(([relation, own]) => tallyOf(items, relation, own));
}

type Hidden = ReadonlyMap<ReviewRelation, readonly boolean[]>;

/**
 * Which cells of the anonymous groups are hidden: decided by how many answered, and never by what. A group that is too
 * small is too small in each of its items.
 */
function hiddenCells(cycle: ReviewCycle, tallies: readonly Tally[]): Hidden {
  const groups = tallies.filter(({ relation }) => isAnonymous(relation));
  const { threshold } = cycle;
  const hidden = groups.map(({ counts }) => counts.map((count) => count < threshold));
  const asked = groups.map(({ relation, counts }) => askedCountsOf(cycle, relation, counts));
  hideLines({ counts: asked, hidden });
  return new Map(groups.map(({ relation }, index) => [relation, hidden[index] ?? []]));
}

/** @param hidden per item; absent for a named author */
function shownGroup(
  cycle: ReviewCycle,
  items: readonly string[],
  tally: Tally,
  hidden: readonly boolean[] | undefined,
): ShownGroup {
  const { threshold, scale } = cycle;
  const { relation, counts, sums } = tally;
  const weight = cycle.weights[relation] ?? 0;
  const texts = writtenTexts(cycle, tally);
  if (!hidden) {
    const cells = counts.map((count, at) =>
      count === 0 ? null : { sum: sums[at] ?? 0, count, bound: 'exact' as const },
    );
    return { relation, weight, atLeast: null, cells, spreads: [], texts };
  }
  // A questionnaire may have texts only.
  const isHidden = hidden.length > 0 && hidden.every(Boolean);
  return {
    relation,
    weight,
    atLeast: isHidden ? null : atLeast(tally.raters, threshold),
    cells: counts.map((count, at) => (hidden[at] ? null : guardedSum(sums[at] ?? 0, count, scale))),
    // Of fewer there is one part at most.
    spreads: items.map((item, at) =>
      hidden[at] || (counts[at] ?? 0) < 2 * threshold
        ? NO_SPREAD
        : mergedSpread(ratingsOf(tally, item), scale, threshold),
    ),
    texts: texts.map(({ item, texts: written }) => ({
      item,
      texts: isHidden ? [] : shownTexts(written, threshold),
    })),
  };
}

const NO_SPREAD: readonly ReviewSpreadPart[] = [];

const ratingsOf = ({ answers }: Tally, item: string): number[] =>
  answers.flatMap(({ ratings }) => ratings[item] ?? []);

/** As they were written, in the order of the answers. */
const writtenTexts = ({ items }: ReviewCycle, { answers }: Tally): ReviewTexts[] =>
  items
    .filter(({ kind }) => kind === 'text')
    .map(({ id }) => ({ item: id, texts: answers.flatMap(({ texts }) => texts[id] ?? []) }));
