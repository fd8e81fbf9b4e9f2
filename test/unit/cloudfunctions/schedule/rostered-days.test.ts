import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { correctionRules } from '../../../../cloudfunctions/correction/domain/correction-rules';
import { overtimeRules } from '../../../../cloudfunctions/overtime/domain/overtime-rules';
import { countDays } from '../../../../cloudfunctions/schedule/domain/count-days';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { CalendarOverride } from '../../../../cloudfunctions/shared/calendar/day-kind';
import { person, problemOf, question } from '../support/requests';
import { at, day, dayShift, nightShift, words } from '../support/rules';

const SHIFTS = new Map([dayShift, nightShift].map((shift) => [shift._id, shift]));
const COMPANY_DAY: CalendarOverride = { day: day('2026-09-23'), kind: 'company', name: words('Founders') };

/** A person on the day shift whose roster has one entry. */
const rostered = (on: string, entry: string) =>
  scheduleOf(person(), SHIFTS, [COMPANY_DAY], new Map([[day(on), entry]]));

const leaveMinutes = (on: string, entry: string) =>
  countDays({ unit: 'day', from: day(on), to: day(on) }, rostered(on, entry), {
    counts: 'working-days',
    step: 240,
  }).minutes;

const correctionProblem = (on: string, entry: string) =>
  problemOf(
    correctionRules(
      question(
        'correction',
        { day: on, slot: 'in', reason: 'forgot' },
        { schedule: rostered(on, entry), time: `${on} 23:50`, today: day(on) },
      ),
    ),
  );

const overtimeProblem = (on: string, entry: string) =>
  problemOf(
    overtimeRules(
      question(
        'overtime',
        {
          period: { unit: 'hour', from: day(on), start: 600, end: 720 },
          compensation: 'pay',
          reason: 'x',
        },
        { schedule: rostered(on, entry) },
      ),
    ),
  );

const stateOf = (on: string, entry: string) =>
  dayReport(day(on), rostered(on, entry), null, at('2026-12-01 00:00')).state;

describe('attendance, leave and corrections agree on what has to be worked', () => {
  test.each([
    ['National Day, rostered', '2026-10-01', 'SH-DAY', true],
    ['a rest day of the holiday, rostered', '2026-10-06', 'SH-DAY', true],
    ['a Saturday, rostered', '2026-09-19', 'SH-DAY', true],
    ['a day off by the company, rostered', '2026-09-23', 'SH-DAY', true],
    ['a Wednesday, rostered off', '2026-09-16', 'off', false],
    ['a make-up workday, rostered off', '2026-09-20', 'off', false],
    ['National Day with an unknown shift', '2026-10-01', 'SH-GONE', false],
  ])('%s', (_, on, entry, works) => {
    expect(stateOf(on, entry)).toBe(works ? 'absent' : 'rest');
    expect(leaveMinutes(on, entry)).toBe(works ? 480 : 0);
    expect(correctionProblem(on, entry)?.code).toBe(works ? undefined : 'CORRECTION_NOT_NEEDED');
  });
});

describe('hours inside of a rostered shift', () => {
  test.each([
    ['are normal working time on a Saturday', '2026-09-19', 'working-time'],
    ['are normal working time on a day that the company gave off', '2026-09-23', 'working-time'],
    ['can be paid as overtime on National Day: 300 percent', '2026-10-01', undefined],
  ])('%s', (_, on, rule) => {
    expect(overtimeProblem(on, 'SH-DAY') ?? {}).toEqual(rule ? { code: 'PERIOD_INVALID', rule } : {});
  });
  test('are overtime on a day that the roster gives off', () => {
    expect(overtimeProblem('2026-09-16', 'off')).toBeNull();
  });
});
