import { randomUUID } from 'node:crypto';
import type { Day } from '#contracts/common';
import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import type { AttendanceDay } from '../../../../cloudfunctions/attendance/domain/attendance-day';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { settledDay } from '../../../../cloudfunctions/attendance/domain/settled-day';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { ShiftTemplate } from '../../../../cloudfunctions/schedule/domain/shift';
import { at, cover, day, dayShift, punched } from '../support/rules';
import { span } from '../support/spans';

// Settled days are remembered by shift, so that every test has one of its own. All days are weekdays but for Saturdays.
interface Given {
  readonly on: string;
  readonly punches?: readonly Punch[];
  readonly more?: Partial<AttendanceDay>;
  readonly spans?: readonly AccountSpan[];
  readonly roster?: 'off';
  readonly hiredOn?: string;
  readonly now?: string;
}
const ownShift = (more: Partial<ShiftTemplate> = {}): ShiftTemplate => ({
  ...dayShift,
  _id: `SH-${randomUUID()}`,
  ...more,
});
const settle = (shift: ShiftTemplate, { on, punches, more, spans = [], roster, hiredOn, now }: Given) => {
  const person = {
    hiredOn: day(hiredOn ?? '2026-01-05'),
    leftOn: null,
    assignments: [{ from: day('2026-01-05'), shiftId: shift._id, siteIds: [], fieldPolicy: 'free' as const }],
  };
  const planned = roster && new Map<Day, string>([[day(on), roster]]);
  const plan = scheduleOf(person, new Map([[shift._id, shift]]), [], planned);
  const held = { _id: on, employeeId: 'E1', day: day(on), rev: 1, shift: null, covers: [], ...more };
  return settledDay(
    day(on),
    plan,
    punches ? { ...held, punches } : null,
    at(now ?? '2027-03-01 00:00'),
    spans,
  );
};
const inOut = (on: string, from: string, to: string, more: Partial<Punch> = {}) => [
  punched('in', `${on} ${from}`),
  punched('out', `${on} ${to}`, more),
];
const claim = (on: string, kind: Punch['claim']) =>
  punched('in', `${on} 10:45`, {
    tappedAt: at(`${on} 09:00`),
    flags: ['late-arrival'],
    ...(kind && { claim: kind }),
  });
const leave = (on: string) =>
  span('leave', 'approved', `${on} 09:00`, `${on} 18:00`, { minutes: 480, perDay: { [on]: 480 } });
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

