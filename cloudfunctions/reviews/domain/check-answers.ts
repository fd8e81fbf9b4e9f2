import type { ReviewRelation } from '#contracts/review';
import { AppError } from '../../shared/errors/app-error';
import {
  isAskedItem,
  type PersonReview,
  type ReviewAnswer,
  type ReviewCycle,
  type ReviewItem,
} from './review';

const refused = (index: number, [field, rule]: Problem) =>
  new AppError('INPUT_INVALID', { path: `answers.${index}.${field}`, rule });

/**
 * Answers about a person that agree with each other: one per rater, one manager, no answer of the person but as self,
 * only relations that were asked.
 * @throws AppError INPUT_INVALID with `answers.<index>.<field>` and the rule
 */
export function checkAnswers(cycle: ReviewCycle, { person, asked, answers }: PersonReview): void {
  const raters = new Set<string>();
  const itemsFor = askedItems(cycle);
  let managers = 0;
  for (let index = 0; index < answers.length; index += 1) {
    const answer = answers[index] as ReviewAnswer;
    const { rater, relation } = answer;
    if (raters.has(rater)) throw refused(index, ['rater', 'repeated']);
    raters.add(rater);
    if (!asked.includes(relation) || cycle.weights[relation] === undefined)
      throw refused(index, ['relation', 'asked']);
    if ((rater === person) !== (relation === 'self')) throw refused(index, ['relation', 'self']);
    if (relation === 'manager') managers += 1;
    if (managers > 1) throw refused(index, ['relation', 'repeated']);
    const problem = problemOf(cycle, itemsFor(relation), answer);
    if (problem) throw refused(index, problem);
  }
}

/** What each relation is asked, worked out once for all answers of it. */
function askedItems(cycle: ReviewCycle): (relation: ReviewRelation) => readonly ReviewItem[] {
  const known = new Map<ReviewRelation, readonly ReviewItem[]>();
  return (relation) => {
    const items = known.get(relation) ?? cycle.items.filter((item) => isAskedItem(item, relation));
    known.set(relation, items);
    return items;
  };
}

type Problem = readonly [field: string, rule: string];

/**
 * One answer against the questionnaire: whole levels of the scale, for rating items; texts for text items.
 * @returns null if it fits
 */
function problemOf(
  { scale }: ReviewCycle,
  items: readonly ReviewItem[],
  { ratings, texts }: ReviewAnswer,
): Problem | null {
  let [rated, written] = [0, 0];
  for (const { id, kind } of items) {
    if (kind === 'text') {
      if (texts[id] !== undefined) written += 1;
      continue;
    }
    const rating = ratings[id];
    if (rating === undefined) continue;
    rated += 1;
    if (!Number.isInteger(rating)) return [`ratings.${id}`, 'whole-number'];
    if (rating < scale.least || rating > scale.most) return [`ratings.${id}`, 'out-of-range'];
  }
  if (countFields(ratings) > rated) return unknownField(items, 'rating', ratings);
  return countFields(texts) > written ? unknownField(items, 'text', texts) : null;
}

/** Without a list of their names, of which a close would make two for every answer. */
function countFields(given: object): number {
  let count = 0;
  for (const _ in given) count += 1;
  return count;
}

function unknownField(items: ReviewCycle['items'], kind: ReviewItem['kind'], given: object): Problem {
  const known = items.filter((item) => item.kind === kind).map(({ id }) => id);
  const field = Object.keys(given).find((id) => !known.includes(id));
  return [`${kind}s.${field}`, 'unknown-field'];
}
