import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { appraisalCycles } from '../../appraisal-cycles/public-today';
import type { Collection, Document } from '../../shared/data/collection';
import { readJoined } from '../../shared/data/read-joined';
import { AppError } from '../../shared/errors/app-error';
import { reviewPeople } from '../data/review-people';
import { reviews, usableReviews } from '../data/reviews';
import { emptyReviewPerson, personIdOf, type ReviewPerson } from '../domain/review-person';
import { type ReviewKey, reviewIdOf, type StoredReview } from '../domain/stored-review';
import { type AskingCycle, requireAsking } from './reviewed';

/** What an answer is decided by, as it is now. */
export interface Answering {
  readonly cycle: AskingCycle;
  readonly state: ReviewPerson;
  readonly review: StoredReview | null;
}

/**
 * The cycle, the person's document and an answer about them, which a transaction decides by, in one call.
 * @throws AppError NOT_FOUND without a started cycle with reviews, RECORD_FAULTY
 */
export async function answeringNow(key: ReviewKey): Promise<Answering> {
  const { cycleId, subjectId } = key;
  const one = (from: { readonly name: string }, id: string) => ({ from, field: '_id', values: [id], max: 1 });
  const found = await readJoined(cycleId, appraisalCycles, {
    cycle: one(appraisalCycles, cycleId),
    state: one(reviewPeople, personIdOf(cycleId, subjectId)),
    review: one(reviews, reviewIdOf(key)),
  });
  const [review] = usableReviews(found.review as readonly StoredReview[]);
  return {
    cycle: requireAsking(usableOne(appraisalCycles, found.cycle as readonly AppraisalCycle[])),
    state:
      usableOne(reviewPeople, found.state as readonly ReviewPerson[]) ??
      emptyReviewPerson(cycleId, subjectId),
    review: review ?? null,
  };
}

/** Nobody may write another document in the place of one that cannot be used. @throws AppError RECORD_FAULTY */
function usableOne<T extends Document>(
  { name, usable }: Collection<T>,
  [document]: readonly T[],
): T | undefined {
  if (document && usable([document]).length === 0)
    throw new AppError('RECORD_FAULTY', { collection: name, document: document._id, field: '' });
  return document;
}
