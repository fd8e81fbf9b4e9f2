import { collection } from '../../shared/data/collection';
import type { PrefetchRequest } from '../../shared/data/prefetch';
import { cachedById } from '../../shared/data/warm-cache';
import type { Change } from '../../shared/history/history';
import type { Setter } from '../../shared/history/setters';
import type { OwnRules } from '../section';

/** The only document of `request_rules`; version and history are absent if it was never saved. */
export type StoredRules = OwnRules & {
  readonly _id: string;
  readonly version?: number;
  readonly history?: readonly Change[];
  readonly setBy?: readonly Setter[];
};

const ID = 'company';
const ruleDocuments = collection<StoredRules>('request_rules');
const rulesById = cachedById(ruleDocuments);

/** The company's overrides: one read, or none from the cache (at most a minute old). */
export async function findOwnRules(now: number): Promise<OwnRules> {
  return (await rulesById([ID], now)).get(ID) ?? {};
}

/** Who changed which of the rules last, as old as `findOwnRules`. */
export const findRuleSetters = async (now: number): Promise<readonly Setter[]> =>
  (await rulesById([ID], now)).get(ID)?.setBy ?? [];

/** The overrides among the documents that are read together. */
export const ownRulesPrefetch: PrefetchRequest = [rulesById, [ID]];

/** The current document. */
export const findStoredRules = (): Promise<StoredRules | null> => ruleDocuments.byId(ID);

/** @returns whether the rules were saved; false if the stored version is not the expected one */
export async function putStoredRules(
  rules: Omit<StoredRules, '_id'>,
  expectedVersion: number,
): Promise<boolean> {
  if (expectedVersion === 0 && (await ruleDocuments.add({ ...rules, _id: ID })) === 'added') return true;
  const changed = await ruleDocuments.updateWhere(
    ({ exists }) => ({ _id: ID, version: expectedVersion === 0 ? exists(false) : expectedVersion }),
    () => ({ ...rules }),
  );
  return changed === 1;
}
