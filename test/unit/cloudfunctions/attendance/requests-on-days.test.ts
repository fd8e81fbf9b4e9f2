import type { AccountSpan } from '../../../../cloudfunctions/accounts/domain/account';
import { dayReport } from '../../../../cloudfunctions/attendance/domain/day-report';
import { monthTotals } from '../../../../cloudfunctions/attendance/domain/month-totals';
import { nextSlot } from '../../../../cloudfunctions/attendance/domain/next-slot';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { effectivePunches, requestedDay } from '../../../../cloudfunctions/attendance/domain/requested-day';
import { todayTodos } from '../../../../cloudfunctions/attendance/domain/today-todos';
import { scheduleOf } from '../../../../cloudfunctions/schedule/domain/schedule';
import { at, codes, day, dayShift, nightShift, punched, words } from '../support/rules';
import { correction, span } from '../support/spans';

// A Monday; day shift 09:00–18:00 with 30 flex minutes and a break 12:00–13:00.
const DAY = '2026-11-23';
const SUNDAY = '2026-11-22';

const scheduleWith = (shift: typeof dayShift) =>
  scheduleOf(
    {
      hiredOn: day('2026-01-05'),
      leftOn: null,
      assignments: [{ from: day('2026-01-05'), shiftId: shift._id, siteIds: [], fieldPolicy: 'free' }],
    },
    new Map([[shift._id, shift]]),
    [],
  );

function report(
  spans: readonly AccountSpan[],
  { on = DAY, punches = [] as Punch[], now = '2026-12-31 00:00', shift = dayShift } = {},
) {
  const id = { _id: `E1:${on}`, employeeId: 'E1', day: day(on), rev: 1, shift: null, covers: [] };
  return dayReport(day(on), scheduleWith(shift), { ...id, punches }, at(now), spans);
}
const both = (first: string, last: string) => [
  punched('in', `${DAY} ${first}`),
  punched('out', `${DAY} ${last}`),
];
const field = (time: string, slot: 'in' | 'out', key: string) =>
  punched(slot, time, { key, mode: 'field', flags: ['field', 'needs-approval'] });

describe('leave', () => {
  const leave = (from: string, to: string, minutes?: number, state: AccountSpan['state'] = 'approved') =>
    span('leave', state, from, to, minutes === undefined ? {} : { perDay: { [day(DAY)]: minutes }, minutes });

  test('of several days covers the shift of each', () => {
    const days = report([leave('2026-11-20 00:00', '2026-11-25 00:00', 480)]);
    expect(days).toMatchObject({ state: 'leave', marks: [{ kind: 'leave', name: words('leave'), days: 1 }] });
    expect(days.marks[0]).not.toHaveProperty('minutes');
    expect(days.reasons).toContainEqual({
      code: 'COVERED',
      data: { name: words('leave'), from: '09:00', to: '18:00' },
    });
  });
  test('of two hours is a quarter of a day, and the rest is owed', () => {
    const hours = leave(`${DAY} 16:00`, `${DAY} 18:00`, 120);
    const fine = report([hours], { punches: both('09:00', '16:00') });
    expect(fine).toMatchObject({
      state: 'leave',
      marks: [{ kind: 'leave', days: 0.25, minutes: 120 }],
      workedMinutes: 360,
    });
    expect(report([hours], { punches: both('09:00', '15:40') }).marks).toContainEqual({
      kind: 'early',
      minutes: 20,
    });
    const away = report([hours]);
    expect(away.marks).toEqual([
      { kind: 'absent', days: 0.75 },
      { kind: 'leave', name: words('leave'), days: 0.25, minutes: 120 },
    ]);
    expect(monthTotals([fine])).toMatchObject({ attended: 0.75, leave: 0.25 });
  });
  test('of the morning is half a day, whatever the break cuts off', () => {
    const morning = leave(`${DAY} 09:00`, `${DAY} 12:00`, 240);
    expect(report([morning]).marks).toEqual([
      { kind: 'absent', days: 0.5 },
      { kind: 'leave', name: words('leave'), days: 0.5 },
    ]);
  });
  test('of two hours by two people’s requests adds up to at most a day', () => {
    const parts = [leave(`${DAY} 09:00`, `${DAY} 12:00`, 240), leave(`${DAY} 12:00`, `${DAY} 18:00`, 300)];
    const { marks } = report(parts);
    expect(marks).toMatchObject([
      { kind: 'leave', days: 0.5 },
      { kind: 'leave', days: 0.5 },
    ]);
  });
  test('on a night shift covers what lies in it, also after midnight', () => {
    const part = span('leave', 'approved', '2026-11-24 04:00', '2026-11-24 06:00', {
      perDay: { [day(DAY)]: 120 },
    });
    const punches = [punched('in', `${DAY} 22:00`), punched('out', '2026-11-24 04:00')];
    expect(report([part], { shift: nightShift, punches })).toMatchObject({
      state: 'leave',
      marks: [{ kind: 'leave', days: 0.25 }],
    });
  });
  test('asked for is named and changes nothing', () => {
    const open = leave(`${DAY} 09:00`, `${DAY} 18:00`, 480, 'open');
    const plain = report([]);
    const asked = report([open]);
    expect(asked).toMatchObject({ state: 'absent', workedMinutes: 0 });
    expect(asked.marks).toEqual([
      ...plain.marks,
      { kind: 'requested', of: 'leave', name: words('leave'), requestId: 'R-leave' },
    ]);
    expect(asked.reasons.at(-1)).toEqual({
      code: 'REQUESTED',
      data: { name: words('leave'), from: '09:00', to: '18:00', requestId: 'R-leave' },
    });
    expect(todayTodos([plain])).toHaveLength(1);
    expect(todayTodos([asked])).toEqual([]);
  });
  test('over a day off is nothing there', () => {
    const week = leave('2026-11-20 00:00', '2026-11-25 00:00', 480, 'open');
    expect(report([week], { on: SUNDAY })).toMatchObject({ state: 'rest', marks: [] });
    expect(codes(report([week], { on: SUNDAY }))).toEqual(['RESTDAY']);
  });
  test('rejected is forgotten', () => {
    const no = leave(`${DAY} 09:00`, `${DAY} 18:00`, 480, 'rejected');
    expect(report([no])).toEqual(report([]));
  });
});

