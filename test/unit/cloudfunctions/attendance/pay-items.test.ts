import type { Day, Instant } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import type { AccountSpan } from '../../../../cloudfunctions/accounts/rules';
import { payItems, payText } from '../../../../cloudfunctions/attendance/domain/pay-items';
import { isComplete, isSameMonth } from '../../../../cloudfunctions/attendance/domain/settle-person';
import type { SettledFigures } from '../../../../cloudfunctions/attendance/domain/settled-month';
import { settlementDifference } from '../../../../cloudfunctions/attendance/domain/settlement-difference';
import { daysOfMonth } from '../../../../cloudfunctions/shared/calendar/company-time';

const OCTOBER = daysOfMonth('2026-10' as never);
const at = (text: string) => Date.parse(`${text}:00+08:00`) as Instant;
const day = (text: string) => text as Day;
const name = { 'zh-CN': '假', en: 'Leave' };
const kindOn = (on: Day) => ({
  kind: (['2026-10-01', '2026-10-02', '2026-10-03'].includes(on) ? 'holiday' : 'workday') as DayKind,
  name: null,
});
const span = (more: Partial<AccountSpan>): AccountSpan => ({
  requestId: 'R',
  kind: 'leave',
  state: 'approved',
  name,
  day: day('2026-10-08'),
  from: at('2026-10-08T00:00'),
  to: at('2026-10-09T00:00'),
  minutes: 480,
  ...more,
});
const items = (...spans: Partial<AccountSpan>[]) =>
  payItems(OCTOBER, spans.map(span), kindOn as Parameters<typeof payItems>[2], () => null);

test('overtime is summed by class and by how it is compensated', () => {
  const overtime = (on: string, minutes: number, more: Partial<AccountSpan>): Partial<AccountSpan> => ({
    kind: 'overtime',
    day: day(on),
    minutes,
    perDay: { [on]: minutes },
    ...more,
  });
  expect(
    items(
      overtime('2026-10-09', 120, { payClass: 150, compensation: 'pay' }),
      overtime('2026-10-12', 60, { payClass: 150, compensation: 'pay' }),
      overtime('2026-10-11', 480, { payClass: 200, compensation: 'comp-time' }),
      overtime('2026-10-01', 240, { payClass: 300, compensation: 'pay' }),
      overtime('2026-11-01', 480, { payClass: 200, compensation: 'pay' }),
      overtime('2026-10-13', 480, { payClass: 150, compensation: 'pay', state: 'open' }),
    ).overtime,
  ).toEqual([
    { payClass: 150, compensation: 'pay', minutes: 180 },
    { payClass: 200, compensation: 'comp-time', minutes: 480 },
    { payClass: 300, compensation: 'pay', minutes: 240 },
  ]);
});

test('leave over the turn of a month counts with its days of this month, statutory days apart', () => {
  const perDay = { '2026-09-30': 480, '2026-10-08': 480, '2026-10-09': 240 };
  const from = at('2026-09-30T00:00');
  const to = at('2026-10-09T12:00');
  expect(items({ leaveTypeId: 'annual', paidShare: 100, from, to, perDay }).leave).toEqual([
    {
      ...{ typeId: 'annual', name, paidShare: 100, minutes: 720, statutoryDays: 3 },
      days: [
        { day: '2026-10-08', minutes: 480 },
        { day: '2026-10-09', minutes: 240 },
      ],
    },
  ]);
});

test('leave that ended early at noon or by the hour is exported with what is left of it', () => {
  // Asked for until the 14th; back at noon of the 9th, and at 15:00 of the 16th.
  const noon = { to: at('2026-10-09T12:00'), perDay: { '2026-10-08': 480, '2026-10-09': 240 }, minutes: 720 };
  const hours = { from: at('2026-10-16T13:00'), to: at('2026-10-16T15:00'), perDay: { '2026-10-16': 120 } };
  expect(
    items(
      { leaveTypeId: 'annual', paidShare: 100, ...noon },
      { leaveTypeId: 'personal', paidShare: 0, day: day('2026-10-16'), ...hours, minutes: 120 },
    ).leave.map(({ typeId, minutes, statutoryDays }) => [typeId, minutes, statutoryDays]),
  ).toEqual([
    ['annual', 720, 0],
    ['personal', 120, 0],
  ]);
});

test('leave that is paid otherwise from a day on has a line for each share', () => {
  const perDay = { '2026-10-08': 480, '2026-10-09': 480, '2026-10-12': 480 };
  const long = { from: day('2026-10-09'), share: 60 };
  const sick = { leaveTypeId: 'sick', paidShare: 80, to: at('2026-10-13T00:00'), perDay, longPay: long };
  const lines = items(sick, {
    leaveTypeId: 'personal',
    paidShare: 0,
    perDay: { [day('2026-10-08')]: 60 },
  }).leave;
  expect(lines.map((line) => [line.typeId, line.paidShare, line.minutes, line.isLong])).toEqual([
    ['personal', 0, 60, undefined],
    ['sick', 60, 960, true],
    ['sick', 80, 480, undefined],
  ]);
});

