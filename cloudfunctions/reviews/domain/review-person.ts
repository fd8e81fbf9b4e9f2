import type { Day, Instant } from '#contracts/common';
import type { ReviewSnapshot } from './review';

/** HR lets answers about a person that are missing come later. Who they are missing from is not said. */
export interface Reopening {
  readonly at: Instant;
  readonly by: string;
  readonly until: Day;
  readonly reason: string;
}

/**
 * A document of `review_people`, `_id` is `<cycle>:<employee>`: what is kept about somebody who is reviewed, beside the
 * answers themselves. It is there once anything has happened.
 */
export interface ReviewPerson {
  readonly _id: string;
  readonly cycleId: string;
  readonly employeeId: string;
  /** Counts every change, answers included. It leaves the server nowhere: it would tell when somebody has answered. */
  readonly rev: number;
  /** Counts the changes of the peers alone; absent until there was one. */
  readonly peersRev?: number;
  /** Peers that the person would like to be asked; null until they have chosen. */
  readonly chosen: readonly string[] | null;
  /** Peers who are asked once that is settled: the chosen ones until somebody has confirmed others. */
  readonly peers: readonly string[];
  readonly confirmedBy: string | null;
  /** Who has to confirm the chosen ones, the manager as at the start; null once it is done or nobody has to. */
  readonly waitsFor?: string | null;
  /** Answers that were handed in, all relations together. */
  readonly answered: number;
  /** The newest first, ten at most. */
  readonly reopened: readonly Reopening[];
  /** The last day of these; absent if there are none. */
  readonly openUntil?: Day;
  /** What was published when the cycle closed, once and for all; null until then. */
  readonly snapshot: ReviewSnapshot | null;
}

export const MAX_REOPENED = 10;

export const personIdOf = (cycleId: string, employeeId: string): string => `${cycleId}:${employeeId}`;

export const emptyReviewPerson = (cycleId: string, employeeId: string): ReviewPerson => ({
  _id: personIdOf(cycleId, employeeId),
  cycleId,
  employeeId,
  rev: 0,
  chosen: null,
  peers: [],
  confirmedBy: null,
  answered: 0,
  reopened: [],
  snapshot: null,
});

/** How often the peers have changed: the revision that whoever changes them has seen. */
export const peersRevOf = ({ peersRev = 0 }: Pick<ReviewPerson, 'peersRev'>): number => peersRev;
