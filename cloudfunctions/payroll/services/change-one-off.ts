import type { Day, Instant, Month } from '#contracts/common';
import type { OneOffPay } from '#contracts/one-off-pay';
import { findEmployee } from '../../people/public';
import { recordAccess } from '../../shared/audit/record-access';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findOneOff, type OneOff, putOneOff, saveOneOff } from '../data/one-off-pay';
import { findPayRun, putPayRun } from '../data/pay-runs';
import { findSeparateRev, putSeparateBonus } from '../data/separate-bonuses';
import { isDraft, refused } from './pay-unit';
import { inYearOf, separateDays } from './separate-days';

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
 * changes nothing. @throws AppError FORBIDDEN `own`, NOT_FOUND, PAY_RUN_REFUSED, BONUS_SEPARATE_USED, VERSION_CONFLICT, BUSY, and what `change`
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
  const how = { hasRun: run !== null, isSeparate: isNewSeparate(before, after) };
  const saved = before.rev === rev ? await save({ ...after, changedBy }, how, now) : null;
  if (saved === null) throw new AppError('VERSION_CONFLICT', { version: await revOf(employeeId, month) });
  return { person, after: { ...after, rev: saved } };
}

const revOf = async (employeeId: string, month: Month): Promise<number> =>
  (await findOneOff(employeeId, month)).rev;

/** Whether a bonus is taxed by itself that was not before, or on another day. */
const isNewSeparate = (before: OneOff, { bonus, paidOn }: OneOff): boolean =>
  bonus?.way === 'separate' && (before.bonus?.way !== 'separate' || before.paidOn !== paidOn);

interface How {
  readonly hasRun: boolean;
  /** Whether a bonus is taxed by itself now. */
  readonly isSeparate: boolean;
}

/** @returns the new revision; null if somebody else has changed it since it was read */
async function save(after: OneOff, { hasRun, isSeparate }: How, now: Instant): Promise<number | null> {
  if (hasRun) return saveTogether(after, isSeparate, now);
  const saved = isSeparate ? await saveTogether(after, isSeparate, now) : await saveAlone(after, now);
  if (saved === null) return null;
  // A run that has begun meanwhile may have read what was before.
  return (await findPayRun(after.month)) ? saveTogether({ ...after, rev: saved }, false, now) : saved;
}

const saveAlone = async (after: OneOff, now: Instant): Promise<number | null> =>
  (await saveOneOff(after, now)) ? after.rev + 1 : null;

/**
 * Saves together with the run, so that nobody who has read it before can lock it without this change; the unit that works
 * on it ends, and the next one goes on. A bonus that is taxed by itself is saved together with the person's turn, so that of two at
 * once for different months the second one sees the first. @throws AppError PAY_RUN_REFUSED, BONUS_SEPARATE_USED, BUSY
 */
const saveTogether = (after: OneOff, isSeparate: boolean, now: Instant): Promise<number | null> =>
  inTransaction(async (put) => {
    const { employeeId, month, paidOn } = after;
    const [run, stored, turn, days] = await Promise.all([
      findPayRun(month),
      findOneOff(employeeId, month),
      isSeparate ? findSeparateRev(employeeId) : 0,
      isSeparate && paidOn ? separateDays(employeeId, month, paidOn) : [],
    ]);
    if (run && !isDraft(run)) throw refused('locked', month);
    if (stored.rev !== after.rev) return null;
    const used = paidOn && inYearOf(paidOn, days);
    if (used) throw new AppError('BONUS_SEPARATE_USED', { day: used });
    if (isSeparate) await putSeparateBonus(put, employeeId, turn, month);
    // Later than the run has begun, also where this call began before it.
    await putOneOff(put, after, Math.max(now, (run?.startedAt ?? 0) + 1) as Instant);
    if (run) await putPayRun(put, { ...run, leaseUntil: 0 });
    return after.rev + 1;
  });
