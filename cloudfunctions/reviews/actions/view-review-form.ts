import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { lastDayFor, taskState } from '../domain/asked';
import { cycleBriefOf } from '../domain/brief';
import { sectionsFor } from '../domain/questions';
import { cycleId } from '../inputs/review';
import { ownReview } from '../services/own-review';
import { askingCycle, requireQuestionnaire, requireRunning } from '../services/reviewed';

/**
 * What the reader is asked about somebody, and what they have answered so far. No figure of anybody is in it, the reader's own
 * ones neither added up. @throws AppError NOT_FOUND, REVIEW_CLOSED
 */
export const viewReviewForm = employeeAction<ReviewsContract['reviewForm']>({
  input: strictObject({ cycleId, subjectId: employeeId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const cycle = await askingCycle(input.cycleId, now);
    const { person, state, relation, review } = await ownReview(cycle, input.subjectId, me._id, now);
    requireRunning(cycle);
    const until = lastDayFor(cycle, state);
    return {
      cycle: cycleBriefOf(cycle),
      subject: person.person,
      job: person.job,
      relation,
      scale: cycle.review.scale,
      sections: sectionsFor(requireQuestionnaire(cycle, person), relation),
      threshold: cycle.review.threshold,
      until,
      draft: { ratings: review?.ratings ?? {}, texts: review?.texts ?? {} },
      state: taskState(review ?? undefined, until, dayOf(now)),
    };
  },
});
