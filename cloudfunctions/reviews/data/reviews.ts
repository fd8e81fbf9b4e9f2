import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { noteFault } from '../../shared/faults/fault';
import { personIdOf } from '../domain/review-person';
import { isUsableReview, type ReviewKey, reviewIdOf, type StoredReview } from '../domain/stored-review';

/**
 * Without checks of the collection, which name a document that cannot be used by its id to HR: the ids here name raters. Such
 * a document is left out here, and named by the person that it is about.
 */
export const reviews = collection<StoredReview>('reviews');

export function usableReviews(found: readonly StoredReview[]): StoredReview[] {
  return found.filter((review) => {
    if (isUsableReview(review)) return true;
    const [cycleId = '', subjectId = ''] = String(review._id).split(':');
    noteFault({ collection: 'reviews', document: personIdOf(cycleId, subjectId), field: '', rule: 'failed' });
    return false;
  });
}

/** Answers of one rater about one person; null if there are none, or none that can be used. */
export async function findReview(key: ReviewKey): Promise<StoredReview | null> {
  const [found] = usableReviews(await reviews.byIds([reviewIdOf(key)]));
  return found ?? null;
}

/** What somebody has answered about people of a cycle. */
export const findReviewsBy = (
  cycleId: string,
  raterId: string,
  limit: number,
): Promise<Pick<StoredReview, '_id' | 'subjectId' | 'submittedAt'>[]> =>
  reviews.listFields(['subjectId', 'submittedAt'], () => ({ raterId, cycleId }), limit);

/** Who has answered about whom in a cycle, after one of them, without what they say. */
export const findAnsweredAfter = (
  cycleId: string,
  after: string,
  limit: number,
): Promise<Pick<StoredReview, '_id' | 'subjectId' | 'raterId' | 'submittedAt'>[]> =>
  reviews.listFields(
    ['subjectId', 'raterId', 'submittedAt'],
    (_) => ({ cycleId, _id: _.gt(after === '' ? `${cycleId}:` : after) }),
    limit,
    [['_id', 'asc']],
  );

/** Who has begun or handed in something about a person of a cycle, without what they say. */
export const findRatersAbout = (
  cycleId: string,
  subjectId: string,
  limit: number,
): Promise<Pick<StoredReview, '_id' | 'raterId' | 'submittedAt'>[]> =>
  reviews.listFields(['raterId', 'submittedAt'], () => ({ cycleId, subjectId }), limit);

/** Answers about people of a cycle after one of them, drafts too, in the order of their ids. */
export const findReviewsAfter = async (
  cycleId: string,
  subjectIds: readonly string[],
  after: string,
  limit: number,
): Promise<{ readonly reviews: readonly StoredReview[]; readonly last: string | null }> => {
  const found = await reviews.list(
    (_) => ({ cycleId, subjectId: _.in([...subjectIds]), _id: _.gt(after) }),
    limit,
    [['_id', 'asc']],
  );
  return { reviews: usableReviews(found), last: found.length === limit ? (found.at(-1)?._id ?? null) : null };
};

export const addReview = (review: StoredReview): Promise<'added' | 'duplicate'> => reviews.add(review);

/** Keeps a part of an answer that was not handed in: each item is written alone. @returns whether there is such a draft */
export async function saveDraft(
  key: ReviewKey,
  { ratings, texts }: Pick<StoredReview, 'ratings' | 'texts'>,
  removed: { readonly ratings: readonly string[]; readonly texts: readonly string[] },
  savedAt: StoredReview['savedAt'],
): Promise<boolean> {
  const changed = await reviews.updateWhere(
    () => ({ _id: reviewIdOf(key), submittedAt: null }),
    (_) => ({
      savedAt,
      ...fields('ratings', ratings),
      ...fields('texts', texts),
      ...Object.fromEntries(removed.ratings.map((id) => [`ratings.${id}`, _.remove()])),
      ...Object.fromEntries(removed.texts.map((id) => [`texts.${id}`, _.remove()])),
    }),
  );
  return changed === 1;
}

const fields = (name: string, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`${name}.${id}`, value]));

/** Writes with the `put` of a transaction that has read it. */
export const putReview = (put: Put, review: StoredReview): Promise<void> => put('reviews', review);
