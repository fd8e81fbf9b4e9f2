import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import type { Change } from '../../shared/history/history';
import type { OwnRules } from '../section';

/** The one document of `request_rules`; version and history are absent where the product never saved it. */
export type StoredRules = OwnRules & {
  readonly _id: string;
  readonly version?: number;
  readonly history?: readonly Change[];
};

const ID = 'company';
const stored = collection<StoredRules>('request_rules');
const rulesById = cachedById(stored);

/** What the company has decided otherwise: one read, none while the instance remembers (one minute). */
export async function findOwnRules(now: number): Promise<OwnRules> {
  return (await rulesById([ID], now)).get(ID) ?? {};
}

/** The document as it is now. */
export const findStoredRules = (): Promise<StoredRules | null> => stored.byId(ID);

/** @returns whether the rules are in place; not if the version that was expected is not the one there */
export async function putStoredRules(
  rules: Omit<StoredRules, '_id'>,
  expectedVersion: number,
): Promise<boolean> {
  if (expectedVersion === 0 && (await stored.add({ ...rules, _id: ID })) === 'added') return true;
  const changed = await stored.updateWhere(
    ({ exists }) => ({ _id: ID, version: expectedVersion === 0 ? exists(false) : expectedVersion }),
    () => ({ ...rules }),
  );
  return changed === 1;
}
