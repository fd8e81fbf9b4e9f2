import { readWorkbook } from '../../../support/spreadsheet';
import type { Company } from '../support/company';
import { openOffice, STAFF } from '../support/office';

/** A Monday morning; October is over. */
const NOW = '2026-11-23T10:00:00+08:00';
let company: Company;
beforeEach(async () => {
  company = await openOffice(NOW);
});
afterEach(() => company.close());

/** Takes fields away from a stored document, as an import that forgot them would. */
const forget = (collection: string, _id: string, ...fields: string[]) =>
  company.db.updateMany(
    collection,
    { _id },
    { $unset: Object.fromEntries(fields.map((name) => [name, ''])) },
  );
const timer = async (name: string, job: string) => {
  const { result } = await company.invoke(name, { Type: 'Timer' }, { as: { kind: 'timer', name: job } });
  return result as { ok: boolean; data: Record<string, Record<string, number>>; error?: { code: string } };
};
const faults = async (as: string = STAFF.hr) => {
  const { data, error } = await company.act(as, 'requests.dataFaults', {});
  expect(error).toBeUndefined();
  return data.items.map((each: { document: string; field: string; rule: string }) => [
    each.document,
    each.field,
    each.rule,
  ]);
};

test('a person imported without assignments stops nobody’s month, board, roster or export', async () => {
  await forget('employees', 'E0001', 'assignments');
  const settled = await company.act(STAFF.hr, 'settle', { month: '2026-10' });
  expect(settled.data).toMatchObject({ state: 'done', leftOut: 1 });
  expect(settled.data.people).toBeGreaterThan(5);
  const team = await company.act(STAFF.manager, 'teamToday', {});
  expect(team.data.leftOut).toEqual(['E0001']);
  expect(team.data.items.length).toBeGreaterThan(1);
  const week = await company.act(STAFF.manager, 'teamWeek', { week: 0 });
  expect(week.data.leftOut).toEqual(['E0001']);
  const roster = await company.act(STAFF.hr, 'schedule.roster', { departmentId: 'D2', month: '2026-11' });
  expect(roster.data.leftOut).toEqual(['E0001']);
  expect(roster.data.rows.length).toBeGreaterThan(1);
  const order = { kind: 'attendance-month', month: '2026-10', format: 'xlsx', language: 'en' };
  const report = await company.act(STAFF.hr, 'reports.export', order);
  expect(report.data).toMatchObject({ state: 'done', leftOut: 1 });
  const { rows } = await readWorkbook(await (await fetch(report.data.links[0])).arrayBuffer());
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toContain('E0001');
});

test('people without children’s days or a last day do not stop the leave of the others', async () => {
  for (const id of ['E0002', 'E0006'])
    await company.db.updateMany(
      'employees',
      { _id: id },
      { $set: { workingSince: '2013-07-01', hiredOn: '2020-03-02' } },
    );
  await forget('employees', 'E0001', 'childrenBornOn');
  await forget('employees', 'E0005', 'leftOn');
  const run = await timer('requests', 'requests');
  expect(run.data['leave-ledger']).toMatchObject({ written: 2, leftOut: 2 });
  expect(await faults()).toEqual([
    ['E0001', 'childrenBornOn', 'list'],
    ['E0005', 'leftOn', 'day-or-none'],
  ]);
});

test('HR and administrators see what to mend, others do not; what is mended is gone at once', async () => {
  const before = (await company.db.get('employees', 'E0001')) as unknown as { assignments: unknown };
  await forget('employees', 'E0001', 'assignments');
  await company.act(STAFF.hr, 'settle', { month: '2026-10' });
  expect(await faults()).toEqual([['E0001', 'assignments', 'list']]);
  expect(await faults(STAFF.admin)).toHaveLength(1);
  expect((await company.act(STAFF.manager, 'requests.dataFaults', {})).error?.code).toBe('FORBIDDEN');
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { assignments: before.assignments } });
  expect(await faults()).toEqual([]);
  expect(await company.db.find('data_faults', {})).toEqual([]);
});

