import type { Day, Instant } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { LeaveBalance } from '#contracts/leave';
import type { Account } from '../../accounts/rules';
import { fact } from '../../approvals/kind/answer';
import type { Employee } from '../../shared/kernel/employee';
import { leaveBalances } from './balances';
import { inHours, type LeaveType } from './leave-type';
import { LEAVER_SOURCE } from './packs/china';

/**
 * What is paid out of leave if the person leaves on `lastDay`: statutory annual leave earned by that day and not taken,
 * and comp time that is left. Days taken beyond are not reclaimed (企业职工带薪年休假实施办法 art. 12).
 */
export function leaverPayOut(
  employee: Employee,
  account: Account,
  types: readonly LeaveType[],
  lastDay: Day,
  now: Instant,
): Fact[] {
  const leaver = { ...employee, leftOn: lastDay };
  const facts = leaveBalances(leaver, account, types, lastDay, now).flatMap(factsOf);
  const isAnnual = facts.some(({ code }) => code === 'LEAVE_PAID_OUT');
  return isAnnual ? [...facts, fact('RULE_SOURCE', { source: LEAVER_SOURCE, version: '2008-09-18' })] : facts;
}

function factsOf({ type, leaving, used, held }: LeaveBalance): Fact[] {
  if (!leaving || leaving.payOut === null) return [];
  const { lastDay, earned, payOut, percent } = leaving;
  const unit = inHours(type);
  if (earned === null)
    return payOut > 0 ? [fact('COMP_TIME_PAID_OUT', { type: type.name, minutes: payOut, ...unit })] : [];
  if (earned === 0 && used + held === 0) return [];
  const figures = { lastDay, earned, taken: used + held, days: payOut, percent: percent ?? 100 };
  return [fact('LEAVE_PAID_OUT', { type: type.name, ...figures, ...unit })];
}
