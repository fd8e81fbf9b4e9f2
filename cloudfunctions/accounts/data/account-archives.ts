import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { figure, mapOf, mapOfEach } from '../../shared/faults/checks';
import { isLeftOut } from '../../shared/faults/fault';
import type { Account } from '../domain/account';
import { type AccountArchive, archiveId } from '../domain/archive';
import { partsSince } from '../domain/with-archives';
import { entriesCheck, spansCheck } from './account-checks';

const archives = collection<AccountArchive>('account_archives', {
  rev: figure,
  requests: mapOf({ spans: spansCheck, entries: entriesCheck }),
  grants: mapOfEach(entriesCheck),
});

/** Writes the whole archive as part of a transaction, which also writes its account. */
export const putArchive = (put: Put, archive: AccountArchive): Promise<void> =>
  put('account_archives', archive);

/** Archives of one read: those of a quarter of a person who asks for something every day have 100 KB. */
const MAX_AT_ONCE = 50;

/** An archive with the quarter that it is of. */
export type PartOf = AccountArchive & { readonly quarter: string };

const wantedOf = (account: Account, quarters: readonly string[]) =>
  quarters.map((quarter) => ({ account, quarter, id: archiveId(account._id, quarter) }));

const wantedSince = (account: Account, since: Day) =>
  wantedOf(account, account.archive ? partsSince(account.archive, since) : []);

/**
 * The archives of each account with what lasted until `since` or longer, by account: one read for fifty archives. Without
 * accounts of which one cannot be used or was changed, together with the account, after that was read.
 */
export const findParts = (
  accounts: readonly Account[],
  since: Day,
): Promise<ReadonlyMap<string, readonly PartOf[]>> =>
  find(
    accounts,
    accounts.flatMap((account) => wantedSince(account, since)),
  );

async function find(
  accounts: readonly Account[],
  wanted: ReturnType<typeof wantedOf>,
): Promise<ReadonlyMap<string, readonly PartOf[]>> {
  const found = new Map<string, AccountArchive>();
  for (let from = 0; from < wanted.length; from += MAX_AT_ONCE)
    for (const archive of await archives.byIds(wanted.slice(from, from + MAX_AT_ONCE).map(({ id }) => id)))
      found.set(archive._id, archive);
  const parts = new Map<string, PartOf[]>(accounts.map(({ _id }) => [_id, []]));
  for (const { account, quarter, id } of wanted) {
    const archive = found.get(id);
    if (archive && archive.rev === account.archive?.parts[quarter])
      parts.get(account._id)?.push({ ...archive, quarter });
    else parts.delete(account._id);
  }
  return parts;
}

/** Whether an archive of the account cannot be used; known once it was read. */
export const hasFaultyPart = (account: Account, since: Day): boolean =>
  wantedSince(account, since).some(({ id }) => isLeftOut(archives.name, id));

/** The archives of one account. @throws AppError BUSY if they were changed meanwhile, RECORD_FAULTY */
export const requireParts = (account: Account, since: Day): Promise<readonly PartOf[]> =>
  requireAll(account, wantedSince(account, since));

/** Those of these quarters that there are. @throws AppError BUSY, RECORD_FAULTY */
export const requirePartsOf = (account: Account, quarters: readonly string[]): Promise<readonly PartOf[]> =>
  requireAll(
    account,
    wantedOf(
      account,
      quarters.filter((quarter) => account.archive?.parts[quarter] !== undefined),
    ),
  );

async function requireAll(account: Account, wanted: ReturnType<typeof wantedOf>): Promise<readonly PartOf[]> {
  const parts = (await find([account], wanted)).get(account._id);
  if (parts) return parts;
  const faulty = wanted.find(({ id }) => isLeftOut(archives.name, id));
  if (!faulty) throw new AppError('BUSY', {});
  throw new AppError('RECORD_FAULTY', { collection: archives.name, document: faulty.id, field: '' });
}
