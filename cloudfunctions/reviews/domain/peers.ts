import type { AppraisalPerson, ReviewPlan } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import type { PeersState, PeersView } from '#contracts/reviews';
import { AppError } from '../../shared/errors/app-error';
import type { ReviewPerson } from './review-person';

type Peers = Pick<ReviewPerson, 'chosen' | 'peers' | 'confirmedBy'>;
export type PeersTerms = Pick<ReviewPlan, 'peers' | 'peersUntil' | 'confirmUntil' | 'weights'>;

/** Whether peers are asked at all. */
export const asksPeers = ({ weights }: Pick<ReviewPlan, 'weights'>): boolean => weights.peer !== undefined;

/** Once confirmed, or once the time to confirm is over, those who were chosen are asked. */
export function peersState(
  { chosen, confirmedBy }: Peers,
  { confirmUntil }: PeersTerms,
  today: Day,
): PeersState {
  if (confirmedBy !== null || today > confirmUntil) return 'settled';
  return chosen === null ? 'open' : 'chosen';
}

/** Who is asked as a peer now: nobody before that is settled. */
export const askedPeers = (state: Peers, terms: PeersTerms, today: Day): readonly string[] =>
  asksPeers(terms) && peersState(state, terms, today) === 'settled' ? state.peers : [];

/** Who changes the peers of a person: the person, or whoever confirms. */
export type PeersRole = 'self' | 'confirmer';

/**
 * What somebody may do with the peers now. Once they are asked none is taken away, since that would say who has not answered
 * yet; more are added only where there are too few.
 * @param isHr who may confirm until answers end; a manager until `confirmUntil`
 */
export function mayWithPeers(
  state: Peers,
  terms: PeersTerms,
  { role, today, answersUntil }: { role: PeersRole; today: Day; answersUntil: Day },
): PeersView['may'] {
  if (!asksPeers(terms) || today > answersUntil) return null;
  const now = peersState(state, terms, today);
  if (role === 'self') return now !== 'settled' && today <= terms.peersUntil ? 'choose' : null;
  if (now !== 'settled') return 'confirm';
  return state.peers.length < terms.peers.least ? 'add' : null;
}

/**
 * Peers as they may be set: nobody twice, nobody who rates the person in another relation, and as many as the plan allows.
 * @throws AppError PEERS_INVALID with the rule
 */
export function requirePeers(
  person: Pick<AppraisalPerson, 'person' | 'managerId' | 'reports'>,
  peerIds: readonly string[],
  { least, most }: ReviewPlan['peers'],
  before: readonly string[],
): void {
  const refuse = (rule: 'repeated' | 'own' | 'other-relation' | 'too-few' | 'too-many' | 'removed') =>
    new AppError('PEERS_INVALID', { rule, least, most });
  if (new Set(peerIds).size < peerIds.length) throw refuse('repeated');
  if (peerIds.includes(person.person.id)) throw refuse('own');
  if (peerIds.some((id) => id === person.managerId || person.reports.includes(id)))
    throw refuse('other-relation');
  if (before.some((id) => !peerIds.includes(id))) throw refuse('removed');
  if (peerIds.length > most) throw refuse('too-many');
  if (peerIds.length < least) throw refuse('too-few');
}
