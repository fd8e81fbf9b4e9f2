import { strictObject } from 'valibot';
import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import type { ReviewsContract, ReviewsOfCycle, ReviewTask } from '#contracts/reviews';
import {
  findAppraisalCyclesIn,
  findAppraisalPeople,
  findAppraisalPeopleAbout,
} from '../../appraisal-cycles/public';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findReviewedByPeer, findReviewPeople } from '../data/review-people';
import { findReviewsBy } from '../data/reviews';
import { lastDayFor, type Reviewed, relationTo, taskState } from '../domain/asked';
import { cycleBriefOf } from '../domain/brief';
import { asksPeers, peersState } from '../domain/peers';
import type { StoredReview } from '../domain/stored-review';
import { isOffice } from '../services/office';
import type { AskingCycle } from '../services/reviewed';

/** Cycles that run at once. */
const MAX_CYCLES = 3;
/** People whom one person is asked about. */
const MAX_ABOUT = 300;

/** What the reader has to do in the cycles that run: five reads for a cycle, three of them at once. */
export const listReviews = employeeAction<ReviewsContract['reviews']>({
  input: strictObject({}),
  allow: can('read', 'OwnAppraisal'),
  async run({ me, now }) {
    const running = await findAppraisalCyclesIn('running', MAX_CYCLES);
    const asking = running.filter((cycle): cycle is AskingCycle => cycle.review !== null);
    const cycles: ReviewsOfCycle[] = [];
    for (const cycle of asking) cycles.push(await todoIn(cycle, me, now));
    return { employeeId: me._id, isOffice: isOffice(me), cycles };
  },
});

type Own = Pick<StoredReview, 'subjectId' | 'submittedAt'>;

async function todoIn(cycle: AskingCycle, me: Employee, now: Instant): Promise<ReviewsOfCycle> {
  const [about, byPeer, own] = await Promise.all([
    findAppraisalPeopleAbout(cycle._id, me._id, MAX_ABOUT),
    findReviewedByPeer(cycle._id, me._id, MAX_ABOUT),
    findReviewsBy(cycle._id, me._id, MAX_ABOUT),
  ]);
  const ids = about.map(({ person }) => person.id);
  const [peers, states] = await Promise.all([
    findAppraisalPeople(
      cycle._id,
      byPeer.map(({ employeeId }) => employeeId),
    ),
    findReviewPeople(cycle._id, ids),
  ]);
  const stateOf = new Map([...byPeer.map((state) => [state.employeeId, state] as const), ...states]);
  const everybody = new Map([...peers, ...about].map((person) => [person.person.id, person]));
  const reviewed = [...everybody.values()].flatMap((person): Reviewed[] => {
    const state = stateOf.get(person.person.id);
    return state ? [{ person, state }] : [];
  });
  return viewOf(cycle, me._id, reviewed, own, dayOf(now));
}

function viewOf(
  cycle: AskingCycle,
  myId: string,
  reviewed: readonly Reviewed[],
  own: readonly Own[],
  today: Day,
): ReviewsOfCycle {
  const { review } = cycle;
  const mine = reviewed.find(({ person }) => person.person.id === myId);
  const team = reviewed.filter(({ person }) => person.managerId === myId);
  const waiting = team.filter(({ state }) => peersState(state, review, today) === 'chosen');
  return {
    cycle: cycleBriefOf(cycle),
    tasks: reviewed.flatMap((each) => taskOf(cycle, each, myId, own, today)),
    peers:
      mine && asksPeers(review)
        ? {
            state: peersState(mine.state, review, today),
            count: (mine.state.chosen ?? []).length,
            until: review.peersUntil,
          }
        : null,
    hasCustomers: mine !== undefined && review.weights.customer !== undefined,
    team: { size: team.length, waiting: asksPeers(review) ? waiting.length : 0 },
  };
}

function taskOf(
  cycle: AskingCycle,
  each: Reviewed,
  myId: string,
  own: readonly Own[],
  today: Day,
): ReviewTask[] {
  const relation = relationTo(cycle.review, each, myId, today);
  if (!relation || !hasQuestions(cycle, each.person)) return [];
  const until = lastDayFor(cycle, each.state);
  const review = own.find(({ subjectId }) => subjectId === each.person.person.id);
  return [
    {
      subject: each.person.person,
      relation,
      until,
      isReopened: until > cycle.answersUntil,
      state: taskState(review, until, today),
    },
  ];
}

const hasQuestions = ({ review }: AskingCycle, { questionnaireId }: AppraisalPerson): boolean =>
  review.questionnaires.some(({ id }) => id === questionnaireId);
