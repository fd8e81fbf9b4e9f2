import { findWholeAccount } from '../../accounts/public';
import { shortfallOf } from '../../accounts/rules-ledger';
import { AppError } from '../../shared/errors/app-error';
import type { RequestDocument } from '../domain/request/request';
import { findKind } from '../kind/registry';

/**
 * An approved request, or the one that cancels it. It cannot be undone if that would overdraw a grant, for example
 * comp time that has been used since, or if its kind refuses, for example because money was paid.
 * @throws AppError LEAVE_BALANCE_SHORT, and those of the kind
 */
export async function requireUndoable({
  _id,
  kind,
  cancels,
  applicantId,
  changes,
}: RequestDocument): Promise<void> {
  await findKind(kind)?.requireUndoable?.(cancels ?? _id);
  const { entries } = changes.onCancel;
  if (Object.keys(entries).length === 0) return;
  const account = await findWholeAccount(applicantId);
  const short = shortfallOf(account.entries, entries);
  if (short) throw new AppError('LEAVE_BALANCE_SHORT', { wanted: short.minutes, left: 0 });
}
