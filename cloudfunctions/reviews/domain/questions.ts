import type {
  AppraisalCycle,
  AppraisalPerson,
  QuestionItem,
  Questionnaire,
  QuestionSection,
} from '#contracts/appraisal-cycle';
import type { ReviewRelation } from '#contracts/review';
import type { ReviewChange } from '#contracts/reviews';
import { AppError } from '../../shared/errors/app-error';
import { isAskedItem, type ReviewCycle, type ReviewItem } from './review';

/** What a person is rated on; null if nobody is asked about them. */
export function questionnaireOf(
  { review }: Pick<AppraisalCycle, 'review'>,
  { questionnaireId }: Pick<AppraisalPerson, 'questionnaireId'>,
): Questionnaire | null {
  return review?.questionnaires.find(({ id }) => id === questionnaireId) ?? null;
}

export const itemsOf = ({ sections }: Pick<Questionnaire, 'sections'>): readonly QuestionItem[] =>
  sections.flatMap(({ items }) => items);

/** What a relation is asked; sections without such an item are left out. */
export const sectionsFor = ({ sections }: Questionnaire, relation: ReviewRelation): QuestionSection[] =>
  sections
    .map((section) => ({ ...section, items: section.items.filter((item) => isAskedItem(item, relation)) }))
    .filter(({ items }) => items.length > 0);

/** The terms of a cycle for people with this questionnaire, as the rules of anonymity read them. */
export function reviewCycleOf(
  { review, closedAt }: Pick<AppraisalCycle, 'review' | 'closedAt'>,
  questionnaire: Questionnaire,
): ReviewCycle {
  if (!review) throw new RangeError('Nobody is asked in this cycle');
  const items = itemsOf(questionnaire).map(
    ({ id, kind, relations }): ReviewItem => ({ id, kind, ...(relations && { relations }) }),
  );
  const { threshold, scale, weights } = review;
  return { threshold, scale, weights, items, closedAt };
}

/**
 * A part of an answer has to be about what the rater is asked.
 * @throws AppError INPUT_INVALID with the item and the rule
 */
export function requireAskedItems(
  sections: readonly QuestionSection[],
  scale: { readonly least: number; readonly most: number },
  { ratings, texts }: ReviewChange,
): void {
  const kinds = new Map(itemsOf({ sections }).map(({ id, kind }) => [id, kind]));
  for (const [id, rating] of Object.entries(ratings)) {
    if (kinds.get(id) !== 'rating') throw invalid(`ratings.${id}`, 'unknown-field');
    if (rating !== null && (rating < scale.least || rating > scale.most))
      throw invalid(`ratings.${id}`, 'out-of-range');
  }
  for (const id of Object.keys(texts))
    if (kinds.get(id) !== 'text') throw invalid(`texts.${id}`, 'unknown-field');
}

/** The first question, for who has answered none. */
export function emptyAnswer(sections: readonly QuestionSection[]): AppError<'REVIEW_EMPTY'> {
  const name = itemsOf({ sections })[0]?.name;
  return new AppError('REVIEW_EMPTY', { itemZh: name?.['zh-CN'] ?? '', itemEn: name?.en ?? '' });
}

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });
