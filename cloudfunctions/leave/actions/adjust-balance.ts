import {
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  transform,
  trim,
} from 'valibot';
import type { Day } from '../../../typings/contracts/common';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { addEntries, findAccount } from '../../accounts/data/accounts';
import { findEmployee } from '../../people/data/employees';
import { dayOf } from '../../shared/calendar/company-time';
import { isDay } from '../../shared/calendar/is-day';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { attempts, conflict } from '../../shared/kernel/attempts';
import { can } from '../../shared/kernel/policy';
import { findLeaveTypes } from '../data/leave-types';
import { adjustmentEntries } from '../domain/adjustment';
import { leaveBalances } from '../domain/balances';
import { hasBalance } from '../domain/leave-type';
import { ledgerDue } from '../domain/ledger-due';
import { ruleOn } from '../domain/rule-on';

/** A year of days, in leave minutes. */
const MOST_MINUTES = 365 * 480;

const input = strictObject({
  key: pipe(string(), regex(/^[A-Za-z0-9_-]{16,64}$/)),
  employeeId: employeeId,
  typeId: pipe(string(), regex(/^[a-z][a-z0-9-]{0,39}$/)),
  minutes: pipe(
    number(),
    integer(),
    minValue(-MOST_MINUTES),
    maxValue(MOST_MINUTES),
    check((minutes) => minutes !== 0),
  ),
  expiresOn: optional(
    pipe(
      string(),
      check(isDay),
      transform((day) => day as Day),
    ),
  ),
  reason: pipe(string(), trim(), minLength(1), maxLength(200), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u)),
});

/**
 * HR corrects a balance by hand, with a reason that the employee sees in the ledger. Idempotent by `key`.
 * @throws AppError FORBIDDEN for one's own balance, NOT_FOUND, LEAVE_TYPE_UNAVAILABLE, PERIOD_INVALID,
 * LEAVE_BALANCE_SHORT, REQUEST_KEY_REUSED, BUSY
 */
export const adjustBalance = employeeAction<RequestsContract['adjustBalance']>({
  input,
  allow: can('update', 'LeaveBalances'),
  async run({ input: asked, me, now }) {
    if (asked.employeeId === me._id) throw new AppError('FORBIDDEN', {});
    const [person, types] = await Promise.all([findEmployee(asked.employeeId), findLeaveTypes(now)]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const today = dayOf(now);
    const type = types.find(({ _id, enabled }) => enabled && _id === asked.typeId);
    const rule = type && ruleOn(type, person.city, today);
    if (!rule || !hasBalance(rule))
      throw new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId: asked.typeId, rule: 'no-balance' });
    const expiresOn = asked.expiresOn ?? null;
    if (expiresOn !== null && expiresOn < today) throw new AppError('PERIOD_INVALID', { rule: 'past' });
    const adjustment = { ...asked, expiresOn, byId: me._id };
    return attempts(3, async () => {
      const account = await findAccount(person._id);
      const until = Number(today.slice(0, 4));
      const due = ledgerDue(person, account, types, { today, until, now });
      const lines = adjustmentEntries({ ...account.entries, ...due }, adjustment, today, now);
      const nothing = Object.keys(lines).length === 0;
      const after = nothing ? account : await addEntries(account, { ...due, ...lines });
      return after ? { balances: leaveBalances(person, after, types, today, now) } : conflict;
    });
  },
});
