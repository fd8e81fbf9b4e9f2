import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { figure, text, yesOrNo } from '../../shared/faults/checks';

/**
 * A document of `review_codes`, `_id` is `<cycle>:<subject>:<number>`, so that there are no more than the numbers allow. It does
 * not say which answer was given with it, nor when, and the code cannot be read from it.
 */
export interface CustomerCode {
  readonly _id: string;
  readonly cycleId: string;
  readonly subjectId: string;
  readonly number: number;
  /** Who was invited, for the person. */
  readonly note: string;
  /** Of the code; unique. Whoever has the code and opens it first may answer once. */
  readonly hash: string;
  /** Keyed hash of the WeChat user who has opened it first; null until somebody has. */
  readonly account: string | null;
  readonly at: Instant;
  readonly isUsed: boolean;
}

/** Invitations of one person in a cycle. */
export const MAX_CUSTOMERS = 20;

const customerCodes = collection<CustomerCode>('review_codes', {
  cycleId: text,
  subjectId: text,
  number: figure,
  note: text,
  hash: text,
  isUsed: yesOrNo,
});

const idOf = (cycleId: string, subjectId: string, number: number): string =>
  `${cycleId}:${subjectId}:${number}`;

/** The invitations about a person, by number. */
export async function findCodesOf(cycleId: string, subjectId: string): Promise<CustomerCode[]> {
  const ids = Array.from({ length: MAX_CUSTOMERS }, (_, at) => idOf(cycleId, subjectId, at + 1));
  return (await customerCodes.byIds(ids)).sort((a, b) => a.number - b.number);
}

/** Cards that were given out about somebody, and those that were used. The exact figures leave the server nowhere. */
export interface CardCount {
  readonly given: number;
  readonly used: number;
}

/** By person; whoever has no card is absent. At most fifty people. */
export async function countCodes(
  cycleId: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, CardCount>> {
  const found = await customerCodes.listFields(
    ['subjectId', 'isUsed'],
    (_) => ({ cycleId, subjectId: _.in([...subjectIds]) }),
    subjectIds.length * MAX_CUSTOMERS,
  );
  const counts = new Map<string, CardCount>();
  for (const { subjectId, isUsed } of found) {
    const { given, used } = counts.get(subjectId) ?? { given: 0, used: 0 };
    counts.set(subjectId, { given: given + 1, used: used + (isUsed === true ? 1 : 0) });
  }
  return counts;
}

/** The card of a code, by its hash. */
export async function findCode(hash: string): Promise<CustomerCode | null> {
  const [found] = await customerCodes.find({ hash }, 1);
  return found ?? null;
}

/** The first WeChat user who opens a card has it. @returns whether this one has */
export async function bindCode({ _id }: Pick<CustomerCode, '_id'>, account: string): Promise<boolean> {
  if (
    (await customerCodes.updateWhere(
      () => ({ _id, account: null }),
      () => ({ account }),
    )) === 1
  )
    return true;
  return (await customerCodes.byId(_id))?.account === account;
}

export const addCode = (code: Omit<CustomerCode, '_id'>): Promise<'added' | 'duplicate'> =>
  customerCodes.add({ _id: idOf(code.cycleId, code.subjectId, code.number), ...code });

/** Writes with the `put` of a transaction that has read it. */
export const putCode = (put: Put, code: CustomerCode): Promise<void> => put('review_codes', code);
