import type { Day } from '#contracts/common';
import { addDays } from '../../../shared/calendar/company-time';

/** Whom a ladder reminds, one after the other. */
export const RUNGS = ['owner', 'manager', 'upper'] as const;
export type Rung = (typeof RUNGS)[number];

/** Workdays from one rung to the next. */
const BETWEEN = 2;
/** Longer than any holiday: a calendar without a workday ends the ladder. */
const MAX_DAYS = 60;

export interface Ladder {
  /** The rungs whose day has come, in their order. */
  readonly due: readonly Rung[];
  /** The day of the next one; null after the last. */
  readonly next: Day | null;
}

/**
 * Who is to be reminded of what was due on a day: the owner on the first workday after it, their manager two workdays later,
 * and the manager's manager two more workdays later.
 */
export function ladder(deadline: Day, today: Day, isWorkday: (day: Day) => boolean): Ladder {
  const due: Rung[] = [];
  let day: Day | null = deadline;
  for (const rung of RUNGS) {
    day = workdaysAfter(day, rung === 'owner' ? 1 : BETWEEN, isWorkday);
    if (day === null || day > today) return { due, next: day };
    due.push(rung);
  }
  return { due, next: null };
}

/** The day on which as many workdays have passed since another one; null if there are not as many in two months. */
export function workdaysAfter(day: Day, count: number, isWorkday: (day: Day) => boolean): Day | null {
  let left = count;
  for (let passed = 1; passed <= MAX_DAYS; passed += 1) {
    const each = addDays(day, passed);
    if (isWorkday(each)) left -= 1;
    if (left === 0) return each;
  }
  return null;
}
