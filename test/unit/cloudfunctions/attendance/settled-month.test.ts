import type { Instant, Minutes, Month } from '#contracts/common';
import { TIME_KINDS, timeOfMonth } from '../../../../cloudfunctions/attendance/domain/open-requests';
import {
  earlierOf,
  type LockedFigures,
  type SettledMonth,
} from '../../../../cloudfunctions/attendance/domain/settled-month';
import { at, day } from '../support/rules';

const SETTLED_AT = at('2026-12-01 01:00');
const pay = { overtime: [], leave: [], corrections: 1 };
const figures = {
  totals: { attended: 21 } as SettledMonth['totals'],
  workedMinutes: 9_600 as Minutes,
  days: [{ day: day('2026-11-02'), state: 'normal', workedMinutes: 480 as Minutes }] as const,
};
const november = (more: Partial<SettledMonth> = {}): SettledMonth => ({
  ...figures,
  _id: 'E0001:2026-11',
  employeeId: 'E0001',
  month: '2026-11' as Month,
  departmentId: 'D2',
  rev: 3,
  inputs: 'before',
  settledAt: SETTLED_AT,
  rules: [],
  open: [],
  pay,
  ...more,
});
const locked = (at: number): LockedFigures => ({
  ...figures,
  settledAt: at as Instant,
  lockedAt: (at + 1) as Instant,
});

describe('when a month is settled again', () => {
  test('what was locked is kept, without rules and open punches', () => {
    const lockedAt = at('2026-12-02 09:00');
    const kept = { ...figures, pay, settledAt: SETTLED_AT, lockedAt };
    expect(earlierOf(november(), lockedAt)).toEqual([kept]);
    expect(earlierOf(november(), SETTLED_AT)).toEqual([{ ...kept, lockedAt: SETTLED_AT }]);
    const { pay: _, ...old } = november();
    expect(earlierOf(old, lockedAt)).toEqual([{ ...figures, settledAt: SETTLED_AT, lockedAt }]);
  });
  test.each([
    ['for the first time nothing is', undefined, SETTLED_AT],
    ['before it was ever locked nothing is', november(), null],
    ['after a lock that was before it nothing is', november(), (SETTLED_AT - 1) as Instant],
  ])('%s', (_, before, lockedAt) => {
    expect(earlierOf(before, lockedAt)).toEqual([]);
  });
  test('what was locked earlier stays, the latest last, five at most', () => {
    const earlier = [1, 2, 3, 4, 5].map(locked);
    expect(earlierOf(november({ earlier: earlier.slice(0, 1) }), null)).toEqual([locked(1)]);
    const kept = earlierOf(november({ earlier }), SETTLED_AT);
    expect(kept.map(({ settledAt }) => settledAt)).toEqual([2, 3, 4, 5, SETTLED_AT]);
  });
});

test('requests about the time of November are looked for from its first midnight to the one that ends it', () => {
  const { from, to } = timeOfMonth('2026-11' as Month);
  expect([from, to]).toEqual([at('2026-11-01 00:00'), at('2026-12-01 00:00')]);
  expect(timeOfMonth('2026-12' as Month).to).toBe(at('2027-01-01 00:00'));
});

test('leave, overtime, trips, corrections and field punches change the days of a month; expenses do not', () => {
  expect([...TIME_KINDS].sort()).toEqual(['correction', 'field', 'leave', 'overtime', 'trip']);
});
