import type { Day, Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import { figure } from '../../shared/faults/checks';
import { isLeftOut } from '../../shared/faults/fault';
import { type Account, emptyAccount, type StoredAccount } from '../domain/account';
import { BEGINNING, isCompleteSince, withArchives } from '../domain/with-archives';
import { findParts, hasFaultyPart, requireParts } from './account-archives';
import { entriesCheck, spansCheck } from './account-checks';

export const accounts = collection<StoredAccount>('accounts', {
  rev: figure,
  spans: spansCheck,
  entries: entriesCheck,
});
/** Accounts by employee number, cached for up to a minute; an employee without requests has none. */
export const accountsById = cachedById<Account>(accounts);
/** Writes the whole account as part of a transaction. */
export const putAccount = (put: Put, account: StoredAccount): Promise<void> => put('accounts', account);

const MAX_AT_ONCE = 100;
/** Reads of an account whose archives were changed at the same time. */
const TRIES = 3;

/** The current account of an employee in one read; an empty, unsaved account if there are no requests yet. */
export const findAccount = async (employeeId: string): Promise<StoredAccount> =>
  (await accounts.byId(employeeId)) ?? emptyAccount(employeeId);

/**
 * The account with what is in archives about days from `since` on, and about leave of earlier years from `leaveSince` on:
 * no read unless it is there, otherwise one.
 * @throws AppError BUSY if the account was changed since it was read, RECORD_FAULTY
 */
export async function completeAccount<T extends Account>(
  account: T,
  since: Day,
  leaveSince: Day = since,
): Promise<T> {
  if (isCompleteSince(account, since, leaveSince)) return account;
  const first = leaveSince < since ? leaveSince : since;
  return withArchives(account, await requireParts(account, first), first);
}

/** The account with the leave of earlier years from `since` on; otherwise as `completeAccount`. */
export const completeLeave = <T extends Account>(account: T, since: Day): Promise<T> =>
  completeAccount(account, account.archive?.before ?? since, since);

/** The current account with all that was ever booked: one read, or two. @throws AppError BUSY, RECORD_FAULTY */
export async function findWholeAccount(employeeId: string): Promise<Account> {
  const whole = (await findAccounts([employeeId], BEGINNING)).get(employeeId);
  if (whole) return whole;
  throw new AppError('RECORD_FAULTY', { collection: accounts.name, document: employeeId, field: '' });
}

/**
 * The current accounts of these employees by number, complete about days from `since` on: one read per hundred, and one
 * more where that reaches into archives. Without those that cannot be used.
 * @throws AppError BUSY if archives are changed all the time
 */
export async function findAccounts(
  ids: readonly string[],
  since: Day,
): Promise<ReadonlyMap<string, StoredAccount>> {
  const uniqueIds = [...new Set(ids)];
  const found = new Map<string, StoredAccount>();
  for (let from = 0; from < uniqueIds.length; from += MAX_AT_ONCE)
    for (const account of await completeAccounts(uniqueIds.slice(from, from + MAX_AT_ONCE), since))
      found.set(account._id, account);
  const usable = uniqueIds.filter((id) => found.has(id) || !isLeftOut(accounts.name, id));
  return new Map(
    usable.flatMap((id) => {
      const account = found.get(id) ?? emptyAccount(id);
      return hasFaultyPart(account, since) ? [] : [[id, account] as const];
    }),
  );
}

/** A hundred at most. One whose archive cannot be used is as it is without. */
async function completeAccounts(ids: readonly string[], since: Day): Promise<StoredAccount[]> {
  const done: StoredAccount[] = [];
  let open = ids;
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries === TRIES) throw new AppError('BUSY', {});
    const read = await accounts.byIds(open);
    const short = read.filter((account) => !isCompleteSince(account, since));
    done.push(...read.filter((account) => isCompleteSince(account, since)));
    const parts = await findParts(short, since);
    const changed: string[] = [];
    for (const account of short) {
      const own = parts.get(account._id);
      if (own) done.push(withArchives(account, own, since));
      else if (hasFaultyPart(account, since)) done.push(account);
      else changed.push(account._id);
    }
    open = changed;
  }
  return done;
}

/** The account complete from `since` on; what it has about today is cached for `warmAccountOf`. */
export async function freshAccountOf(employeeId: string, since: Day, now: number): Promise<Account> {
  return completeAccount(cacheAccount(employeeId, await accounts.byId(employeeId), now), since);
}

/** Caches an account that was read with other documents; null if there is none yet. */
export function cacheAccount<T extends Account>(
  employeeId: string,
  account: T | null,
  now: number,
): T | Account {
  accountsById.store([employeeId], account ? [account] : [], now);
  return account ?? emptyAccount(employeeId);
}

/** The account from the cache, at most a minute old; otherwise one read. */
export async function warmAccountOf(employeeId: string, now: number): Promise<Account> {
  return (await accountsById([employeeId], now)).get(employeeId) ?? emptyAccount(employeeId);
}

/** Accounts with requests staged before `before` that may not have been persisted. */
export const findStaged = (before: Instant, limit: number): Promise<Pick<StoredAccount, '_id'>[]> =>
  accounts.listFields(['stagedAt'], (_) => ({ stagedAt: _.lte(before) }), limit, [['stagedAt', 'asc']]);
