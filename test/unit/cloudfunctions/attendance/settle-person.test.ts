import type { Day } from '#contracts/common';
import { type AccountSpan, emptyAccount } from '../../../../cloudfunctions/accounts/domain/account';
import type { AttendanceDay } from '../../../../cloudfunctions/attendance/domain/attendance-day';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import {
  finalAt,
  inputsOf,
  isComplete,
  isSameMonth,
  type PersonMonth,
  settlePerson,
} from '../../../../cloudfunctions/attendance/domain/settle-person';
import type { SettledFigures } from '../../../../cloudfunctions/attendance/domain/settled-month';
import { settlementDifference } from '../../../../cloudfunctions/attendance/domain/settlement-difference';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { ShiftTemplate } from '../../../../cloudfunctions/schedule/domain/shift';
import { at, day, dayShift, nightShift, punched, words } from '../support/rules';
import { span } from '../support/spans';

// Thursday to Monday, over the weekend; the month ends on a Monday.
const DAYS = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(day);
const [THURSDAY, FRIDAY, , , MONDAY] = DAYS as [Day, Day, Day, Day, Day];
const SUNDAY = day('2026-11-29');
const LONG_AFTER = at('2026-12-20 00:00');
const OTHER_KIND = [{ day: FRIDAY, kind: 'company' as const, name: words('Founding day') }];

interface Given {
  readonly shift?: ShiftTemplate;
  readonly hiredOn?: string;
  readonly roster?: ReadonlyMap<Day, string>;
  readonly calendar?: Parameters<typeof scheduleOf>[2];
  readonly spans?: readonly AccountSpan[];
  readonly rev?: number;
  readonly stored?: readonly AttendanceDay[];
  readonly days?: readonly Day[];
}
function personWith(given: Given = {}): PersonMonth {
  const { shift = dayShift, hiredOn = '2026-01-05', roster, calendar = [], spans = [], rev = 7 } = given;
  const assignments = [
    { from: day('2026-01-05'), shiftId: shift._id, siteIds: [], fieldPolicy: 'free' as const },
  ];
  const person = { hiredOn: day(hiredOn), leftOn: null, assignments };
  return {
    plan: scheduleOf(person, new Map([[shift._id, shift]]), calendar, roster),
    account: {
      ...emptyAccount('E0001'),
      rev,
      spans: Object.fromEntries(spans.map((each, index) => [`R${index}`, each])),
    },
    days: given.days ?? DAYS,
    stored: new Map((given.stored ?? []).map((each) => [each.day, each])),
    latestEnd: 660,
  };
}
const stored = (on: Day, punches: readonly Punch[], more: Partial<AttendanceDay> = {}): AttendanceDay => ({
  _id: `E0001:${on}`,
  employeeId: 'E0001',
  day: on,
  rev: 1,
  shift: dayShift,
  punches,
  covers: [],
  ...more,
});
const fullDay = (on: Day) => [punched('in', `${on} 09:00`), punched('out', `${on} 18:00`)];
const overtime = (on: Day, state: AccountSpan['state'] = 'approved') =>
  span('overtime', state, `${on} 18:00`, `${on} 23:00`, { minutes: 300, perDay: { [on]: 300 } });

describe('the last day of a month is final', () => {
  test.each([
    [
      'eleven hours after the end of the shift, and two minutes for what is under way',
      [],
      '2026-12-01 05:02',
    ],
    ['eleven hours after approved overtime of that day', [overtime(MONDAY)], '2026-12-01 10:02'],
    ['without waiting for overtime that nobody approved', [overtime(MONDAY, 'open')], '2026-12-01 05:02'],
    ['without waiting for overtime of another day', [overtime(FRIDAY)], '2026-12-01 05:02'],
    ['without waiting for a trip', [{ ...overtime(MONDAY), kind: 'trip' as const }], '2026-12-01 05:02'],
  ])('%s', (_, spans, expected) => {
    expect(finalAt(personWith({ spans }))).toBe(at(expected));
  });
  test('at once for somebody without days', () => {
    expect(finalAt(personWith({ days: [] }))).toBe(0);
  });
});

