import { FAULTS } from '../../../support/fault-kinds';
import { requestSwitch } from '../../../support/request-switch';
import { type Company, OPENIDS, openCompany, seed } from '../support/company';
import { changeEmployee } from '../support/staff';

let company: Company;
afterEach(() => company.close());

const { aroundRequest, during } = requestSwitch();
const open = async (now: string) => {
  company = await openCompany(now, { aroundRequest });
  for (const id of ['E0001', 'E0002', 'E0003', 'E0005', 'E0006', 'E0007'])
    await changeEmployee(company, id, { workingSince: '2013-07-01', hiredOn: '2020-03-02' });
};
const run = async () => {
  const { result, costs } = await company.invoke(
    'requests',
    { Type: 'Timer' },
    { as: { kind: 'timer', name: 'requests' } },
  );
  return {
    report: (result as { data: Record<string, unknown> }).data['leave-ledger'],
    calls: costs.database,
  };
};
type Account = { _id: string; rev: number; entries: Record<string, { kind: string; minutes: number }> };
const accounts = async () => (await company.db.find('accounts', {})) as unknown as Account[];
const at = (time: string) => company.clock.set(Date.parse(time));

test('grants the year to everybody who has a right, once', async () => {
  await open('2026-11-23T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 6 });
  const granted = await accounts();
  expect(granted.map(({ entries }) => entries['annual-2026']?.minutes)).toEqual(Array(6).fill(4_800));
  // The same day once more: one read by each job of the timer.
  expect(await run()).toEqual({ report: { people: 0, written: 0 }, calls: 9 });
  at('2026-11-24T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 0 });
  expect(await accounts()).toEqual(granted);
});

test('continues where it stopped', async () => {
  await open('2026-11-23T02:00:00+08:00');
  await company.db.insertMany('ledger_runs', [
    { _id: 'ledger', day: '2026-11-23', after: 'E0005', done: false },
  ]);
  expect((await run()).report).toEqual({ people: 2, written: 2 });
  expect((await accounts()).map(({ _id }) => _id).sort()).toEqual(['E0006', 'E0007']);
});

test('a run that fails half-way is gone on with behind the people that are done', async () => {
  await open('2026-12-31T02:00:00+08:00');
  const [somebody] = seed().employees ?? [];
  const more = Array.from({ length: 60 }, (_, n) => ({ ...somebody, _id: `E0${100 + n}` }));
  await company.db.insertMany('employees', more);
  let pages = 0;
  await during(async (request, proceed) => {
    if (request.collection === 'employees') pages += 1;
    return pages > 1 ? FAULTS.fails(request, proceed) : proceed();
  }, run).catch(() => undefined);
  expect(pages).toBeGreaterThan(1);
  expect(await company.db.find('ledger_runs')).toMatchObject([
    { day: '2026-12-31', after: 'E0142', done: false },
  ]);
  expect((await run()).report).toMatchObject({ people: 67 - 50 });
  expect(await company.db.find('ledger_runs')).toMatchObject([{ after: 'E0159', done: true }]);
});

test('at the end of a year carries over and grants the next; comp time ends on its day', async () => {
  await open('2026-12-31T02:00:00+08:00');
  await run();
  const comp = {
    kind: 'grant',
    typeId: 'comp-time',
    minutes: 240,
    at: 0,
    grantId: 'R1-grant',
    requestId: 'R1',
    validFrom: '2026-10-01',
    expiresOn: '2026-12-31',
    basis: [],
    byId: null,
    note: '',
  };
  await company.db.updateMany('accounts', { _id: 'E0001' }, { $set: { 'entries.R1-grant': comp } });
  at('2027-01-01T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 6 });
  const [after] = (await company.db.find('accounts', { _id: 'E0001' })) as unknown as Account[];
  const brief = Object.entries(after?.entries ?? {}).map(([key, { kind, minutes }]) => [key, kind, minutes]);
  expect(brief.sort()).toEqual([
    ['R1-grant', 'grant', 240],
    ['R1-grant-expire-0', 'expire', -240],
    ['annual-2026', 'grant', 4_800],
    ['annual-2026-carried-0', 'carry', -4_800],
    ['annual-2026-carry', 'carry', 4_800],
    ['annual-2027', 'grant', 4_800],
  ]);
  at('2027-01-02T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 0 });
});

test('sick leave takes the rest of the year away, and gives it back when it is undone', async () => {
  await open('2026-06-01T02:00:00+08:00');
  const weeks = Array.from({ length: 19 }, (_, week) => Date.parse('2026-01-05') + week * 7 * 86_400_000);
  const days = weeks.map((time) => new Date(time).toISOString().slice(0, 10));
  const sick = {
    requestId: 'S1',
    kind: 'leave',
    state: 'approved',
    name: { 'zh-CN': '病假', en: 'Sick leave' },
    day: days[0],
    from: 0,
    to: 0,
    minutes: 19 * 480,
    perDay: Object.fromEntries(days.map((day) => [day, 480])),
    leaveTypeId: 'sick',
    paidShare: 60,
  };
  await company.db.insertMany('accounts', [{ _id: 'E0001', rev: 1, spans: { S1: sick }, entries: {} }]);
  const lines = async () => {
    const [found] = (await company.db.find('accounts', { _id: 'E0001' })) as unknown as Account[];
    return Object.entries(found?.entries ?? {}).map(([key, { minutes }]) => [key, minutes]);
  };
  const granted = ['annual-2026', 4_800];
  expect((await run()).report).toEqual({ people: 7, written: 6 });
  expect(await lines()).toEqual([granted, ['annual-2026-lost-0', -4_800]]);
  const { data } = await company.act(OPENIDS.day, 'requests.balances');
  const [annual] = data.balances as { left: number; lost: number; basis: { code: string }[] }[];
  expect(annual).toMatchObject({ left: 0, lost: 4_800 });
  expect(annual?.basis.map(({ code }) => code)).toEqual(['SERVICE', 'LOST_SICK', 'LOST_THIS', 'RULE_SOURCE']);
  at('2026-06-02T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 0 });
  await company.db.updateMany('accounts', { _id: 'E0001' }, { $set: { spans: {} } });
  at('2026-06-03T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 1 });
  expect(await lines()).toEqual([granted, ['annual-2026-lost-0', -4_800], ['annual-2026-lost-1', 4_800]]);
});
