import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { day, employeeId, nonEmptyText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findReviewPerson, replaceReviewPerson } from '../data/review-people';
import { lastDayFor, latestExtension } from '../domain/asked';
import { MAX_REOPENED } from '../domain/review-person';
import { cycleId } from '../inputs/review';
import { askingCycleNow, personIn, requireRunning } from '../services/reviewed';
import { tellReopened } from '../services/tell-reopened';

/**
 * HR lets answers about a person that are missing come until a later day, while the cycle runs. Who they are missing from is
 * neither asked nor said; they are told. The same again answers the same. @throws AppError NOT_FOUND, REVIEW_CLOSED, INPUT_INVALID, BUSY
 */
export const reopenReview = employeeAction<ReviewsContract['reopenReview']>({
  input: strictObject({ cycleId, employeeId, until: day, reason: nonEmptyText(200) }),
  allow: can('update', 'AppraisalCycles'),
  texts: ({ reason }) => [reason],
  async run({ input: { until, reason, ...input }, me, now }) {
    const cycle = await askingCycleNow(input.cycleId);
    const person = await personIn(cycle._id, input.employeeId, now);
    requireRunning(cycle);
    if (input.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    const state = await findReviewPerson(cycle._id, input.employeeId);
    const [last] = state.reopened;
    if (last && last.until === until && last.reason === reason && last.by === me._id) {
      await tellReopened(cycle, { person, state }, until, now);
      return { until };
    }
    if (until <= lastDayFor(cycle, state) || until > latestExtension(dayOf(now)))
      throw new AppError('INPUT_INVALID', { path: 'until', rule: 'out-of-range' });
    if (state.reopened.length >= MAX_REOPENED)
      throw new AppError('INPUT_INVALID', { path: 'until', rule: 'too-many' });
    const reopened = [{ at: now, by: me._id, until, reason }, ...state.reopened];
    if (!(await replaceReviewPerson(state, { reopened, openUntil: until }))) throw new AppError('BUSY', {});
    await tellReopened(cycle, { person, state }, until, now);
    return { until };
  },
});