test('HR and administrators are told of new faults once a day, and nobody else', async () => {
  const told = async () =>
    (await company.db.find('messages', { event: 'data.faults' })).map(({ _id, to, data }) => ({
      _id,
      to,
      data,
    }));
  await timer('requests', 'requests');
  expect(await told()).toEqual([]);
  await forget('employees', 'E0001', 'assignments');
  await company.act(STAFF.hr, 'settle', { month: '2026-10' });
  await timer('requests', 'requests');
  const first = { _id: 'data.faults:2026-11-23', to: ['E0011', 'E0012'], data: { count: 1 } };
  expect(await told()).toEqual([first]);
  // The same fault met again is not news, and a new one of the day waits for tomorrow.
  company.clock.advance(3_600_000);
  await forget('employees', 'E0002', 'hiredOn');
  await company.act(STAFF.hr, 'settle', { month: '2026-10', again: true });
  await timer('requests', 'requests');
  expect(await told()).toEqual([first]);
  company.clock.set(Date.parse('2026-11-24T09:30:00+08:00'));
  await timer('requests', 'requests');
  expect(await told()).toEqual([first]);
  company.clock.set(Date.parse('2026-11-24T10:00:00+08:00'));
  await timer('requests', 'requests');
  expect(await told()).toEqual([first, { ...first, _id: 'data.faults:2026-11-24' }]);
  company.clock.set(Date.parse('2026-11-25T10:00:00+08:00'));
  await timer('requests', 'requests');
  expect(await told()).toHaveLength(2);
});

test('whoever has a damaged record is told so, not that they are unknown', async () => {
  await forget('employees', 'E0001', 'assignments');
  const { error } = await company.act('openid-day-shift', 'today', {});
  expect(error).toEqual({
    code: 'RECORD_FAULTY',
    data: { collection: 'employees', document: 'E0001', field: '' },
  });
});

test('a damaged account, roster or day leaves its person out and is not taken for none', async () => {
  const roster = { _id: 'E0001:2026-10', rev: 1, days: 'every day', history: [] };
  await company.db.insertMany('rosters', [roster]);
  await company.db.insertMany('accounts', [
    { _id: 'E0002', rev: 3, spans: {}, entries: { a: { minutes: '480' } } },
  ]);
  await company.db.insertMany('attendance_days', [
    { _id: 'E0005:2026-10-12', employeeId: 'E0005', day: '2026-10-12', rev: 1, punches: null, covers: [] },
  ]);
  const settled = await company.act(STAFF.hr, 'settle', { month: '2026-10' });
  expect(settled.data).toMatchObject({ state: 'done', leftOut: 3 });
  await timer('requests', 'requests');
  expect(await company.db.get('accounts', 'E0002')).toMatchObject({ rev: 3 });
  expect(await faults()).toEqual([
    ['E0002', 'entries', 'object'],
    ['E0005:2026-10-12', 'punches', 'list'],
    ['E0001:2026-10', 'days', 'object'],
  ]);
});

test('a full page behind damaged records is still full', async () => {
  const [template] = await company.db.find('employees', { _id: 'E0002' });
  const many = Array.from({ length: 120 }, (_, n) => ({ ...template, _id: `R${1_000 + n}` }));
  await company.db.insertMany('employees', many);
  for (let n = 10; n < 60; n += 5) await forget('employees', `R${1_000 + n}`, 'hiredOn');
  const settled = await company.act(STAFF.hr, 'settle', { month: '2026-10' });
  expect(settled.data).toMatchObject({ state: 'done', leftOut: 10 });
  expect(settled.data.people).toBeGreaterThan(110);
});

test('an earlier version of a shift that has no workdays is named to HR, and whoever works it is left out', async () => {
  const [shift] = (await company.db.find('shifts', { _id: 'SH-DAY' })) as unknown as Record<
    string,
    unknown
  >[];
  const { _id, workdays: _, ...broken }: Record<string, unknown> = shift ?? {};
  const change = { from: '2026-11-01', earlier: [{ ...broken, from: null }] };
  await company.db.updateMany('shifts', { _id: 'SH-DAY' }, { $set: change });
  const team = await company.act(STAFF.manager, 'teamToday', {});
  expect(team.error).toBeUndefined();
  expect(team.data.leftOut).toContain('E0001');
  expect(await faults()).toContainEqual(['SH-DAY', 'earlier', 'list']);
  await company.db.updateMany(
    'shifts',
    { _id: 'SH-DAY' },
    { $set: { earlier: [{ ...broken, workdays: [1, 2, 3, 4, 5], from: null }] } },
  );
  expect(await faults()).toEqual([]);
});
