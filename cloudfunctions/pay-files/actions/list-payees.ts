import { optional, strictObject } from 'valibot';
import type { PayFilesContract } from '#contracts/pay-files';
import { findEmployeesAfter } from '../../people/public';
import { briefOf, isEmployedIn } from '../../people/rules';
import { opening, requireOpened } from '../../second-check/public';
import { recordAccess } from '../../shared/audit/record-access';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDetails } from '../data/pay-details';
import { NO_DETAILS } from '../domain/pay-details';

const PAGE_SIZE = 50;
/** Digits that tell two accounts apart and pay nobody. */
const SHOWN = 4;
/** Who left before is paid no more. */
const MONTHS_BACK = 3;

/**
 * Accounts and identity cards of people who are or were here lately, with their last four digits alone; the reading is
 * recorded. @throws AppError SECOND_CHECK_NEEDED
 */
export const listPayees = employeeAction<PayFilesContract['payees']>({
  input: strictObject({ cursor: optional(employeeId), opening }),
  allow: can('read', 'Payroll'),
  async run({ input: { cursor = '', opening: opened }, me, openid, now }) {
    await requireOpened(opened, { employeeId: me._id, openid }, now);
    const today = monthOf(dayOf(now));
    const { people: all, next } = await findEmployeesAfter(cursor, PAGE_SIZE);
    const people = all.filter(
      (person) => isEmployedIn(person, today) || (person.leftOn ?? '') >= addMonths(today, -MONTHS_BACK),
    );
    const ids = people.map(({ _id }) => _id);
    if (ids.length === 0) return { items: [], next };
    const [stored] = await Promise.all([
      findDetails(ids),
      recordAccess({
        ...{ what: 'payees', aboutId: 'pay-details', ownerIds: ids },
        ...{ at: now, readerId: me._id, readerName: me.name },
      }),
    ]);
    const items = people.map((person) => {
      const { idNumber, account, bank, phone } = stored.get(person._id)?.details ?? NO_DETAILS;
      const [idEnd, accountEnd] = [idNumber.slice(-SHOWN), account.slice(-SHOWN)];
      return { person: briefOf(person), idEnd, accountEnd, bank, hasPhone: phone !== '' };
    });
    return { items, next };
  },
});