test('a trip counts by the clock, as it has no minutes', () => {
  const trip = span('trip', 'approved', `${DAY} 13:00`, '2026-11-25 20:00');
  const status = report([trip], { punches: both('09:00', '12:00') });
  expect(status).toMatchObject({ state: 'trip', marks: [{ kind: 'trip', days: 0.5 }] });
});

describe('corrections', () => {
  test('are punches of their slot and marked as such', () => {
    const spans = [correction('approved', 'out', `${DAY} 18:05`)];
    const status = report(spans, { punches: [punched('in', `${DAY} 09:00`)] });
    expect(status).toMatchObject({ state: 'normal', marks: [{ kind: 'corrected', slot: 'out' }] });
    expect(status.workedMinutes).toBe(485);
    expect(status.punches.map(({ slot, mode }) => [slot, mode])).toEqual([
      ['in', 'gps'],
      ['out', 'correction'],
    ]);
    expect(status.reasons.at(-1)).toEqual({
      code: 'CORRECTED',
      data: { slot: 'out', at: '18:05', requestId: 'R-correction' },
    });
  });
  test('put a late arrival right, and both punches together a whole day', () => {
    const early = [correction('approved', 'in', `${DAY} 08:58`)];
    expect(report(early, { punches: both('10:00', '18:00') }).state).toBe('normal');
    const whole = [...early, correction('approved', 'out', `${DAY} 18:00`, { requestId: 'R-2' })];
    expect(report(whole).state).toBe('normal');
  });
  test('asked for are named, and the reminder goes', () => {
    const spans = [correction('open', 'out', `${DAY} 18:05`)];
    const status = report(spans, { punches: [punched('in', `${DAY} 09:00`)] });
    expect(status.state).toBe('missing');
    expect(codes(status).at(-1)).toBe('REQUESTED_CORRECTION');
    expect(todayTodos([status])).toMatchObject([{ kind: 'correction-waiting', slots: ['out'] }]);
    const other = [correction('open', 'in', `${DAY} 09:00`)];
    expect(todayTodos([report(other, { punches: [punched('in', `${DAY} 09:00`)] })])).toMatchObject([
      { kind: 'missing-punch', slots: ['out'] },
      { kind: 'correction-waiting', slots: ['in'], requestId: 'R-correction' },
    ]);
  });
  test('of another day and rejected ones do nothing', () => {
    const spans = [
      correction('approved', 'in', '2026-11-24 09:00'),
      correction('rejected', 'in', `${DAY} 09:00`),
    ];
    expect(report(spans)).toEqual(report([]));
  });
  test('decide what the next punch is', () => {
    const effective = effectivePunches(day(DAY), [], [correction('approved', 'in', `${DAY} 09:00`)]);
    expect(nextSlot(effective, at(`${DAY} 18:00`), at(`${DAY} 12:00`))).toEqual({
      slot: 'out',
      update: false,
    });
  });
});

