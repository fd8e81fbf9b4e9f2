import { openWithReset } from '../../../support/open';
import { OPENIDS, openCompany } from '../support/company';
import { BIRTHDAY_RULE } from '../support/rule-drafts';
import { addStaff, changeEmployee, STAFF } from '../support/staff';

const company = openWithReset(
  () => openCompany('2026-11-23T10:00:00+08:00'),
  async () => {
    await addStaff(company);
    await changeEmployee(company, 'E0001', { workingSince: '2013-07-01', hiredOn: '2020-03-02' });
  },
);

const ADJUST = 'adjust-key-000000001';
const adjust = (more: Record<string, unknown> = {}, as: string = STAFF.hr) =>
  company.act(as, 'requests.adjustBalance', {
    key: ADJUST,
    employeeId: 'E0001',
    typeId: 'annual',
    minutes: 480,
    reason: '上一年补录',
    ...more,
  });
const account = async (id = 'E0001') => (await company.db.find('accounts', { _id: id }))[0];
type Line = { type: { id: string }; left: number; held: number; used: number; basis: { code: string }[] };
const lineOf = (balances: Line[], type: string) => balances.find((line) => line.type.id === type);

describe('balances', () => {
  test('of oneself, with how they were worked out, before anything was written', async () => {
    const { data } = await company.act(OPENIDS.day, 'requests.balances');
    expect(lineOf(data.balances, 'annual')).toMatchObject({
      left: 4_800,
      held: 0,
      used: 0,
      expiring: { minutes: 4_800, on: '2026-12-31' },
      basis: [{ code: 'SERVICE', data: { years: 13, days: 4_800 } }],
    });
    expect(lineOf(data.balances, 'sick')).toMatchObject({ type: { balance: false, paidShare: 60 }, left: 0 });
    expect(lineOf(data.balances, 'parental')).toBeUndefined();
    expect(lineOf(data.balances, 'company-annual')).toBeUndefined();
    expect(data.ledger).toEqual([]);
    expect(await account()).toBeUndefined();
  });
  test('of who was ill say the medical period, to the person and to HR', async () => {
    const span = {
      ...{ requestId: 'S1', kind: 'leave', state: 'approved', leaveTypeId: 'sick', day: '2026-11-02' },
      ...{ name: { 'zh-CN': '病假', en: 'Sick leave' }, from: 1, to: 2, minutes: 960 },
      perDay: { '2026-11-02': 480, '2026-11-03': 480 },
    };
    await company.db.insertMany('accounts', [{ _id: 'E0001', rev: 1, entries: {}, spans: { S1: span } }]);
    const own = await company.act(OPENIDS.day, 'requests.balances');
    const seen = await company.act(STAFF.hr, 'requests.balances', { employeeId: 'E0001' });
    for (const { data } of [own, seen])
      expect(lineOf(data.balances, 'sick')?.basis).toMatchObject([
        // Shanghai, six full years here: three months and one for each year, of all sick leave here.
        { code: 'MEDICAL_PERIOD', data: { months: 9, since: '2026-11-02', until: '', used: 960 } },
      ]);
    expect(lineOf(own.data.balances, 'annual')?.basis).toMatchObject([{ code: 'SERVICE' }]);
  });
  test('of somebody past no year of service say why there is nothing', async () => {
    await changeEmployee(company, 'E0007', { hiredOn: '2026-10-01' });
    const { data } = await company.act(STAFF.hr, 'requests.balances', { employeeId: 'E0007' });
    expect(lineOf(data.balances, 'annual')).toMatchObject({
      left: 0,
      basis: [{ code: 'SERVICE_UNKNOWN' }, { code: 'SERVICE_WAITING', data: { months: 12 } }],
    });
  });
  test.each([
    ['the manager', STAFF.manager],
    ['a colleague', OPENIDS.night],
  ])('of another person are not found by %s', async (_, as) => {
    const { error } = await company.act(as, 'requests.balances', { employeeId: 'E0001' });
    const { error: nobody } = await company.act(as, 'requests.balances', { employeeId: 'E9999' });
    expect(error).toEqual({ code: 'NOT_FOUND', data: { what: 'employee' } });
    expect(nobody).toEqual(error);
  });
  test('of anybody are seen by HR', async () => {
    const { data } = await company.act(STAFF.hr, 'requests.balances', { employeeId: 'E0001' });
    expect(lineOf(data.balances, 'annual')?.left).toBe(4_800);
    expect((await company.act(STAFF.hr, 'requests.balances', { employeeId: 'E9999' })).error?.code).toBe(
      'NOT_FOUND',
    );
  });
  test('of a leaver say what is earned and what is paid out', async () => {
    await changeEmployee(company, 'E0001', { leftOn: '2026-12-15' });
    const { data } = await company.act(STAFF.hr, 'requests.balances', { employeeId: 'E0001' });
    // 349 / 365 × 10 = 9.56
    expect(lineOf(data.balances, 'annual')).toMatchObject({
      left: 4_320,
      leaving: { lastDay: '2026-12-15', earned: 4_320, payOut: 4_320, percent: 300 },
    });
    await changeEmployee(company, 'E0001', { leftOn: null });
  });
  test('of types that the company decides otherwise', async () => {
    const types = [
      { _id: 'sick', name: { 'zh-CN': '病假', en: 'Sick leave' }, enabled: false, rules: [] },
      {
        _id: 'birthday',
        name: { 'zh-CN': '生日假', en: 'Birthday leave' },
        enabled: true,
        rules: [{ ...BIRTHDAY_RULE, mostPerYear: 480, blockable: false }],
      },
    ];
    await company.db.insertMany('leave_types', types);
    const { data } = await company.act(OPENIDS.day, 'requests.balances');
    expect(lineOf(data.balances, 'sick')).toBeUndefined();
    expect(lineOf(data.balances, 'birthday')?.left).toBe(480);
  });
});

