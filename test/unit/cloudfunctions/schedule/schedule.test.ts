import { assignmentOn, scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { day, dayShift, nightShift, words } from '../support/rules';

const assignment = (from: string, shiftId: string) => ({
  from: day(from),
  shiftId,
  siteIds: ['S1'],
  fieldPolicy: 'free' as const,
});
const person = {
  hiredOn: day('2026-03-10'),
  leftOn: day('2026-11-20'),
  // Out of order on purpose.
  assignments: [assignment('2026-09-01', 'SH-NIGHT'), assignment('2026-03-10', 'SH-DAY')],
};
const shifts = new Map([dayShift, nightShift].map((shift) => [shift._id, shift]));
const name = words('Founders’ day');
const schedule = scheduleOf(person, shifts, [{ day: day('2026-05-20'), kind: 'company', name }]);

test.each([
  ['2026-03-09', undefined],
  ['2026-03-10', 'SH-DAY'],
  ['2026-08-31', 'SH-DAY'],
  ['2026-09-01', 'SH-NIGHT'],
  ['2027-01-01', 'SH-NIGHT'],
])('on %s the assignment is %s', (on, shiftId) => {
  expect(assignmentOn(person, day(on))?.shiftId).toBe(shiftId);
});

test('employment includes its first and its last day', () => {
  const days = ['2026-03-09', '2026-03-10', '2026-11-20', '2026-11-21'];
  expect(days.map((on) => schedule.employedOn(day(on)))).toEqual([false, true, true, false]);
});

test('a shift is worked on workdays of the employment only', () => {
  expect(schedule.workOn(day('2026-05-19'))?._id).toBe('SH-DAY');
  expect(schedule.workOn(day('2026-05-20'))).toBeNull();
  expect(schedule.kindOn(day('2026-05-20'))).toEqual({ kind: 'company', name });
  expect(schedule.workOn(day('2026-05-23'))).toBeNull();
  expect(schedule.workOn(day('2026-11-23'))).toBeNull();
  expect(schedule.shiftOn(day('2026-05-23'))?._id).toBe('SH-DAY');
});

test('a shift that no longer exists is no shift', () => {
  expect(scheduleOf(person, new Map(), []).workOn(day('2026-05-19'))).toBeNull();
});

describe('a roster', () => {
  const roster = new Map([
    [day('2026-05-20'), 'SH-NIGHT'],
    [day('2026-05-21'), 'off'],
    [day('2026-05-23'), 'SH-NIGHT'],
    [day('2026-05-26'), 'SH-GONE'],
    [day('2026-10-01'), 'SH-DAY'],
    [day('2026-10-02'), 'off'],
    [day('2026-11-23'), 'SH-DAY'],
  ]);
  const rostered = scheduleOf(person, shifts, [{ day: day('2026-05-20'), kind: 'company', name }], roster);

  test.each([
    ['a company holiday is worked and stays one', '2026-05-20', 'SH-NIGHT', 'company', 'work'],
    ['a workday is off', '2026-05-21', undefined, 'restday', 'off'],
    ['a day that it leaves out is as ever', '2026-05-22', 'SH-DAY', 'workday', null],
    ['a Saturday is a workday', '2026-05-23', 'SH-NIGHT', 'workday', 'work'],
    ['a Sunday that it leaves out is free', '2026-05-24', undefined, 'restday', null],
    ['a shift that is gone says nothing', '2026-05-26', 'SH-DAY', 'workday', null],
    ['a statutory day is worked and stays one', '2026-10-01', 'SH-DAY', 'holiday', 'work'],
    ['a statutory day that is off as well', '2026-10-02', undefined, 'holiday', 'off'],
    ['after the last day nobody works', '2026-11-23', undefined, 'workday', 'work'],
  ])('%s', (_, on, shiftId, kind, says) => {
    expect(rostered.workOn(day(on))?._id).toBe(shiftId);
    expect(rostered.worksOn(day(on))).toBe(shiftId !== undefined);
    expect(rostered.kindOn(day(on)).kind).toBe(kind);
    expect(rostered.rosterOn(day(on))).toBe(says);
  });
  test('a day off keeps the borders of the usual shift', () => {
    expect(rostered.shiftOn(day('2026-05-21'))?._id).toBe('SH-DAY');
  });
  test('the week is the one of the usual shift, also with rostered days', () => {
    expect(rostered.kindOn(day('2026-05-25'))).toEqual({ kind: 'workday', name: null });
  });
});
