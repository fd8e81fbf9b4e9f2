import { check, optional, pipe, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import { addEntries, findWholeAccount } from '../../accounts/public';
import { findEmployee } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, day, employeeId, integerBetween, nonEmptyText } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findLeaveTypes } from '../data/leave-types';
import { adjustmentEntries } from '../domain/adjustment';
import { leaveBalances } from '../domain/balances';
import { dueEntries } from '../domain/due-entries';
import { hasBalance } from '../domain/leave-type';
import { ruleOn } from '../domain/rule-on';
import { leaveTypeId } from '../inputs/leave-type';

const MAX_MINUTES = 365 * LEAVE_DAY_MINUTES;

const input = strictObject({
  key: clientKey,
  employeeId,
  typeId: leaveTypeId,
  minutes: pipe(
    integerBetween(-MAX_MINUTES, MAX_MINUTES),
    check((minutes) => minutes !== 0),
  ),
  expiresOn: optional(day),
  reason: nonEmptyText(200),
});

/**
 * Manual balance adjustment by HR, with a reason that the employee sees in the ledger. Idempotent by `key`.
 * @throws AppError FORBIDDEN for one's own balance, NOT_FOUND, LEAVE_TYPE_UNAVAILABLE, PERIOD_INVALID,
 * LEAVE_BALANCE_SHORT, REQUEST_KEY_REUSED, BUSY
 */
export const adjustBalance = employeeAction<RequestsContract['adjustBalance']>({
  input,
  allow: can('update', 'LeaveBalances'),
  texts: ({ reason }) => [reason],
  async run({ input, me, now }) {
    if (input.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    const [person, types] = await Promise.all([findEmployee(input.employeeId), findLeaveTypes(now)]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const today = dayOf(now);
    const type = types.find(({ _id, enabled }) => enabled && _id === input.typeId);
    const rule = type && ruleOn(type, person.city, today);
    if (!rule || !hasBalance(rule))
      throw new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId: input.typeId, rule: 'no-balance' });
    const expiresOn = input.expiresOn ?? null;
    if (expiresOn !== null && expiresOn < today) throw new AppError('PERIOD_INVALID', { rule: 'past' });
    const adjustment = { ...input, expiresOn, byId: me._id };
    return retryOnConflict(3, async () => {
      // A repeated adjustment has to find the first one, however old.
      const account = await findWholeAccount(person._id);
      const until = Number(today.slice(0, 4));
      const due = dueEntries(person, account, types, { today, until, now });
      const lines = adjustmentEntries({ ...account.entries, ...due }, adjustment, today, now);
      const nothing = Object.keys(lines).length === 0;
      const after = nothing ? account : await addEntries(account, { ...due, ...lines });
      return after ? { balances: leaveBalances(person, after, types, today, now) } : conflict;
    });
  },
});
