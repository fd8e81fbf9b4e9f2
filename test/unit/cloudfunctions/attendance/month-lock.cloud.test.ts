import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { openOffice, STAFF } from '../support/office';
import { workedDays } from '../support/worked-days';

const MONTH = '2026-10';
const DAY = '2026-10-12';
const REASON = '十二日的补卡漏批了';

const company = openWithReset(
  () => openOffice('2026-11-02T09:00:00+08:00'),
  async () => {
    await company.db.insertMany('attendance_days', workedDays('E0001', MONTH));
  },
);

const office = (action: string, input: object = {}, as: string = STAFF.hr): Promise<Answer> =>
  company.act(as, action, { month: MONTH, ...input });
const settle = async (): Promise<number> => (await office('settle', { again: true })).data.rev;
const view = async (as?: string) => (await office('settlement', {}, as)).data;

/** Locks the month. @returns its revision */
async function lock(): Promise<number> {
  return (await office('lockMonth', { rev: await settle() })).data.rev;
}
const ask = async (as?: string, reason = REASON) => office('askUnlock', { rev: await lock(), reason }, as);
const decide = (rev: number, verdict: string, as: string) => office('decideUnlock', { rev, verdict }, as);
const messages = async () =>
  (await company.db.find('messages', { aboutId: MONTH })).map(({ event, to }) => ({ event, to }));

/** Forgot to clock out on one day. */
async function forgetClockOut(): Promise<void> {
  const day = await company.db.get('attendance_days', `E0001:${DAY}`);
  const [first] = (day as unknown as { punches: object[] }).punches;
  await company.db.updateMany('attendance_days', { _id: `E0001:${DAY}` }, { $set: { punches: [first] } });
}

const request = (id: string, more: object) => ({
  _id: `E0001-request-key-0000${id}`,
  rev: 1,
  kind: 'leave',
  state: 'pending',
  typeName: { 'zh-CN': '请假', en: 'Leave' },
  title: { 'zh-CN': '年假', en: 'Annual leave' },
  applicant: { id: 'E0001', name: '员工E0001', nameEn: 'Person E0001' },
  applicantId: 'E0001',
  steps: [],
  at: 0,
  waitingFor: [],
  facts: [],
  warnings: [],
  spanFrom: Date.parse('2026-10-20T09:00:00+08:00'),
  spanTo: Date.parse('2026-10-20T18:00:00+08:00'),
  ...more,
});

