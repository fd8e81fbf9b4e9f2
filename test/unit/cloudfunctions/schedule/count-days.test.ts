import type { Period } from '#contracts/form';
import { countDays } from '../../../../cloudfunctions/schedule/domain/count-days';
import { periodProblem } from '../../../../cloudfunctions/schedule/domain/period-problem';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { person, scheduleFor } from '../support/requests';
import { at, day } from '../support/rules';

const WORKING = { counts: 'working-days', step: 30 } as const;
const CALENDAR = { counts: 'calendar-days', step: 480 } as const;
const days = (from: string, to: string): Period => ({ unit: 'day', from: day(from), to: day(to) });
const halves = (from: string, fromHalf: 1 | 2, to: string, toHalf: 1 | 2): Period => ({
  unit: 'half',
  from: day(from),
  fromHalf,
  to: day(to),
  toHalf,
});
const hours = (from: string, start: number, end: number): Period => ({
  unit: 'hour',
  from: day(from),
  start,
  end,
});
const count = (period: Period, who: Employee = person(), rule: typeof WORKING | typeof CALENDAR = WORKING) =>
  countDays(period, scheduleFor(who), rule);
const perDay = (result: ReturnType<typeof count>) =>
  Object.fromEntries(
    result.days.filter(({ minutes }) => minutes > 0).map((each) => [each.day, each.minutes]),
  );

describe('whole days', () => {
  test('across National Day 2026 with its make-up workdays', () => {
    // Off 1–7 October; Sunday 20 September and Saturday 10 October are worked.
    const result = count(days('2026-09-30', '2026-10-10'));
    expect(perDay(result)).toEqual({
      '2026-09-30': 480,
      '2026-10-08': 480,
      '2026-10-09': 480,
      '2026-10-10': 480,
    });
    expect(result.minutes).toBe(4 * 480);
    expect(result.days).toHaveLength(11);
    expect(result.days[1]).toMatchObject({ day: '2026-10-01', minutes: 0, kind: 'holiday' });
    expect(result.days[10]).toMatchObject({ day: '2026-10-10', kind: 'makeup' });
    expect(result.from).toBe(at('2026-09-30 09:00'));
    expect(result.to).toBe(at('2026-10-10 18:00'));
  });
  test('calendar days count weekends and statutory days as well', () => {
    expect(count(days('2026-09-30', '2026-10-10'), person(), CALENDAR).minutes).toBe(11 * 480);
  });
  test('days before the first and after the last day of employment count nothing', () => {
    const who = person({ hiredOn: day('2026-11-03'), leftOn: day('2026-11-05') });
    expect(count(days('2026-11-02', '2026-11-06'), who).minutes).toBe(3 * 480);
    expect(count(days('2026-11-02', '2026-11-06'), who, CALENDAR).minutes).toBe(3 * 480);
  });
  test('a night shift belongs to the day it starts', () => {
    const result = count(days('2026-11-05', '2026-11-06'), person({ shiftId: 'SH-NIGHT' }));
    expect(result.minutes).toBe(960);
    expect(result.from).toBe(at('2026-11-05 22:00'));
    expect(result.to).toBe(at('2026-11-07 06:00'));
  });
  test('somebody without a shift works by the calendar', () => {
    const result = count(days('2026-11-06', '2026-11-09'), person({ assignments: [] }));
    expect(result.minutes).toBe(960);
    expect(result.from).toBe(at('2026-11-06 00:00'));
    expect(result.to).toBe(at('2026-11-10 00:00'));
  });
});

describe('half days', () => {
  test.each([
    [halves('2026-11-05', 1, '2026-11-05', 1), 240, '2026-11-05 09:00', '2026-11-05 12:00'],
    [halves('2026-11-05', 2, '2026-11-05', 2), 240, '2026-11-05 13:00', '2026-11-05 18:00'],
    [halves('2026-11-05', 1, '2026-11-05', 2), 480, '2026-11-05 09:00', '2026-11-05 18:00'],
    [halves('2026-11-05', 2, '2026-11-06', 1), 480, '2026-11-05 13:00', '2026-11-06 12:00'],
    // Friday afternoon to Monday morning: the weekend counts nothing.
    [halves('2026-11-06', 2, '2026-11-09', 1), 480, '2026-11-06 13:00', '2026-11-09 12:00'],
  ])('%j', (period, minutes, from, to) => {
    expect(count(period)).toMatchObject({ minutes, from: at(from), to: at(to) });
  });
});

