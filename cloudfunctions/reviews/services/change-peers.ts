import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findReviewPerson, replaceReviewPerson } from '../data/review-people';
import { mayWithPeers, type PeersRole, requirePeers } from '../domain/peers';
import { peersRevOf, type ReviewPerson } from '../domain/review-person';
import { arrangerOf } from './office';
import { areEmployed } from './proposed-peers';
import { askingCycleNow, personIn, requireRunning } from './reviewed';

interface PeersChange {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly rev: number;
  readonly peerIds: readonly string[];
}

/** Answers that come meanwhile change the same document. */
const TRIES = 5;

/**
 * Sets the peers of a person at the revision of the peers that was seen; answers do not count. The same again answers the
 * same. Three reads and a write.
 * @throws AppError NOT_FOUND, REVIEW_CLOSED, PEERS_INVALID, VERSION_CONFLICT, BUSY
 */
export async function changePeers(
  { cycleId, employeeId, rev, peerIds }: PeersChange,
  role: PeersRole,
  me: Employee,
  now: Instant,
): Promise<{ readonly rev: number }> {
  const cycle = await askingCycleNow(cycleId);
  const person = await personIn(cycleId, employeeId, now);
  if (arrangerOf(person, me) !== role) throw new AppError('NOT_FOUND', { what: 'review' });
  requireRunning(cycle);
  const { review, answersUntil } = cycle;
  const change = changed(peerIds, role, me, person.managerId);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const state = await findReviewPerson(cycleId, employeeId);
    const seen = peersRevOf(state);
    if (seen === rev + 1 && isSame(state, change)) return { rev: seen };
    if (seen !== rev) throw new AppError('VERSION_CONFLICT', { version: seen });
    const may = mayWithPeers(state, review, { role, today: dayOf(now), answersUntil });
    if (may === null) throw new AppError('REVIEW_CLOSED', { rule: 'over' });
    requirePeers(person, peerIds, review.peers, may === 'add' ? state.peers : []);
    if (!(await areEmployed(peerIds, now)))
      throw new AppError('PEERS_INVALID', { rule: 'unknown', ...review.peers });
    if (await replaceReviewPerson(state, { ...change, peersRev: rev + 1 })) return { rev: rev + 1 };
  }
  throw new AppError('BUSY', {});
}

type Change = Partial<Pick<ReviewPerson, 'chosen' | 'peers' | 'confirmedBy' | 'waitsFor'>>;

const changed = (
  peerIds: readonly string[],
  role: PeersRole,
  me: Employee,
  managerId: string | null,
): Change =>
  role === 'self'
    ? { chosen: peerIds, peers: peerIds, waitsFor: managerId }
    : { peers: peerIds, confirmedBy: me._id, waitsFor: null };

const isSame = (state: ReviewPerson, change: Change): boolean =>
  (Object.keys(change) as (keyof Change)[]).every(
    (field) => JSON.stringify(state[field]) === JSON.stringify(change[field]),
  );
