import type { Day, Month } from '#contracts/common';
import { addMonths, monthOf } from '../../shared/calendar/company-time';

/** A time of employment; `until` is the last day, or null. */
export interface EmployedSpan {
  readonly from: Day;
  readonly until: Day | null;
}

/**
 * 当年截至本月在本单位的任职受雇月份: the months of the tax year up to the month of payment in which the person was employed
 * here, and those in which wages were paid after leaving. A month counts once, also with a rehire in it.
 * @param paid months of the year in which wages were paid, in any order; that of the payment need not be in it
 */
export function countedMonths(
  spans: readonly EmployedSpan[],
  paid: readonly Month[],
  month: Month,
): readonly Month[] {
  const january = `${month.slice(0, 4)}-01` as Month;
  const isEmployed = (each: Month): boolean =>
    spans.some(({ from, until }) => monthOf(from) <= each && (until === null || monthOf(until) >= each));
  const count = Number(month.slice(5));
  return Array.from({ length: count }, (_, index) => addMonths(january, index)).filter(
    (each) => each === month || isEmployed(each) || paid.includes(each),
  );
}
