import type { Day } from '#contracts/common';
import type { ReviewWindow } from '#contracts/goal-review';
import { addDays } from '../../shared/calendar/company-time';
import { type Calendar, isCompanyWorkday } from './company-days';
import type { Cycle } from './cycle';

/** Workdays after the end of a cycle within which reviews are handed in, and confirmed. */
const HAND_IN_WORKDAYS = 10;
const CONFIRM_WORKDAYS = 15;
/** Days that are looked through for as many workdays: a fortnight of holidays is among them. */
const MAX_DAYS = 60;

/** When reviews of a cycle are taken, by the company's calendar. */
export function reviewWindow({ to }: Pick<Cycle, 'to'>, calendar: Calendar): ReviewWindow {
  const after = (count: number) => workdayAfter(to, count, calendar);
  return { from: to, to: after(HAND_IN_WORKDAYS), confirmTo: after(CONFIRM_WORKDAYS) };
}

/** The day on which as many workdays have passed since `day`. */
function workdayAfter(day: Day, count: number, calendar: Calendar): Day {
  let [found, at] = [0, day];
  for (let days = 0; days < MAX_DAYS && found < count; days += 1) {
    at = addDays(at, 1);
    if (isCompanyWorkday(at, calendar)) found += 1;
  }
  return at;
}

/** Whether reviews can be handed in: from the last day on, or once the cycle was closed earlier. */
export const isHandInOpen = (cycle: Pick<Cycle, 'state'>, window: ReviewWindow, today: Day): boolean =>
  hasEnded(cycle, window, today) && today <= window.to;

export const isConfirmOpen = (cycle: Pick<Cycle, 'state'>, window: ReviewWindow, today: Day): boolean =>
  hasEnded(cycle, window, today) && today <= window.confirmTo;

/**
 * Whether who is above scores goals whose owner has not handed in: once that is over, so that nobody escapes being scored by
 * keeping silent.
 */
export const isUnhandedOpen = (cycle: Pick<Cycle, 'state'>, window: ReviewWindow, today: Day): boolean =>
  today > window.to && isConfirmOpen(cycle, window, today);

/** Whether closing reviews of a cycle are asked for, or were. */
export const hasEnded = (
  { state }: Pick<Cycle, 'state'>,
  { from }: Pick<ReviewWindow, 'from'>,
  today: Day,
): boolean => state === 'closing' || state === 'closed' || (state === 'running' && today >= from);