test('approved corrections are counted, pending ones are not', () => {
  const correction = { kind: 'correction' as const, minutes: 0 };
  const other = { ...correction, day: day('2026-11-02') };
  expect(items(correction, correction, { ...correction, state: 'open' }, other).corrections).toBe(2);
});

describe('a month that was settled before these figures were kept', () => {
  const totals = { attended: 20, late: 0, lateMinutes: 0, early: 1, missing: 0 };
  const before = { totals: { ...totals, absent: 0, leave: 1, trip: 0, field: 0 }, workedMinutes: 0 };
  const old: SettledFigures = { ...before, days: [], rules: [] };
  const pay = items({ leaveTypeId: 'annual', paidShare: 100, perDay: { [day('2026-10-08')]: 480 } });
  const now: SettledFigures = { ...old, totals: { ...old.totals, earlyMinutes: 5 }, pay };

  test('shows no difference because of them, and is settled again', () => {
    expect(isSameMonth(old, now)).toBe(true);
    expect(settlementDifference(old, now)).toBeNull();
    expect(isComplete(old)).toBe(false);
  });
  test('shows one from then on when leave was paid otherwise', () => {
    const after: SettledFigures = {
      ...now,
      pay: { ...pay, leave: pay.leave.map((each) => ({ ...each, paidShare: 0 })) },
    };
    expect(settlementDifference(now, after)).toMatchObject({
      days: [],
      pay: { settled: pay, now: after.pay },
    });
    expect(settlementDifference(now, now)).toBeNull();
  });
});

test('nothing is paid where nothing is approved, and of no days', () => {
  const none = { overtime: [], leave: [], corrections: 0 };
  expect(items({ state: 'open' })).toEqual(none);
  expect(payItems([], [span({})], kindOn as never, () => null)).toEqual(none);
});

test('each kind of request is its own item', () => {
  const perDay = { '2026-10-08': 480 };
  expect(items({ kind: 'trip' })).toEqual({ overtime: [], leave: [], corrections: 0 });
  expect(items({ leaveTypeId: 'annual', perDay })).toMatchObject({ overtime: [], corrections: 0 });
  expect(items({ kind: 'overtime', perDay })).toEqual({
    overtime: [{ payClass: 150, compensation: 'pay', minutes: 480 }],
    leave: [],
    corrections: 0,
  });
});

test('of overtime and corrections of the month before nothing is paid in this one', () => {
  const september = { day: day('2026-09-30'), perDay: { '2026-09-30': 480 } };
  expect(items({ kind: 'overtime', ...september }).overtime).toEqual([]);
  expect(items({ kind: 'correction', ...september }).corrections).toBe(0);
});

test('days inside of leave that are neither counted nor holidays are none, nor is the day on which it ends at midnight', () => {
  const perDay = { '2026-10-01': 480, '2026-10-08': 480 };
  const until = { from: at('2026-10-01T00:00'), to: at('2026-10-02T00:00') };
  expect(items({ leaveTypeId: 'annual', perDay: { [day('2026-10-08')]: 0 } }).leave).toEqual([]);
  expect(items({ leaveTypeId: 'annual', perDay, ...until }).leave).toEqual([
    {
      ...{ typeId: 'annual', name, paidShare: 100, minutes: 480, statutoryDays: 0 },
      days: [{ day: '2026-10-01', minutes: 480 }],
    },
  ]);
});

test('sick leave keeps the minutes of each day, those of two leaves together', () => {
  const morning = { leaveTypeId: 'sick', paidShare: 60, perDay: { '2026-10-08': 240 } };
  const rest = { ...morning, perDay: { '2026-10-08': 120, '2026-10-09': 480 }, to: at('2026-10-10T00:00') };
  expect(items(rest, morning).leave).toMatchObject([
    {
      minutes: 840,
      days: [
        { day: '2026-10-08', minutes: 360 },
        { day: '2026-10-09', minutes: 480 },
      ],
    },
  ]);
});

test('lines are in the order of their share, the smaller first', () => {
  const share = (paidShare: number) => ({ leaveTypeId: 'sick', paidShare, perDay: { '2026-10-08': 240 } });
  expect(items(share(100), share(60), share(0)).leave.map(({ paidShare }) => paidShare)).toEqual([
    0, 60, 100,
  ]);
});

test.each([
  ['minutes', { minutes: 61 }],
  ['class', { payClass: 200 }],
  ['compensation', { compensation: 'comp-time' }],
])('overtime of another %s is other pay', (_, change) => {
  const line = { payClass: 150, compensation: 'pay', minutes: 60 } as const;
  const pay = (overtime: unknown) => payText({ overtime: [overtime], leave: [], corrections: 0 } as never);
  expect(pay({ ...line, ...change })).not.toBe(pay(line));
});
