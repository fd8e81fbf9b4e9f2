import type { AppraisalCycle, CycleReminders } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import { addDays } from '../../shared/calendar/company-time';

/** Behind every employee number: everybody of a step is told. */
export const ALL_REMINDED = '~';

const EARLY_WORKDAYS = 2;
/** No company is closed for longer. */
const MOST_STEPS = 60;

type Dated = Pick<AppraisalCycle, 'answersUntil' | 'review' | 'reminders'>;

/**
 * Whom the timer tells on a day: raters that they are asked, once no peers are chosen any more; who owes something two workdays before
 * the last day, and on it. Of steps whose day was missed only the latest. What is missing afterwards counts as missing: nobody is told.
 * @returns the step with the last person told; null if there is nothing to tell
 */
export function remindersDue(
  { answersUntil, review, reminders }: Dated,
  today: Day,
  isWorkday: (day: Day) => boolean,
): CycleReminders | null {
  if (!review || today > answersUntil) return null;
  const step = stepOn(review, answersUntil, today, isWorkday);
  if (!step) return null;
  if (reminders?.step !== step) return { step, after: '' };
  return reminders.after === ALL_REMINDED ? null : reminders;
}

function stepOn(
  { weights, confirmUntil }: NonNullable<AppraisalCycle['review']>,
  answersUntil: Day,
  today: Day,
  isWorkday: (day: Day) => boolean,
): CycleReminders['step'] | null {
  if (today === answersUntil) return 'last';
  if (today >= workdaysBefore(answersUntil, EARLY_WORKDAYS, isWorkday)) return 'early';
  return weights.peer === undefined || today > confirmUntil ? 'asked' : null;
}

function workdaysBefore(until: Day, count: number, isWorkday: (day: Day) => boolean): Day {
  let [day, left] = [until, count];
  for (let step = 0; step < MOST_STEPS && left > 0; step += 1) {
    day = addDays(day, -1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}
