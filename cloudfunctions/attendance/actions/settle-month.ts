import { boolean, optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { settlementOf } from '../../settlement/rules';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { settleUnit } from '../services/settle-unit';

/** Time of one unit, ms: with its last page and a cold start still less than the ten seconds that a phone waits. */
const UNIT = 5_000;
/** In the console nobody's phone waits: two thirds of the function's time limit. */
const CONSOLE_UNIT = 40_000;

/** Starts or goes on with the settlement of a month. @throws AppError MONTH_NOT_OVER, MONTH_LOCKED */
export const settleMonth = employeeOrConsoleAction<AttendanceContract['settle']>({
  input: strictObject({ month, again: optional(boolean()) }),
  allow: can('update', 'CompanyAttendance'),
  async run({ input: { month, again = false }, me, now }) {
    if (month >= monthOf(dayOf(now))) throw new AppError('MONTH_NOT_OVER', { month });
    const deadline = performance.now() + (me ? UNIT : CONSOLE_UNIT);
    return settlementOf(await settleUnit(month, { now, again, deadline }));
  },
});
