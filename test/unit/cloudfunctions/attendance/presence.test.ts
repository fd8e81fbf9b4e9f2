import type { Cover } from '../../../../cloudfunctions/attendance/domain/attendance-day';
import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { presenceOf } from '../../../../cloudfunctions/attendance/domain/presence';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { at, cover, day, dayShift, punched } from '../support/rules';

const DAY = day('2026-11-23');
const plan = scheduleOf(
  {
    hiredOn: day('2026-01-05'),
    leftOn: null,
    assignments: [{ from: day('2026-01-05'), shiftId: dayShift._id, siteIds: [], fieldPolicy: 'free' }],
  },
  new Map([[dayShift._id, dayShift]]),
  [],
);

function stateAt(time: string, punches: readonly Punch[] = [], covers: readonly Cover[] = [], on = DAY) {
  const now = at(`${on} ${time}`);
  const stored = { _id: '', employeeId: 'E0001', day: on, rev: 1, shift: null, punches, covers };
  const report = dayReport(on, plan, stored, now);
  const { state, lateMinutes } = presenceOf({ report, work: plan.workOn(on), covers, now });
  return lateMinutes > 0 ? `${state} ${lateMinutes}` : state;
}
const came = (time: string) => punched('in', `2026-11-23 ${time}`);
const went = (time: string) => punched('out', `2026-11-23 ${time}`);
const morning = cover('leave', '2026-11-23 09:00', '2026-11-23 13:00');

test.each([
  ['08:59', 'not-yet'],
  ['09:30', 'not-yet'],
  ['09:31', 'late 1'],
  ['17:00', 'late 450'],
])('nobody seen at %s: %s', (time, state) => expect(stateAt(time)).toBe(state));

test('who is here, late or not, and who has gone', () => {
  expect(stateAt('10:00', [came('08:55')])).toBe('in');
  expect(stateAt('10:00', [came('09:40')])).toBe('in 10');
  expect(stateAt('17:00', [came('08:55'), went('16:00')])).toBe('left-early');
  expect(stateAt('20:00', [came('08:55'), went('16:00')])).toBe('left-early');
  expect(stateAt('20:00', [came('08:55'), went('18:30')])).toBe('left');
});

test('leave and trips', () => {
  const all = cover('trip', '2026-11-23 00:00', '2026-11-24 00:00');
  expect(stateAt('08:00', [], [all])).toBe('trip');
  expect(stateAt('20:00', [], [all])).toBe('trip');
  expect(stateAt('10:00', [], [morning])).toBe('leave');
  // After half a day of leave the shift's flex minutes are gone.
  expect(stateAt('13:00', [], [morning])).toBe('not-yet');
  expect(stateAt('13:05', [], [morning])).toBe('late 5');
  expect(stateAt('13:05', [came('12:50')], [morning])).toBe('in');
});

test('a day off', () => {
  const sunday = day('2026-11-22');
  expect(stateAt('10:00', [], [], sunday)).toBe('off');
  expect(stateAt('10:00', [punched('in', '2026-11-22 09:00')], [], sunday)).toBe('in');
});

test('back for the second part of a split shift is here again', () => {
  const split = { ...dayShift, flexMinutes: 0, breaks: [{ start: 720, end: 780, punched: true }] };
  const punches = [came('08:55'), went('12:00'), came('12:58')];
  const now = at('2026-11-23 14:00');
  const stored = { _id: '', employeeId: 'E0001', day: DAY, rev: 1, shift: split, punches, covers: [] };
  const report = dayReport(DAY, plan, stored, now);
  expect(presenceOf({ report, work: split, covers: [], now }).state).toBe('in');
});

test('somebody who came back after a break is here again, and whoever is away on a day off is away', () => {
  expect(stateAt('14:00', [came('08:55'), went('12:00'), came('13:00')])).toBe('left-early');
  const holiday = cover('trip', '2026-11-22 00:00', '2026-11-23 00:00');
  const sunday = day('2026-11-22');
  expect(stateAt('10:00', [], [holiday], sunday)).toBe('trip');
  expect(stateAt('10:00', [], [cover('trip', '2026-11-22 10:00', '2026-11-22 11:00')], sunday)).toBe('trip');
  expect(stateAt('09:59', [], [cover('trip', '2026-11-22 10:00', '2026-11-22 11:00')], sunday)).toBe('off');
});

test('first in and last out are the punches of that kind', () => {
  const now = at('2026-11-23 20:00');
  const punches = [came('08:55'), went('18:30')];
  const stored = { _id: '', employeeId: 'E0001', day: DAY, rev: 1, shift: null, punches, covers: [] };
  const of = (marks: object[], records = dayReport(DAY, plan, stored, now).punches) => {
    const report = { ...dayReport(DAY, plan, stored, now), marks: marks as never, punches: records };
    return presenceOf({ report, work: plan.workOn(DAY), covers: [], now });
  };
  const [first, last] = dayReport(DAY, plan, stored, now).punches;
  expect(of([])).toEqual({ state: 'left', lateMinutes: 0, firstIn: first, lastOut: last });
  // A clock-out of the night before comes first in the list.
  expect(of([], [last, first] as never)).toEqual({
    state: 'in',
    lateMinutes: 0,
    firstIn: first,
    lastOut: last,
  });
  expect(of([{ kind: 'early', minutes: 30 }]).state).toBe('left-early');
  expect(of([{ kind: 'late', minutes: 3 }])).toMatchObject({ state: 'left', lateMinutes: 3 });
});
