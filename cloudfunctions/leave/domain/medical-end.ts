import type { Day, Month } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import { addMonths, daysOfMonth } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { medicalPeriod } from './medical-period';
import { MEDICAL_TYPES } from './packs/medical-period';

/** The last day of a medical period of so many months. */
export interface MedicalEnd {
  readonly day: Day;
  readonly months: number;
}

type Spans = Pick<Account, 'spans'>;

/** Approved sick leave with a day in a month or, for `until`, none after it. */
const approvedSick = ({ spans }: Spans) =>
  Object.values(spans).filter(
    ({ state, leaveTypeId }) => state === 'approved' && MEDICAL_TYPES.includes(leaveTypeId ?? ''),
  );

export const isIllIn = (account: Spans, month: Month): boolean =>
  approvedSick(account).some(({ perDay = {} }) => Object.keys(perDay).some((day) => day.startsWith(month)));

/**
 * The end of the medical period of who was ill in a month, where it lies in that month, before it, or in the one after it;
 * null otherwise. As the month ends: what was asked for later does not count.
 * @param account with all the sick leave since the person joined
 */
export function endingMedicalPeriod(
  who: Pick<Employee, 'city' | 'hiredOn' | 'workingSince'>,
  account: Spans,
  month: Month,
): MedicalEnd | null {
  if (!isIllIn(account, month)) return null;
  const [lastDay, nextEnd] = [month, addMonths(month, 1)].map((each) => daysOfMonth(each).at(-1) as Day);
  if (!lastDay || !nextEnd) return null;
  const spans = approvedSick(account).map((span) => ({
    ...span,
    perDay: Object.fromEntries(Object.entries(span.perDay ?? {}).filter(([day]) => day <= lastDay)),
  }));
  const period = medicalPeriod(who, spans);
  return period && period.endsOn <= nextEnd ? { day: period.endsOn, months: period.endMonths } : null;
}
