import type { ReviewRelation } from '#contracts/review';
import { AppError } from '../../shared/errors/app-error';
import {
  isAskedItem,
  type PersonReview,
  type ReviewAnswer,
  type ReviewCycle,
  type ReviewItem,
} from './review';

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });

/**
 * Answers about a person that agree with each other: one per rater, one manager, no answer of the person but as self,
 * only relations that were asked.
 * @throws AppError INPUT_INVALID with `answers.<index>.<field>` and the rule
 */
export function checkAnswers(cycle: ReviewCycle, { person, asked, answers }: PersonReview): void {
  const raters = new Set<string>();
  const itemsFor = askedItems(cycle);
  let managers = 0;
  answers.forEach((answer, index) => {
    const { rater, relation } = answer;
    const at = (field: string) => `answers.${index}.${field}`;
    if (raters.has(rater)) throw invalid(at('rater'), 'repeated');
    raters.add(rater);
    if (!asked.includes(relation) || cycle.weights[relation] === undefined)
      throw invalid(at('relation'), 'asked');
    if ((rater === person) !== (relation === 'self')) throw invalid(at('relation'), 'self');
    if (relation === 'manager') managers += 1;
    if (managers > 1) throw invalid(at('relation'), 'repeated');
    checkAnswer(cycle, itemsFor(relation), answer, at);
  });
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

/**
 * One answer against the questionnaire: whole levels of the scale, for rating items; texts for text items.
 * @throws AppError INPUT_INVALID with the path and the rule
 */
function checkAnswer(
  { scale }: ReviewCycle,
  items: readonly ReviewItem[],
  { ratings, texts }: ReviewAnswer,
  at: (field: string) => string,
): void {
  let [rated, written] = [0, 0];
  for (const { id, kind } of items) {
    if (kind === 'text') {
      if (texts[id] !== undefined) written += 1;
      continue;
    }
    const rating = ratings[id];
    if (rating === undefined) continue;
    rated += 1;
    if (!Number.isInteger(rating)) throw invalid(at(`ratings.${id}`), 'whole-number');
    if (rating < scale.least || rating > scale.most) throw invalid(at(`ratings.${id}`), 'out-of-range');
  }
  if (Object.keys(ratings).length > rated) throw unknownField(items, 'rating', ratings, at('ratings'));
  if (Object.keys(texts).length > written) throw unknownField(items, 'text', texts, at('texts'));
}

function unknownField(items: ReviewCycle['items'], kind: string, given: object, path: string): AppError {
  const known = items.filter((item) => item.kind === kind).map(({ id }) => id);
  const field = Object.keys(given).find((id) => !known.includes(id));
  return invalid(`${path}.${field}`, 'unknown-field');
}
