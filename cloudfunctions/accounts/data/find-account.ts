import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import { type Account, emptyAccount } from '../domain/account';

const accounts = collection<Account>('accounts');
/** As this instance saw them within the last minute, by employee number; absent for somebody without any request. */
export const accountsById = cachedById(accounts);
const MOST_AT_ONCE = 100;

/** The account of one person as it is now, in one read; an empty one for somebody without any request. */
export async function findAccount(employeeId: string): Promise<Account> {
  return (await accounts.byId(employeeId)) ?? emptyAccount(employeeId);
}

/** The accounts of these people as they are now, by employee number: one read for each hundred. */
export async function findAccounts(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Account>();
  for (let from = 0; from < wanted.length; from += MOST_AT_ONCE)
    for (const account of await accounts.byIds(wanted.slice(from, from + MOST_AT_ONCE)))
      found.set(account._id, account);
  return new Map(wanted.map((id) => [id, found.get(id) ?? emptyAccount(id)]));
}

/** As `findAccount`; the instance remembers it for `warmAccountOf`. */
export async function freshAccountOf(employeeId: string, now: number): Promise<Account> {
  const account = await accounts.byId(employeeId);
  accountsById.learn([employeeId], account ? [account] : [], now);
  return account ?? emptyAccount(employeeId);
}

/** The account as this instance saw it within the last minute; one read if it did not. */
export async function warmAccountOf(employeeId: string, now: number): Promise<Account> {
  return (await accountsById([employeeId], now)).get(employeeId) ?? emptyAccount(employeeId);
}