describe('a day is not taken for another one that looks alike', () => {
  const worked = { on: MONDAY, punches: inOut(MONDAY, '09:00', '18:00') };
  const late = { on: MONDAY, punches: [claim(MONDAY, undefined), punched('out', `${MONDAY} 18:00`)] };
  const away = { on: MONDAY };
  const saturday = { on: '2026-12-26' };
  test.each<[string, Given, string, Given, string]>([
    [
      'same times, not over yet',
      worked,
      'normal',
      { ...worked, on: TUESDAY, punches: [punched('in', `${TUESDAY} 09:00`)], now: `${TUESDAY} 12:00` },
      'ongoing',
    ],
    ['no punches, on leave', away, 'absent', { on: TUESDAY, spans: [leave(TUESDAY)] }, 'leave'],
    [
      'no punches, leave of another day',
      { ...away, spans: [leave(MONDAY)] },
      'leave',
      { on: TUESDAY, spans: [leave(MONDAY)] },
      'absent',
    ],
    [
      'no punches, leave kept with the day',
      { ...away, punches: [] },
      'absent',
      {
        on: TUESDAY,
        punches: [],
        more: { covers: [cover('leave', `${TUESDAY} 09:00`, `${TUESDAY} 18:00`)] },
      },
      'leave',
    ],
    [
      'the clock-out waits for approval',
      worked,
      'normal',
      {
        on: TUESDAY,
        punches: inOut(TUESDAY, '09:00', '18:00', { mode: 'field', flags: ['field', 'needs-approval'] }),
      },
      'missing',
    ],
    [
      'the clock-out was in the field',
      worked,
      'normal',
      { on: TUESDAY, punches: inOut(TUESDAY, '09:00', '18:00', { mode: 'field', flags: ['field'] }) },
      'field',
    ],
    [
      'the clock-in is missing',
      worked,
      'normal',
      { on: TUESDAY, punches: [punched('out', `${TUESDAY} 18:00`)] },
      'missing',
    ],
    [
      'a minute too early',
      { on: MONDAY, punches: inOut(MONDAY, '09:00:10', '17:59:20') },
      'early',
      { on: TUESDAY, punches: inOut(TUESDAY, '09:00:10', '18:00:00') },
      'normal',
    ],
    [
      'a tap that counts',
      { ...late, punches: inOut(MONDAY, '10:45', '18:00') },
      'absent',
      { on: TUESDAY, punches: [claim(TUESDAY, 'trusted'), punched('out', `${TUESDAY} 18:00`)] },
      'normal',
    ],
    ['off by the roster', away, 'absent', { on: TUESDAY, roster: 'off' }, 'rest'],
    ['a weekend', away, 'absent', { on: '2026-11-28' }, 'rest'],
    ['before they came', away, 'absent', { on: TUESDAY, hiredOn: '2026-12-01' }, 'none'],
    [
      'a punch two days off',
      { on: MONDAY, punches: [punched('out', `${MONDAY} 18:00`)] },
      'missing',
      { on: TUESDAY, punches: [punched('in', '2026-11-22 23:59'), punched('out', `${TUESDAY} 18:00`)] },
      'normal',
    ],
    ['a Saturday of another year', saturday, 'rest', { on: '2027-01-09' }, 'rest'],
  ])('%s', (_, one, first, other, second) => {
    const shift = ownShift();
    expect(settle(shift, one).state).toBe(first);
    expect(settle(shift, other).state).toBe(second);
    expect(settle(shift, one).state).toBe(first);
  });
  test('the calendar of its own year is its rule', () => {
    const shift = ownShift();
    expect(settle(shift, saturday).rule).toEqual({ id: 'calendar-2026', version: 1 });
    expect(settle(shift, { on: '2027-01-09' }).rule).toEqual({ id: 'calendar-2027', version: 1 });
  });
  test('with a lunch that is punched, only who punches it is complete', () => {
    const breaks = [
      { start: 630, end: 640 },
      { start: 720, end: 780, punched: true },
    ];
    const shift = ownShift({ breaks, flexMinutes: 0 });
    const lunch = [punched('out', `${MONDAY} 12:00`), punched('in', `${MONDAY} 13:00`)];
    const [first, last] = inOut(MONDAY, '09:00', '18:00') as [Punch, Punch];
    expect(settle(shift, { on: MONDAY, punches: [first, ...lunch, last] }).state).toBe('normal');
    expect(settle(shift, { on: TUESDAY, punches: inOut(TUESDAY, '09:00', '18:00') }).state).toBe('missing');
  });
});

test('days that are alike come out alike, each with its own minutes', () => {
  const shift = ownShift();
  const first = settle(shift, { on: MONDAY, punches: inOut(MONDAY, '09:00', '18:00') });
  expect(settle(shift, { on: TUESDAY, punches: inOut(TUESDAY, '09:00', '18:00') })).toBe(first);
  expect(first).toMatchObject({
    workedMinutes: 480,
    figures: { attended: 1, absent: 0 },
    open: [],
    rule: { id: shift._id, version: 3 },
  });
});

test('a tap that nobody confirmed is open, and so is a punch that is missing', () => {
  const shift = ownShift();
  const gone = punched('out', `${MONDAY} 18:00`);
  const open = (...punches: Punch[]) => settle(shift, { on: MONDAY, punches }).open;
  expect(open(claim(MONDAY, 'open'), gone)).toEqual([{ kind: 'unconfirmed', slot: 'in' }]);
  expect(open(gone)).toEqual([{ kind: 'missing', slot: 'in' }]);
});

test('somebody without a shift is off, and a punch is only a punch', () => {
  const plan = scheduleOf({ hiredOn: day('2026-01-05'), leftOn: null, assignments: [] }, new Map(), []);
  const held = { _id: MONDAY, employeeId: 'E1', day: day(MONDAY), rev: 1, shift: null, covers: [] };
  const stored = { ...held, punches: inOut(MONDAY, '09:00', '18:00') };
  expect(settledDay(day(MONDAY), plan, stored, at('2027-03-01 00:00'), []).state).toBe('rest-punched');
  expect(settledDay(day(TUESDAY), plan, null, at('2027-03-01 00:00'), []).state).toBe('rest');
});