describe('overtime', () => {
  const evening = span('overtime', 'approved', `${DAY} 18:00`, `${DAY} 20:00`, { minutes: 120 });

  test('is named on a working day and leaves its state', () => {
    const status = report([evening], { punches: both('09:00', '20:00') });
    expect(status).toMatchObject({ state: 'normal', marks: [{ kind: 'overtime', minutes: 120 }] });
    expect(status.reasons.at(-1)).toEqual({
      code: 'OVERTIME',
      data: { name: words('overtime'), from: '18:00', to: '20:00', minutes: 120 },
    });
  });
  test('across midnight is named on both days with its minutes', () => {
    const night = span('overtime', 'approved', '2026-11-21 22:00', '2026-11-22 02:00', {
      minutes: 240,
      perDay: { [day('2026-11-21')]: 120, [day(SUNDAY)]: 120 },
    });
    for (const on of ['2026-11-21', SUNDAY]) {
      const status = report([night], { on });
      expect(status).toMatchObject({ state: 'rest', marks: [{ kind: 'overtime', minutes: 120 }] });
    }
    expect(report([night])).toEqual(report([]));
  });
  test('asked for is said on a day off as well', () => {
    const open = span('overtime', 'open', `${SUNDAY} 10:00`, `${SUNDAY} 12:00`, { minutes: 120 });
    expect(report([open], { on: SUNDAY }).marks).toMatchObject([{ kind: 'requested', of: 'overtime' }]);
  });
});

describe('field punches that need approval', () => {
  const punches = [field(`${DAY} 09:00`, 'in', 'k-in'), punched('out', `${DAY} 18:00`)];
  const decided = (state: AccountSpan['state']) => [
    span('field', state, `${DAY} 09:00`, `${DAY} 09:00`, { punchKey: 'k-in' }),
  ];

  test.each([
    ['before the request is made', []],
    ['while it is open', decided('open')],
  ])('wait %s', (_, spans) => {
    const status = report(spans, { punches });
    expect(status).toMatchObject({ state: 'missing' });
    expect(status.marks).toMatchObject([
      { kind: 'missing', slot: 'in' },
      { kind: 'requested', of: 'field' },
    ]);
    expect(codes(status).at(-1)).toBe('FIELD_WAITING');
    // The person sees the punch, and is not asked to put it right.
    expect(status.punches[0]).toMatchObject({ slot: 'in', flags: ['field', 'needs-approval'] });
    expect(todayTodos([status])).toEqual([]);
  });
  test('count once approved', () => {
    const status = report(decided('approved'), { punches });
    expect(status).toMatchObject({ state: 'field', marks: [{ kind: 'field', slot: 'in' }] });
    expect(status.punches[0]?.flags).toEqual(['field']);
  });
  test('are gone once rejected, and the slot is free again', () => {
    const status = report(decided('rejected'), { punches });
    expect(status).toMatchObject({ state: 'missing', marks: [{ kind: 'missing', slot: 'in' }] });
    expect(status.punches).toHaveLength(1);
    expect(codes(status).at(-1)).toBe('FIELD_REJECTED');
    const effective = effectivePunches(day(DAY), punches.slice(0, 1), decided('rejected'));
    expect(nextSlot(effective, at(`${DAY} 18:00`), at(`${DAY} 12:00`)).slot).toBe('in');
  });
  test('of people with a free policy never wait', () => {
    const free = [{ ...punches[0], flags: ['field' as const] } as Punch, ...punches.slice(1)];
    expect(report([], { punches: free }).state).toBe('field');
  });
});

