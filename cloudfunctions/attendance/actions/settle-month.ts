import { boolean, optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { settlementOf } from '../../settlement/rules';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { settleUnit } from '../services/settle-unit';

/** Including its last page and a cold start, a unit stays below the phone's timeout of ten seconds. */
const UNIT_MS = 5_000;
/** Two thirds of the function's time limit, because no phone waits for a console call. */
const CONSOLE_UNIT_MS = 40_000;

/** Starts or continues the settlement of a month. @throws AppError MONTH_NOT_OVER and those of `settleUnit` */
export const settleMonth = employeeOrConsoleAction<AttendanceContract['settle']>({
  input: strictObject({ month, again: optional(boolean()) }),
  allow: can('update', 'CompanyAttendance'),
  async run({ input: { month, again = false }, me, now }) {
    if (month >= monthOf(dayOf(now))) throw new AppError('MONTH_NOT_OVER', { month });
    const deadline = performance.now() + (me ? UNIT_MS : CONSOLE_UNIT_MS);
    return settlementOf(await settleUnit(month, { now, again, deadline }), me?._id ?? null);
  },
});
