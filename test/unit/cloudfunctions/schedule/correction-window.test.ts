import { correctionRules } from '../../../../cloudfunctions/correction/domain/correction-rules';
import {
  correctableDays,
  lastCorrectableDay,
} from '../../../../cloudfunctions/schedule/domain/correction-window';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { addDays, daysBetween } from '../../../../cloudfunctions/shared/calendar/company-time';
import { person, problemOf, question, scheduleFor } from '../support/requests';
import { day, dayShift } from '../support/rules';

const plain = scheduleFor(person());

describe('how long a missing punch can be corrected', () => {
  test.each([
    ['a Monday: until next Monday', '2026-11-16', 5, '2026-11-23'],
    ['before National Day: five workdays after it', '2026-09-30', 5, '2026-10-13'],
    ['a make-up workday in between counts', '2026-09-18', 3, '2026-09-22'],
    ['one workday, over a weekend', '2026-11-20', 1, '2026-11-23'],
  ])('%s', (_, on, days, last) => {
    expect(lastCorrectableDay(plain, day(on), days)).toBe(last);
  });
  test('days off by roster do not use it up', () => {
    const roster = new Map(
      daysBetween(day('2026-11-17'), day('2026-11-20')).map((on) => [on, 'off'] as const),
    );
    const schedule = scheduleOf(person(), new Map([[dayShift._id, dayShift]]), [], roster);
    expect(lastCorrectableDay(schedule, day('2026-11-16'), 2)).toBe('2026-11-24');
  });
  test('missed on 30 September, back on 8 October: it can be corrected', () => {
    const values = { day: '2026-09-30', slot: 'out', reason: 'forgot' };
    const ask = (time: string) => problemOf(correctionRules(question('correction', values, { time })));
    expect(ask('2026-10-08 09:30')).toBeNull();
    expect(ask('2026-10-15 23:00')).toBeNull();
    expect(ask('2026-10-16 00:10')).toEqual({
      code: 'CORRECTION_TOO_LATE',
      day: '2026-09-30',
      lastDay: '2026-10-15',
    });
  });
  test('somebody who never works again has a bounded search', () => {
    const leaver = scheduleFor(person({ leftOn: day('2026-11-16') }));
    expect(lastCorrectableDay(leaver, day('2026-11-16'), 5)).toBe(addDays(day('2026-11-16'), 120));
  });
});

test('Today lists a day exactly as long as it can be corrected', () => {
  for (const today of daysBetween(day('2026-09-15'), day('2026-11-15'))) {
    const listed = correctableDays(plain, today, 5, 31);
    const expected = daysBetween(addDays(today, -31), addDays(today, -1)).filter(
      (on) => lastCorrectableDay(plain, on, 5) >= today,
    );
    expect(listed).toEqual(expected);
  }
  expect(correctableDays(plain, day('2026-11-23'), 60, 31)).toHaveLength(31);
});
