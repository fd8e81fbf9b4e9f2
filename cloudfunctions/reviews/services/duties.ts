import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import type { LateRater } from '#contracts/review';
import { type DutySource, type DutyState, findAppraisalPeopleAfter } from '../../appraisal-cycles/public';
import { dayOf } from '../../shared/calendar/company-time';
import { findReviewPeople } from '../data/review-people';
import { findAnsweredAfter } from '../data/reviews';
import { type Reviewed, ratersOf } from '../domain/asked';
import { asksPeers, peersState } from '../domain/peers';
import { type Invitation, lateRaters, progressFor } from '../domain/progress-for';

const PAGE = 1_000;
/** Of everybody in a company of a hundred thousand; of their answers ten times as many. */
const MOST_PAGES = 100;
const MOST_ANSWER_PAGES = 1_000;

type Asking = AppraisalCycle & { readonly review: NonNullable<AppraisalCycle['review']> };

const isAsking = (cycle: AppraisalCycle): cycle is Asking => cycle.review !== null;

/** Peers that are still to be chosen, by the people themselves. */
const choosing: DutySource = {
  duty: 'peers',
  async stateOf(cycle, now) {
    const found = await peersOf(cycle, dayOf(now));
    if (!found) return null;
    const late = found.people.flatMap(({ person, state }) =>
      peersState(state, found.review, found.today) === 'open' ? [person.person.id] : [],
    );
    return stateOf(found.people.length, late, found.review.peersUntil);
  },
};

/** Chosen peers that are still to be confirmed, by the managers. */
const confirming: DutySource = {
  duty: 'confirm',
  async stateOf(cycle, now) {
    const found = await peersOf(cycle, dayOf(now));
    if (!found) return null;
    const chosen = found.people.filter(
      ({ state, person }) => state.chosen !== null && person.managerId !== null,
    );
    const late = chosen.flatMap(({ person, state }) =>
      peersState(state, found.review, found.today) === 'chosen' && person.managerId ? [person.managerId] : [],
    );
    return stateOf(chosen.length, late, found.review.confirmUntil);
  },
};

/** Answers of employees: customers are reminded by who has invited them. */
const answering: DutySource = {
  duty: 'answers',
  async stateOf(cycle, now) {
    if (!isAsking(cycle)) return null;
    const invitations = await invitationsOf(cycle, now);
    const progress = progressFor('hr', invitations, false);
    if (!progress) return null;
    return { ...progress, late: lateRaters('hr', invitations, false), until: cycle.answersUntil };
  },
};

/** What people owe in the reviews of a cycle that runs. */
export const reviewDuties: readonly DutySource[] = [choosing, confirming, answering];

const stateOf = (asked: number, late: readonly string[], until: Day): DutyState => ({
  ...{ asked, answered: asked - late.length, until },
  late: counted(late),
});

function counted(ids: readonly string[]): LateRater[] {
  const open = new Map<string, number>();
  for (const id of ids) open.set(id, (open.get(id) ?? 0) + 1);
  return [...open].map(([employeeId, count]) => ({ employeeId, open: count }));
}

/** Null where no peers are asked, and once the time to confirm them is over. */
async function peersOf(cycle: AppraisalCycle, today: Day) {
  if (!isAsking(cycle) || !asksPeers(cycle.review) || today > cycle.review.confirmUntil) return null;
  return { people: await reviewedOf(cycle), review: cycle.review, today };
}

/** Everybody about whom somebody is asked: two reads for every thousand. */
async function reviewedOf(cycle: Asking): Promise<Reviewed[]> {
  const all: Reviewed[] = [];
  let after = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const people: readonly AppraisalPerson[] = await findAppraisalPeopleAfter(cycle._id, after, PAGE);
    const asked = people.filter(({ questionnaireId }) => questionnaireId !== null);
    const states = await findReviewPeople(
      cycle._id,
      asked.map(({ person }) => person.id),
    );
    for (const person of asked) {
      const state = states.get(person.person.id);
      if (state) all.push({ person, state });
    }
    if (people.length < PAGE) break;
    after = people.at(-1)?.person.id ?? '';
  }
  return all;
}

async function invitationsOf(cycle: Asking, now: Instant): Promise<Invitation[]> {
  const [people, answered] = await Promise.all([reviewedOf(cycle), answeredOf(cycle._id, now)]);
  return people.flatMap((reviewed) => {
    const person = reviewed.person.person.id;
    return ratersOf(cycle.review, reviewed, dayOf(now)).map((rater) => ({
      ...{ person, rater },
      isAnswered: answered.has(`${person}:${rater}`),
    }));
  });
}

/** Who had handed in about whom at a moment: a read for every thousand answers, without what they say. */
async function answeredOf(cycleId: string, now: Instant): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after = '';
  for (let page = 0; page < MOST_ANSWER_PAGES; page += 1) {
    const rows = await findAnsweredAfter(cycleId, after, PAGE);
    for (const { subjectId, raterId, submittedAt } of rows)
      if (submittedAt !== null && submittedAt <= now) found.add(`${subjectId}:${raterId}`);
    if (rows.length < PAGE) break;
    after = rows.at(-1)?._id ?? '';
  }
  return found;
}
