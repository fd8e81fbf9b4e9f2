import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { openWithReset } from '../../../support/open';
import { type Answer, DAY_SHIFT, OPENIDS } from '../support/company';
import { addCopies, openOffice, STAFF } from '../support/office';
import { at, punched } from '../support/rules';
import { workedDays } from '../support/worked-days';

/** October 2026: holidays from the 1st to the 7th, a make-up Saturday on the 10th; E0004 leaves on the 31st. */
const MONTH = '2026-10';
const PEOPLE = 11;

const company = openWithReset(
  () => openOffice('2026-11-02T09:00:00+08:00'),
  async () => {
    await company.db.insertMany('attendance_days', workedDays('E0001', MONTH));
  },
);

const office = (action: string, input: object = { month: MONTH }, as: string = STAFF.hr): Promise<Answer> =>
  company.act(as, action, input as Record<string, unknown>);
const settled = () => company.db.find('settled_months', { month: MONTH });
const without = (documents: Record<string, unknown>[], ...fields: string[]) =>
  documents.map((each) =>
    Object.fromEntries(Object.entries(each).filter(([name]) => !fields.includes(name))),
  );

test('a month is settled for everybody, once', async () => {
  const { data } = await office('settle');
  expect(data).toMatchObject({ month: MONTH, state: 'done', people: PEOPLE, written: PEOPLE, waiting: 0 });
  const before = await settled();
  expect(before).toHaveLength(PEOPLE);
  expect(before.find(({ employeeId }) => employeeId === 'E0001')).toMatchObject({
    _id: 'E0001:2026-10',
    rev: 1,
    departmentId: 'D2',
    // The make-up Saturday was not worked.
    totals: { attended: 17, absent: 1, late: 0 },
    workedMinutes: (17 + 5) * 490,
    rules: expect.arrayContaining([{ id: 'SH-DAY', version: 3 }]),
  });
  for (const { days } of before) expect(days).toHaveLength(31);
  expect((await office('settle')).data).toEqual(data);
  const again = await office('settle', { month: MONTH, again: true });
  expect(again.data).toMatchObject({ state: 'done', people: PEOPLE, written: 0 });
  expect(await settled()).toEqual(before);
});

test('what changes is written at the next pass, and nothing else', async () => {
  await office('settle');
  await company.db.insertMany('attendance_days', workedDays('E0003', MONTH));
  expect((await office('settle')).data.written).toBe(PEOPLE);
  const { data } = await office('settle', { month: MONTH, again: true });
  expect(data.written).toBe(1);
  expect((await settled()).map(({ rev }) => rev).sort()).toEqual([...Array(PEOPLE - 1).fill(1), 2]);
});

test('an approved request and a changed roster are written at the next pass', async () => {
  await office('settle');
  const leave = {
    requestId: 'R1',
    kind: 'leave',
    state: 'approved',
    name: { 'zh-CN': '年假', en: 'Annual leave' },
    day: '2026-10-10',
    from: Date.parse('2026-10-10T09:00:00+08:00'),
    to: Date.parse('2026-10-10T18:00:00+08:00'),
    minutes: 480,
    perDay: { '2026-10-10': 480 },
  };
  await company.db.insertMany('accounts', [{ _id: 'E0001', rev: 1, spans: { R1: leave }, entries: {} }]);
  await company.db.insertMany('rosters', [
    { _id: 'E0003:2026-10', rev: 1, days: { '2026-10-12': 'off' }, history: [] },
  ]);
  // The roster may be a minute old on a warm instance.
  company.clock.advance(61_000);
  expect((await office('settle', { month: MONTH, again: true })).data.written).toBe(2);
  const after = async (id: string) => (await settled()).find(({ employeeId }) => employeeId === id);
  expect(await after('E0001')).toMatchObject({ totals: { attended: 17, absent: 0 } });
  expect(await after('E0003')).toMatchObject({ totals: { absent: 17 } });
});

test('a revision without another result is not written', async () => {
  await office('settle');
  await company.db.updateMany('attendance_days', { employeeId: 'E0001' }, { $inc: { rev: 1 } });
  expect((await office('settle', { month: MONTH, again: true })).data.written).toBe(0);
});

test('a locked month stays as it is; what is put right later is a difference', async () => {
  const { rev } = (await office('settle')).data;
  expect((await office('differences')).data).toEqual({ items: [], next: null });
  const locked = await office('lockMonth', { month: MONTH, rev });
  expect(locked.data).toMatchObject({
    state: 'locked',
    lockedAt: expect.any(Number),
    lockedByName: '王E0011',
    lockedByNameEn: expect.any(String),
  });
  const before = await settled();
  await company.db.insertMany('attendance_days', workedDays('E0003', MONTH));
  for (const again of [false, true])
    expect((await office('settle', { month: MONTH, again })).error).toEqual({
      code: 'MONTH_LOCKED',
      data: { month: MONTH },
    });
  expect((await office('lockMonth', { month: MONTH, rev })).data).toEqual(locked.data);
  expect(await settled()).toEqual(before);
  const { items } = (await office('differences')).data;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    id: 'E0003',
    settled: { attended: 0, absent: 18 },
    now: { attended: 17, absent: 1 },
  });
  expect(items[0].days).toContainEqual({ day: '2026-10-12', settled: 'absent', now: 'normal' });
  expect(items[0].days).toHaveLength(22);
});

