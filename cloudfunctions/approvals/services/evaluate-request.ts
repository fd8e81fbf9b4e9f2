import type { Day, Instant } from '../../../typings/contracts/common';
import type { FormValues, RequestType } from '../../../typings/contracts/requests';
import type { Account } from '../../accounts/domain/account';
import { findLockedMonths } from '../../attendance/data/locked-months';
import { findReceipts } from '../../expense/data/receipts';
import { findLeaveTypes } from '../../leave/data/leave-types';
import { periodsOf, valuesOfKind } from '../../request-types/domain/check-form';
import { findOverrides } from '../../schedule/data/calendars';
import { findSchedule } from '../../schedule/data/find-schedule';
import { daysAround } from '../../schedule/domain/period';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findCompanyRules } from '../data/company-rules';
import { lockedWarnings, pastMonths } from '../domain/locked-months';
import { blockedOn } from '../domain/rules/rule-settings';
import { rulesOf } from '../domain/rules-of';
import type { KindAnswer, KindQuestion } from '../kind/kind-rules';

export interface Asking {
  readonly requestId: string;
  readonly type: RequestType;
  readonly values: FormValues;
  readonly applicant: Employee;
  readonly account: Account;
  readonly team: KindQuestion['team'];
  readonly now: Instant;
}

/** A sending does not read the team: who else is away is worked out whenever somebody looks. */
export const NO_TEAM: KindQuestion['team'] = { size: 0, absences: [] };

/** A longer stretch is refused by the rules; its plan is not loaded. */
const MOST_DAYS = 380;

/**
 * What the rules of the kind say. The plan of the days costs nothing on a warm instance, nor does whether a month
 * that is over is locked.
 */
export async function askRules(asking: Asking): Promise<KindAnswer> {
  const { requestId, type, values, applicant, account, team, now } = asking;
  const days = daysOf(asking);
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const [schedule, overrides, leaveTypes, rules, receipts] = await Promise.all([
    findSchedule(applicant, days, now),
    findOverrides(years, now),
    findLeaveTypes(now),
    findCompanyRules(now),
    type.kind === 'expense' ? findReceipts(applicant._id, filesOf(type.form, values)) : [],
  ]);
  const answer = rulesOf(type.kind)({
    requestId,
    type,
    values,
    applicant,
    account,
    schedule,
    overrides,
    blockedDays: blockedOn(rules.blocked, days),
    leaveTypes,
    rules,
    receipts,
    team,
    today: dayOf(now),
    now,
  });
  const locked = await findLockedMonths(pastMonths(type.kind, answer.period, dayOf(now)), now);
  return { ...answer, warnings: [...answer.warnings, ...lockedWarnings(locked)] };
}

const filesOf = (form: RequestType['form'], values: FormValues): string[] =>
  (valuesOfKind(form, values, 'file') as string[][]).flat();

/** Every day that the form names, and those around it. */
function daysOf({ type, values, now }: Asking): Day[] {
  const periods = periodsOf(type.form, values).map(daysAround);
  const single = valuesOfKind(type.form, values, 'day') as Day[];
  const stretches = [
    ...periods,
    ...[...single, dayOf(now)].map((day) => ({ first: addDays(day, -1), last: addDays(day, 1) })),
  ];
  const days = stretches.flatMap(({ first, last }) =>
    last <= addDays(first, MOST_DAYS) ? daysBetween(first, last) : [first, last],
  );
  return [...new Set(days)];
}
