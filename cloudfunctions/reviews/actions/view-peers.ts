import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findReviewPerson } from '../data/review-people';
import { asksPeers, mayWithPeers, peersState } from '../domain/peers';
import { peersRevOf } from '../domain/review-person';
import { cycleId } from '../inputs/review';
import { arrangerOf } from '../services/office';
import { briefsOf, proposedPeers } from '../services/proposed-peers';
import { askingCycle, personIn, requireRunning } from '../services/reviewed';

/**
 * The peers of a person: the person sees those that they have chosen themselves, manager and HR those who are asked. Four reads
 * on a warm instance. @throws AppError NOT_FOUND, REVIEW_CLOSED
 */
export const viewPeers = employeeAction<ReviewsContract['peers']>({
  input: strictObject({ cycleId, employeeId }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const cycle = await askingCycle(input.cycleId, now);
    const person = await personIn(cycle._id, input.employeeId, now);
    const role = arrangerOf(person, me);
    requireRunning(cycle);
    const { review, answersUntil } = cycle;
    if (!asksPeers(review)) throw new AppError('NOT_FOUND', { what: 'review' });
    const [state, proposed] = await Promise.all([
      findReviewPerson(cycle._id, input.employeeId),
      proposedPeers(person, now),
    ]);
    const today = dayOf(now);
    const ids = role === 'self' ? (state.chosen ?? []) : state.peers;
    return {
      person: person.person,
      rev: peersRevOf(state),
      state: peersState(state, review, today),
      peers: await briefsOf(ids, now),
      proposed: proposed.filter(({ id }) => !ids.includes(id)),
      ...review.peers,
      until: role === 'self' ? review.peersUntil : review.confirmUntil,
      may: mayWithPeers(state, review, { role, today, answersUntil }),
    };
  },
});