test('before hiring there are no requests either', () => {
  const spans = [span('overtime', 'approved', '2025-12-01 18:00', '2025-12-01 19:00', { minutes: 60 })];
  expect(report(spans, { on: '2025-12-01' })).toMatchObject({ state: 'none', marks: [] });
});

describe('a day with the requests of a person', () => {
  const work = { start: 540, end: 1_080 };
  const on = (spans: readonly AccountSpan[], punches: Punch[] = [], shift: typeof work | null = work) =>
    requestedDay(day(DAY), shift, punches, spans);

  test('is covered by leave as far as it lies in the shift, in the unit of its type', () => {
    const hours = span('leave', 'approved', `${DAY} 08:00`, `${DAY} 11:00`, {
      unit: 'hour',
      perDay: { [day(DAY)]: 120 },
    });
    const covered = { kind: 'leave', name: words('leave'), from: at(`${DAY} 09:00`), to: at(`${DAY} 11:00`) };
    expect(on([hours]).covers).toEqual([{ ...covered, leaveMinutes: 120, unit: 'hour' }]);
    const { unit: _, perDay: __, ...plain } = hours;
    expect(on([plain]).covers).toEqual([covered]);
  });
  test.each([
    ['that ended when the shift began', span('leave', 'approved', `${DAY} 07:00`, `${DAY} 09:00`)],
    ['of the day before', span('leave', 'approved', '2026-11-22 09:00', '2026-11-22 18:00')],
    ['that is overtime', span('overtime', 'approved', `${DAY} 09:00`, `${DAY} 18:00`)],
    ['that was only asked for', span('leave', 'open', `${DAY} 09:00`, `${DAY} 18:00`)],
  ])('is not covered by a request %s', (_, each) => {
    expect(on([each]).covers).toEqual([]);
  });
  test('is not covered on a day off', () => {
    expect(on([span('trip', 'approved', `${DAY} 09:00`, `${DAY} 18:00`)], [], null).covers).toEqual([]);
  });
  test('says nothing of requests for other days, and of leave that was refused', () => {
    const others = [
      correction('approved', 'in', '2026-11-24 09:00'),
      span('overtime', 'approved', '2026-11-24 18:00', '2026-11-24 20:00'),
      span('leave', 'open', '2026-11-24 09:00', '2026-11-24 18:00'),
      span('leave', 'rejected', `${DAY} 09:00`, `${DAY} 18:00`),
    ];
    expect(on(others)).toEqual({ effective: [], counting: [], covers: [], marks: [], reasons: [] });
  });
  test('has the punch of an approved correction, once and without a place', () => {
    const corrected = correction('approved', 'out', `${DAY} 18:05`, { requestId: 'C7' });
    expect(on([corrected]).counting).toEqual([
      expect.objectContaining({
        key: 'correction-C7',
        slot: 'out',
        mode: 'correction',
        site: null,
        flags: [],
      }),
    ]);
    const { slot: _, ...before } = corrected;
    expect(on([before]).counting).toMatchObject([{ slot: 'in' }]);
  });
  test('loses the tap that a correction confirms, and no other punch', () => {
    const corrected = correction('approved', 'in', `${DAY} 09:00`);
    const tapped = { tappedAt: at(`${DAY} 09:00`), flags: ['late-arrival'] as const };
    const arrived = (claim?: Punch['claim']) =>
      punched('in', `${DAY} 10:00`, { ...tapped, key: 'tap', ...(claim && { claim }) });
    const keys = (punch: Punch, spans = [corrected]) => on(spans, [punch]).effective.map(({ key }) => key);
    expect(keys(arrived('open'))).toEqual(['correction-R-correction']);
    expect(keys(arrived('trusted'))).toEqual(['tap', 'correction-R-correction']);
    expect(keys(arrived())).toEqual(['tap', 'correction-R-correction']);
    expect(keys({ ...arrived('open'), slot: 'out' })).toEqual(['tap', 'correction-R-correction']);
    const { slot: _, ...before } = corrected;
    expect(keys(arrived('open'), [before])).toEqual(['correction-R-correction']);
  });
  test('lets a tap of another day be', () => {
    const tomorrow = correction('approved', 'in', '2026-11-24 09:00');
    const late = punched('in', '2026-11-24 10:30', {
      key: 'tap',
      tappedAt: at('2026-11-24 09:00'),
      claim: 'open',
    });
    expect(effectivePunches(day(DAY), [late], [tomorrow]).map(({ key }) => key)).toEqual(['tap']);
  });
});

