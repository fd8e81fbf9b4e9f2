import type { Day } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import { periodOf, textOf } from '../../approvals/kind/form-values';
import { addDays } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { MAX_LOOKBACK_DAYS } from './leave-pay';
import type { LeaveType } from './leave-type';
import { MEDICAL_TYPES } from './packs/medical-period';
import { ruleOn } from './rule-on';

/** What is lost of last year's days depends on the leave of the year before it. */
const YEARS_BEFORE = 2;

/**
 * Since when earlier leave matters to a request: for days that are lost, for a type whose pay depends on how long somebody
 * has been away, and for the medical period, of which all sick leave here may count.
 */
export function leaveSince(
  values: FormValues,
  { city, hiredOn }: Employee,
  types: readonly LeaveType[],
  today: Day,
): Day {
  const years = `${Number(today.slice(0, 4)) - YEARS_BEFORE}-01-01` as Day;
  const type = types.find(({ _id }) => _id === textOf(values, 'leaveType'));
  const { from } = periodOf(values, 'period');
  if (type && MEDICAL_TYPES.includes(type._id)) return [years, hiredOn].sort()[0] as Day;
  if (!type || !ruleOn(type, city, from)?.longPay) return years;
  return [years, addDays(from, -MAX_LOOKBACK_DAYS)].sort()[0] as Day;
}
