import { inTransaction, type Put } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import {
  type Account,
  type AccountChange,
  type AccountEffect,
  emptyAccount,
  type StagedRequest,
  type StoredAccount,
  withChange,
} from '../domain/account';
import { type AccountArchive, archiveId } from '../domain/archive';
import { broughtBack, type Reached, reachedBy, reachesNothing } from '../domain/bring-back';
import { type Cut, moveToArchive } from '../domain/move-to-archive';
import { BEGINNING } from '../domain/with-archives';
import { putArchive, requireParts, requirePartsOf } from './account-archives';
import { accounts, findAccount, putAccount } from './accounts';

/** Attempts to apply an effect while the account is archived at the same time. */
const TRIES = 3;

/**
 * Applies the changes of a submission and stages the request, if the account is unchanged since it was read.
 * @returns false after a concurrent change, also if what it draws on had to be brought back first
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
  // The request itself is in no archive: whoever sends has looked for it (`findAccountWith`, or among the requests).
  const { requests, families } = reachedBy(account, changes.onSubmit, null);
  const reached = { requests: requests.filter((id) => id !== request._id), families };
  if (await bringBack(account, reached)) return false;
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

/**
 * Applies an effect once; does nothing if this or a later effect of the same request was already applied. One write;
 * more if the request, or a grant that it draws on, is in an archive.
 * @throws AppError BUSY, RECORD_FAULTY
 */
export async function applyEffect(employeeId: string, effect: AccountEffect): Promise<void> {
  const { requestId, order, change } = effect;
  const lines = (_: Command) => ({
    ...fieldsOf(change, _.remove),
    [`applied.${requestId}`]: order,
    [`staged.${requestId}`]: _.remove(),
    rev: _.inc(1),
  });
  const isDue = (_: Command) => ({ _id: employeeId, [`applied.${requestId}`]: _.not(_.gte(order) as never) });
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await accounts.updateWhere((_) => holding(_, isDue(_), change, requestId), lines)) > 0) return;
    const account = await findAccount(employeeId);
    if (account.rev === 0 || (account.applied?.[requestId] ?? -1) >= order) return;
    if (await bringBack(account, reachedBy(account, change, requestId))) continue;
    const { _id, rev } = account;
    if ((await accounts.updateWhere(() => ({ _id, rev }), lines)) > 0) return;
  }
  throw new AppError('BUSY', {});
}

type Command = Parameters<Parameters<typeof accounts.updateWhere>[0]>[0];

/** The condition, and that the account holds all that the change reaches (`reachedBy`) or has no archives. */
function holding(
  _: Command,
  where: Readonly<Record<string, unknown>>,
  { entries }: Pick<AccountChange, 'entries'>,
  requestId: string | null,
): Readonly<Record<string, unknown>> {
  const lines = Object.values(entries);
  const requests = [requestId, ...lines.map((line) => line.requestId)].flatMap((id) => id ?? []);
  const grants = lines.flatMap(({ grantId }) => (entries[grantId] ? [] : [grantId]));
  const fields = [...requests.map((id) => `applied.${id}`), ...grants.map((id) => `entries.${id}`)];
  if (fields.length === 0) return where;
  const held = Object.fromEntries(fields.map((field) => [field, _.exists(true)]));
  return _.and([where, _.or([{ archive: _.exists(false) }, held])]) as never;
}

/**
 * The same within a transaction that has read the account; its commit fails after a concurrent change. The account holds
 * all that the effect reaches: see `holdsAllOf`.
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
  await putAccount(put, { ...after, applied: { ...applied, [requestId]: order }, staged: others });
}

function fieldsOf({ spans, entries }: AccountChange, remove: () => unknown): Record<string, unknown> {
  return Object.fromEntries([
    ...Object.entries(spans).map(([key, span]) => [`spans.${key}`, span ?? remove()]),
    ...Object.entries(entries).map(([key, entry]) => [`entries.${key}`, entry]),
  ]);
}

/**
 * Appends ledger entries, if the account, which may be complete with archives, is unchanged since it was read.
 * @returns the updated account; null after a concurrent change, also if what they are about had to be brought back first
 */
