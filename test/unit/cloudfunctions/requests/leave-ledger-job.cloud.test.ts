import { FAULTS } from '../../../support/fault-kinds';
import { requestSwitch } from '../../../support/request-switch';
import { type Company, openCompany, seed } from '../support/company';
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
  // The same day once more: one read by each of the five jobs of the timer.
  expect(await run()).toEqual({ report: { people: 0, written: 0 }, calls: 5 });
  at('2026-11-24T02:00:00+08:00');
  expect((await run()).report).toEqual({ people: 7, written: 0 });
  expect(await accounts()).toEqual(granted);
});

test('goes on where it stopped', async () => {
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
