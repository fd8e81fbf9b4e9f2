import type { Mark } from '#contracts/day-status';
import type { MonthDay } from '#contracts/month';
import { weekDayOf } from '../../../../cloudfunctions/attendance/domain/team-week';
import { day, words } from '../support/rules';

const MONDAY = day('2026-11-23');
const SHIFT = { id: 'SH-DAY' } as unknown as NonNullable<MonthDay['shift']>;
const away = (kind: 'leave' | 'trip', days: number): Mark => ({ kind, name: words('Sick leave'), days });
const asked = (of: string) =>
  ({ kind: 'requested', of, requestId: 'R1', name: words(of) }) as unknown as Mark;
const colleague = (marks: readonly Mark[], shift: MonthDay['shift'] = SHIFT, employed = true) =>
  weekDayOf(MONDAY, { marks, shift }, employed);

describe('what a team sees of a colleague’s day', () => {
  test.each([
    ['a shift', [], SHIFT, { state: 'work', away: 0 }],
    ['a day off', [], null, { state: 'off', away: 0 }],
    ['leave of the whole day', [away('leave', 1)], SHIFT, { state: 'leave', away: 1 }],
    ['leave on a day without a shift', [away('leave', 1)], null, { state: 'leave', away: 1 }],
    ['a free afternoon', [away('leave', 0.5)], SHIFT, { state: 'leave', away: 0.5 }],
    [
      'an hour of leave before a trip',
      [away('leave', 0.125), away('trip', 0.5)],
      SHIFT,
      { state: 'trip', away: 0.625 },
    ],
    [
      'a trip after most of a day of leave',
      [away('leave', 0.75), away('trip', 0.5)],
      SHIFT,
      { state: 'leave', away: 1 },
    ],
    [
      'lateness, which is no business of theirs',
      [{ kind: 'late', minutes: 9 }],
      SHIFT,
      { state: 'work', away: 0 },
    ],
  ] as const)('%s', (_, marks, shift, expected) => {
    expect(colleague(marks, shift)).toEqual({ day: MONDAY, shift, requested: null, ...expected });
  });
  test('that leave is taken, but not which one', () => {
    expect(JSON.stringify(colleague([away('leave', 1)]))).not.toContain('Sick');
  });
  test.each([
    ['leave', [asked('leave')], 'leave'],
    ['a trip', [asked('trip')], 'trip'],
    ['the first of both', [asked('trip'), asked('leave')], 'trip'],
    ['no overtime', [asked('overtime')], null],
    ['nothing that is granted', [away('leave', 0.5)], null],
  ])('what was asked for: %s', (_, marks, requested) => {
    expect(colleague(marks)).toMatchObject({ requested });
  });
  test('nothing before they came and after they left', () => {
    expect(colleague([away('leave', 1), asked('leave')], SHIFT, false)).toEqual({
      day: MONDAY,
      state: 'none',
      away: 0,
      shift: null,
      requested: null,
    });
  });
});
