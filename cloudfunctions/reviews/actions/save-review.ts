import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { ReviewChange, ReviewsContract } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addReview, saveDraft } from '../data/reviews';
import { requireAskedItems, sectionsFor } from '../domain/questions';
import { emptyReview, type ReviewKey, withChange } from '../domain/stored-review';
import { cycleId, ratingChanges, texts } from '../inputs/review';
import { ownReview } from '../services/own-review';
import { askingCycle, requireInTime, requireQuestionnaire } from '../services/reviewed';

/**
 * Keeps a part of an answer; each item is written alone, so that two phones of one person keep what both wrote. Nobody else
 * reads a draft. @throws AppError NOT_FOUND, REVIEW_CLOSED, INPUT_INVALID, TEXT_REFUSED
 */
export const saveReview = employeeAction<ReviewsContract['saveReview']>({
  input: strictObject({ cycleId, subjectId: employeeId, ratings: ratingChanges, texts }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ texts: written }) => Object.values(written),
  async run({ input, me, now }) {
    const cycle = await askingCycle(input.cycleId, now);
    const { person, state, relation, key, review } = await ownReview(cycle, input.subjectId, me._id, now);
    requireInTime(cycle, state, dayOf(now));
    if (review?.submittedAt) throw new AppError('REVIEW_CLOSED', { rule: 'sent' });
    const { scale } = cycle.review;
    requireAskedItems(sectionsFor(requireQuestionnaire(cycle, person), relation), scale, input);
    if (!review && (await addReview(withChange(emptyReview(key, now), input, now))) === 'added')
      return { savedAt: now };
    if (!(await keep(key, input, now))) throw new AppError('REVIEW_CLOSED', { rule: 'sent' });
    return { savedAt: now };
  },
});

function keep(key: ReviewKey, { ratings, texts: written }: ReviewChange, now: Instant): Promise<boolean> {
  const rated = Object.entries(ratings);
  const words = Object.entries(written);
  const kept = {
    ratings: Object.fromEntries(rated.flatMap(([id, value]) => (value === null ? [] : [[id, value]]))),
    texts: Object.fromEntries(words.filter(([, text]) => text !== '')),
  };
  const removed = {
    ratings: rated.flatMap(([id, value]) => (value === null ? [id] : [])),
    texts: words.flatMap(([id, text]) => (text === '' ? [id] : [])),
  };
  return saveDraft(key, kept, removed, now);
}
