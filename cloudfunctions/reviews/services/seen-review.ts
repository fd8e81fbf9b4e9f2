import type { AppraisalCycleState } from '#contracts/appraisal-cycle';
import type { ReviewFigures, ReviewViewer } from '#contracts/review';
import { employeesById } from '../../people/public';
import type { Employee } from '../../shared/kernel/employee';
import { findReviewPeople } from '../data/review-people';
import { findRun } from '../data/runs';
import type { ReviewSnapshot } from '../domain/review';
import { viewFor } from '../domain/view-for';
import { isOffice } from './office';

/** From when on what was published is seen: nobody of the people before everybody, HR while it calibrates. */
const SEEN: Readonly<Record<ReviewViewer, readonly AppraisalCycleState[]>> = {
  reviewed: ['published'],
  manager: ['published'],
  calibrator: ['calibration', 'publishing', 'published'],
  hr: ['calibration', 'publishing', 'published'],
  rater: [],
};

/**
 * What somebody is to a person of a cycle, by the reporting line of today as for their result: who was the manager when the
 * cycle began has no more to do with them. Whoever is none of these is a rater at most, and sees nothing.
 */
export async function viewerOf(personId: string, me: Employee, now: number): Promise<ReviewViewer> {
  if (personId === me._id) return 'reviewed';
  const person = (await employeesById([personId], now)).get(personId);
  if (person?.managerId === me._id) return 'manager';
  return isOffice(me) ? 'hr' : 'rater';
}

/** Whether a viewer sees anything of a cycle in this state. */
export const isSeen = (viewer: ReviewViewer, state: AppraisalCycleState): boolean =>
  SEEN[viewer].includes(state);

/**
 * What was published about people, as a viewer may see it, by employee: the only way by which figures of reviews leave the
 * server. Whoever has none, or may not be seen, is not in the map. One read for at most a thousand people.
 */
export async function findSeenReviews(
  viewer: ReviewViewer,
  { _id, state }: { readonly _id: string; readonly state: AppraisalCycleState },
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewFigures>> {
  if (!isSeen(viewer, state)) return new Map();
  const found = await findReviewSnapshots(_id, employeeIds);
  return new Map(
    [...found].flatMap(([id, { figures }]) => {
      const seen = viewFor(viewer, figures);
      return seen ? [[id, seen] as const] : [];
    }),
  );
}

/** What was published about people, by employee, for rules that calculate with it; never for a phone. One read. */
export async function findReviewSnapshots(
  cycleId: string,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewSnapshot>> {
  const states = await findReviewPeople(cycleId, employeeIds);
  return new Map([...states].flatMap(([id, { snapshot }]) => (snapshot ? [[id, snapshot] as const] : [])));
}

/** Whether everything of a cycle that will ever be published is. */
export const isReviewClosed = async (cycleId: string): Promise<boolean> =>
  (await findRun(cycleId))?.phase === 'closed';
