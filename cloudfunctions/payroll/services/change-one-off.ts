import type { Day, Instant, Month } from '#contracts/common';
import type { OneOffPay } from '#contracts/one-off-pay';
import { findEmployee } from '../../people/public';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findOneOff, type OneOff, saveOneOff } from '../data/one-off-pay';
import { findPayRun } from '../data/pay-runs';
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
 * changes nothing. @throws AppError FORBIDDEN `own`, NOT_FOUND, PAY_RUN_REFUSED, VERSION_CONFLICT, and what `change` throws
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
  if (before.rev !== rev || !(await saveOneOff(after, now)))
    throw new AppError('VERSION_CONFLICT', { version: before.rev });
  return { person, after: { ...after, rev: rev + 1 } };
}
