import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { inTransaction } from '../../shared/data/transaction';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { putReviewPerson } from '../data/review-people';
import { putReview } from '../data/reviews';
import { emptyAnswer, requireAskedItems, sectionsFor } from '../domain/questions';
import { emptyReview, isEmptyAnswer, withChange } from '../domain/stored-review';
import { cycleId, ratingChanges, texts } from '../inputs/review';
import { ownReviewNow } from '../services/own-review';
import { requireInTime, requireQuestionnaire } from '../services/reviewed';

/**
 * Hands an answer in; it is final. One transaction with the document of the person, which the publication changes as well: an
 * answer is either in what is published, or refused. Again it answers the same.
 * @throws AppError NOT_FOUND, REVIEW_CLOSED, INPUT_INVALID, REVIEW_EMPTY, TEXT_REFUSED, BUSY
 */
export const sendReview = employeeAction<ReviewsContract['sendReview']>({
  input: strictObject({ cycleId, subjectId: employeeId, ratings: ratingChanges, texts }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ texts: written }) => Object.values(written),
  run: ({ input, me, now }) =>
    inTransaction(async (put) => {
      const { cycleId: id, subjectId } = input;
      const own = await ownReviewNow({ cycleId: id, subjectId, raterId: me._id }, now);
      const { cycle, person, state, relation, key, review } = own;
      if (review?.submittedAt) return { sentAt: review.submittedAt };
      requireInTime(cycle, state, dayOf(now));
      const sections = sectionsFor(requireQuestionnaire(cycle, person), relation);
      requireAskedItems(sections, cycle.review.scale, input);
      const answered = withChange(review ?? emptyReview(key, now), input, now);
      if (isEmptyAnswer(answered)) throw emptyAnswer(sections);
      await putReview(put, { ...answered, submittedAt: now });
      await putReviewPerson(put, state, { answered: state.answered + 1 });
      return { sentAt: now };
    }),
});
