import type { Instant } from '#contracts/common';
import { findReviewPeople } from '../data/review-people';

/** Until when and why answers about people were let in after the deadline, for HR and calibrators; by employee. One read. */
export async function findReopenings(
  cycleId: string,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly at: Instant; readonly reason: string }[]>> {
  const states = await findReviewPeople(cycleId, employeeIds);
  return new Map(
    [...states].flatMap(([id, { reopened }]) =>
      reopened.length > 0 ? [[id, reopened.map(({ at, reason }) => ({ at, reason }))] as const] : [],
    ),
  );
}