export async function addEntries<T extends Account>(
  account: T,
  entries: Account['entries'],
): Promise<T | null> {
  const { _id, rev } = account;
  const after = { ...account, rev: rev + 1, entries: { ...account.entries, ...entries } };
  if (rev === 0) return (await accounts.add(after)) === 'added' ? after : null;
  const added = Object.entries(entries).map(([key, entry]) => [`entries.${key}`, entry]);
  const lines = ({ inc }: Command) => ({ ...Object.fromEntries(added), rev: inc(1) });
  const isSame = { _id, rev };
  if ((await accounts.updateWhere((_) => holding(_, isSame, { entries }, null), lines)) > 0) return after;
  const current = await findAccount(_id);
  if (current.rev !== rev || (await bringBack(current, reachedBy(current, { entries }, null)))) return null;
  return (await accounts.updateWhere(() => isSame, lines)) > 0 ? after : null;
}

/** Clears the staged requests, if the account is unchanged since it was read. */
export async function clearStaged({ _id, rev }: StoredAccount): Promise<void> {
  await accounts.updateWhere(
    () => ({ _id, rev }),
    () => ({ staged: {}, stagedAt: null }),
  );
}

/** The current account with all that it has ever held of this request: one read unless it is archived. */
export async function findAccountWith(employeeId: string, requestId: string): Promise<StoredAccount> {
  const account = await findAccount(employeeId);
  const reached = reachedBy(account, { entries: {} }, requestId);
  return (await bringBack(account, reached)) ? findAccount(employeeId) : account;
}

/** Brings back what an effect reaches, so that `putEffect` finds it. @returns whether anything was in an archive */
export async function bringBackFor(
  employeeId: string,
  { requestId, change }: AccountEffect,
): Promise<boolean> {
  const account = await findAccount(employeeId);
  return bringBack(account, reachedBy(account, change, requestId));
}

/** Whether the account holds all that an effect reaches; what it reaches may also be new. */
export const holdsAllOf = (account: StoredAccount, { requestId, change }: AccountEffect): boolean =>
  reachesNothing(reachedBy(account, change, requestId));

/**
 * Moves what is reached from archives to the account, in one transaction, if both are as they were read.
 * @returns false if none of it is in an archive, so that the account as it was read holds all there is
 */
async function bringBack(account: StoredAccount, reached: Reached): Promise<boolean> {
  if (reachesNothing(reached)) return false;
  const back = broughtBack(account, await requireParts(account, BEGINNING), reached);
  if (back.archives.length === 0) return false;
  await inTransaction(async (put) => {
    const current = await findAccount(account._id);
    if (current.rev !== account.rev) return;
    await putAll(put, { ...back.account, rev: account.rev + 1 }, back.archives);
  });
  return true;
}

/**
 * Moves what was over before the cut to archives, in one transaction. @returns whether there was enough to move
 */
export const archivePast = (employeeId: string, cut: Cut): Promise<boolean> =>
  inTransaction(async (put) => {
    const before = await findAccount(employeeId);
    const moved = moveToArchive(before, cut);
    if (!moved) return false;
    const stored = await requirePartsOf(before, [...moved.parts.keys()]);
    const archives = [...moved.parts].map(([quarter, { requests, grants }]): AccountArchive => {
      const known = stored.find((each) => each.quarter === quarter);
      return {
        _id: archiveId(employeeId, quarter),
        rev: (known?.rev ?? 0) + 1,
        requests: { ...known?.requests, ...requests },
        grants: { ...known?.grants, ...grants },
      };
    });
    await putAll(put, { ...moved.account, rev: before.rev + 1 }, archives);
    return true;
  });

async function putAll(put: Put, account: StoredAccount, archives: readonly AccountArchive[]): Promise<void> {
  for (const archive of archives) await putArchive(put, archive);
  await putAccount(put, account);
}