describe('a correction by hand', () => {
  test('is a line with its reason, once, with what was due beside it', async () => {
    expect(lineOf((await adjust()).data.balances, 'annual')?.left).toBe(5_280);
    expect(lineOf((await adjust()).data.balances, 'annual')?.left).toBe(5_280);
    const { entries, rev } = (await account()) as unknown as {
      entries: Record<string, unknown>;
      rev: number;
    };
    expect(rev).toBe(1);
    expect(Object.keys(entries).sort()).toEqual([`adjust-${ADJUST}~0`, 'annual-2026']);
    const { data } = await company.act(OPENIDS.day, 'requests.balances');
    expect(
      data.ledger.map(({ kind, minutes, note }: Record<string, unknown>) => [kind, minutes, note]),
    ).toEqual([
      ['adjust', 480, '上一年补录'],
      ['grant', 4_800, ''],
    ]);
  });
  test('that takes away takes from the oldest, and no more than there is', async () => {
    await adjust();
    expect(
      lineOf((await adjust({ key: 'adjust-key-000000002', minutes: -5_000 })).data.balances, 'annual')?.left,
    ).toBe(280);
    expect((await adjust({ key: 'adjust-key-000000003', minutes: -281 })).error).toEqual({
      code: 'LEAVE_BALANCE_SHORT',
      data: { wanted: 281, left: 280 },
    });
  });
  test('under a key that was used for another one is refused', async () => {
    await adjust();
    for (const more of [
      { minutes: 960 },
      { reason: 'other' },
      { typeId: 'comp-time' },
      { expiresOn: '2026-12-31' },
    ])
      expect((await adjust(more)).error?.code).toBe('REQUEST_KEY_REUSED');
  });
  test.each([
    [{ minutes: 0 }, 'INPUT_INVALID'],
    [{ minutes: 0.5 }, 'INPUT_INVALID'],
    [{ minutes: 1e9 }, 'INPUT_INVALID'],
    [{ key: 'with.dots.in.the.key' }, 'INPUT_INVALID'],
    [{ key: 'short' }, 'INPUT_INVALID'],
    [{ reason: '  ' }, 'INPUT_INVALID'],
    [{ expiresOn: '2026-02-30' }, 'INPUT_INVALID'],
    [{ expiresOn: '2026-11-22' }, 'PERIOD_INVALID'],
    [{ typeId: 'sick' }, 'LEAVE_TYPE_UNAVAILABLE'],
    [{ typeId: 'nothing' }, 'LEAVE_TYPE_UNAVAILABLE'],
    [{ employeeId: 'E9999' }, 'NOT_FOUND'],
    [{ employeeId: 'E0011' }, 'FORBIDDEN'],
  ])('%j: %s, and nothing is written', async (more, code) => {
    expect((await adjust(more)).error?.code).toBe(code);
    expect(await company.db.find('accounts', {})).toEqual([]);
  });
  test.each([
    ['the manager', STAFF.manager],
    ['the employee', OPENIDS.day],
  ])('by %s is forbidden', async (_, as) => {
    expect((await adjust({}, as)).error?.code).toBe('FORBIDDEN');
  });
  test('of two at once both are kept', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => adjust({ key: `adjust-key-00000000${n}` })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { data } = await company.act(OPENIDS.day, 'requests.balances');
    expect(lineOf(data.balances, 'annual')?.left).toBe(4_800 + 3 * 480);
  });
});

test('the ledger keeps who corrected a balance', async () => {
  expect(await adjust()).toMatchObject({ ok: true });
  const [binding] = await company.db.find('bindings', { _id: STAFF.hr });
  expect((await account())?.entries).toMatchObject({
    [`adjust-${ADJUST}~0`]: { kind: 'adjust', minutes: 480, note: '上一年补录', byId: binding?.employeeId },
  });
});
