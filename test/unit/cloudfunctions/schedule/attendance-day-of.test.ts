import {
  attendanceDayOf,
  closesAt,
  type ShiftOf,
  startsAt,
} from '../../../../cloudfunctions/schedule/domain/attendance-day-of';
import { at, day, dayShift, nightShift } from '../support/rules';

const always =
  (shift: ReturnType<ShiftOf>): ShiftOf =>
  () =>
    shift;
/** Night until 2026-11-22, day shift from Monday 2026-11-23 on. */
const changing: ShiftOf = (on) => (on < '2026-11-23' ? nightShift : dayShift);

test.each([
  ['day shift, morning', always(dayShift), '2026-11-23 08:57', '2026-11-23'],
  ['day shift, late overtime', always(dayShift), '2026-11-24 01:29', '2026-11-23'],
  ['day shift, the border itself', always(dayShift), '2026-11-24 01:30', '2026-11-24'],
  ['night shift, evening', always(nightShift), '2026-11-23 21:50', '2026-11-23'],
  ['night shift, midnight', always(nightShift), '2026-11-24 00:00', '2026-11-23'],
  ['night shift, morning', always(nightShift), '2026-11-24 06:05', '2026-11-23'],
  ['night shift, before the border', always(nightShift), '2026-11-24 13:59', '2026-11-23'],
  ['night shift, the border itself', always(nightShift), '2026-11-24 14:00', '2026-11-24'],
  ['end of the last night', changing, '2026-11-23 06:10', '2026-11-22'],
  ['between the last night and the first day', changing, '2026-11-23 07:29', '2026-11-22'],
  ['the first day', changing, '2026-11-23 07:30', '2026-11-23'],
  ['no shift: midnight', always(null), '2026-11-24 00:00', '2026-11-24'],
  ['no shift: before midnight', always(null), '2026-11-23 23:59', '2026-11-23'],
  ['year end', always(nightShift), '2027-01-01 05:59', '2026-12-31'],
  ['leap day', always(nightShift), '2028-03-01 05:59', '2028-02-29'],
])('%s', (_, shiftOf, time, expected) => {
  expect(attendanceDayOf(at(time), shiftOf)).toBe(expected);
});

test('a day closes when the next one opens', () => {
  expect(closesAt(day('2026-11-22'), changing)).toBe(at('2026-11-23 07:30'));
  expect(startsAt(day('2026-11-23'), changing)).toBe(at('2026-11-23 07:30'));
});
