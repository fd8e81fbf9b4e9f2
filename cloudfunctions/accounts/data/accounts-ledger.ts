import { collection } from '../../shared/data/collection';
import { type Account, emptyAccount } from '../domain/account';

const accounts = collection<Account>('accounts');

/** The account of a person; an empty one, not stored, for somebody without any. */
export const findLedger = async (employeeId: string): Promise<Account> =>
  (await accounts.byId(employeeId)) ?? emptyAccount(employeeId);

/** The accounts of up to 100 people, by employee number. */
export async function findLedgers(employeeIds: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const found = new Map((await accounts.byIds(employeeIds)).map((account) => [account._id, account]));
  return new Map(employeeIds.map((id) => [id, found.get(id) ?? emptyAccount(id)]));
}

/**
 * Adds lines to a ledger as it was read.
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
