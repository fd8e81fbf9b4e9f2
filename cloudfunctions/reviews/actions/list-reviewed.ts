import { boolean, optional, strictObject } from 'valibot';
import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import type { ReviewedRow, ReviewsContract } from '#contracts/reviews';
import { findAppraisalPeopleAfter, findAppraisalTeam } from '../../appraisal-cycles/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { type CardCount, countCodes } from '../data/customer-codes';
import { findReviewPeople } from '../data/review-people';
import { askedCounts, extensionOf } from '../domain/asked';
import { atLeast } from '../domain/at-least';
import { cycleBriefOf } from '../domain/brief';
import { askedPeers, asksPeers, peersState } from '../domain/peers';
import { progressOf } from '../domain/progress-for';
import { cycleId } from '../inputs/review';
import { isOffice } from '../services/office';
import { type AskingCycle, askingCycle } from '../services/reviewed';

const PAGE = 50;
const NO_CARDS: CardCount = { given: 0, used: 0 };

/**
 * How far the answers about people are: a manager's reports, or for HR everybody, page by page. Counts only: whose answers are
 * missing is not said, customers are told from the threshold on, and nothing once the cycle has closed. Three reads. @throws AppError NOT_FOUND, FORBIDDEN
 */
export const listReviewed = employeeAction<ReviewsContract['reviewed']>({
  input: strictObject({ cycleId, all: optional(boolean(), false), after: optional(employeeId) }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input: { cycleId: id, all = false, after = '' }, me, now }) {
    const cycle = await askingCycle(id, now);
    const isHr = isOffice(me);
    if (all && !isHr) throw new AppError('FORBIDDEN', { rule: 'role', roles: 'hr' });
    const people = all
      ? await findAppraisalPeopleAfter(id, after, PAGE)
      : (await findAppraisalTeam(id, me._id, PAGE)).sort((a, b) => (a._id < b._id ? -1 : 1));
    return {
      cycle: cycleBriefOf(cycle),
      rows: await rowsOf(cycle, people, isHr ? { hrId: me._id } : {}, now),
      next: all && people.length === PAGE ? (people.at(-1)?.person.id ?? null) : null,
    };
  },
});

async function rowsOf(
  cycle: AskingCycle,
  people: readonly AppraisalPerson[],
  { hrId }: { readonly hrId?: string },
  now: Instant,
): Promise<ReviewedRow[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ person }) => person.id);
  const [states, codes] = await Promise.all([
    findReviewPeople(cycle._id, ids),
    cycle.review.weights.customer === undefined ? new Map<string, CardCount>() : countCodes(cycle._id, ids),
  ]);
  const today = dayOf(now);
  const { review } = cycle;
  return people.flatMap((person): ReviewedRow[] => {
    const state = states.get(person.person.id);
    if (!state) return [];
    const { given, used } = codes.get(person.person.id) ?? NO_CARDS;
    const counts = askedCounts(review, { person, state }, 0, today);
    const asked = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const now = peersState(state, review, today);
    const isTooFew = now === 'settled' && askedPeers(state, review, today).length < review.peers.least;
    return [
      {
        person: person.person,
        peers: asksPeers(review) ? { state: now, count: state.peers.length, isTooFew } : null,
        progress: progressOf(
          hrId ? 'hr' : 'manager',
          { asked, answered: Math.max(0, state.answered - used) },
          cycle.state !== 'running',
        ),
        customers:
          review.weights.customer === undefined || cycle.state !== 'running'
            ? null
            : { given, answered: atLeast(used, review.threshold) },
        reopened: hrId ? state.reopened.length : 0,
        extensionTo:
          hrId && cycle.state === 'running' && person.person.id !== hrId
            ? extensionOf(cycle, state, today)
            : null,
      },
    ];
  });
}