test('only a settlement that was seen as it is can be locked', async () => {
  expect((await office('lockMonth', { month: MONTH, rev: 1 })).error).toMatchObject({ code: 'NOT_FOUND' });
  const { rev } = (await office('settle')).data;
  await office('settle', { month: MONTH, again: true });
  expect((await office('lockMonth', { month: MONTH, rev })).error?.code).toBe('VERSION_CONFLICT');
});

test('a month that is not over, and people whose last day is not', async () => {
  expect((await office('settle', { month: '2026-11' })).error).toEqual({
    code: 'MONTH_NOT_OVER',
    data: { month: '2026-11' },
  });
  // The night shift of the 31st is over at 14:00, two minutes of grace later it is settled.
  company.clock.set(Date.parse('2026-11-01T09:00:00+08:00'));
  const resumesAt = Date.parse('2026-11-01T17:02:00+08:00');
  const waiting = (await office('settle')).data;
  expect(waiting).toMatchObject({ state: 'waiting', waiting: 1, written: PEOPLE - 1, resumesAt });
  expect((await office('lockMonth', { month: MONTH, rev: waiting.rev })).error?.code).toBe('MONTH_NOT_OVER');
  company.clock.set(resumesAt - 1_000);
  expect((await office('settle')).data).toEqual(waiting);
  company.clock.set(resumesAt);
  expect((await office('settle')).data).toMatchObject({
    state: 'done',
    waiting: 0,
    written: 1,
    people: PEOPLE,
  });
});

test('who did not work in the month is left out', async () => {
  expect((await office('settle', { month: '2026-01' })).data).toMatchObject({
    state: 'done',
    people: PEOPLE,
  });
});

test('a unit that died is continued when its lease has expired', async () => {
  await office('settle', { month: MONTH });
  const dead = { state: 'running', cursor: 'E0005', leaseUntil: company.clock.now() + 90_000, people: 5 };
  await company.db.updateMany('settlements', { _id: MONTH }, { $set: dead });
  expect((await office('settle')).data).toMatchObject({ state: 'running', people: 5 });
  company.clock.advance(91_000);
  expect((await office('settle')).data).toMatchObject({ state: 'done', people: PEOPLE });
});

test('the timer settles last month by itself, and no other time', async () => {
  await company.timers.runNow('attendance');
  expect((await office('settlement')).data.settlement).toMatchObject({ state: 'done', people: PEOPLE });
  const before = await settled();
  await company.timers.runNow('attendance');
  expect(await settled()).toEqual(before);
  company.clock.set(Date.parse('2026-12-06T09:00:00+08:00'));
  await company.timers.runNow('attendance');
  expect((await office('settlement', { month: '2026-11' })).data).toEqual({
    settlement: null,
    open: null,
    mayClose: true,
  });
});

test('the console locks as nobody', async () => {
  const { rev } = (await office('settle', { month: MONTH }, 'console')).data;
  const locked = await office('lockMonth', { month: MONTH, rev }, 'console');
  expect(locked.data).toMatchObject({ state: 'locked', lockedByName: null });
});

test('HR and the console settle; HR alone among the people', async () => {
  expect((await office('settle', { month: MONTH }, 'console')).data.state).toBe('done');
  expect((await office('differences', { month: MONTH }, 'console')).ok).toBe(true);
  for (const as of [OPENIDS.day, STAFF.manager, STAFF.admin, STAFF.payroll, STAFF.keeper])
    for (const action of ['settle', 'differences', 'lockMonth', 'openPunches', 'openRequests']) {
      const input = action === 'lockMonth' ? { month: MONTH, rev: 1 } : { month: MONTH };
      expect((await office(action, input, as)).error?.code).toBe('FORBIDDEN');
    }
});

/** Unit by unit: how many pages fit into the time of one depends on the machine. */
async function settleToTheEnd(again = false) {
  for (let units = 1, calls = 0; ; units += 1) {
    const { data } = await office(
      'settle',
      { month: MONTH, ...(again && units === 1 && { again }) },
      'console',
    );
    calls += company.lastCalls();
    if (data.state === 'done') return { ...data, units, calls };
  }
}

