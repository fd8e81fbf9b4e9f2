import type { Account } from '../../../../cloudfunctions/accounts/domain/account';
import { correctionRules } from '../../../../cloudfunctions/correction/domain/correction-rules';
import { correctionSettings } from '../../../../cloudfunctions/correction/domain/correction-settings';
import { accountWith, applied, factOf, person, problemOf, question } from '../support/requests';
import { at, day } from '../support/rules';

type Values = { day: string; slot?: string; time?: string };
const correction = (values: Values, more: Parameters<typeof question>[2] = {}) =>
  correctionRules(question('correction', { slot: 'in', reason: 'x', ...values }, more));

const corrected = (...days: string[]): Account =>
  days.reduce(
    (account, on, index) =>
      applied(
        account,
        correction({ day: on }, { account, requestId: `C${index}`, time: `${on} 20:00` }).onSubmit,
      ),
    accountWith(),
  );

describe('a correction', () => {
  test('is a span of its slot and day, at the time that is said', () => {
    const answer = correction({ day: '2026-09-18', slot: 'out', time: '18:20' });
    expect(answer.problem).toBeNull();
    expect(answer.onSubmit.spans.R1).toMatchObject({
      kind: 'correction',
      state: 'open',
      day: '2026-09-18',
      slot: 'out',
      from: at('2026-09-18 18:20'),
    });
    expect(answer.onApprove.spans.R1?.state).toBe('approved');
    expect(answer.onReject.spans.R1).toBeNull();
  });
  test.each([
    [{ day: '2026-09-18', slot: 'in' }, {}, '2026-09-18 09:00'],
    [{ day: '2026-09-18', slot: 'out' }, {}, '2026-09-18 18:00'],
    [{ day: '2026-09-17', slot: 'out' }, { shiftId: 'SH-NIGHT' }, '2026-09-18 06:00'],
    [{ day: '2026-09-17', slot: 'out', time: '05:30' }, { shiftId: 'SH-NIGHT' }, '2026-09-18 05:30'],
    [{ day: '2026-09-17', slot: 'out', time: '23:30' }, { shiftId: 'SH-NIGHT' }, '2026-09-17 23:30'],
    // The clock time belongs to the day that is said, by the rule for punches.
    [{ day: '2026-09-17', slot: 'in', time: '00:30' }, { shiftId: 'SH-NIGHT' }, '2026-09-18 00:30'],
    [{ day: '2026-09-17', slot: 'in', time: '21:50' }, { shiftId: 'SH-NIGHT' }, '2026-09-17 21:50'],
    [{ day: '2026-09-17', slot: 'out', time: '01:00' }, {}, '2026-09-18 01:00'],
    [{ day: '2026-09-17', slot: 'out', time: '02:00' }, {}, '2026-09-18 02:00'],
    [{ day: '2026-09-17', slot: 'out', time: '07:00' }, {}, '2026-09-17 07:00'],
    [{ day: '2026-09-17', slot: 'in', time: '02:00' }, {}, '2026-09-17 02:00'],
    [{ day: '2026-09-17', slot: 'out', time: '09:30' }, { shiftId: 'SH-NIGHT' }, '2026-09-18 09:30'],
  ])('%j %j is at %s', (values, who, time) => {
    expect(correction(values, { applicant: person(who) }).from).toBe(at(time));
  });
  test('tells which punch it adds, at what time, and what else was punched on the day', () => {
    const punched = { claims: [], booked: [at('2026-09-18 12:30'), at('2026-09-18 08:55')] };
    const answer = correctionRules({
      ...question('correction', { day: '2026-09-18', slot: 'out', time: '01:00', reason: 'x' }),
      punched,
    });
    expect(factOf(answer, 'PUNCH')?.data).toEqual({ slot: 'out', at: '01:00+1' });
    expect(factOf(answer, 'OTHER_PUNCHES')?.data).toEqual({ times: '08:55 / 12:30' });
    expect(factOf(correction({ day: '2026-09-18' }), 'OTHER_PUNCHES')?.data).toEqual({ times: '' });
  });
  test('tells how many there are this month', () => {
    const account = corrected('2026-09-14', '2026-09-15', '2026-08-31');
    expect(factOf(correction({ day: '2026-09-18' }, { account }), 'CORRECTIONS')?.data).toEqual({
      used: 3,
      limit: 3,
    });
  });
  test('beyond the quota is refused, or shown as against the rule', () => {
    const account = corrected('2026-09-14', '2026-09-15', '2026-09-16');
    expect(problemOf(correction({ day: '2026-09-18' }, { account }))).toEqual({
      code: 'CORRECTION_QUOTA',
      used: 3,
      limit: 3,
    });
    const settings = correctionSettings({ correction: { overQuota: 'warn' } });
    const warned = correction({ day: '2026-09-18' }, { account, settings });
    expect(warned.problem).toBeNull();
    expect(warned.warnings).toEqual([{ tone: 'bad', code: 'CORRECTIONS', data: { used: 4, limit: 3 } }]);
  });
  test.each([
    [{ day: '2026-09-14' }, null],
    // The Sunday 2026-09-20 is a make-up workday.
    [{ day: '2026-09-10' }, { code: 'CORRECTION_TOO_LATE', day: '2026-09-10', lastDay: '2026-09-20' }],
    [{ day: '2026-09-11' }, null],
    [{ day: '2026-09-19' }, { code: 'CORRECTION_NOT_NEEDED', day: '2026-09-19' }],
    [{ day: '2026-09-22' }, { code: 'PERIOD_INVALID', rule: 'future' }],
    [
      { day: '2026-09-21', slot: 'out' },
      { code: 'PERIOD_INVALID', rule: 'future' },
    ],
    [{ day: '2026-09-21', slot: 'in' }, null],
    [{ day: '2026-02-30' }, { code: 'FORM_INVALID', field: 'day', rule: 'wrong-kind' }],
    [
      { day: '2026-09-18', time: '25:00' },
      { code: 'FORM_INVALID', field: 'time', rule: 'wrong-kind' },
    ],
  ])('%j: %j', (values, problem) => {
    expect(problemOf(correction(values))).toEqual(problem);
  });
  test('of a slot that was put right before is not needed; of the other slot it is', () => {
    const account = corrected('2026-09-18');
    expect(problemOf(correction({ day: '2026-09-18' }, { account }))?.code).toBe('CORRECTION_NOT_NEEDED');
    expect(problemOf(correction({ day: '2026-09-18', slot: 'out' }, { account }))).toBeNull();
    expect(problemOf(correction({ day: '2026-09-18' }, { account, requestId: 'C0' }))).toBeNull();
  });
  test('on a day off is possible where there was overtime', () => {
    const span = {
      requestId: 'O1',
      kind: 'overtime' as const,
      state: 'approved' as const,
      name: { 'zh-CN': '加班', en: 'Overtime' },
      day: day('2026-09-19'),
      from: at('2026-09-19 09:00'),
      to: at('2026-09-19 12:00'),
      minutes: 180,
    };
    const account = { ...accountWith(), spans: { O1: span } };
    expect(problemOf(correction({ day: '2026-09-19' }, { account }))).toBeNull();
  });
});
