import type { FormValues } from '#contracts/form';
import { completeLeave, findAccounts } from '../accounts/public';
import type { Account } from '../accounts/rules';
import type { FactsNow, KindRequest } from '../approvals/kind/kind';
import { defineKind } from '../approvals/kind/registry';
import { findOwnRules } from '../company-rules/public';
import { employeesById } from '../people/public';
import { dayOf } from '../shared/calendar/company-time';
import { findLeaveTypes } from './data/leave-types';
import type { LeaveInputs } from './domain/leave-inputs';
import { leaveRules } from './domain/leave-rules';
import { blockedOn, leaveSettings } from './domain/leave-settings';
import { leaveSince } from './domain/leave-since';
import { refreshBalance, refreshExpiry } from './domain/refresh-balance';
import { returnDays } from './domain/return-days';
import { ruleOn } from './domain/rule-on';
import { leaveSection } from './rule-section';
import { balancesByUse } from './services/balances-by-use';
import { leaveType } from './shipped-type';

/** 请假 Leave: changes the balance and the attendance days. */
export const leave = defineKind<Required<LeaveInputs> & { readonly account: Account }>({
  name: 'leave',
  types: [leaveType],
  usesAccount: true,
  changesDays: true,
  followsSchedule: true,
  isAway: true,
  companyRules: leaveSection,
  async load({ values, applicant, account, days, today, now }) {
    const [leaveTypes, own] = await Promise.all([findLeaveTypes(now), findOwnRules(now)]);
    const settings = leaveSettings(own);
    return {
      leaveTypes,
      settings,
      blockedDays: blockedOn(settings.blocked, days),
      account: await completeLeave(account, leaveSince(values, applicant, leaveTypes, today)),
    };
  },
  decide: leaveRules,
  async ruleSetters({ leaveType: id }, now) {
    return (await findLeaveTypes(now)).find(({ _id }) => _id === id)?.setBy ?? [];
  },
  /** The type that the person takes most often. */
  async firstValues({ applicant, account, now }) {
    const [first] = await balancesByUse(applicant, account, now);
    const values: FormValues = first ? { leaveType: first.type.id } : {};
    return values;
  },
  factsNow,
  returnDays,
  async wholeDaysOnly({ leaveType: id }, applicantId, from, now) {
    const [types, people] = await Promise.all([findLeaveTypes(now), employeesById([applicantId], now)]);
    const type = types.find(({ _id }) => _id === id);
    const person = people.get(applicantId);
    return type !== undefined && person !== undefined && ruleOn(type, person.city, from)?.unit === 'day';
  },
});

/** The current balance and expiring minutes, because other requests may have been decided in the meantime. */
async function factsNow(requests: readonly KindRequest[], now: number): Promise<FactsNow> {
  const withBalance = requests.filter(({ facts }) => facts.some(({ code }) => code === 'BALANCE'));
  const first = Math.min(now, ...withBalance.map(({ spanFrom }) => spanFrom));
  const [accountOf, own] = await Promise.all([
    findAccounts(
      withBalance.map(({ applicantId }) => applicantId),
      dayOf(first),
    ),
    findOwnRules(now),
  ]);
  const { expiryNoticeDays } = leaveSettings(own);
  return (request) => {
    const account = accountOf.get(request.applicantId) ?? null;
    return {
      facts: refreshBalance(request.facts, request, account, dayOf(now)),
      warnings: refreshExpiry(request.warnings, request, account, dayOf(now), expiryNoticeDays),
    };
  };
}