describe('a settled month', () => {
  const older = { ...dayShift, version: 2 };
  const month = () =>
    settlePerson(
      personWith({
        stored: [
          stored(THURSDAY, fullDay(THURSDAY), { shift: older }),
          stored(FRIDAY, [punched('in', `${FRIDAY} 09:00`)]),
          stored(MONDAY, fullDay(MONDAY)),
        ],
        spans: [span('correction', 'approved', `${FRIDAY} 09:00`, `${FRIDAY} 09:00`, { slot: 'in' })],
      }),
      LONG_AFTER,
    );

  test('has every day, the sum of what was worked, and what payroll needs', () => {
    expect(month().days).toEqual([
      { day: THURSDAY, state: 'normal', workedMinutes: 480 },
      { day: FRIDAY, state: 'missing', workedMinutes: 0 },
      { day: '2026-11-28', state: 'rest', workedMinutes: 0 },
      { day: SUNDAY, state: 'rest', workedMinutes: 0 },
      { day: MONDAY, state: 'normal', workedMinutes: 480 },
    ]);
    expect(month().workedMinutes).toBe(960);
    expect(month().totals).toMatchObject({ attended: 2, missing: 1, absent: 0 });
    expect(month().pay).toEqual({ overtime: [], leave: [], corrections: 1 });
  });
  test('names the day of a forgotten punch', () => {
    expect(month().open).toEqual([{ day: FRIDAY, kind: 'missing', slot: 'out' }]);
  });
  test('names every rule once, each version of a shift by itself', () => {
    expect(month().rules).toEqual([
      { id: 'SH-DAY', version: 2 },
      { id: 'SH-DAY', version: 3 },
      { id: 'calendar-2026', version: 1 },
    ]);
  });
});

describe('a month is worked out again', () => {
  const before: Given = { stored: [stored(FRIDAY, fullDay(FRIDAY))] };
  const inputs = (more: Given = {}) => inputsOf(personWith({ ...before, ...more }));
  test.each<[string, Given]>([
    ['a request was decided', { rev: 8 }],
    ['a punch came', { stored: [stored(FRIDAY, fullDay(FRIDAY), { rev: 2 })] }],
    ['a first punch of a day came', { stored: [stored(FRIDAY, []), stored(MONDAY, [])] }],
    ['the shift has a new version', { shift: { ...dayShift, version: 4 } }],
    ['it is another shift', { shift: { ...nightShift, version: 3 } }],
    ['the company made a day free', { calendar: OTHER_KIND }],
    ['the roster makes a day free', { roster: new Map([[FRIDAY, 'off']]) }],
    ['they came later than was thought', { hiredOn: '2026-11-27' }],
  ])('when %s', (_, more) => {
    expect(inputs(more)).not.toBe(inputs());
  });
  test('not when nothing changed, nor for punches of days around it', () => {
    const around = [...(before.stored ?? []), stored(day('2026-12-01'), [], { rev: 5 })];
    expect(inputs()).toBe(inputs({}));
    expect(inputs({ stored: around })).toBe(inputs());
  });
  test('for somebody who has left and somebody off the roster too', () => {
    const roster = new Map([[FRIDAY, 'off']]);
    expect(inputs({ roster })).toBe(inputs({ roster: new Map(roster) }));
    expect(inputs({ hiredOn: '2027-01-01' })).not.toBe(inputs({ roster }));
  });

  describe('with overtime over the turn of the month', () => {
    const nextDay = (rev: number) => ({ stored: [stored(day('2026-12-01'), [], { rev })] });
    test.each<[string, Given, boolean]>([
      ['for punches of the day after', { spans: [overtime(MONDAY)] }, true],
      ['not where the overtime lies inside', { spans: [overtime(FRIDAY)] }, false],
      ['not where nobody approved it', { spans: [overtime(MONDAY, 'open')] }, false],
      ['not for a trip', { spans: [{ ...overtime(MONDAY), kind: 'trip' }] }, false],
    ])('%s', (_, given, isOther) => {
      const one = inputsOf(personWith({ ...given, ...nextDay(1) }));
      expect(inputsOf(personWith({ ...given, ...nextDay(2) })) !== one).toBe(isOther);
    });
    test('for punches of the day before, with overtime on the first day', () => {
      const given = { spans: [overtime(THURSDAY)] };
      const rev = (on: string, rev: number) =>
        inputsOf(personWith({ ...given, stored: [stored(day(on), [], { rev })] }));
      expect(rev('2026-11-25', 1)).not.toBe(rev('2026-11-25', 2));
      expect(rev('2026-11-24', 1)).toBe(rev('2026-11-24', 2));
    });
  });
});

