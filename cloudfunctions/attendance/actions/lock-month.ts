import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { findSettlement, saveSettlement } from '../../settlement/public';
import { locked, settlementOf } from '../../settlement/rules';
import { AppError } from '../../shared/errors/app-error';
import { month, revision } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';

/**
 * Makes a settled month final. Later corrections are listed as differences. Locking a locked month succeeds.
 * @throws AppError NOT_FOUND, MONTH_NOT_OVER while people are still waiting to be settled, VERSION_CONFLICT if
 * the settlement differs from the one that the caller saw
 */
export const lockMonth = employeeOrConsoleAction<AttendanceContract['lockMonth']>({
  input: strictObject({ month, rev: revision }),
  allow: can('decide', 'CompanyAttendance'),
  async run({ input: { month, rev }, me, now }) {
    const found = await findSettlement(month);
    if (!found) throw new AppError('NOT_FOUND', { what: 'settlement' });
    if (found.state === 'locked') return settlementOf(found, me?._id ?? null);
    if (found.state === 'waiting') throw new AppError('MONTH_NOT_OVER', { month });
    const isSeen = found.state === 'done' && found.rev === rev;
    const saved = isSeen ? await saveSettlement(found, locked(found, me, now)) : null;
    if (!saved) throw new AppError('VERSION_CONFLICT', { version: found.rev });
    return settlementOf(saved, me?._id ?? null);
  },
});
