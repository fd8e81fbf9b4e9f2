import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { figure, listOfObjects, listOfTexts, listOfTextsOrNone, text } from '../../shared/faults/checks';
import { emptyReviewPerson, personIdOf, type ReviewPerson } from '../domain/review-person';

export const reviewPeople = collection<ReviewPerson>('review_people', {
  cycleId: text,
  employeeId: text,
  chosen: listOfTextsOrNone,
  peers: listOfTexts,
  answered: figure,
  reopened: listOfObjects({ at: figure, until: text }),
  rev: figure,
});

/** As it is now; an empty one with revision 0 if nothing has happened yet. */
export async function findReviewPerson(cycleId: string, employeeId: string): Promise<ReviewPerson> {
  const found = await reviewPeople.byId(personIdOf(cycleId, employeeId));
  return found ?? emptyReviewPerson(cycleId, employeeId);
}

const warm = cachedById(reviewPeople);

/** From the warm cache: it may be as it was a minute ago, with peers that were changed since. */
export async function findReviewPersonWarm(
  cycleId: string,
  employeeId: string,
  now: number,
): Promise<ReviewPerson> {
  const id = personIdOf(cycleId, employeeId);
  return (await warm([id], now)).get(id) ?? emptyReviewPerson(cycleId, employeeId);
}

/** Of these people, by employee; who has none gets an empty one. At most 1,000. */
export async function findReviewPeople(
  cycleId: string,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewPerson>> {
  const found = await reviewPeople.byIds(employeeIds.map((id) => personIdOf(cycleId, id)));
  const byId = new Map(found.map((state) => [state.employeeId, state]));
  return new Map(employeeIds.map((id) => [id, byId.get(id) ?? emptyReviewPerson(cycleId, id)]));
}

/** People of a cycle for whom somebody was chosen as a peer. */
export const findReviewedByPeer = (
  cycleId: string,
  raterId: string,
  limit: number,
): Promise<ReviewPerson[]> => reviewPeople.list(() => ({ peers: raterId, cycleId }), limit);

/** Somebody of a cycle about whom answers are let in on a day. */
export const findOpenUntil = (
  cycleId: string,
  day: Day,
): Promise<Pick<ReviewPerson, '_id' | 'openUntil'>[]> =>
  reviewPeople.listFields(['openUntil'], (_) => ({ cycleId, openUntil: _.gte(day) }), 1);

/** Saves at the revision that was read. @returns false after a concurrent change */
export async function replaceReviewPerson(
  before: ReviewPerson,
  change: Partial<ReviewPerson>,
): Promise<boolean> {
  const { _id, ...after } = { ...before, ...change, rev: before.rev + 1 };
  if (before.rev === 0) return (await reviewPeople.add({ _id, ...after })) === 'added';
  const changed = await reviewPeople.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => after,
  );
  return changed === 1;
}

/** Writes with the `put` of a transaction that has read it. */
export const putReviewPerson = (
  put: Put,
  before: ReviewPerson,
  change: Partial<ReviewPerson>,
): Promise<void> => put('review_people', { ...before, ...change, rev: before.rev + 1 });
