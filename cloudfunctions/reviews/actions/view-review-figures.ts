import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cycleBriefOf } from '../domain/brief';
import { itemsOf } from '../domain/questions';
import { cycleId } from '../inputs/review';
import { askingCycle, personIn, requireQuestionnaire } from '../services/reviewed';
import { findSeenReviews, viewerOf } from '../services/seen-review';

/** What was published about a person, as the reader may see it; a read on a warm instance. @throws AppError NOT_FOUND where there is nothing */
export const viewReviewFigures = employeeAction<ReviewsContract['reviewFigures']>({
  input: strictObject({ cycleId, employeeId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const cycle = await askingCycle(input.cycleId, now);
    const person = await personIn(cycle._id, input.employeeId, now);
    const viewer = await viewerOf(input.employeeId, me, now);
    const seen = await findSeenReviews(viewer, cycle, [input.employeeId]);
    const figures = seen.get(input.employeeId);
    if (!figures) throw new AppError('NOT_FOUND', { what: 'review' });
    return {
      person: person.person,
      cycle: cycleBriefOf(cycle),
      scale: cycle.review.scale,
      threshold: cycle.review.threshold,
      items: itemsOf(requireQuestionnaire(cycle, person)).map(({ id, name, kind }) => ({ id, name, kind })),
      figures,
    };
  },
});
