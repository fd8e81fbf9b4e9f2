import { assignmentOn, scheduleOf } from '../../../../cloudfunctions/attendance/domain/schedule';
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
