import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { findReviewSnapshots, isReviewClosed } from '../../reviews/public';
import type { PublishedReview } from '../domain/review-inputs';

/** What is published of a person is published once. */
const VERSION = 1;

/**
 * What reviews published about people in a cycle, by employee, and never anything finer: no score tells more about single
 * answers than the review does. One read.
 */
export async function findPublishedReviews(
  cycleId: string,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, PublishedReview>> {
  const found = await findReviewSnapshots(cycleId, employeeIds);
  return new Map([...found].map(([id, { figures }]) => [id, { cycleId, version: VERSION, figures }]));
}

/** Whether everything that was answered in a cycle is published; nobody is asked in one without reviews. */
export const areReviewsPublished = async ({ _id, review }: AppraisalCycle): Promise<boolean> =>
  review === null || isReviewClosed(_id);
