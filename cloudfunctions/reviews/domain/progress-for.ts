import type { LateRater, ReviewProgress, ReviewViewer } from '#contracts/review';

/** Somebody who was asked about a person, and whether they have answered: without when, and without what. */
export interface Invitation {
  readonly person: string;
  readonly rater: string;
  readonly isAnswered: boolean;
}

/**
 * How many of those who were asked about a person have answered, over all relations together; null for raters, who see
 * their own answers only, and for everybody once the cycle has closed: what was published says "at least".
 * @param invitations about this person
 */
export const progressFor = (
  viewer: ReviewViewer,
  invitations: readonly Invitation[],
  isClosed: boolean,
): ReviewProgress | null =>
  progressOf(
    viewer,
    { asked: invitations.length, answered: invitations.filter(({ isAnswered }) => isAnswered).length },
    isClosed,
  );

/** The same of what was counted already. */
export function progressOf(
  viewer: ReviewViewer,
  { asked, answered }: ReviewProgress,
  isClosed: boolean,
): ReviewProgress | null {
  return isClosed || viewer === 'rater' ? null : { asked, answered };
}

/**
 * Who still owes answers and how many, by id, for the owner of the cycle who reminds them while it runs. It does not say
 * about whom, so that a name is linked neither to a person nor, once that is published, to a figure.
 * @param invitations of the whole cycle
 */
export function lateRaters(
  viewer: ReviewViewer,
  invitations: readonly Invitation[],
  isClosed: boolean,
): LateRater[] {
  if (isClosed || viewer !== 'hr') return [];
  const open = new Map<string, number>();
  for (const { rater, isAnswered } of invitations)
    if (!isAnswered) open.set(rater, (open.get(rater) ?? 0) + 1);
  return [...open]
    .map(([employeeId, count]) => ({ employeeId, open: count }))
    .sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
}
