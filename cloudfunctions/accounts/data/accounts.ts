import type { Instant } from '#contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import {
  type Account,
  type AccountChange,
  type AccountEffect,
  emptyAccount,
  type StagedRequest,
} from '../domain/account';

/**
 * A document of `accounts` with what keeps requests and account together. `applied` holds, per request, the order
 * of the last effect that was written, so that an older one never follows. `staged` holds requests that were
 * sent here first and may not be in `requests` yet: the account is where a sending is decided.
 */
export interface StoredAccount extends Account {
  readonly applied?: Readonly<Record<string, number>>;
  readonly staged?: Readonly<Record<string, StagedRequest>>;
  readonly stagedAt?: Instant | null;
}

const accounts = collection<StoredAccount>('accounts');
/** As this instance saw them within the last minute, by employee number; absent for somebody without any request. */
export const accountsById = cachedById<Account>(accounts);
const MAX_AT_ONCE = 100;

/** The account of one person as it is now, in one read; an empty one, not stored, for somebody without any request. */
export const findAccount = async (employeeId: string): Promise<StoredAccount> =>
  (await accounts.byId(employeeId)) ?? emptyAccount(employeeId);

/** The accounts of these people that are stored, as they are now: up to a hundred in one read. */
export const findAccountsOf = (employeeIds: readonly string[]): Promise<StoredAccount[]> =>
  accounts.byIds([...new Set(employeeIds)]);

/** The accounts of these people as they are now, by employee number: one read for each hundred. */
export async function findAccounts(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Account>();
  for (let from = 0; from < wanted.length; from += MAX_AT_ONCE)
    for (const account of await accounts.byIds(wanted.slice(from, from + MAX_AT_ONCE)))
      found.set(account._id, account);
  return new Map(wanted.map((id) => [id, found.get(id) ?? emptyAccount(id)]));
}

/** As `findAccount`; the instance remembers it for `warmAccountOf`. */
export async function freshAccountOf(employeeId: string, now: number): Promise<Account> {
  const account = await accounts.byId(employeeId);
  accountsById.store([employeeId], account ? [account] : [], now);
  return account ?? emptyAccount(employeeId);
}

/** The account as this instance saw it within the last minute; one read if it did not. */
export async function warmAccountOf(employeeId: string, now: number): Promise<Account> {
  return (await accountsById([employeeId], now)).get(employeeId) ?? emptyAccount(employeeId);
}

/**
 * Writes what a sending does to the account, and the request itself, if the account is as it was read.
 * @returns false if somebody else was faster
 */
export async function openInAccount(account: StoredAccount, request: StagedRequest): Promise<boolean> {
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

/** Writes an effect once; nothing if it, or a later one of the same request, has been written. */
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

function fieldsOf({ spans, entries }: AccountChange, remove: () => unknown): Record<string, unknown> {
  return Object.fromEntries([
    ...Object.entries(spans).map(([key, span]) => [`spans.${key}`, span ?? remove()]),
    ...Object.entries(entries).map(([key, entry]) => [`entries.${key}`, entry]),
  ]);
}

/**
 * Adds lines to the ledger of an account as it was read.
 * @returns the account as it is now, or null if somebody else has changed it in between
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

/** Accounts with requests that were sent before `before`, and may not have arrived. */
export const findStaged = (before: Instant, limit: number): Promise<StoredAccount[]> =>
  accounts.list((_) => ({ stagedAt: _.lte(before) }), limit, [['stagedAt', 'asc']]);

/** Every staged request has arrived, if none was sent since the account was read. */
export async function clearStaged({ _id, rev }: StoredAccount): Promise<void> {
  await accounts.updateWhere(
    () => ({ _id, rev }),
    () => ({ staged: {}, stagedAt: null }),
  );
}
