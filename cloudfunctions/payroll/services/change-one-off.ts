import type { Day, Instant, Month } from '#contracts/common';
import type { OneOffPay } from '#contracts/one-off-pay';
import { findEmployee } from '../../people/public';
import { recordAccess } from '../../shared/audit/record-access';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findOneOff, type OneOff, putOneOff, saveOneOff } from '../data/one-off-pay';
import { findPayRun, putPayRun } from '../data/pay-runs';
import { isDraft, refused } from './pay-unit';

interface OneOffChange {
  readonly employeeId: string;
  readonly month: Month;
  /** As the caller saw it. */
  readonly rev: number;
  readonly me: Pick<Employee, '_id' | 'name'>;
  readonly now: Instant;
  /** What is paid instead, or an AppError. */
  readonly change: (before: OneOff, person: Employee) => Promise<Change> | Change;
}

type Change = OneOffPay & { readonly paidOn?: Day };

interface OneOffChanged {
  readonly person: Employee;
  readonly after: OneOff;
}

/**
 * Changes what is paid once to somebody with the wages of a month whose run is not locked; nobody's own. The same again
 * changes nothing. @throws AppError FORBIDDEN `own`, NOT_FOUND, PAY_RUN_REFUSED, VERSION_CONFLICT, BUSY, and what `change`
 * throws
 */
export async function changeOneOff(input: OneOffChange): Promise<OneOffChanged> {
  const { employeeId, month, rev, me, now, change } = input;
  if (employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
  const [person, before, run] = await Promise.all([
    findEmployee(employeeId),
    findOneOff(employeeId, month),
    findPayRun(month),
  ]);
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  const { paidOn = before.paidOn, ...pay } = await change(before, person);
  const after: OneOff = { ...before, ...pay, paidOn };
  if (JSON.stringify(after) === JSON.stringify(before)) return { person, after };
  if (run && !isDraft(run)) throw refused('locked', month);
  const reader = { at: now, readerId: me._id, readerName: me.name };
  await recordAccess({ what: 'one-off-pay', aboutId: `one-off:${month}`, ownerIds: [employeeId], ...reader });
  const changedBy = [...new Set([...before.changedBy, me._id])];
  const saved = before.rev === rev ? await save({ ...after, changedBy }, run !== null, now) : null;
  if (saved === null) throw new AppError('VERSION_CONFLICT', { version: before.rev });
  return { person, after: { ...after, rev: saved } };
}

/** @returns the new revision; null if somebody else has changed it since it was read */
async function save(after: OneOff, hasRun: boolean, now: Instant): Promise<number | null> {
  if (hasRun) return saveWithRun(after, now);
  if (!(await saveOneOff(after, now))) return null;
  const saved = after.rev + 1;
  // A run that has begun meanwhile may have read what was before.
  return (await findPayRun(after.month)) ? saveWithRun({ ...after, rev: saved }, now) : saved;
}

/**
 * Saves together with the run, so that nobody who has read it before can lock it without this change; the unit that works
 * on it ends, and the next one goes on. @throws AppError PAY_RUN_REFUSED, BUSY
 */
const saveWithRun = (after: OneOff, now: Instant): Promise<number | null> =>
  inTransaction(async (put) => {
    const { employeeId, month } = after;
    const [run, stored] = await Promise.all([findPayRun(month), findOneOff(employeeId, month)]);
    if (!run || !isDraft(run)) throw refused('locked', month);
    if (stored.rev !== after.rev) return null;
    // Later than the run has begun, also where this call began before it.
    await putOneOff(put, after, Math.max(now, run.startedAt + 1) as Instant);
    await putPayRun(put, { ...run, leaseUntil: 0 });
    return after.rev + 1;
  });
