import type { Month } from '#contracts/common';
import {
  addDays,
  addMonths,
  clock,
  clockOn,
  dayOf,
  daysBetween,
  daysOfMonth,
  instantAt,
  midnight,
  weekdayOf,
} from '../../../../cloudfunctions/shared/calendar/company-time';
import { at, day } from '../support/rules';

test.each([
  ['2026-11-23 00:00', '2026-11-23'],
  ['2026-11-22 23:59:59', '2026-11-22'],
  ['2026-12-31 23:59:59', '2026-12-31'],
  ['2028-02-29 12:00', '2028-02-29'],
])('%s is on %s', (time, expected) => {
  expect(dayOf(at(time))).toBe(expected);
});

test('a day starts at midnight in Shanghai', () => {
  expect(midnight(day('2026-11-23'))).toBe(Date.UTC(2026, 10, 22, 16));
  expect(instantAt(day('2026-11-23'), 1_800)).toBe(at('2026-11-24 06:00'));
});

test('days and months are counted over their ends', () => {
  expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
  expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  expect(addMonths('2026-01' as Month, -13)).toBe('2024-12');
  expect(daysOfMonth('2028-02' as Month)).toHaveLength(29);
  expect(daysOfMonth('2026-12' as Month).at(-1)).toBe('2026-12-31');
  expect(daysBetween(day('2026-11-23'), day('2026-11-22'))).toEqual([]);
});

test('weeks start on Monday', () => {
  expect(['2026-11-23', '2026-11-28', '2026-11-29'].map((on) => weekdayOf(day(on)))).toEqual([1, 6, 7]);
});

test('clocks say when they are on another day', () => {
  expect([0, 540, 1_439, 1_440, 1_800, -30].map(clock)).toEqual([
    '00:00',
    '09:00',
    '23:59',
    '00:00+1',
    '06:00+1',
    '23:30-1',
  ]);
  expect(clockOn(day('2026-11-23'), at('2026-11-24 05:59:59'))).toBe('05:59+1');
});
