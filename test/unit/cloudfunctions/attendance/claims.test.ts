import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { confirmsClaim, isWithinClaim } from '../../../../cloudfunctions/attendance/domain/open-claim';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { todayTodos } from '../../../../cloudfunctions/attendance/domain/today-todos';
import { shiftOfDay } from '../../../../cloudfunctions/attendance/domain/work-of';
import { correctionRules } from '../../../../cloudfunctions/correction/domain/correction-rules';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import type { ShiftTemplate } from '../../../../cloudfunctions/schedule/domain/shift';
import { accountWith, factOf, person, problemOf, question } from '../support/requests';
import { at, codes, day, dayShift, nightShift, punched, words } from '../support/rules';

const DAY = day('2026-09-18');
const claimed = (slot: 'in' | 'out', tapped: string, arrived: string, claim: Punch['claim']) =>
  punched(slot, `2026-09-18 ${arrived}`, {
    tappedAt: at(`2026-09-18 ${tapped}`),
    flags: ['late-arrival'],
    ...(claim && { claim }),
  });
const left = punched('out', '2026-09-18 18:10');

function report(
  punches: readonly Punch[],
  { spans = [], shiftId = 'SH-DAY', stored = null }: Partial<Given> = {},
) {
  const shifts = new Map([dayShift, nightShift].map((shift) => [shift._id, shift]));
  const schedule = scheduleOf(person({ shiftId }), shifts, []);
  const held = { _id: '', employeeId: 'E0001', day: DAY, rev: 1, shift: stored, punches, covers: [] };
  return dayReport(DAY, schedule, held, at('2026-09-21 12:00'), spans);
}
interface Given {
  readonly spans: readonly AccountSpan[];
  readonly shiftId: string;
  readonly stored: ShiftTemplate | null;
}

const correctionAt = (slot: 'in' | 'out', time: string, state: AccountSpan['state']): AccountSpan => ({
  requestId: 'C1',
  kind: 'correction',
  state,
  name: words('Correction'),
  day: DAY,
  from: at(`2026-09-18 ${time}`),
  to: at(`2026-09-18 ${time}`),
  minutes: 0,
  slot,
});

describe('tapped without network at 08:58, arrived at 10:30', () => {
  const late = claimed('in', '08:58', '10:30', 'open');
  test('is no absence: the day waits to be confirmed', () => {
    const status = report([late, left]);
    expect(status.state).toBe('unconfirmed');
    expect(status.marks.map(({ kind }) => kind)).toEqual(['late-arrival', 'unconfirmed']);
    expect(status.reasons).toContainEqual({
      code: 'CLAIM_WAITS',
      data: { slot: 'in', tapped: '08:58', at: '10:30' },
    });
    expect(status.workedMinutes).toBe(492);
    expect(todayTodos([status])).toEqual([
      { kind: 'unconfirmed-punch', day: DAY, slots: ['in'], at: at('2026-09-18 08:58') },
    ]);
  });
  test('shows both times on the record', () => {
    expect(report([late, left]).punches[0]).toMatchObject({
      at: at('2026-09-18 10:30'),
      tappedAt: at('2026-09-18 08:58'),
    });
  });
  test('is settled by an approved correction; while that is asked for, it can only be looked at', () => {
    const approved = report([late, left], { spans: [correctionAt('in', '08:58', 'approved')] });
    expect(approved.state).toBe('normal');
    expect(approved.marks.some(({ kind }) => kind === 'unconfirmed')).toBe(false);
    const asked = report([late, left], { spans: [correctionAt('in', '08:58', 'open')] });
    expect(asked.state).toBe('unconfirmed');
    expect(todayTodos([asked])).toEqual([
      { kind: 'correction-waiting', day: DAY, slots: ['in'], requestId: 'C1' },
    ]);
  });
  test('counts from the tap where the company trusts it, and is flagged', () => {
    const status = report([claimed('in', '09:42', '10:30', 'trusted'), left]);
    expect(status.marks).toContainEqual({ kind: 'late', minutes: 12 });
    expect(status.marks).toContainEqual(expect.objectContaining({ kind: 'late-arrival' }));
    expect(codes(status)).toContain('CLAIM_TRUSTED');
  });
  test('a clock-out that waited counts from the tap too', () => {
    const came = punched('in', '2026-09-18 08:50');
    const status = report([came, claimed('out', '17:30', '18:20', 'open')]);
    expect(status.marks).toContainEqual({ kind: 'early', minutes: 30 });
    expect(status.state).toBe('unconfirmed');
  });
});

