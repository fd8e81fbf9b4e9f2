import type { Instant } from '../../../typings/contracts/common';
import type { Effect } from '../../approvals/domain/request/effect-of';
import type { RequestDocument } from '../../approvals/domain/request/request';
import type { AccountChange } from '../../approvals/kind/define-kind';
import { collection } from '../../shared/data/collection';
import { type Account, emptyAccount } from '../domain/account';

/**
 * A document of `accounts` with what keeps requests and account together. `applied` holds, per request, the order
 * of the last effect that was written, so that an older one never follows. `staged` holds requests that were
 * sent here first and may not be in `requests` yet: the account is where a sending is decided.
 */
export interface StoredAccount extends Account {
  readonly applied?: Readonly<Record<string, number>>;
  readonly staged?: Readonly<Record<string, RequestDocument>>;
  readonly stagedAt?: Instant | null;
}

const accounts = collection<StoredAccount>('accounts');

export const findAccount = async (employeeId: string): Promise<StoredAccount> =>
  (await accounts.byId(employeeId)) ?? emptyAccount(employeeId);

export const findAccountsOf = (employeeIds: readonly string[]): Promise<StoredAccount[]> =>
  accounts.byIds([...new Set(employeeIds)]);

/**
 * Writes what a sending does to the account, and the request itself, if the account is as it was read.
 * @returns false if somebody else was faster
 */
export async function openInAccount(account: StoredAccount, request: RequestDocument): Promise<boolean> {
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
export async function applyEffect(employeeId: string, { requestId, order, change }: Effect): Promise<void> {
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