describe('hours', () => {
  test.each([
    ['inside the shift', hours('2026-11-05', 840, 960), { '2026-11-05': 120 }],
    ['across the break', hours('2026-11-05', 690, 810), { '2026-11-05': 60 }],
    ['the break alone', hours('2026-11-05', 720, 780), {}],
    ['from before the shift on', hours('2026-11-05', 480, 600), { '2026-11-05': 60 }],
    ['the whole shift is a day', hours('2026-11-05', 540, 1_080), { '2026-11-05': 480 }],
    ['rounded up to half hours', hours('2026-11-05', 840, 865), { '2026-11-05': 30 }],
    ['on a Saturday', hours('2026-11-07', 540, 1_080), {}],
    ['on a make-up Saturday', hours('2026-10-10', 540, 600), { '2026-10-10': 60 }],
  ])('%s', (_, period, expected) => {
    expect(perDay(count(period))).toEqual(expected);
  });
  test('of a night shift, named by either calendar day', () => {
    const who = person({ shiftId: 'SH-NIGHT' });
    // Working time 22:00–02:00 and 02:30–06:00 are 450 minutes; 02:30–04:00 are 90 of them: 96 leave minutes.
    expect(perDay(count(hours('2026-11-05', 1_590, 1_680), who))).toEqual({ '2026-11-05': 120 });
    expect(perDay(count(hours('2026-11-06', 150, 240), who))).toEqual({ '2026-11-05': 120 });
    expect(perDay(count(hours('2026-11-05', 1_320, 1_800), who))).toEqual({ '2026-11-05': 480 });
  });
  test('that touch two night shifts count for each', () => {
    const who = person({ shiftId: 'SH-NIGHT' });
    const result = count(hours('2026-11-05', 300, 1_380), who);
    expect(perDay(result)).toEqual({ '2026-11-04': 90, '2026-11-05': 90 });
  });
  test('without a shift', () => {
    expect(count(hours('2026-11-05', 600, 720), person({ assignments: [] })).minutes).toBe(120);
    expect(count(hours('2026-11-05', 0, 1_440), person({ assignments: [] })).minutes).toBe(480);
  });
});

describe('a period that cannot be', () => {
  const all = ['day', 'half', 'hour'] as const;
  const today = day('2026-11-02');
  const broken = (period: Period, units: readonly Period['unit'][] = all) =>
    periodProblem(period, units, today)?.data.rule ?? null;
  test.each([
    [days('2026-11-05', '2026-11-04'), 'reversed'],
    [halves('2026-11-05', 2, '2026-11-05', 1), 'reversed'],
    [hours('2026-11-05', 600, 600), 'reversed'],
    [hours('2026-11-05', 600, 540), 'reversed'],
    [days('2026-11-05', '2027-11-04'), 'too-long'],
    [days('2026-02-30', '2026-03-01'), 'not-a-day'],
    [days('2026-11-05', 'tomorrow'), 'not-a-day'],
    [hours('2026-11-05', 540.5, 600), 'not-a-day'],
    [hours('2026-11-05', 60, 1_501), 'too-long'],
    [hours('2026-11-05', -60, 60), 'out-of-range'],
    [hours('2026-11-05', 1_440, 1_500), 'out-of-range'],
    [days('2025-11-02', '2025-11-05'), 'out-of-range'],
    [days('2029-11-02', '2029-11-05'), 'out-of-range'],
    [days('2026-11-05', '2027-11-03'), null],
    [hours('2026-11-05', 60, 1_500), null],
  ])('%j: %s', (period, rule) => {
    expect(broken(period)).toBe(rule);
  });
  test('in parts that the type is not taken in', () => {
    expect(broken(hours('2026-11-05', 600, 660), ['day', 'half'])).toBe('unit');
  });
});