describe('two field punches of one day that wait', () => {
  const punches = [field(`${DAY} 09:00`, 'in', 'k-in'), field(`${DAY} 18:00`, 'out', 'k-out')];
  const about = (punchKey: string, state: AccountSpan['state']) =>
    span('field', state, `${DAY} 09:00`, `${DAY} 09:00`, { punchKey, requestId: `${punchKey}-${state}` });
  const waiting = (...spans: AccountSpan[]) =>
    report(spans, { punches }).reasons.flatMap(({ code, data }) =>
      code.startsWith('FIELD') ? [[code, data.slot]] : [],
    );

  test('are decided each by its own request, and by no other kind', () => {
    expect(waiting(about('k-in', 'approved'))).toEqual([['FIELD_WAITING', 'out']]);
    expect(waiting(about('k-out', 'rejected'))).toEqual([
      ['FIELD_WAITING', 'in'],
      ['FIELD_REJECTED', 'out'],
    ]);
    const other = { ...about('k-in', 'approved'), kind: 'correction' as const };
    expect(waiting(other)).toContainEqual(['FIELD_WAITING', 'in']);
  });
  test('asked for twice, what is decided counts', () => {
    expect(waiting(about('k-in', 'open'), about('k-in', 'approved'), about('k-out', 'approved'))).toEqual([]);
    expect(waiting(about('k-in', 'open'), about('k-in', 'rejected'), about('k-out', 'approved'))).toEqual([
      ['FIELD_REJECTED', 'in'],
    ]);
  });
});

test('a request that does not fit its kind says nothing', () => {
  const { slot: _, ...slotless } = correction('approved', 'in', `${DAY} 09:00`);
  const status = report([slotless, { ...slotless, state: 'open' }]);
  expect(codes(status)).not.toContain('CORRECTED');
  expect(codes(status)).not.toContain('REQUESTED_CORRECTION');
  expect(status.marks.map(({ kind }) => kind)).not.toContain('corrected');
  const trip = span('trip', 'approved', `${DAY} 09:00`, `${DAY} 18:00`, { slot: 'in' });
  expect(report([trip]).marks.map(({ kind }) => kind)).toEqual(['trip']);
  expect(codes(report([trip]))).toEqual(['WORKDAY', 'SHIFT', 'COVERED']);
});

test('overtime that was punched in full has no more to say', () => {
  const credit = { approved: 120, punched: 120, credited: 120 };
  const evening = span('overtime', 'approved', `${DAY} 18:00`, `${DAY} 20:00`, { minutes: 120 });
  const { marks, reasons } = requestedDay(day(DAY), null, [], [evening], () => credit);
  expect(marks).toEqual([{ kind: 'overtime', name: words('overtime'), minutes: 120 }]);
  expect(reasons.map(({ code }) => code)).toEqual(['OVERTIME']);
});

test('half a day of a type that is counted in hours is said in hours; a whole day is a day', () => {
  const marksOf = (minutes: number, more: Partial<AccountSpan> = {}) => {
    const leave = { perDay: { [day(DAY)]: minutes }, minutes, ...more };
    return report([span('leave', 'approved', `${DAY} 09:00`, `${DAY} 18:00`, leave)]).marks;
  };
  expect(marksOf(240, { unit: 'hour' })).toContainEqual(expect.objectContaining({ days: 0.5, minutes: 240 }));
  expect(marksOf(240)).toContainEqual({ kind: 'leave', name: words('leave'), days: 0.5 });
  expect(marksOf(480, { unit: 'hour' })).toEqual([{ kind: 'leave', name: words('leave'), days: 1 }]);
});

test('a trip on a day that leave takes whole has no share of it', () => {
  const all = { perDay: { [day(DAY)]: 480 }, minutes: 480 };
  const leave = span('leave', 'approved', `${DAY} 09:00`, `${DAY} 18:00`, all);
  const trip = span('trip', 'approved', `${DAY} 13:00`, `${DAY} 18:00`);
  expect(report([leave, trip]).marks).toEqual([{ kind: 'leave', name: words('leave'), days: 1 }]);
});
