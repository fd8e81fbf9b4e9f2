import type { Day } from '#contracts/common';
import type { Period } from '#contracts/form';
import {
  inUnit,
  movePeriod,
  type PeriodMove,
  type PeriodPicker,
  portionOf,
  startPicker,
} from '../../../../../miniprogram/features/requests/period.model';

const day = (value: string) => value as Day;
const SHIFT = { start: 540, end: 1_080 };
const CONTEXT = { last: day('2027-11-28'), shift: SHIFT };
const whole = (from: string, to = from): Period => ({ unit: 'day', from: day(from), to: day(to) });

/** What is left of a period after several taps. */
function taken(period: Period, ...moves: readonly PeriodMove[]): { period: Period; picker: PeriodPicker } {
  return moves.reduce((state, move) => movePeriod(state.period, state.picker, move, CONTEXT), {
    period,
    picker: startPicker(period),
  });
}
const tap = (value: string): PeriodMove => ({ type: 'day', day: day(value) });

describe('days of leave on the calendar', () => {
  test('are two taps: the first day, then the last one', () => {
    expect(taken(whole('2026-12-01'), tap('2026-12-04'), tap('2026-12-08')).period).toEqual(
      whole('2026-12-04', '2026-12-08'),
    );
  });
  test('keep their number when the first day moves behind the last one, and when it moves back', () => {
    const range = whole('2026-11-27', '2026-12-01');
    expect(taken(range, tap('2026-12-09')).period).toEqual(whole('2026-12-09', '2026-12-13'));
    expect(taken(range, tap('2026-10-29')).period).toEqual(whole('2026-10-29', '2026-11-02'));
  });
  test('begin anew with a tap before the first day, also when the last one is to be chosen', () => {
    const moves = [{ type: 'end', end: 'to' } as const, tap('2026-11-20')];
    expect(taken(whole('2026-12-01', '2026-12-03'), ...moves).period).toEqual(
      whole('2026-11-20', '2026-11-22'),
    );
  });
  test('end with the last day that can be chosen, which is said until the next tap', () => {
    const cut = taken(whole('2026-12-01', '2026-12-05'), tap('2027-11-27'));
    expect(cut.period).toEqual(whole('2027-11-27', '2027-11-28'));
    expect(cut.picker.clampedTo).toBe('2027-11-28');
    const next = movePeriod(cut.period, cut.picker, { type: 'month', step: -1 }, CONTEXT);
    expect(next.picker.clampedTo).toBeNull();
    expect(taken(whole('2026-12-01', '2026-12-05'), tap('2026-12-02')).picker.clampedTo).toBeNull();
  });
});

test('the arrows turn to the first of a month, from a week in its middle too', () => {
  const turn = (from: string, ...steps: readonly number[]) =>
    taken(whole(from), ...steps.map((step) => ({ type: 'month', step }) as const)).picker.monday;
  expect(turn('2026-09-30')).toBe('2026-09-28');
  expect(turn('2026-09-23', 1)).toBe('2026-09-28');
  expect(turn('2026-09-23', -1)).toBe('2026-08-31');
  expect(turn('2026-09-23', -1, -1)).toBe('2026-07-27');
  expect(turn('2026-12-01', 1)).toBe('2026-12-28');
});

describe('half days', () => {
  const portion = (end: 'from' | 'to', id: 'full' | 'morning' | 'afternoon') =>
    ({ type: 'portion', end, portion: id }) as const;
  test('of a longer leave are at its ends; whole days again are days', () => {
    const range = whole('2026-12-03', '2026-12-07');
    const halves = taken(range, portion('to', 'morning'), portion('from', 'afternoon')).period;
    expect(halves).toEqual({ ...range, unit: 'half', fromHalf: 2, toHalf: 1 });
    expect([portionOf(halves, 'from'), portionOf(halves, 'to')]).toEqual(['afternoon', 'morning']);
    expect(taken(halves, portion('from', 'full'), portion('to', 'full')).period).toEqual(range);
  });
  test('of one day are its morning or its afternoon', () => {
    const one = whole('2026-12-03');
    const afternoon = taken(one, portion('from', 'afternoon')).period;
    expect(afternoon).toMatchObject({ unit: 'half', fromHalf: 2, toHalf: 2 });
    expect(taken(afternoon, portion('from', 'morning')).period).toMatchObject({ fromHalf: 1, toHalf: 1 });
    expect(taken(afternoon, portion('from', 'full')).period).toEqual(one);
  });
  test('of one day do not become halves in the middle of a longer leave', () => {
    const morning = taken(whole('2026-12-03'), portion('from', 'morning')).period;
    const end = { type: 'end', end: 'to' } as const;
    expect(taken(morning, end, tap('2026-12-04')).period).toEqual(whole('2026-12-03', '2026-12-04'));
    const crossed = taken(
      whole('2026-12-03', '2026-12-04'),
      portion('from', 'afternoon'),
      portion('to', 'morning'),
    );
    expect(taken(crossed.period, end, tap('2026-12-03')).period).toEqual(whole('2026-12-03'));
  });
});

describe('hours', () => {
  const hours = (start: number, end: number) =>
    ({ unit: 'hour', from: day('2026-12-03'), start, end }) as const;
  test('are at first the last half of the shift, on the first of the days', () => {
    expect(inUnit(whole('2026-12-03', '2026-12-04'), 'hour', SHIFT)).toEqual(hours(840, 1_080));
    expect(inUnit(hours(840, 1_080), 'day')).toEqual(whole('2026-12-03'));
  });
  test('before the end of the work stay there when there are fewer; others begin when they began', () => {
    const two = { type: 'length', minutes: 120 } as const;
    expect(taken(hours(840, 1_080), two).period).toEqual(hours(960, 1_080));
    expect(taken(hours(540, 780), two).period).toEqual(hours(540, 660));
  });
  test('keep their number when they begin earlier or later, also past midnight', () => {
    const start = (minutes: number) => ({ type: 'start', minutes }) as const;
    expect(taken(hours(840, 1_080), start(540)).period).toEqual(hours(540, 780));
    expect(taken(hours(1_080, 1_320), start(1_320)).period).toEqual(hours(1_320, 1_560));
  });
  test('that end before they begin end on the next day', () => {
    expect(taken(hours(1_320, 1_380), { type: 'finish', minutes: 120 }).period).toEqual(hours(1_320, 1_560));
  });
});
