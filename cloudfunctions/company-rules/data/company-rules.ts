import { collection } from '../../shared/data/collection';
import type { PrefetchRequest } from '../../shared/data/prefetch';
import { cachedById } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import type { Change } from '../../shared/history/history';
import type { Setter } from '../../shared/history/setters';
import { ruleChecks } from '../domain/rule-checks';
import type { OwnRules } from '../section';

/** The only document of `request_rules`; version and history are absent if it was never saved. */
export type StoredRules = OwnRules & {
  readonly _id: string;
  readonly version?: number;
  readonly history?: readonly Change[];
  readonly setBy?: readonly Setter[];
};

const ID = 'company';
const ruleDocuments = collection<StoredRules>('request_rules', ruleChecks);
const rulesById = cachedById(ruleDocuments);

/**
 * The company's overrides: one read, or none from the cache (at most a minute old).
 * @throws AppError RECORD_FAULTY if they cannot be used: what was shipped may be less than what the company set
 */
export const findOwnRules = async (now: number): Promise<OwnRules> => (await readRules(now)) ?? {};

/** Like `findOwnRules` for what has to go on, such as a punch; null if the rules cannot be used, which HR is told. */
export async function findOwnRulesIfUsable(now: number): Promise<OwnRules | null> {
  const found = (await rulesById([ID], now)).get(ID);
  return rulesById.isFaulty(ID, now) ? null : (found ?? {});
}

/**
 * Who changed which of the rules last, as old as `findOwnRules`.
 * @throws AppError RECORD_FAULTY if it cannot be told: then nobody knows whether a second person has to sign
 */
export const findRuleSetters = async (now: number): Promise<readonly Setter[]> =>
  (await readRules(now))?.setBy ?? [];

async function readRules(now: number): Promise<StoredRules | undefined> {
  const found = (await rulesById([ID], now)).get(ID);
  if (!rulesById.isFaulty(ID, now)) return found;
  throw new AppError('RECORD_FAULTY', { collection: ruleDocuments.name, document: ID, field: '' });
}

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
