import { boolean, optional, strictObject } from 'valibot';
import type { AttendanceContract } from '../../../typings/contracts/attendance';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { settlementOf } from '../domain/settled-month';
import { monthText } from './month-input';
import { settleUnit } from './settle-unit';

/** Time of one unit, ms: less than what a person waits for, and than any time limit. */
const UNIT = 10_000;

/** Starts or goes on with the settlement of a month. @throws AppError MONTH_NOT_OVER, MONTH_LOCKED */
export const settle = employeeOrConsoleAction<AttendanceContract['settle']>({
  input: strictObject({ month: monthText, again: optional(boolean()) }),
  allow: can('update', 'CompanyAttendance'),
  async run({ input: { month, again = false }, now }) {
    if (month >= monthOf(dayOf(now))) throw new AppError('MONTH_NOT_OVER', { month });
    return settlementOf(await settleUnit(month, { now, again, deadline: performance.now() + UNIT }));
  },
});