test('a large company goes page by page: calls grow by pages, not by people', async () => {
  const more = await addCopies(company, 'E0007', 290);
  const days = more.slice(0, 50).flatMap(({ _id }) => workedDays(_id, MONTH));
  await company.db.insertMany('attendance_days', days);
  expect(await settleToTheEnd()).toMatchObject({ people: PEOPLE + 290, written: PEOPLE + 290 });
  const again = await settleToTheEnd(true);
  // Four pages of: people, rosters, accounts, their days in reads of a thousand, what is settled, progress.
  expect(again.calls).toBeLessThanOrEqual(again.units * (2 + 2) + 4 * 11);
  const [one] = without(await settled(), '_id', 'employeeId', 'settledAt').slice(-1);
  expect(one).toMatchObject({ totals: { absent: 18 } });
});

test('a month before anybody was employed is refused, and leaves no settlement behind', async () => {
  const { error } = await office('settle', { month: '2025-12' });
  const data = { from: '2026-01', to: '2026-10', rule: 'unsettled' };
  expect(error).toEqual({ code: 'MONTH_OUT_OF_RANGE', data });
  expect(await company.db.find('settlements', {})).toEqual([]);
  expect((await office('settle', { month: '2026-01' })).data).toMatchObject({ state: 'done' });
});

test('a company in its first month has no month before to settle, and its timer goes on', async () => {
  await company.db.updateMany('employees', {}, { $set: { hiredOn: '2026-11-01' } });
  const as = { kind: 'timer', name: 'attendance' } as const;
  const { result } = await company.invoke('attendance', { Type: 'Timer' }, { as });
  expect(result).toMatchObject({ ok: true, data: { settlement: {} } });
  expect(await company.db.find('settlements', {})).toEqual([]);
});

/** Days that come out differently for what is recorded with their punches, and for the shift that was theirs. */
const odd = (day: string, more: Partial<Punch>, shift: object | null = DAY_SHIFT) => ({
  ...{ _id: `E0001:${day}`, employeeId: 'E0001', day, rev: 2, shift, covers: [] },
  punches: [punched('in', `${day} 09:40`, { key: `in-${day}`, ...more }), punched('out', `${day} 18:05`)],
});

test('what is settled is what the calendar of the person shows, whatever was recorded with the punches', async () => {
  const place = { latitude: 31.2, longitude: 121.4, placeName: '客户', note: '拜访', photo: 'cloud://photo' };
  const early = { ...DAY_SHIFT, version: 2, start: 480, end: 1_020, flexMinutes: 0 };
  const days = [
    odd('2026-10-12', { mode: 'field', flags: ['needs-approval'], ...place }),
    odd('2026-10-13', { mode: 'field', flags: ['field'] as Punch['flags'], ...place }),
    odd('2026-10-14', { mode: 'wifi', wifi: '00:11:22:33:44:55' } as Partial<Punch>),
    odd('2026-10-15', { claim: 'open', tappedAt: at('2026-10-15 08:50'), flags: ['late-arrival'] }),
    odd('2026-10-16', { claim: 'trusted', tappedAt: at('2026-10-16 08:50'), flags: ['late-arrival'] }),
    odd('2026-10-19', {}, early),
    odd('2026-10-20', {}, null),
    odd('2026-10-21', { challenge: 'nonce', device: 'chip-1' }),
  ];
  for (const { _id, ...fields } of days)
    await company.db.updateMany('attendance_days', { _id }, { $set: fields });
  await office('settle');
  const { data: shown } = await company.act(OPENIDS.day, 'month', { month: MONTH });
  const mine = (await settled()).find(({ employeeId }) => employeeId === 'E0001') as Record<string, unknown>;
  expect(mine.totals).toEqual(shown.totals);
  const outline = (of: unknown) =>
    (of as { day: string; state: string; workedMinutes: number }[]).map((each) => [
      each.day,
      each.state,
      each.workedMinutes,
    ]);
  const states = outline(shown.days);
  expect(outline(mine.days)).toEqual(states);
  expect(new Set(states.map(([, state]) => state)).size).toBeGreaterThan(2);
});

test('a day that a person has damaged is named, and the days of the same shift are settled', async () => {
  const damaged = [
    ['E0003', { punches: [null] }],
    ['E0004', { punches: 'none' }],
  ] as const;
  for (const [employeeId, what] of damaged) {
    const [day] = workedDays(employeeId, MONTH);
    await company.db.insertMany('attendance_days', [{ ...day, ...what }]);
  }
  const { data } = await office('settle');
  expect(data).toMatchObject({ state: 'done', people: PEOPLE, leftOut: 2, written: PEOPLE - 2 });
  const found = await settled();
  expect(found.map(({ employeeId }) => employeeId)).not.toEqual(expect.arrayContaining(['E0003']));
  expect(found.find(({ employeeId }) => employeeId === 'E0001')).toMatchObject({ totals: { attended: 17 } });
});
