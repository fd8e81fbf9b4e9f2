import type { Day, Month } from '#contracts/common';
import { addDays, addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';

/** How long somebody who has left can open the slip of their last month: it is paid after the last day (工资支付暂行规定 6). */
export const DAYS_AFTER_LEAVING = 90;

interface Leaver {
  readonly leftOn: Day | null;
}

/** The last day on which somebody who has left can open it; null for who is employed. */
export const openUntil = ({ leftOn }: Leaver, now: number): Day | null =>
  leftOn === null || leftOn >= dayOf(now) ? null : addDays(leftOn, DAYS_AFTER_LEAVING);

/** The first month whose slip is shown to who has left, the one before that of the last day; null: every month. */
export const firstMonthOpen = (person: Leaver, now: number): Month | null =>
  person.leftOn === null || openUntil(person, now) === null ? null : addMonths(monthOf(person.leftOn), -1);

/** Whether somebody can open the slip of a month by now: who has left the last ones, for a while. */
export function canOpenMonth(person: Leaver, month: Month, now: number): boolean {
  const until = openUntil(person, now);
  return until === null || (dayOf(now) <= until && month >= (firstMonthOpen(person, now) ?? month));
}
