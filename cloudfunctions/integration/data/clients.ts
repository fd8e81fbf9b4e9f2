import type { Instant } from '#contracts/common';
import type { ClientChangeNote } from '#contracts/integration';
import { collection } from '../../shared/data/collection';
import { figure, listOfObjects, listOfTexts, text } from '../../shared/faults/checks';
import type { ClientScope } from '../domain/scope';

/** A key as it is stored: its secret encrypted for this document. */
export interface SealedKey {
  readonly id: string;
  readonly sealed: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A document of `integration_clients`. */
export interface Client extends ClientScope {
  readonly _id: string;
  readonly name: string;
  readonly keys: readonly SealedKey[];
  readonly rev: number;
  /** The latest first, at most 50. */
  readonly changes: readonly ClientChangeNote[];
  /** When a call was signed with a key, by its id, to the hour; missing until one was. */
  readonly used?: Readonly<Record<string, Instant>>;
}

const clients = collection<Client>('integration_clients', {
  name: text,
  rev: figure,
  kpis: listOfTexts,
  cycles: listOfTexts,
  keys: listOfObjects({ id: text, sealed: text, from: figure }),
});

export const MAX_CLIENTS = 100;

export const findClient = clients.byId;
export const listAllClients = (): Promise<Client[]> =>
  clients.list(() => ({}), MAX_CLIENTS, [['name', 'asc']]);
export const addClient = clients.add;
export const countClients = (): Promise<number> => clients.count(() => ({}));

const HOUR_MS = 3_600_000;

/** When these keys were used; those that have ended are forgotten. */
export const usedOf = (
  { used = {} }: Client,
  keys: readonly { readonly id: string }[],
): Record<string, Instant> =>
  Object.fromEntries(keys.flatMap(({ id }) => (used[id] === undefined ? [] : [[id, used[id]]])));

/** Notes that a call was signed with a key; a write an hour at most, so that a till that calls every minute costs none. */
export async function noteUse({ _id, used = {} }: Client, keyId: string, now: Instant): Promise<void> {
  if (now - (used[keyId] ?? 0) < HOUR_MS) return;
  await clients.updateWhere(
    () => ({ _id }),
    () => ({ [`used.${keyId}`]: now }),
  );
}

/** @returns false after a concurrent change */
export async function replaceClient({ _id, rev }: Client, change: Partial<Client>): Promise<boolean> {
  const next = { ...change, rev: rev + 1 };
  return (
    (await clients.updateWhere(
      () => ({ _id, rev }),
      () => next,
    )) === 1
  );
}