test('before the lock HR sees what is open: a missing punch, a pending leave, a doubtful punch', async () => {
  await forgetClockOut();
  const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`);
  await company.db.insertMany('requests', [
    request('1', {}),
    // Over the turn of the month: it counts for both.
    request('2', { spanFrom: at('2026-10-30', '09:00'), spanTo: at('2026-11-03', '18:00') }),
    request('3', { state: 'approved' }),
    request('4', { spanFrom: at('2026-11-01', '00:00'), spanTo: at('2026-11-02', '00:00') }),
    request('5', { spanFrom: at('2026-09-30', '00:00'), spanTo: at('2026-10-01', '00:00') }),
    // An expense of that day changes no day.
    request('6', { kind: 'expense' }),
    request('7', { kind: 'field', spanFrom: at('2026-10-21', '10:00'), spanTo: at('2026-10-21', '10:01') }),
  ]);
  const flag = (day: string, state: string) => ({
    _id: `${day}:E0001:shared-phone`,
    ...{ employeeId: 'E0001', flag: 'shared-phone', evidence: [], note: '' },
    ...{ day, state, rev: 1 },
  });
  await company.db.insertMany('attendance_flags', [
    flag('2026-09-30', 'open'),
    flag('2026-10-01', 'open'),
    flag('2026-10-31', 'open'),
    flag('2026-10-15', 'fine'),
    flag('2026-11-01', 'open'),
  ]);
  await settle();
  const { settlement, open } = await view();
  expect(open).toEqual({ requests: 3, flags: 2 });
  expect(settlement.sums).toMatchObject({
    totals: expect.objectContaining({ missing: 1 }),
    openPeople: 1,
    unconfirmed: 0,
  });
  expect((await office('openPunches')).data).toEqual({
    items: [
      {
        id: 'E0001',
        name: '员工E0001',
        nameEn: 'Person E0001',
        punches: [{ day: DAY, kind: 'missing', slot: 'out' }],
      },
    ],
    next: null,
    settled: true,
  });
  const { items } = (await office('openRequests')).data;
  expect(items.map(({ id }: { id: string }) => id.slice(-1))).toEqual(['1', '7', '2']);
  const flags = (await company.act(STAFF.hr, 'flags', { state: 'open', month: MONTH })).data.items;
  expect(flags.map(({ day }: { day: string }) => day)).toEqual(['2026-10-31', '2026-10-01']);
});

test('a late punch without network that nobody confirmed is open until a correction confirms it', async () => {
  const { punches } = (await company.db.get('attendance_days', `E0001:${DAY}`)) as unknown as {
    punches: { at: number; flags: string[] }[];
  };
  const [first, ...others] = punches;
  const late = {
    ...first,
    tappedAt: first?.at,
    at: (first?.at ?? 0) + 3 * 3_600_000,
    flags: ['late-arrival'],
    claim: 'open',
  };
  await company.db.updateMany(
    'attendance_days',
    { _id: `E0001:${DAY}` },
    { $set: { punches: [late, ...others] } },
  );
  await settle();
  expect((await view()).settlement.sums).toMatchObject({ unconfirmed: 1, openPeople: 1 });
  expect((await office('openPunches')).data.items[0].punches).toEqual([
    { day: DAY, kind: 'unconfirmed', slot: 'in' },
  ]);
});

test('somebody who was added after the settlement is a difference, and the next pass settles them', async () => {
  await settle();
  const [person] = await company.db.find('employees', { _id: 'E0007' });
  await company.db.insertMany('employees', [{ ...person, _id: 'E0099', name: '新来的人' }]);
  expect((await office('differences')).data.items).toMatchObject([{ id: 'E0099', settled: null }]);
  await settle();
  expect((await office('differences')).data.items).toEqual([]);
});

test('one person asks to unlock, another one confirms; both and the reason are in the history', async () => {
  const asked = await ask();
  expect(asked.data).toMatchObject({ state: 'locked', unlock: { reason: REASON, isOwn: true } });
  expect((await view(STAFF.admin)).settlement.unlock).toMatchObject({ reason: REASON, isOwn: false });
  expect(await messages()).toEqual([{ event: 'month.unlock-asked', to: ['E0012'] }]);
  const { data } = await decide(asked.data.rev, 'confirm', STAFF.admin);
  expect(data).toMatchObject({
    state: 'done',
    lockedAt: null,
    unlock: null,
    history: [
      { kind: 'locked', byName: '王E0011' },
      { kind: 'unlock-asked', byName: '王E0011', reason: REASON },
      { kind: 'unlocked', byName: '王E0012' },
    ],
  });
  expect((await messages())[1]).toEqual({ event: 'month.unlocked', to: ['E0011'] });
});

test('nobody confirms their own unlock; they may take it back, and the month stays locked', async () => {
  const { rev } = (await ask()).data;
  expect((await decide(rev, 'confirm', STAFF.hr)).error?.code).toBe('UNLOCK_OWN');
  const { data } = await decide(rev, 'refuse', STAFF.hr);
  expect(data).toMatchObject({ state: 'locked', unlock: null });
  expect((await messages()).map(({ event }) => event)).toEqual(['month.unlock-asked']);
  expect((await decide(data.rev, 'confirm', STAFF.admin)).error?.code).toBe('VERSION_CONFLICT');
});

test('the console is one person too: what it asks for, it cannot confirm', async () => {
  const { rev } = (await ask('console')).data;
  expect((await decide(rev, 'confirm', 'console')).error?.code).toBe('UNLOCK_OWN');
  expect((await decide(rev, 'confirm', STAFF.hr)).data.state).toBe('done');
});

test('a company with one HR and no administrator is told to name a second person', async () => {
  await company.db.updateMany('employees', { _id: 'E0012' }, { $set: { leftOn: '2026-10-31' } });
  expect((await ask()).error).toEqual({ code: 'UNLOCK_NOBODY', data: {} });
  expect((await view()).settlement.unlock).toBeNull();
});

test('calls that come twice change the month once; a stale page changes nothing', async () => {
  const rev = await lock();
  const input = { rev, reason: REASON };
  const first = await office('askUnlock', input);
  expect((await office('askUnlock', input)).data).toEqual(first.data);
  expect((await office('askUnlock', { rev, reason: 'another reason' })).error?.code).toBe('VERSION_CONFLICT');
  expect((await office('askUnlock', input, STAFF.admin)).error?.code).toBe('VERSION_CONFLICT');
  const confirm = () => decide(first.data.rev, 'confirm', STAFF.admin);
  const confirmed = await confirm();
  expect((await confirm()).data).toEqual(confirmed.data);
  expect((await decide(first.data.rev, 'refuse', STAFF.hr)).error?.code).toBe('VERSION_CONFLICT');
  expect(await messages()).toHaveLength(2);
});

test('after the unlock the differences are named, the next pass writes them and keeps what was locked', async () => {
  const { rev } = (await ask()).data;
  await decide(rev, 'confirm', STAFF.admin);
  await company.db.insertMany('attendance_days', workedDays('E0003', MONTH));
  const { items } = (await office('differences')).data;
  expect(items).toMatchObject([{ id: 'E0003', settled: { absent: 18 }, now: { absent: 1 } }]);
  const { data } = await office('settle', { again: true });
  expect(data).toMatchObject({ state: 'done', written: 1 });
  const settled = await company.db.get('settled_months', `E0003:${MONTH}`);
  expect(settled).toMatchObject({
    rev: 2,
    totals: { absent: 1 },
    earlier: [{ totals: { absent: 18 }, lockedAt: expect.any(Number) }],
  });
  // Changes before the month is locked again replace nothing that was locked.
  await company.db.updateMany(
    'attendance_days',
    { employeeId: 'E0003', day: DAY },
    { $set: { punches: [] }, $inc: { rev: 1 } },
  );
  company.clock.advance(1_000);
  await settle();
  const again = await company.db.get('settled_months', `E0003:${MONTH}`);
  expect(again).toMatchObject({ rev: 3, totals: { absent: 2 }, earlier: [{ totals: { absent: 18 } }] });
  const locked = await office('lockMonth', { rev: (await view()).settlement.rev });
  expect(locked.data.history.map(({ kind }: { kind: string }) => kind)).toEqual([
    'locked',
    'unlock-asked',
    'unlocked',
    'locked',
  ]);
});

test('people see in their month that it is locked', async () => {
  const month = async () => (await company.act('openid-day-shift', 'month', { month: MONTH })).data.isLocked;
  expect(await month()).toBe(false);
  await lock();
  company.clock.advance(61_000);
  expect(await month()).toBe(true);
});

test('a month that was locked before the history was kept says who locked it', async () => {
  await lock();
  await company.db.updateMany('settlements', { _id: MONTH }, { $unset: { history: '', unlock: '' } });
  expect((await view()).settlement.history).toMatchObject([{ kind: 'locked', byName: '王E0011' }]);
});

test('an asked unlock is on Today of who can confirm it, not of who asked, until it is decided', async () => {
  const todos = async (as: string) => (await company.act(as, 'today')).data.office;
  const { data } = await ask();
  expect(await todos(STAFF.admin)).toEqual([{ kind: 'unlock', count: 1, month: MONTH }]);
  expect(await todos(STAFF.hr)).toEqual([]);
  await decide(data.rev, 'refuse', STAFF.admin);
  expect(await todos(STAFF.admin)).toEqual([]);
});

test('HR sees on Today how many punches are to be judged, without those about themselves', async () => {
  const flag = (employeeId: string, state: string) => ({
    _id: `${DAY}:${employeeId}:${state}`,
    employeeId,
    state,
  });
  await company.db.insertMany('attendance_flags', [
    flag('E0001', 'open'),
    flag('E0002', 'confirmed'),
    flag('E0011', 'open'),
  ]);
  expect((await company.act(STAFF.hr, 'today')).data.office).toEqual([{ kind: 'flags', count: 1 }]);
});

test('a month that nobody has settled is not said to have no missing punches', async () => {
  expect((await office('openPunches')).data).toEqual({ items: [], next: null, settled: false });
});

test('HR opens the day of a person with a missing punch; nobody else sees another person’s month', async () => {
  await forgetClockOut();
  const monthOf = (as: string, employeeId: string) => company.act(as, 'month', { month: MONTH, employeeId });
  const { data } = await monthOf(STAFF.hr, 'E0001');
  expect(data).toMatchObject({ person: { id: 'E0001', name: '员工E0001' } });
  expect(data.days[11]).toMatchObject({ day: DAY, marks: [{ kind: 'missing', slot: 'out' }] });
  expect(await monthOf(STAFF.manager, 'E0001')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(await monthOf(STAFF.hr, 'E9999')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect((await monthOf(STAFF.manager, 'E0005')).data).not.toHaveProperty('person');
});
