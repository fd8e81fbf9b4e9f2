import { findAccount } from '../../accounts/public';
import { shortfallOf } from '../../accounts/rules-ledger';
import { AppError } from '../../shared/errors/app-error';
import type { RequestDocument } from '../domain/request/request';

/**
 * A request cannot be cancelled if that would overdraw a grant, for example comp time that has been used since.
 * @throws AppError LEAVE_BALANCE_SHORT
 */
export async function requireUndoable({ applicantId, changes }: RequestDocument): Promise<void> {
  const { entries } = changes.onCancel;
  if (Object.keys(entries).length === 0) return;
  const account = await findAccount(applicantId);
  const short = shortfallOf(account.entries, entries);
  if (short) throw new AppError('LEAVE_BALANCE_SHORT', { wanted: short.minutes, left: 0 });
}
