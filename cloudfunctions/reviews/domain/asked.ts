import type { AppraisalCycle, AppraisalPerson, ReviewPlan } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import type { ReviewTask, StaffRelation } from '#contracts/reviews';
import { addDays } from '../../shared/calendar/company-time';
import { askedPeers } from './peers';
import { RELATIONS } from './review';
import { MAX_REOPENED, type ReviewPerson } from './review-person';
import type { StoredReview } from './stored-review';

/** Somebody who is reviewed, as they were at the start, and what has happened since. */
export interface Reviewed {
  readonly person: AppraisalPerson;
  readonly state: ReviewPerson;
}

type Plan = Pick<AppraisalCycle, 'review' | 'answersUntil'>;

/** What somebody is to a person, as it was at the start; anybody else can be a peer at most. */
export function placeOf({ person, managerId, reports }: AppraisalPerson, raterId: string): StaffRelation {
  if (person.id === raterId) return 'self';
  if (managerId === raterId) return 'manager';
  return reports.includes(raterId) ? 'report' : 'peer';
}

/** In which relation somebody is asked about a person; null if they are not. Everybody is asked in one. */
export function relationTo(
  review: ReviewPlan,
  { person, state }: Reviewed,
  raterId: string,
  today: Day,
): StaffRelation | null {
  const place = placeOf(person, raterId);
  if (place === 'peer' && !askedPeers(state, review, today).includes(raterId)) return null;
  return review.weights[place] === undefined ? null : place;
}

/**
 * How many are asked, by relation; relations of the plan in which nobody is asked are absent.
 * @param customers invitations of customers
 */
export function askedCounts(
  review: ReviewPlan,
  { person, state }: Reviewed,
  customers: number,
  today: Day,
): Partial<Record<ReviewRelation, number>> {
  const counts: Record<ReviewRelation, number> = {
    self: 1,
    manager: person.managerId === null ? 0 : 1,
    peer: askedPeers(state, review, today).length,
    report: person.reports.length,
    customer: customers,
  };
  const asked = RELATIONS.filter((each) => counts[each] > 0 && review.weights[each] !== undefined);
  return Object.fromEntries(asked.map((relation) => [relation, counts[relation]]));
}

/** Employees who are asked about a person, each in one relation. */
export function ratersOf(review: ReviewPlan, reviewed: Reviewed, today: Day): string[] {
  const { person, state } = reviewed;
  const possible = new Set([
    person.person.id,
    ...(person.managerId === null ? [] : [person.managerId]),
    ...person.reports,
    ...askedPeers(state, review, today),
  ]);
  return [...possible].filter((id) => relationTo(review, reviewed, id, today) !== null);
}

/** The last day for answers about a person: later where HR has reopened them. */
export function lastDayFor(
  { answersUntil }: Pick<Plan, 'answersUntil'>,
  { reopened }: Pick<ReviewPerson, 'reopened'>,
): Day {
  const days = [answersUntil, ...reopened.map(({ until }) => until)];
  return days.sort().at(-1) ?? answersUntil;
}

/** Days by which an extension goes beyond the last day, or beyond today once that is over. */
const EXTENSION_DAYS = 3;
/** Days from today until which answers may be let in. */
const MAX_DAYS = 31;

/** The latest day until which missing answers may be let in. */
export const latestExtension = (today: Day): Day => addDays(today, MAX_DAYS);

/** Until when missing answers about a person come if they are let in today; null while the last day is further away than that. */
export function extensionOf(
  plan: Pick<Plan, 'answersUntil'>,
  person: Pick<ReviewPerson, 'reopened'>,
  today: Day,
): Day | null {
  if (person.reopened.length >= MAX_REOPENED) return null;
  const last = lastDayFor(plan, person);
  const until = addDays(last > today ? last : today, EXTENSION_DAYS);
  return until > latestExtension(today) ? null : until;
}

/** How far a rater is with somebody. */
export function taskState(
  review: Pick<StoredReview, 'submittedAt'> | undefined,
  until: Day,
  today: Day,
): ReviewTask['state'] {
  if (review && review.submittedAt !== null) return 'sent';
  if (today > until) return 'late';
  return review ? 'begun' : 'new';
}
