import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type { Mark, Reason } from '#contracts/day-status';
import type { Cover } from '../../../cloudfunctions/attendance/domain/attendance-day';
import { type DayQuestion, dayStatus } from '../../../cloudfunctions/attendance/domain/day-status';
import { addDays, instantAt } from '../../../cloudfunctions/shared/calendar/company-time';
import { day, words } from '../../unit/cloudfunctions/support/rules';

/** A day of two years. */
export const onDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 729 })
  .map((offset) => addDays(day('2025-01-01'), offset));
/** Minutes of a day, from the evening before to the morning after. */
export const minutes = fc.integer({ min: -120, max: 2_000 });

/** How many days these marks of one kind come to. */
export const daysOf = (marks: readonly Mark[], kind: Mark['kind']): number =>
  marks.reduce((sum, mark) => sum + (mark.kind === kind && 'days' in mark ? mark.days : 0), 0);

export function expectWholeMinutes(marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind !== 'late' && mark.kind !== 'early') continue;
    expect(Number.isInteger(mark.minutes)).toBe(true);
    expect(mark.minutes).toBeGreaterThan(0);
  }
}

/** The status of a day that is over is the same `later` ms after it. */
export function expectFinal(asked: DayQuestion, later: number): void {
  const over = dayStatus({ ...asked, now: asked.closesAt });
  expect(dayStatus({ ...asked, now: asked.closesAt + later })).toEqual(over);
  expect(['ongoing', 'upcoming']).not.toContain(over.state);
}

/** Leave from one minute of the day to another. */
export const leaveOn = (on: Day, start: number, end: number): Cover => ({
  kind: 'leave',
  name: words('leave'),
  from: instantAt(on, start),
  to: instantAt(on, end),
});

/** No figure of a reason is missing, and all numbers are whole. */
export function expectFigures(reasons: readonly Reason[]): void {
  for (const { data } of reasons)
    for (const value of Object.values(data)) {
      expect(value === undefined || value === null || Number.isNaN(value)).toBe(false);
      if (typeof value === 'number') expect(Number.isInteger(value)).toBe(true);
    }
}
