import type { Month } from '#contracts/common';
import { daysOfMonth, weekdayOf } from '../../../../cloudfunctions/shared/calendar/company-time';
import { DAY_SHIFT } from './company';
import { punched } from './rules';

/** The stored weekdays of one person's month, in and out on time. */
export function workedDays(employeeId: string, month: string): Record<string, unknown>[] {
  return daysOfMonth(month as Month)
    .filter((day) => weekdayOf(day) <= 5)
    .map((day) => ({
      _id: `${employeeId}:${day}`,
      employeeId,
      day,
      rev: 2,
      shift: DAY_SHIFT,
      covers: [],
      punches: [
        punched('in', `${day} 08:55`, { key: `in-${employeeId}-${day}` }),
        punched('out', `${day} 18:05`, { key: `out-${employeeId}-${day}` }),
      ],
    }));
}
