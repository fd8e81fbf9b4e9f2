import type { StaffRelation } from '#contracts/reviews';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { findReviewPerson, findReviewPersonWarm } from '../data/review-people';
import { findReview } from '../data/reviews';
import { placeOf, type Reviewed, relationTo } from '../domain/asked';
import type { ReviewPerson } from '../domain/review-person';
import type { ReviewKey, StoredReview } from '../domain/stored-review';
import { type Answering, answeringNow } from './answering-now';
import { type AskingCycle, personIn } from './reviewed';

interface OwnReview extends Reviewed {
  readonly relation: StaffRelation;
  readonly key: ReviewKey;
  readonly review: StoredReview | null;
}

/**
 * What a rater has answered about a person whom they are asked about. Two reads at once; for anybody else there is nothing.
 * @throws AppError NOT_FOUND
 */
export async function ownReview(
  cycle: AskingCycle,
  subjectId: string,
  raterId: string,
  now: number,
): Promise<OwnReview> {
  const keyOf = (relation: StaffRelation): ReviewKey => ({
    cycleId: cycle._id,
    subjectId,
    relation,
    raterId,
  });
  const person = await personIn(cycle._id, subjectId, now);
  const [state, review] = await Promise.all([
    findReviewPerson(cycle._id, subjectId),
    findReview(keyOf(placeOf(person, raterId))),
  ]);
  const relation = relationTo(cycle.review, { person, state }, raterId, dayOf(now));
  if (!relation) throw new AppError('NOT_FOUND', { what: 'review' });
  return { person, state, relation, key: keyOf(relation), review };
}

/** The same with the cycle, as all of it is now: one call on a warm instance. @throws AppError NOT_FOUND */
export async function ownReviewNow(
  { cycleId, subjectId, raterId }: Omit<ReviewKey, 'relation'>,
  now: number,
): Promise<OwnReview & Answering> {
  const person = await personIn(cycleId, subjectId, now);
  const place = placeOf(person, raterId);
  const answering = await answeringNow({ cycleId, subjectId, raterId, relation: place });
  const { cycle, state } = answering;
  const relation = relationTo(cycle.review, { person, state }, raterId, dayOf(now));
  if (!relation) throw new AppError('NOT_FOUND', { what: 'review' });
  return { ...answering, person, relation, key: { cycleId, subjectId, relation, raterId } };
}

/**
 * That somebody is asked about a person, or was a minute ago, for what shows them nothing that is not theirs anyway. No read
 * on a warm instance; whoever is not asked is looked up again, since they may have been chosen just now. @throws AppError NOT_FOUND
 */
export async function requireAsked(
  cycle: AskingCycle,
  subjectId: string,
  raterId: string,
  now: number,
): Promise<void> {
  const person = await personIn(cycle._id, subjectId, now);
  const isAsked = (state: ReviewPerson) =>
    relationTo(cycle.review, { person, state }, raterId, dayOf(now)) !== null;
  if (isAsked(await findReviewPersonWarm(cycle._id, subjectId, now))) return;
  if (!isAsked(await findReviewPerson(cycle._id, subjectId)))
    throw new AppError('NOT_FOUND', { what: 'review' });
}