describe('a correction that confirms a tap', () => {
  const claims = [{ slot: 'in' as const, tappedAt: at('2026-09-18 08:58'), at: at('2026-09-18 10:30') }];
  const used = ['2026-09-14', '2026-09-15', '2026-09-16'].map((on, index) => [
    `C${index}`,
    { ...correctionAt('in', '09:00', 'approved'), requestId: `C${index}`, day: day(on) },
  ]);
  const ask = (values: { slot?: string; time: string }) =>
    correctionRules({
      ...question('correction', { day: DAY, slot: 'in', reason: 'x', ...values }),
      account: { ...accountWith(), spans: Object.fromEntries(used) },
      punched: { claims, booked: [] },
    });
  test('does not count as one of the month, and says both times', () => {
    const answer = ask({ time: '08:58' });
    expect(answer.problem).toBeNull();
    expect(factOf(answer, 'CONFIRMS_TAP')?.data).toEqual({ tapped: '08:58', arrived: '10:30' });
    expect(answer.onApprove.spans.R1).toMatchObject({ confirms: true });
  });
  test.each([
    ['an earlier arrival than the tap', { time: '08:40' }],
    ['the other slot', { slot: 'out', time: '18:00' }],
    ['a time far from the tap', { time: '11:30' }],
  ])('%s is counted like the others', (_, values) => {
    expect(problemOf(ask(values))?.code).toBe('CORRECTION_QUOTA');
  });
  test('is not counted when the next correction is', () => {
    const confirmed = { ...correctionAt('in', '08:58', 'approved'), confirms: true as const };
    const spans = { ...Object.fromEntries(used.slice(1)), C9: confirmed };
    const answer = correctionRules(
      question(
        'correction',
        { day: '2026-09-17', slot: 'in', reason: 'x' },
        { account: { ...accountWith(), spans } },
      ),
    );
    expect(factOf(answer, 'CORRECTIONS')?.data).toEqual({ used: 3, limit: 3 });
  });
});

describe('another shift is planned after the first punch', () => {
  const came = punched('in', '2026-09-18 21:55');
  const gone = punched('out', '2026-09-19 06:05');
  test('the new shift counts, and the change is said', () => {
    const status = report([came, gone], { shiftId: 'SH-NIGHT', stored: dayShift });
    expect(status.state).toBe('normal');
    expect(status.reasons).toContainEqual({
      code: 'SHIFT_CHANGED',
      data: { from: dayShift.name, to: nightShift.name },
    });
  });
  test('a template that changed later does not change the past', () => {
    const before = { ...dayShift, start: 480, version: 0 };
    const status = report([punched('in', '2026-09-18 08:55'), left], { stored: before });
    expect(status.marks).toContainEqual(expect.objectContaining({ kind: 'late' }));
    expect(codes(status)).not.toContain('SHIFT_CHANGED');
  });
});

describe('a correction and a tap that waited', () => {
  const claim = (slot: 'in' | 'out') => ({
    slot,
    tappedAt: at('2026-09-18 12:00'),
    at: at('2026-09-18 13:00'),
  });
  const correctionOf = (slot: 'in' | 'out', time: string) => ({ slot, at: at(`2026-09-18 ${time}`) });
  test.each([
    ['two hours before it', 'in', '10:00', true],
    ['two hours after it', 'in', '14:00', true],
    ['more than two hours after it', 'in', '14:01', false],
    ['of the other slot', 'out', '12:00', false],
  ] as const)('%s belong together or not', (_, slot, time, expected) => {
    expect(confirmsClaim(correctionOf(slot, time), claim('in'))).toBe(expected);
  });
  test.each([
    ['an arrival in the minute of the tap', 'in', '11:59:01', true],
    ['an arrival a minute before the tap', 'in', '11:59:00', false],
    ['an arrival after it', 'in', '12:30', true],
    ['leaving at the tap', 'out', '12:00', true],
    ['leaving after it', 'out', '12:01', false],
    ['leaving before it', 'out', '11:00', true],
  ] as const)('%s claims no more than the phone or does', (_, slot, time, expected) => {
    expect(isWithinClaim(correctionOf(slot, time), claim(slot))).toBe(expected);
  });
});

test('a day that was worked before the assignment ended keeps its shift', () => {
  const plan = scheduleOf({ hiredOn: day('2026-01-05'), leftOn: null, assignments: [] }, new Map(), []);
  const held = { _id: '', employeeId: 'E0001', day: DAY, rev: 1, shift: dayShift, punches: [], covers: [] };
  expect(shiftOfDay(DAY, plan, held)).toBe(dayShift);
  expect(shiftOfDay(DAY, plan, null)).toBeNull();
});
