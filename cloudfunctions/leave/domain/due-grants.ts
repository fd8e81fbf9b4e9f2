import type { Day, Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { fact } from '../../approvals/kind/answer';
import { addYearsTo, countCalendarDays } from '../../shared/calendar/anniversary';
import { addDays } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { annualEntitlement } from './annual-entitlement';
import type { GrantRule, LeaveType } from './leave-type';
import { ruleOn } from './rule-on';

type Entries = Account['entries'];

interface Grant {
  readonly id: string;
  readonly minutes: Minutes;
  readonly validFrom: Day;
  readonly expiresOn: Day;
  readonly basis: readonly Fact[];
}

/**
 * The grants from `today` to the end of `until` that the person is entitled to and the ledger lacks, by id. Ids
 * derive from type and year (or child and year of life), so that concurrent writers add a grant once. A year
 * without entitlement gets no entry, so that a corrected date can still lead to a grant.
 */
export function dueGrants(
  employee: Employee,
  entries: Entries,
  types: readonly LeaveType[],
  { today, until, now }: { readonly today: Day; readonly until: number; readonly now: Instant },
): Entries {
  const first = Number(today.slice(0, 4)) - 1;
  const years = Array.from({ length: Math.max(0, until - first + 1) }, (_, index) => first + index);
  const due = types
    .filter(({ enabled }) => enabled)
    .flatMap((type) =>
      years.flatMap((year) => grantsOfYear(type, employee, year).map((grant) => ({ type, grant }))),
    )
    .filter(({ grant }) => grant.minutes > 0 && grant.expiresOn >= today && !(grant.id in entries));
  return Object.fromEntries(due.map(({ type, grant }) => [grant.id, grantEntry(type._id, grant, now)]));
}

/** The entitlement of a year with its calculation, also if it is 0. */
export function grantsOfYear(type: LeaveType, employee: Employee, year: number): Grant[] {
  const rule = ruleOn(type, employee.city, `${year}-12-31` as Day)?.grant;
  switch (rule?.by) {
    case 'service':
      return [serviceGrant(type._id, rule, employee, year)];
    case 'year':
      return [yearGrant(type._id, rule, employee, year)];
    case 'child':
      return employee.childrenBornOn.flatMap((born) => childGrant(type._id, rule, employee, born, year));
    default:
      return [];
  }
}

function serviceGrant(
  typeId: string,
  rule: Extract<GrantRule, { by: 'service' }>,
  employee: Employee,
  year: number,
): Grant {
  const { days, usableFrom, periods } = annualEntitlement(rule, employee, year);
  const unknown = employee.workingSince === null ? [fact('SERVICE_UNKNOWN', {})] : [];
  const whole = periods.length === 1 && periods[0]?.entitlement === days;
  const lines = periods.map(({ from, to, calendarDays, years, entitlement }) =>
    whole
      ? fact('SERVICE', { years, days: days * LEAVE_DAY_MINUTES })
      : fact('SERVICE_PART', {
          from,
          to,
          calendarDays,
          years,
          entitlement: entitlement * LEAVE_DAY_MINUTES,
        }),
  );
  const total =
    whole || periods.length === 0 ? [] : [fact('ROUNDED_DOWN', { days: days * LEAVE_DAY_MINUTES })];
  const waiting = usableFrom === null ? [fact('SERVICE_WAITING', { months: rule.waitingMonths })] : [];
  return {
    id: `${typeId}-${year}`,
    minutes: days * LEAVE_DAY_MINUTES,
    validFrom: usableFrom ?? (`${year}-01-01` as Day),
    expiresOn: `${year}-12-31` as Day,
    basis: [...unknown, ...waiting, ...lines, ...total],
  };
}

/** Pro rata, rounded down to half days. */
function yearGrant(
  typeId: string,
  rule: Extract<GrantRule, { by: 'year' }>,
  { hiredOn, leftOn }: Employee,
  year: number,
): Grant {
  const first = `${year}-01-01` as Day;
  const last = `${year}-12-31` as Day;
  const from = hiredOn > first ? hiredOn : first;
  const to = leftOn !== null && leftOn < last ? leftOn : last;
  const present = Math.max(0, countCalendarDays(from, to));
  const half = LEAVE_DAY_MINUTES / 2;
  const part = Math.floor((present * rule.minutes) / countCalendarDays(first, last) / half) * half;
  const minutes = from === first && to === last ? rule.minutes : part;
  const basis = [fact('YEAR_SHARE', { calendarDays: present, entitlement: rule.minutes, days: minutes })];
  return { id: `${typeId}-${year}`, minutes, validFrom: from, expiresOn: last, basis };
}

/**
 * The child's year of life that begins in `year`, while the child is young enough and the person is employed.
 */
function childGrant(
  typeId: string,
  rule: Extract<GrantRule, { by: 'child' }>,
  { hiredOn, leftOn }: Employee,
  born: Day,
  year: number,
): Grant[] {
  const age = year - Number(born.slice(0, 4));
  if (age < 0 || age >= rule.underYears) return [];
  const validFrom = addYearsTo(born, age);
  const expiresOn = addDays(addYearsTo(born, age + 1), -1);
  if (expiresOn < hiredOn || (leftOn !== null && leftOn < validFrom)) return [];
  const basis = [fact('CHILD_YEAR', { born, from: validFrom, to: expiresOn, days: rule.minutes })];
  return [{ id: `${typeId}-${born}-${age + 1}`, minutes: rule.minutes, validFrom, expiresOn, basis }];
}

function grantEntry(typeId: string, grant: Grant, now: Instant): LedgerEntry {
  const { id, minutes, validFrom, expiresOn, basis } = grant;
  return {
    kind: 'grant',
    typeId,
    minutes,
    at: now,
    grantId: id,
    requestId: null,
    validFrom,
    expiresOn,
    basis,
    byId: null,
    note: '',
  };
}