describe('a settled month is compared with what it would be now', () => {
  const settled: SettledFigures = {
    totals: { attended: 20, late: 1, lateMinutes: 3, early: 0, earlyMinutes: 0, missing: 0 } as never,
    workedMinutes: 9_600,
    pay: { overtime: [], leave: [], corrections: 0 },
    open: [{ day: FRIDAY, kind: 'missing', slot: 'out' }],
    days: [
      { day: FRIDAY, state: 'normal', workedMinutes: 480 },
      { day: MONDAY, state: 'late', workedMinutes: 470 },
    ],
    rules: [{ id: 'SH-DAY', version: 3 }],
  };
  const [friday, monday] = settled.days as never as [(typeof settled.days)[0], (typeof settled.days)[0]];
  const [openPunch] = settled.open as never as [NonNullable<typeof settled.open>[0]];

  test.each<[string, Partial<SettledFigures>]>([
    ['a figure', { totals: { ...settled.totals, late: 2 } }],
    ['the hours', { workedMinutes: 9_599 }],
    ['corrections', { pay: { overtime: [], leave: [], corrections: 1 } }],
    ['no open punch', { open: [] }],
    ['the day of an open punch', { open: [{ ...openPunch, day: MONDAY }] }],
    ['what is open', { open: [{ ...openPunch, kind: 'unconfirmed' }] }],
    ['which punch is open', { open: [{ ...openPunch, slot: 'in' }] }],
    ['which day it was', { days: [{ ...friday, day: THURSDAY }, monday] }],
    ['the state of a day', { days: [friday, { ...monday, state: 'absent' }] }],
    ['the hours of a day', { days: [friday, { ...monday, workedMinutes: 471 }] }],
    ['the rule', { rules: [{ id: 'SH-NIGHT', version: 3 }] }],
    ['the version of a rule', { rules: [{ id: 'SH-DAY', version: 4 }] }],
  ])('%s is another: so is the month', (_, change) => {
    expect(isSameMonth(settled, { ...settled, ...change })).toBe(false);
  });
  test('in which order a database keeps the figures does not matter', () => {
    const totals = Object.fromEntries(Object.entries(settled.totals).reverse()) as typeof settled.totals;
    expect(isSameMonth(settled, { ...settled, totals })).toBe(true);
    const unsorted = { b: 1, c: 2, a: 3 } as never;
    expect(
      isSameMonth({ ...settled, totals: unsorted }, { ...settled, totals: { c: 2, a: 3, b: 1 } as never }),
    ).toBe(true);
  });
  test('figures that are not kept count as none, those kept since are not compared', () => {
    const { pay, open, ...old } = settled;
    expect(isSameMonth({ ...old, pay: { ...pay, corrections: 0 } as never, open: [] }, old)).toBe(true);
    expect(isSameMonth(old, settled)).toBe(true);
    expect(isSameMonth({ ...old, totals: { attended: 20 } as never }, settled)).toBe(true);
  });
  test.each<[string, object, boolean]>([
    ['everything', {}, true],
    ['no pay', { pay: undefined }, false],
    ['no open punches', { open: undefined }, false],
    ['no minutes of early leaving', { totals: { attended: 20 } }, false],
  ])('with %s it is complete or not', (_, change, expected) => {
    expect(isComplete({ ...settled, ...change })).toBe(expected);
  });

  test('the difference shows the days that changed, before and after', () => {
    const now = {
      ...settled,
      days: [friday, { ...monday, state: 'normal' as const }, { ...friday, day: SUNDAY }],
    };
    expect(settlementDifference(settled, now)).toEqual({
      settled: settled.totals,
      now: now.totals,
      days: [
        { day: MONDAY, settled: 'late', now: 'normal' },
        { day: SUNDAY, settled: 'none', now: 'normal' },
      ],
    });
  });
  test('of somebody who was not settled there is only what is now', () => {
    expect(settlementDifference(null, settled)).toEqual({ settled: null, now: settled.totals, days: [] });
  });
  test('what is paid is shown where it changed, and only where both are known', () => {
    const pay = { overtime: [], leave: [], corrections: 1 };
    const { pay: _, ...old } = settled;
    expect(settlementDifference(settled, { ...settled, pay })?.pay).toEqual({
      settled: settled.pay,
      now: pay,
    });
    expect(settlementDifference({ ...old, workedMinutes: 1 }, settled)).not.toHaveProperty('pay');
    expect(settlementDifference({ ...settled, workedMinutes: 1 }, settled)).not.toHaveProperty('pay');
    expect(settlementDifference({ ...settled, pay }, old)).not.toHaveProperty('pay');
  });
});
