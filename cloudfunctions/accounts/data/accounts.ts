import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { figure, mapOf, text } from '../../shared/faults/checks';
import { isLeftOut } from '../../shared/faults/fault';
import {
  type Account,
  type AccountChange,
  type AccountEffect,
  emptyAccount,
  type StagedRequest,
  withChange,
} from '../domain/account';

/**
 * A stored account, with the bookkeeping that keeps it consistent with `requests`. `applied` holds, per
 * request, the order of the last effect applied, so that an older effect never overwrites a newer one. `staged`
 * holds requests that were accepted here and may not be in `requests` yet: the account update is what decides a
 * submission.
 */
export interface StoredAccount extends Account {
  readonly applied?: Readonly<Record<string, number>>;
  readonly staged?: Readonly<Record<string, StagedRequest>>;
  readonly stagedAt?: Instant | null;
}

const accounts = collection<StoredAccount>('accounts', {
  rev: figure,
  spans: mapOf({ kind: text, state: text, day: text, from: figure, to: figure, minutes: figure }),
  entries: mapOf({ kind: text, typeId: text, minutes: figure, at: figure, grantId: text }),
});
/** Accounts by employee number, cached for up to a minute; an employee without requests has none. */
export const accountsById = cachedById<Account>(accounts);
const MAX_AT_ONCE = 100;

/** The current account of an employee in one read; an empty, unsaved account if there are no requests yet. */
export const findAccount = async (employeeId: string): Promise<StoredAccount> =>
  (await accounts.byId(employeeId)) ?? emptyAccount(employeeId);

/** The stored accounts of these employees, at most a hundred, in one read. */
export const findAccountsOf = (employeeIds: readonly string[]): Promise<StoredAccount[]> =>
  accounts.byIds([...new Set(employeeIds)]);

/** The current accounts of these employees by number: one read per hundred. Without those that cannot be used. */
export async function findAccounts(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const uniqueIds = [...new Set(ids)];
  const found = new Map<string, Account>();
  for (let from = 0; from < uniqueIds.length; from += MAX_AT_ONCE)
    for (const account of await accounts.byIds(uniqueIds.slice(from, from + MAX_AT_ONCE)))
      found.set(account._id, account);
  const usable = uniqueIds.filter((id) => !isLeftOut(accounts.name, id));
  return new Map(usable.map((id) => [id, found.get(id) ?? emptyAccount(id)]));
}

/** Like `findAccount`, and caches the account for `warmAccountOf`. */
export async function freshAccountOf(employeeId: string, now: number): Promise<Account> {
  return cacheAccount(employeeId, await accounts.byId(employeeId), now);
}

/** Caches an account that was read with other documents; null if there is none yet. */
export function cacheAccount(employeeId: string, account: Account | null, now: number): Account {
  accountsById.store([employeeId], account ? [account] : [], now);
  return account ?? emptyAccount(employeeId);
}

/** The account from the cache, at most a minute old; otherwise one read. */
export async function warmAccountOf(employeeId: string, now: number): Promise<Account> {
  return (await accountsById([employeeId], now)).get(employeeId) ?? emptyAccount(employeeId);
}

/**
 * Applies the changes of a submission and stages the request, if the account is unchanged since it was read.
 * @returns false after a concurrent change
 */
export async function stageInAccount(account: StoredAccount, request: StagedRequest): Promise<boolean> {
  const { _id, rev } = account;
  const { effectRev, touchedAt, changes } = request;
  if (rev === 0) {
    const spans = Object.entries(changes.onSubmit.spans).filter(([, span]) => span !== null);
    const first: StoredAccount = {
      ...emptyAccount(_id),
      rev: 1,
      spans: Object.fromEntries(spans) as Account['spans'],
      entries: changes.onSubmit.entries,
      applied: { [request._id]: effectRev },
      staged: { [request._id]: request },
      stagedAt: touchedAt,
    };
    return (await accounts.add(first)) === 'added';
  }
  const changed = await accounts.updateWhere(
    () => ({ _id, rev }),
    (_) => ({
      ...fieldsOf(changes.onSubmit, _.remove),
      [`applied.${request._id}`]: effectRev,
      [`staged.${request._id}`]: request,
      stagedAt: touchedAt,
      rev: _.inc(1),
    }),
  );
  return changed === 1;
}

/** Applies an effect once; does nothing if this or a later effect of the same request was already applied. */
export async function applyEffect(
  employeeId: string,
  { requestId, order, change }: AccountEffect,
): Promise<void> {
  await accounts.updateWhere(
    (_) => ({ _id: employeeId, [`applied.${requestId}`]: _.not(_.gte(order) as never) }),
    (_) => ({
      ...fieldsOf(change, _.remove),
      [`applied.${requestId}`]: order,
      [`staged.${requestId}`]: _.remove(),
      rev: _.inc(1),
    }),
  );
}

/**
 * The same within a transaction that has read the account; its commit fails after a concurrent change.
 */
export async function putEffect(
  put: Put,
  account: StoredAccount,
  { requestId, order, change }: AccountEffect,
): Promise<void> {
  const { applied = {}, staged = {}, rev } = account;
  if ((applied[requestId] ?? 0) >= order) return;
  const others = Object.fromEntries(Object.entries(staged).filter(([id]) => id !== requestId));
  const after = { ...account, ...withChange(account, change), rev: rev + 1 };
  await put('accounts', { ...after, applied: { ...applied, [requestId]: order }, staged: others });
}

function fieldsOf({ spans, entries }: AccountChange, remove: () => unknown): Record<string, unknown> {
  return Object.fromEntries([
    ...Object.entries(spans).map(([key, span]) => [`spans.${key}`, span ?? remove()]),
    ...Object.entries(entries).map(([key, entry]) => [`entries.${key}`, entry]),
  ]);
}

/**
 * Appends ledger entries, if the account is unchanged since it was read.
 * @returns the updated account, or null after a concurrent change
 */
export async function addEntries(account: Account, entries: Account['entries']): Promise<Account | null> {
  const { _id, rev } = account;
  const after = { ...account, rev: rev + 1, entries: { ...account.entries, ...entries } };
  if (rev === 0) return (await accounts.add(after)) === 'added' ? after : null;
  const lines = Object.entries(entries).map(([key, entry]) => [`entries.${key}`, entry]);
  const changed = await accounts.updateWhere(
    () => ({ _id, rev }),
    ({ inc }) => ({ ...Object.fromEntries(lines), rev: inc(1) }),
  );
  return changed === 1 ? after : null;
}

/** Accounts with requests staged before `before` that may not have been persisted. */
export const findStaged = (before: Instant, limit: number): Promise<Pick<StoredAccount, '_id'>[]> =>
  accounts.listFields(['stagedAt'], (_) => ({ stagedAt: _.lte(before) }), limit, [['stagedAt', 'asc']]);

/** Clears the staged requests, if the account is unchanged since it was read. */
export async function clearStaged({ _id, rev }: StoredAccount): Promise<void> {
  await accounts.updateWhere(
    () => ({ _id, rev }),
    () => ({ staged: {}, stagedAt: null }),
  );
}
