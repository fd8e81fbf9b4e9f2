import type { Instant } from '#contracts/common';
import type { ReviewRelation } from '#contracts/review';
import type { ReviewChange } from '#contracts/reviews';
import type { ReviewAnswer } from './review';

/**
 * A document of `reviews`, `_id` is `<cycle>:<subject>:<relation>:<rater>`: what one rater answers about one person. It never
 * leaves the server, and neither does its id, but for what the rater gets to see of their own.
 */
export interface StoredReview {
  readonly _id: string;
  readonly cycleId: string;
  readonly subjectId: string;
  readonly relation: ReviewRelation;
  /** An employee, or a customer by a text that is in no other document. */
  readonly raterId: string;
  readonly ratings: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly savedAt: Instant;
  /** Null while it is a draft. */
  readonly submittedAt: Instant | null;
}

export type ReviewKey = Pick<StoredReview, 'cycleId' | 'subjectId' | 'relation' | 'raterId'>;

export const reviewIdOf = ({ cycleId, subjectId, relation, raterId }: ReviewKey): string =>
  `${cycleId}:${subjectId}:${relation}:${raterId}`;

export const emptyReview = (key: ReviewKey, now: Instant): StoredReview => ({
  _id: reviewIdOf(key),
  ...key,
  ratings: {},
  texts: {},
  savedAt: now,
  submittedAt: null,
});

/** With what has changed since the last part. */
export function withChange(
  review: StoredReview,
  { ratings, texts }: ReviewChange,
  now: Instant,
): StoredReview {
  const rated = Object.entries({ ...review.ratings, ...ratings });
  const written = Object.entries({ ...review.texts, ...texts });
  return {
    ...review,
    ratings: Object.fromEntries(
      rated.flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])),
    ),
    texts: Object.fromEntries(written.filter(([, text]) => text !== '')),
    savedAt: now,
  };
}

/** Whether nothing was answered at all. */
export const isEmptyAnswer = ({ ratings, texts }: Pick<StoredReview, 'ratings' | 'texts'>): boolean =>
  Object.keys(ratings).length + Object.keys(texts).length === 0;

/** As the rules of anonymity read it; null of a draft. */
export const answerOf = ({
  raterId,
  relation,
  ratings,
  texts,
  submittedAt,
}: StoredReview): ReviewAnswer | null =>
  submittedAt === null ? null : { rater: raterId, relation, at: submittedAt, ratings, texts };

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** People correct documents by hand in the console, so that a field may be missing. */
export const isUsableReview = ({ subjectId, raterId, ratings, texts, submittedAt }: StoredReview): boolean =>
  typeof subjectId === 'string' &&
  typeof raterId === 'string' &&
  isObject(ratings) &&
  isObject(texts) &&
  (submittedAt === null || Number.isFinite(submittedAt));
