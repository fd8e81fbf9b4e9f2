import { boolean, optional, strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { briefOf } from '../../people/rules';
import { dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { day, month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { payRunView } from '../domain/pay-run';
import { payUnit } from '../services/pay-unit';
import { askToLock } from '../services/tell-payroll';

/** Including its last page and a cold start, a unit stays below the phone's timeout of ten seconds. */
const UNIT_MS = 5_000;

/** Begins or continues a run. @throws AppError MONTH_NOT_OVER, PAY_RUN_REFUSED */
export const calculatePay = employeeAction<PayrollContract['calculatePay']>({
  input: strictObject({ month, paidOn: day, again: optional(boolean()) }),
  allow: can('update', 'Payroll'),
  async run({ input: { month, paidOn, again = false }, me, now }) {
    if (month >= monthOf(dayOf(now))) throw new AppError('MONTH_NOT_OVER', { month });
    const deadline = performance.now() + UNIT_MS;
    const run = await payUnit(month, { by: briefOf(me), paidOn, now, deadline, again });
    await askToLock(run, briefOf(me), now);
    return payRunView(run, me._id);
  },
});
