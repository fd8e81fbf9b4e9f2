import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { MAX_RECIPIENTS, notify } from '../../shared/outbox/outbox';
import { findRatersAbout } from '../data/reviews';
import { ratersOf } from '../domain/asked';
import type { ReviewPerson } from '../domain/review-person';
import type { AskingCycle } from './reviewed';

/** Of one person, customers as well. */
const MOST_ANSWERS = 300;

/**
 * Tells those who have not answered about somebody that they may until a later day; neither about whom, nor to anybody else, HR
 * included. Once for each day. One read.
 */
export async function tellReopened(
  cycle: AskingCycle,
  reviewed: { readonly person: AppraisalPerson; readonly state: ReviewPerson },
  until: Day,
  now: Instant,
): Promise<void> {
  const { id } = reviewed.person.person;
  const found = await findRatersAbout(cycle._id, id, MOST_ANSWERS);
  const answered = new Set(
    found.filter(({ submittedAt }) => submittedAt !== null).map(({ raterId }) => raterId),
  );
  const missing = ratersOf(cycle.review, reviewed, dayOf(now)).filter((rater) => !answered.has(rater));
  await notify({
    ...{ _id: `review-reopened:${cycle._id}:${id}:${until}`, event: 'review.reopened' },
    to: missing.slice(0, MAX_RECIPIENTS),
    ...{ data: { title: cycle.title, day: until }, aboutId: cycle._id, at: now, template: 'waiting' },
  });
}
