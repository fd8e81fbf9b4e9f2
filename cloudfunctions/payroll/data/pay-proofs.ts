import type { Day, Instant, Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { day, figure, month, text } from '../../shared/faults/checks';
import { countTry, type Tries } from '../../shared/limits/count-try';
import { retained } from '../../shared/retention/retained';

/** A proof that somebody has made of a slip; `_id` is the hash of its code and the net pay. */
export interface PayProofRecord {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  /** Of the run. */
  readonly version: number;
  readonly madeAt: Instant;
  readonly until: Day;
}

const proofs = collection<PayProofRecord>('pay_proofs', {
  ...{ employeeId: text, month, version: figure, madeAt: figure, until: day },
});
const tries = collection<Tries>('proof_tries');
const LIMIT = { most: 10, windowMs: 3_600_000 } as const;

export const findProof = (hash: string): Promise<PayProofRecord | null> => proofs.byId(hash);

/** Adds it, or has the one that is there hold as long. */
export async function saveProof(proof: PayProofRecord): Promise<void> {
  if ((await proofs.add(proof)) === 'added') return;
  const { _id, until, madeAt } = proof;
  await proofs.updateWhere(
    () => ({ _id }),
    () => ({ until, madeAt }),
  );
}

/** @returns when a WeChat user may ask about a code again, if it was too often; null otherwise */
export const countProofTry = (openid: string, now: Instant): Promise<Instant | null> =>
  countTry(tries, openid, now, LIMIT);

export const retainedProofs = retained(proofs, 30, 'until', (_, { day: end }) => ({ until: _.lt(end) }));
/** They name WeChat users who are nobody's employees. */
export const retainedProofTries = retained(tries, 30, 'until', (_, { instant }) => ({
  until: _.lt(instant),
}));
