import { formCalendar, formCalendarDays } from '../../../../cloudfunctions/schedule/domain/form-calendar';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { CalendarOverride } from '../../../../cloudfunctions/shared/calendar/day-kind';
import { person } from '../support/requests';
import { day, dayShift, words } from '../support/rules';

const SHIFTS = new Map([[dayShift._id, dayShift]]);
const TODAY = day('2026-09-28');
const FOUNDERS: CalendarOverride = { day: day('2026-11-18'), kind: 'company', name: words('Founders') };
const ROSTER = new Map([
  [day('2026-10-02'), dayShift._id],
  [day('2026-10-14'), 'off'],
  [day('2026-10-17'), dayShift._id],
]);

const calendar = formCalendar(scheduleOf(person(), SHIFTS, [FOUNDERS], ROSTER), TODAY);
const markOn = (value: string) => calendar.marks.find((mark) => mark.day === value);

test('days that the weekday tells are not listed, except those with a name', () => {
  expect(calendar.freeWeekdays).toEqual([6, 7]);
  expect(markOn('2026-09-29')).toBeUndefined();
  expect(markOn('2026-10-11')).toBeUndefined();
  expect(markOn('2026-10-01')).toMatchObject({ kind: 'holiday', isFree: true });
  // A Sunday of National Day.
  expect(markOn('2026-10-04')).toMatchObject({ kind: 'restday', isFree: true, name: { en: 'National Day' } });
  expect(markOn('2026-10-10')).toMatchObject({ kind: 'makeup', isFree: false });
  expect(markOn('2026-11-18')).toMatchObject({ kind: 'company', isFree: true });
});

test('the roster decides what is free for the person', () => {
  expect(markOn('2026-10-02')).toMatchObject({ kind: 'holiday', isFree: false });
  expect(markOn('2026-10-14')).toMatchObject({ kind: 'restday', isFree: true });
  expect(markOn('2026-10-17')).toMatchObject({ kind: 'workday', isFree: false });
});

test('a year whose exchanged days are not announced is named', () => {
  expect(calendar.openYears).toEqual(['2027']);
  expect(markOn('2027-01-01')).toMatchObject({ kind: 'holiday', isFree: true });
});

test('it reaches a year back and ahead, and says nothing of days before the employment', () => {
  expect([calendar.first, calendar.last]).toEqual(['2025-09-29', '2027-09-27']);
  const late = formCalendar(scheduleOf({ ...person(), hiredOn: TODAY }, SHIFTS, []), TODAY);
  expect(late.marks.filter((mark) => mark.day < TODAY)).toEqual([]);
  const days = formCalendarDays(TODAY);
  expect([days[0], days[days.length - 1]]).toEqual([calendar.first, calendar.last]);
});
