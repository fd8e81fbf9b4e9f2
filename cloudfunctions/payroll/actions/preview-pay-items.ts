import { optional, strictObject } from 'valibot';
import type { Day, Month } from '#contracts/common';
import type { PayrollContract } from '#contracts/payroll';
import { findEmployee } from '../../people/public';
import { briefOf, isEmployedIn } from '../../people/rules';
import { payItems } from '../../salaries/public';
import { recordAccess } from '../../shared/audit/record-access';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { day, employeeId, month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { itemsEffect } from '../domain/items-effect';
import type { RunFacts } from '../domain/pay-facts';
import { outcomeOf, type PayPageRead, readPaid, readPayPage } from '../services/pay-page';
import { findTriedFacts } from '../services/run-facts';

/**
 * What items would pay in a month: the slips of a hundred people, or of one, are worked out with the items as they are and with
 * these. Nothing is saved; the reading is recorded. Two reads more than a page of a run.
 * @throws AppError PAY_ITEM_INVALID, PAY_FORMULA_INVALID, PAY_FORMULA_FAILED, PAY_ITEM_LOOP, NOT_FOUND, MONTH_NOT_OVER
 */
export const previewPayItems = employeeAction<PayrollContract['previewPayItems']>({
  input: strictObject({
    from: day,
    items: payItems,
    month,
    employeeId: optional(employeeId),
    cursor: optional(employeeId),
  }),
  allow: can('update', 'Payroll'),
  async run({ input: { from, items, month: of, employeeId: only, cursor = '' }, me, now }) {
    if (of >= monthOf(dayOf(now))) throw new AppError('MONTH_NOT_OVER', { month: of });
    const paidOn = `${addMonths(of, 1)}-10` as Day;
    const { asIs, tried } = await findTriedFacts(of, paidOn, now, { from, items });
    const { people, next } =
      only === undefined ? await readPayPage(asIs, cursor, now) : await readOne(asIs, of, only, now);
    const ownerIds = people.map(({ person }) => person._id);
    const reader = { at: now, readerId: me._id, readerName: me.name };
    if (ownerIds.length > 0) await recordAccess({ what: 'payslips', aboutId: of, ownerIds, ...reader });
    const slips = people.map((facts) => ({
      person: briefOf(facts.person),
      before: outcomeOf(asIs, facts),
      now: outcomeOf(tried, facts),
    }));
    return { ...itemsEffect(slips), next };
  },
});

/** @throws AppError NOT_FOUND for who was not employed in the month */
async function readOne(run: RunFacts, of: Month, id: string, now: number): Promise<PayPageRead> {
  const person = await findEmployee(id);
  if (!person || !isEmployedIn(person, of)) throw new AppError('NOT_FOUND', { what: 'employee' });
  return { people: await readPaid([person], run, now), stale: [], leftOut: [], next: null };
}
