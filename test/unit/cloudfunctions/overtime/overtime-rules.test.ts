import type { Account } from '../../../../cloudfunctions/accounts/domain/account';
import { shortfallOf, sumsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import type { OwnRules } from '../../../../cloudfunctions/company-rules/section';
import { endingEntries } from '../../../../cloudfunctions/leave/domain/due-endings';
import { leaveRules } from '../../../../cloudfunctions/leave/domain/leave-rules';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { overtimeRules } from '../../../../cloudfunctions/overtime/domain/overtime-rules';
import { overtimeSettings } from '../../../../cloudfunctions/overtime/domain/overtime-settings';
import { accountWith, applied, factOf, person, problemOf, question } from '../support/requests';
import { at, day } from '../support/rules';

const overtime = (
  on: string,
  start: number,
  end: number,
  more: Parameters<typeof question>[2] & { as?: 'pay' | 'comp-time'; own?: OwnRules } = {},
) => {
  const { as = 'pay', own = {}, ...rest } = more;
  const period = { unit: 'hour' as const, from: day(on), start, end };
  return overtimeRules(
    question(
      'overtime',
      { period, compensation: as, reason: 'x' },
      { settings: overtimeSettings(own), ...rest },
    ),
  );
};
const classes = (answer: ReturnType<typeof overtime>) =>
  answer.facts.flatMap((fact) => (fact.code === 'PAY_CLASS' ? [[fact.data.percent, fact.data.minutes]] : []));

describe('overtime in a year whose exchanged days are not announced', () => {
  const codes = (answer: ReturnType<typeof overtime>) => answer.warnings.map(({ code }) => code);
  const later = { time: '2026-12-20 12:00' };
  test('pays 300 percent on New Year’s Day and the eve of the lunar year, as the law has it', () => {
    expect(classes(overtime('2027-01-01', 540, 720, later))).toEqual([[300, 180]]);
    expect(classes(overtime('2027-02-05', 540, 720, later))).toEqual([[300, 180]]);
    expect(codes(overtime('2027-01-01', 540, 720, later))).not.toContain('CALENDAR_OPEN');
  });
  test('says that the class of a weekend may change', () => {
    const saturday = overtime('2027-01-02', 540, 720, later);
    expect(classes(saturday)).toEqual([[200, 180]]);
    expect(codes(saturday)).toContain('CALENDAR_OPEN');
  });
});

describe('the class of overtime, by the calendar', () => {
  test.each([
    ['a Monday evening', '2026-09-21', 1_140, 1_260, [[150, 120]]],
    ['a Saturday', '2026-09-26', 600, 720, [[200, 120]]],
    ['a Sunday worked as make-up day, in the evening', '2026-09-20', 1_140, 1_200, [[150, 60]]],
    ['National Day', '2026-10-01', 780, 1_080, [[300, 300]]],
    ['a day off around it', '2026-10-06', 540, 600, [[200, 60]]],
    [
      'from 30 September 22:00 into National Day 02:00',
      '2026-09-30',
      1_320,
      1_560,
      [
        [150, 120],
        [300, 120],
      ],
    ],
    [
      'from Friday evening into Saturday',
      '2026-09-18',
      1_320,
      1_500,
      [
        [150, 120],
        [200, 60],
      ],
    ],
    ['until midnight sharp', '2026-09-30', 1_320, 1_440, [[150, 120]]],
  ])('%s', (_, on, start, end, expected) => {
    const answer = overtime(on, start, end);
    expect(answer.problem).toBeNull();
    expect(classes(answer)).toEqual(expected);
    expect(answer.amountMinutes).toBe(end - start);
    expect(answer.days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(end - start);
  });
  test.each([
    // The break of the shift is from 12:00 to 13:00.
    ['National Day from 9:00 to 18:00', '2026-10-01', 540, 1_080, 480, '12:00–13:00'],
    ['a Saturday around the break', '2026-09-26', 660, 840, 120, '12:00–13:00'],
    ['from the evening into the next day', '2026-09-26', 1_320, 2_280, 900, '12:00–13:00'],
    ['beginning within it', '2026-10-01', 750, 1_080, 330, null],
    ['ending with it', '2026-10-01', 540, 780, 240, null],
    ['an evening', '2026-09-21', 1_140, 1_260, 120, null],
  ])('the break of the shift is no working time: %s', (_, on, start, end, minutes, spans) => {
    const answer = overtime(on, start, end);
    expect(answer.amountMinutes).toBe(minutes);
    expect(classes(answer).reduce((sum, [, each]) => sum + Number(each), 0)).toBe(minutes);
    expect(factOf(answer, 'BREAK_NOT_WORKED')?.data ?? null).toEqual(
      spans && { minutes: end - start - minutes, spans },
    );
    const kept = Object.values(answer.onApprove.spans).flatMap((span) => span?.pauses ?? []);
    expect(kept.reduce((sum, { from, to }) => sum + (to - from) / 60_000, 0)).toBe(end - start - minutes);
  });
  test('each calendar day is a span of its own', () => {
    const { onSubmit, onApprove, onReject } = overtime('2026-09-30', 1_320, 1_560);
    expect(onSubmit.spans['R1-0']).toMatchObject({
      day: '2026-09-30',
      payClass: 150,
      minutes: 120,
      state: 'open',
    });
    expect(onSubmit.spans['R1-1']).toMatchObject({
      day: '2026-10-01',
      payClass: 300,
      from: at('2026-10-01 00:00'),
      to: at('2026-10-01 02:00'),
    });
    expect(onApprove.spans['R1-1']?.state).toBe('approved');
    expect(onReject.spans).toEqual({ 'R1-0': null, 'R1-1': null });
  });
  test('a company’s day off is a rest day', () => {
    const name = { 'zh-CN': '司庆', en: 'Anniversary' };
    const applicant = person();
    const overrides = [{ day: day('2026-09-22'), kind: 'company' as const, name }];
    expect(classes(overtime('2026-09-22', 600, 660, { applicant, overrides }))).toEqual([[200, 60]]);
  });
});

describe('what is no overtime', () => {
  test.each([
    ['inside the shift', '2026-09-21', 1_020, 1_140, {}],
    ['inside the night shift of the evening before', '2026-09-22', 240, 420, { shiftId: 'SH-NIGHT' }],
  ])('%s', (_, on, start, end, who) => {
    expect(problemOf(overtime(on, start, end, { applicant: person(who) }))).toEqual({
      code: 'PERIOD_INVALID',
      rule: 'working-time',
    });
  });
  test('after the night shift is', () => {
    expect(
      problemOf(overtime('2026-09-22', 360, 420, { applicant: person({ shiftId: 'SH-NIGHT' }) })),
    ).toBeNull();
  });
  test('whole days', () => {
    const period = { unit: 'day' as const, from: day('2026-09-26'), to: day('2026-09-26') };
    expect(problemOf(overtimeRules(question('overtime', { period })))).toEqual({
      code: 'PERIOD_INVALID',
      rule: 'unit',
    });
  });
});

describe('the limits of art. 41', () => {
  const worked = (...times: [string, number, number][]): Account =>
    times.reduce((account, [on, start, end], index) => {
      const answer = overtime(on, start, end, { requestId: `O${index}`, account });
      return applied(account, answer.onSubmit);
    }, accountWith());
  test('three hours on a workday, with what was asked for that day', () => {
    expect(overtime('2026-09-21', 1_080, 1_260).warnings).toEqual([]);
    expect(factOf(overtime('2026-09-21', 1_080, 1_261), 'OVERTIME_DAY_LIMIT')).toEqual({
      tone: 'bad',
      code: 'OVERTIME_DAY_LIMIT',
      data: { minutes: 181, limit: 180 },
    });
    const account = worked(['2026-09-21', 1_080, 1_200]);
    expect(factOf(overtime('2026-09-21', 1_200, 1_290, { account }), 'OVERTIME_DAY_LIMIT')?.data).toEqual({
      minutes: 210,
      limit: 180,
    });
    expect(overtime('2026-09-26', 540, 1_080).warnings).toEqual([]);
  });
  test('36 hours a month, of all classes, and again the next month', () => {
    const account = worked(['2026-09-05', 0, 1_140], ['2026-09-12', 0, 1_140]);
    const last = overtime('2026-09-21', 1_080, 1_081, { account });
    expect(factOf(last, 'OVERTIME_MONTH')?.data).toEqual({ before: 2_160, after: 2_161, limit: 2_160 });
    expect(factOf(last, 'OVERTIME_MONTH_LIMIT')?.data).toEqual({ minutes: 2_161, limit: 2_160 });
    expect(last.problem).toBeNull();
    const across = overtime('2026-09-30', 1_380, 1_500, { account });
    expect(across.facts.filter(({ code }) => code === 'OVERTIME_MONTH').map(({ data }) => data)).toEqual([
      { before: 2_160, after: 2_220, limit: 2_160 },
      { before: 0, after: 60, limit: 2_160 },
    ]);
  });
  test('refused beyond what the company has set', () => {
    const own: OwnRules = { overtime: { dayMost: 240, monthMost: 300 } };
    expect(problemOf(overtime('2026-09-21', 1_080, 1_320, { own }))).toBeNull();
    expect(problemOf(overtime('2026-09-21', 1_080, 1_321, { own }))).toEqual({
      code: 'OVERTIME_LIMIT',
      minutes: 241,
      limit: 240,
      per: 'day',
    });
    expect(problemOf(overtime('2026-09-26', 540, 901, { own }))).toMatchObject({ per: 'month', limit: 300 });
  });
  test('the same request again does not count itself', () => {
    const account = worked(['2026-09-21', 1_080, 1_260]);
    const again = overtime('2026-09-21', 1_080, 1_260, { account, requestId: 'O0' });
    expect(again.warnings).toEqual([]);
    expect(again.problem).toBeNull();
    expect(problemOf(overtime('2026-09-21', 1_080, 1_260, { account }))).toMatchObject({
      code: 'PERIOD_OVERLAPS',
      requestId: 'O0',
    });
  });
});

describe('comp time', () => {
  // What a company leaves out is as shipped.
  const STATUTORY: OwnRules = { overtime: { compTime: { 300: 'warn' } } };
  test('for a rest day, hour for hour, ending after half a year', () => {
    const answer = overtime('2026-09-26', 540, 780, { as: 'comp-time' });
    expect(factOf(answer, 'COMP_TIME')?.data).toEqual({ minutes: 240, expires: '2027-03-26' });
    expect(answer.warnings).toEqual([]);
    expect(answer.onSubmit.entries).toEqual({});
    expect(answer.onApprove.entries['R1-grant']).toMatchObject({
      kind: 'grant',
      minutes: 240,
      validFrom: '2026-09-26',
      expiresOn: '2027-03-26',
    });
  });
  test('for a statutory day only where the company says so, with the law', () => {
    const refused = overtime('2026-10-01', 540, 1_080, { as: 'comp-time' });
    expect(problemOf(refused)).toEqual({ code: 'FORM_INVALID', field: 'compensation', rule: 'pay-not-time' });
    const allowed = overtime('2026-10-01', 540, 1_080, { as: 'comp-time', own: STATUTORY });
    expect(allowed.problem).toBeNull();
    expect(factOf(allowed, 'PAY_NOT_TIME')).toEqual({
      tone: 'bad',
      code: 'PAY_NOT_TIME',
      data: { percent: 300, minutes: 480 },
    });
    expect(overtime('2026-10-01', 540, 1_080, { as: 'pay' }).problem).toBeNull();
  });
  test('of a statutory day, used before it ends; the rest ends', () => {
    const now = at('2027-04-02 02:00');
    const earned = overtime('2026-10-01', 540, 1_080, { as: 'comp-time', own: STATUTORY });
    let account = applied(applied(accountWith(), earned.onSubmit), earned.onApprove);
    const period = { unit: 'hour' as const, from: day('2026-11-05'), start: 540, end: 840 };
    const leave = leaveRules(
      question('leave', { leaveType: 'comp-time', period }, { account, requestId: 'R2' }),
    );
    expect(factOf(leave, 'BALANCE')?.data).toMatchObject({ before: 480, after: 240 });
    account = applied(applied(account, leave.onSubmit), leave.onApprove);
    expect(sumsOf(account.entries, 'comp-time', day('2027-04-01'))).toEqual({
      left: 240,
      held: 0,
      used: 240,
    });
    const ended = endingEntries(account.entries, CHINA_LEAVE_TYPES, 'shanghai', day('2027-04-02'), now);
    expect(ended).toMatchObject({ 'R1-grant-expire-0': { kind: 'expire', minutes: -240 } });
    // The overtime cannot be undone any more: its time off is used.
    expect(shortfallOf({ ...account.entries, ...ended }, earned.onCancel.entries)).toEqual({
      grantId: 'R1-grant',
      minutes: 480,
    });
  });
  test('unused, it goes with the overtime that is undone', () => {
    const earned = overtime('2026-09-26', 540, 780, { as: 'comp-time' });
    const account = applied(applied(accountWith(), earned.onSubmit), earned.onApprove);
    expect(shortfallOf(account.entries, earned.onCancel.entries)).toBeNull();
    const undone = applied(account, earned.onCancel);
    expect(undone.spans).toEqual({});
    expect(sumsOf(undone.entries, 'comp-time', day('2026-10-01')).left).toBe(0);
  });
});
