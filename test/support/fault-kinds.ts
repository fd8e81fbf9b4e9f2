import { type AroundRequest, CloudError } from '../../local/cloud';
import { EVERY_KILL } from '../soak/counts';
import { isRead } from './touching';

/** What can go wrong at one request. */
export type FaultKind = 'fails' | 'answer-lost' | 'conflict' | 'conflict-thrice' | 'no-answer' | 'killed';

const never = () => new Promise<never>(() => undefined);
const fault = () => new CloudError('SYS_ERR', 'A fault of a test.');
const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );

/**
 * The request takes effect under `answer-lost`, `no-answer` and `killed` only. A kill before a request leaves what a
 * kill after the request before it does.
 */
export const FAULTS: Readonly<Record<FaultKind, AroundRequest>> = {
  async fails() {
    throw fault();
  },
  async 'answer-lost'(_, proceed) {
    await proceed();
    throw fault();
  },
  async conflict() {
    throw conflict();
  },
  async 'conflict-thrice'() {
    throw conflict();
  },
  async 'no-answer'({ overrunTime }, proceed) {
    await proceed();
    overrunTime();
    return never();
  },
  async killed({ killWorker }, proceed) {
    await proceed();
    killWorker();
    return never();
  },
};

/** For how many requests in a row of one action a kind holds. */
export const timesOf = (kind: FaultKind): number => (kind === 'conflict-thrice' ? 3 : 1);

/**
 * A read leaves nothing behind, and nobody conflicts with it: how its answer is lost makes no difference, and a kill
 * leaves what one at the request before does.
 */
const OF_A_READ: readonly FaultKind[] = EVERY_KILL ? ['fails', 'killed'] : ['fails'];
/** Only documents are written in conflict with others; messages and files are not. */
const OF_A_DOCUMENT: readonly FaultKind[] = ['conflict', 'conflict-thrice'];
const EVERY_KIND = Object.keys(FAULTS) as FaultKind[];

/** The kinds that are worth a run at a request. */
export function kindsFor(action: string): readonly FaultKind[] {
  if (isRead(action)) return OF_A_READ;
  if (action.startsWith('database.')) return EVERY_KIND;
  return EVERY_KIND.filter((kind) => !OF_A_DOCUMENT.includes(kind));
}
