import type { Day, Minutes } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import type { Counted } from '../../schedule/rules-time';
import { addMonthsTo, addYearsTo } from '../../shared/calendar/anniversary';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import type { BlockedDay } from './leave-settings';
import { inHours, type LeaveRule, type LeaveType } from './leave-type';

/** Age below which children entitle to statutory leave, years. */
const YOUNG_YEARS = 3;

/**
 * Why a person cannot take this type on that day; null if they can. Unknown personal data never blocks a
 * request.
 */
export function unavailableProblem(
  type: LeaveType,
  rule: LeaveRule,
  person: Employee,
  day: Day,
): AppError | null {
  const broken = brokenCondition(type, rule, person, day);
  return broken === null ? null : new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId: type._id, rule: broken });
}

function brokenCondition(type: LeaveType, rule: LeaveRule, person: Employee, day: Day): string | null {
  if (!type.enabled) return 'disabled';
  if (rule.sex !== null && person.sex !== null && rule.sex !== person.sex) return 'sex';
  if (rule.notInProbation && person.probationUntil !== null && day <= person.probationUntil)
    return 'probation';
  if (day < addMonthsTo(person.hiredOn, rule.waitingMonths)) return 'waiting';
  if (rule.grant?.by === 'child' && !person.childrenBornOn.some((born) => isYoung(born, day)))
    return 'no-child';
  return null;
}

const isYoung = (born: Day, day: Day): boolean => born <= day && day < addYearsTo(born, YOUNG_YEARS);

/** The problem of the first counted day that the company has blocked for leave. */
export function blockedProblem(counted: Counted, blocked: readonly BlockedDay[]): AppError | null {
  const blockedDay = blocked.find(({ day }) =>
    counted.days.some((each) => each.day === day && each.minutes > 0),
  );
  if (!blockedDay) return null;
  return new AppError('BLOCKED_DAY', {
    day: blockedDay.day,
    nameZh: blockedDay.name['zh-CN'],
    nameEn: blockedDay.name.en,
  });
}

/** Exceeds the limit per request or per calendar year. */
export function limitProblem(
  rule: LeaveRule,
  minutes: Minutes,
  account: Account,
  typeId: string,
  first: Day,
): AppError | null {
  const { mostPerRequest, mostPerYear } = rule;
  if (mostPerRequest !== null && minutes > mostPerRequest)
    return new AppError('LEAVE_TOO_LONG', {
      minutes,
      limit: mostPerRequest,
      per: 'request',
      ...inHours(rule),
    });
  const sameYear = Object.values(account.spans).filter(
    (span) => span.leaveTypeId === typeId && span.day.slice(0, 4) === first.slice(0, 4),
  );
  const before = sameYear.reduce((sum, span) => sum + span.minutes, 0);
  if (mostPerYear !== null && before + minutes > mostPerYear)
    return new AppError('LEAVE_TOO_LONG', {
      minutes: before + minutes,
      limit: mostPerYear,
      per: 'year',
      ...inHours(rule),
    });
  return null;
}
