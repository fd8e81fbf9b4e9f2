import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { monthTotals } from '../../../../cloudfunctions/attendance/domain/month-totals';
import { monthsOf } from '../../../../cloudfunctions/attendance/domain/months-of';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { todayTodos } from '../../../../cloudfunctions/attendance/domain/today-todos';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { at, cover, day, dayShift, punched } from '../support/rules';
import { span } from '../support/spans';

const schedule = scheduleOf(
  {
    hiredOn: day('2026-01-05'),
    leftOn: null,
    assignments: [{ from: day('2026-01-05'), shiftId: 'SH-DAY', siteIds: [], fieldPolicy: 'free' }],
  },
  new Map([[dayShift._id, dayShift]]),
  [],
);
const report = (
  on: string,
  punches: Punch[],
  covers = [] as ReturnType<typeof cover>[],
  now = '2026-12-01 00:00',
) =>
  dayReport(
    day(on),
    schedule,
    { _id: `E1:${on}`, employeeId: 'E1', day: day(on), rev: 1, shift: dayShift, punches, covers },
    at(now),
  );
const both = (on: string, first: string, last: string, more: Partial<Punch> = {}) => [
  punched('in', `${on} ${first}`, more),
  punched('out', `${on} ${last}`),
];

test('totals of a month add up', () => {
  const days = [
    report('2026-11-02', both('2026-11-02', '09:00', '18:00')),
    report('2026-11-03', both('2026-11-03', '09:42', '18:30')),
    report('2026-11-04', both('2026-11-04', '09:00', '17:30')),
    report('2026-11-05', [punched('in', '2026-11-05 09:00')]),
    report('2026-11-06', []),
    report('2026-11-07', both('2026-11-07', '10:00', '15:00')),
    report('2026-11-09', both('2026-11-09', '13:00', '18:00'), [
      cover('leave', '2026-11-09 09:00', '2026-11-09 12:00'),
    ]),
    report('2026-11-10', [], [cover('trip', '2026-11-10 00:00', '2026-11-11 00:00')]),
    report('2026-11-11', both('2026-11-11', '09:00', '18:00', { mode: 'field', flags: ['field'] })),
    report('2026-11-12', both('2026-11-12', '10:45', '18:30')),
  ];
  expect(days.map(({ state }) => state)).toEqual([
    'normal',
    'late',
    'early',
    'missing',
    'absent',
    'rest-punched',
    'leave',
    'trip',
    'field',
    'absent',
  ]);
  expect(monthTotals(days)).toEqual({
    attended: 6,
    late: 2,
    lateMinutes: 87,
    early: 1,
    earlyMinutes: 30,
    missing: 1,
    absent: 1.5,
    leave: 0.5,
    trip: 1,
    field: 1,
  });
});

test('a running day does not count yet', () => {
  const running = report('2026-11-23', [punched('in', '2026-11-23 09:00')], [], '2026-11-23 12:00');
  expect(monthTotals([running]).attended).toBe(0);
});

test('the shift of the first punch stays with the day', () => {
  const moved = { ...dayShift, version: 2, start: 600 };
  const stored = {
    _id: 'E1:2026-11-02',
    employeeId: 'E1',
    day: day('2026-11-02'),
    rev: 1,
    shift: moved,
    punches: both('2026-11-02', '10:00', '18:00'),
    covers: [],
  };
  const { state, rule, shift } = dayReport(day('2026-11-02'), schedule, stored, at('2026-12-01 00:00'));
  expect({ state, version: rule.version, start: shift?.start }).toEqual({
    state: 'normal',
    version: 2,
    start: '10:00',
  });
});

test('what is missing is pointed out, the latest day first', () => {
  const days = [
    report('2026-11-03', [punched('in', '2026-11-03 09:00')]),
    report('2026-11-04', both('2026-11-04', '09:00', '18:00')),
    report('2026-11-05', [punched('out', '2026-11-05 18:00')]),
    report('2026-11-06', []),
    report('2026-11-07', []),
    report('2026-11-09', both('2026-11-09', '12:45', '18:30')),
  ];
  expect(todayTodos(days)).toEqual([
    { kind: 'missing-punch', day: '2026-11-06', slots: ['in', 'out'] },
    { kind: 'missing-punch', day: '2026-11-05', slots: ['in'] },
    { kind: 'missing-punch', day: '2026-11-03', slots: ['out'] },
  ]);
});

test.each([
  ['2026-01-05', '2026-11-23', '2026-01', '2027-01'],
  ['2019-01-05', '2026-11-23', '2024-11', '2027-01'],
  ['2026-11-30', '2026-11-23', '2026-11', '2027-01'],
  ['2027-02-01', '2026-11-23', '2026-11', '2027-01'],
])('hired on %s, today %s: months %s to %s', (hired, today, from, to) => {
  expect(monthsOf(day(hired), day(today))).toEqual({ from, to });
});

describe('what is pointed out on the first screen', () => {
  const halves = { ...dayShift, breaks: [{ start: 720, end: 780, punched: true }] };
  const plan = scheduleOf(
    {
      hiredOn: day('2026-01-05'),
      leftOn: null,
      assignments: [{ from: day('2026-01-05'), shiftId: 'SH-DAY', siteIds: [], fieldPolicy: 'free' }],
    },
    new Map([['SH-DAY', halves]]),
    [],
  );
  const on = day('2026-11-03');
  const todosOf = (punches: Punch[], spans = [] as AccountSpan[]) => {
    const stored = { _id: '', employeeId: 'E1', day: on, rev: 1, shift: null, punches, covers: [] };
    return todayTodos([dayReport(on, plan, stored, at('2026-12-01 00:00'), spans)]);
  };
  const [came, lunchOut, lunchIn, went] = [
    punched('in', '2026-11-03 09:00'),
    punched('out', '2026-11-03 12:00'),
    punched('in', '2026-11-03 13:00'),
    punched('out', '2026-11-03 18:00'),
  ] as const;
  test.each([
    ['after lunch', [came, lunchOut, went], 'in', '2026-11-03 13:00'],
    ['before lunch', [came, lunchIn, went], 'out', '2026-11-03 12:00'],
    ['in the morning', [lunchOut, lunchIn, went], 'in', '2026-11-03 09:00'],
    ['in the evening', [came, lunchOut, lunchIn], 'out', '2026-11-03 18:00'],
  ] as const)('the punch that is missing %s, with its time', (_, punches, slot, time) => {
    expect(todosOf([...punches])).toEqual([{ kind: 'missing-punch', day: on, slots: [slot], at: at(time) }]);
  });
  test('two that are missing, without a time', () => {
    expect(todosOf([lunchOut, lunchIn])).toEqual([{ kind: 'missing-punch', day: on, slots: ['in', 'out'] }]);
  });
  test.each([
    ['nothing while leave is asked for', 'leave', 0],
    ['nothing while a trip is asked for', 'trip', 0],
    ['all the same while overtime is asked for', 'overtime', 1],
  ] as const)('%s', (_, kind, count) => {
    expect(todosOf([], [span(kind, 'open', '2026-11-03 09:00', '2026-11-03 18:00')])).toHaveLength(count);
  });
});
