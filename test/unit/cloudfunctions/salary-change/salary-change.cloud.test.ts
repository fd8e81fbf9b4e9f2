import { jsonWithoutMoments } from '../../../support/json-without-moments';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, payItem, settledMonth } from '../support/payroll-company';
import { employeeDocument, openidOf, PEOPLE, type Who } from '../support/request-company';
import { AMOUNT, lineOf, salaryChangesOf } from '../support/salary-changes';

/** `payroll` and `hr2` work pay out; `peer` is a third one, without whom nobody decides about one of them. */
const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    await opened.db.updateMany(
      'employees',
      { _id: PEOPLE.peer },
      { $set: { roles: ['employee', 'payroll'] } },
    );
    await opened.db.insertMany(
      'employees',
      (['head', 'hr', 'admin'] as const).map((who) => employeeDocument(who)),
    );
    await opened.db.insertMany(
      'bindings',
      (['head', 'hr', 'admin'] as const).map((who) => ({ _id: openidOf(who), employeeId: PEOPLE[who] })),
    );
    for (const who of PAID) await opened.setSalary(who, 12_000);
    for (const who of ['payroll', 'hr2', 'peer'] as const) await salaryChangesOf(opened).openingOf(who);
  },
);
const changes = () => salaryChangesOf(company);
const requests = (who: Who, action: string, input: object = {}) =>
  company.act(openidOf(who), `requests.${action}`, input);

let acts: ReturnType<typeof salaryChangesOf>;
beforeEach(() => {
  acts = changes();
});

/** The second check of each of payroll was made already: with the pass that is there. */
const opened = async (who: Who) =>
  ((await company.pay(who, 'openPay', { pass: '135790' })).data as { token: string }).token;
const decide = async (who: Who, asked: { id: string; rev: number }, verb = 'approve', more: object = {}) =>
  company.pay(who, 'decideSalaryChange', {
    ...{ id: asked.id, rev: asked.rev, verb, opening: await opened(who), ...more },
  });
const view = async (who: Who, id: string) =>
  company.pay(who, 'salaryChange', { id, opening: await opened(who) });
const asked = async (lines: readonly object[] = [lineOf('staff')], key?: string, who: Who = 'payroll') => {
  const { data, error } = await acts.ask(who, lines, key);
  expect(error).toBeUndefined();
  return data as { id: string; rev: number; state: string };
};
const everything = async () =>
  jsonWithoutMoments(
    await Promise.all(company.db.collectionNames().map(async (name) => [name, await company.db.find(name)])),
  );

test('a salary that one officer asks for and another one approves holds from that day on, with both names', async () => {
  const change = await asked();
  expect(change.state).toBe('pending');
  expect(await acts.versionsOf('staff')).toHaveLength(1);
  const seen = await view('hr2', change.id);
  expect(seen.data).toMatchObject({
    ...{ reason: '年度调薪', askedBy: { id: PEOPLE.payroll }, may: ['approve', 'reject'], problems: [] },
    steps: [{ before: { wage: 1_200_000 }, after: { wage: AMOUNT, from: '2026-11-01' }, months: [] }],
  });
  expect((await decide('hr2', change)).data).toMatchObject({ state: 'approved' });
  expect(await acts.versionsOf('staff')).toMatchObject([
    { wage: 1_200_000 },
    {
      ...{ from: '2026-11-01', wage: AMOUNT },
      mark: {
        ...{ requestId: change.id, askedBy: { id: PEOPLE.payroll }, approvedBy: { id: PEOPLE.hr2 } },
      },
    },
  ]);
  expect((await company.db.find('salary_claims'))[0]).toMatchObject({ claims: [] });
});

test('it waits for the other officers with their names and without an amount, and a tap on it asks for the second check', async () => {
  const change = await asked();
  const { data } = await requests('hr2', 'pending');
  expect(data.items).toMatchObject([
    {
      id: change.id,
      kind: 'salary-change',
      amountFen: null,
      reason: '',
      title: { en: 'Salary of Person staff' },
    },
  ]);
  expect((await requests('payroll', 'pending')).data.items).toEqual([]);
  const input = { id: change.id, rev: change.rev };
  expect((await requests('hr2', 'decide', { ...input, verb: 'approve' })).error?.code).toBe(
    'SECOND_CHECK_NEEDED',
  );
  const many = await requests('hr2', 'decideMany', { verb: 'approve', requests: [input] });
  expect(many.data.results).toMatchObject([{ error: { code: 'SECOND_CHECK_NEEDED' } }]);
  for (const [action, more] of [
    ['transfer', { toId: PEOPLE.head }],
    ['addSigner', { signerId: PEOPLE.head }],
  ] as const)
    expect((await requests('hr2', action, { ...input, ...more })).error?.code).toMatch(
      /FORBIDDEN|SECOND_CHECK/,
    );
  const shut = { ...input, verb: 'approve', opening: 'not-opened' };
  expect((await company.pay('hr2', 'decideSalaryChange', shut)).error?.code).toBe('SECOND_CHECK_NEEDED');
  expect(await acts.versionsOf('staff')).toHaveLength(1);
});

test('nowhere is an amount, a reason or a comment to be read, while it waits, once it is rejected, and once it is approved', async () => {
  const first = await asked();
  const texts = [await everything()];
  await decide('hr2', first, 'reject', { comment: `不能到 ${AMOUNT}` });
  texts.push(
    await everything(),
    jsonWithoutMoments((await requests('payroll', 'detail', { id: first.id })).data),
  );
  expect((await view('payroll', first.id)).data.timeline.at(-1).comment).toBe(`不能到 ${AMOUNT}`);
  await decide('peer', await asked([lineOf('staff')], 'salary-change-0002'));
  texts.push(await everything(), jsonWithoutMoments((await requests('hr2', 'pending')).data));
  for (const text of texts) expect(text).not.toMatch(new RegExp(`${AMOUNT}|24680|年度调薪|不能到`));
});

test('whoever is not asked does not know of it: manager, HR, administrator, the person, a delegate of who is asked', async () => {
  const change = await asked();
  const delegation = { delegateId: PEOPLE.head, from: '2026-11-05', to: '2026-11-20' };
  expect((await requests('hr2', 'delegate', delegation)).error).toBeUndefined();
  for (const who of ['head', 'hr', 'admin', 'staff'] as const) {
    expect((await requests(who, 'detail', { id: change.id })).error?.code).toBe('NOT_FOUND');
    expect((await requests(who, 'pending')).data.items).toEqual([]);
    const input = { id: change.id, rev: change.rev, verb: 'approve' };
    expect((await requests(who, 'decide', input)).error?.code).toBe('NOT_FOUND');
    const { error } = await company.pay(who, 'salaryChange', { id: change.id, opening: 'x' });
    expect(error?.code).toBe('FORBIDDEN');
    expect((await company.act(openidOf(who), 'attendance.today')).data.waiting).toBe(0);
  }
  expect((await company.act(openidOf('hr2'), 'attendance.today')).data.waiting).toBe(1);
  const order = { kind: 'requests', month: '2026-11', format: 'csv', language: 'zh-CN' };
  const exported = await company.act(openidOf('hr'), 'reports.export', order);
  expect(exported.error?.code).toBe('REPORT_EMPTY');
  const readers = (await company.act(openidOf('staff'), 'people.dataReaders', {})).data.items;
  expect(readers.map(({ what }: { what: string }) => what)).toEqual(['salary']);
});

test('nobody asks about themselves or decides what they have asked for or what is about them', async () => {
  const own = await acts.ask('payroll', [lineOf('payroll')]);
  expect(own.error).toMatchObject({ code: 'SALARY_INVALID', data: { rule: 'own', line: 1 } });
  const change = await asked([lineOf('hr2')], 'salary-change-0003');
  expect((await decide('payroll', change)).error?.code).toBe('FORBIDDEN');
  expect((await decide('hr2', change)).error?.code).toBe('NOT_FOUND');
  expect((await decide('peer', change)).data.state).toBe('approved');
});

test('where nobody is left to decide it cannot be asked for, and HR is not asked instead', async () => {
  const lines = [lineOf('hr2'), lineOf('peer')];
  const checked = await company.pay('payroll', 'checkSalaryChange', { lines });
  expect(checked.data).toMatchObject({ problems: [], deciders: [] });
  expect((await acts.ask('payroll', lines)).error?.code).toBe('NOBODY_TO_APPROVE');
  expect(await company.db.find('requests')).toEqual([]);
});

test('while a change waits there is no other one of the person; once it is withdrawn or rejected there is', async () => {
  const change = await asked([lineOf('staff'), lineOf('peer')]);
  const { error } = await acts.ask('hr2', [lineOf('hr2'), lineOf('peer')], 'salary-change-0004');
  expect(error?.data).toMatchObject({ rule: 'own', line: 1 });
  const again = await acts.ask('hr2', [lineOf('payroll'), lineOf('staff')], 'salary-change-0005');
  expect(again.error).toEqual({
    code: 'SALARY_INVALID',
    data: { line: 2, employeeId: PEOPLE.staff, field: 'employeeId', rule: 'waiting', day: '' },
  });
  const { data } = await company.pay('hr2', 'salary', { employeeId: PEOPLE.staff });
  expect(data.waiting).toBe(change.id);
  expect((await requests('payroll', 'withdraw', { id: change.id, rev: change.rev })).data.state).toBe(
    'withdrawn',
  );
  const next = await asked([lineOf('payroll'), lineOf('staff')], 'salary-change-0006', 'hr2');
  await decide('peer', next, 'reject');
  await asked([lineOf('staff')], 'salary-change-0007');
});

test('a hundred people who were raised before, with items of their own, fit into one request', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `E-${String(at).padStart(4, '0')}`);
  const item = (at: number) => `item_of_their_own_${at}`;
  const entered = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [item(at), 100_000 + at]));
  await company.db.insertMany(
    'employees',
    names.map((id) => ({ ...employeeDocument('other'), _id: id })),
  );
  const items = Object.keys(entered).map((id) => payItem(id, 'entered'));
  const saved = await company.pay('payroll', 'savePayItems', {
    from: '2020-01-01',
    items,
    expectedVersion: 0,
  });
  expect(saved.error).toBeUndefined();
  const raise = (from: string, wage: number) =>
    names.map((employeeId) => ({ employeeId, from, wage, entered }));
  await decide('hr2', await asked(raise('2024-01-05', 1_000_000), 'salary-change-0010'));
  company.clock.advance(61_000);
  const { data } = await view('hr2', (await asked(raise('2026-11-01', 1_100_000), 'salary-change-0011')).id);
  expect(data.steps).toHaveLength(100);
});

test.each([
  ['unknown', { employeeId: 'E9999' }, 'employeeId', ''],
  ['before-hire', { from: '1900-01-01' }, 'from', '2024-01-05'],
  ['too-far', { from: '2028-11-01' }, 'from', ''],
  ['out-of-range', { wage: -1 }, 'wage', ''],
  ['out-of-range', { wage: 1e12 }, 'wage', ''],
  ['out-of-range', { wage: 0.5 }, 'wage', ''],
  ['out-of-range', { wage: 0 }, 'wage', ''],
  ['out-of-range', { overtimeBase: -1 }, 'overtimeBase', ''],
  ['unknown-item', { entered: { bonus: 1 } }, 'bonus', ''],
  ['out-of-range', { entered: { meals: -1 } }, 'meals', ''],
  ['changed', { rev: 7 }, 'employeeId', ''],
  ['same', { wage: 1_200_000 }, 'employeeId', ''],
])(
  'one wrong line of a sheet (%s, %j) refuses all of it by line and field, and nothing changes',
  async (rule, more, field, day) => {
    const lines = [lineOf('peer'), lineOf('staff', more)];
    const before = await everything();
    const { error } = await acts.ask('payroll', lines);
    expect(error).toEqual({
      code: 'SALARY_INVALID',
      data: { line: 2, employeeId: lines[1]?.employeeId, field, rule, day },
    });
    const { data } = await company.pay('payroll', 'checkSalaryChange', { lines });
    expect(data).toMatchObject({ problems: [error?.data], steps: [{ person: { id: PEOPLE.peer } }] });
    const isAudit = ([name]: [string]) => name === 'readings';
    const kept = async (text: string) =>
      JSON.stringify(JSON.parse(text).filter((each: [string]) => !isAudit(each)));
    expect(await kept(await everything())).toBe(await kept(before));
  },
);

test('the first salaries of a whole sheet are one request; what a line leaves out stays as it is', async () => {
  await company.db.insertMany('employees', [employeeDocument('other')]);
  const lines = [
    lineOf('other', { from: '2024-01-05', entered: { meals: 30_000 } }),
    lineOf('staff'),
    { ...lineOf('staff'), employeeId: PEOPLE.other },
  ];
  expect((await acts.ask('payroll', lines)).error?.data).toMatchObject({ line: 3, rule: 'twice' });
  await company.setSalary('staff', 12_000, {
    method: 'workdays',
    overtimeBase: 900_000,
    entered: { meals: 5 },
  });
  const change = await asked(lines.slice(0, 2));
  expect((await requests('hr2', 'pending')).data.items[0].title.en).toBe('Salaries of 2 people');
  await decide('hr2', change);
  expect(await acts.versionsOf('other')).toMatchObject([
    { from: '2024-01-05', method: '21.75', overtimeBase: null, entered: { meals: 30_000 } },
  ]);
  expect((await acts.versionsOf('staff')).at(-1)).toMatchObject({
    ...{ wage: AMOUNT, method: 'workdays', overtimeBase: 900_000, entered: { meals: 5 } },
  });
});

/** Runs of these months are final. */
const paid = async (...months: readonly string[]) => {
  await company.calculate();
  await company.db.updateMany('payroll_runs', { _id: MONTH }, { $set: { state: 'locked' } });
  const [run] = await company.db.find('payroll_runs');
  for (const month of months)
    await company.db.insertMany('payroll_runs', [{ ...run, _id: month, state: 'published' }]);
};

test('a back-dated one says which paid months get a difference, and is refused where a month would get none', async () => {
  await paid('2026-09', '2026-08', '2026-07');
  const { data } = await company.pay('payroll', 'checkSalaryChange', {
    lines: [lineOf('staff', { from: '2026-08-15' })],
  });
  expect(data.steps[0].months).toEqual(['2026-08', '2026-09', MONTH]);
  const refused = await acts.ask('payroll', [lineOf('staff', { from: '2026-07-31' })]);
  expect(refused.error?.data).toMatchObject({ field: 'from', rule: 'too-early', day: '2026-08-01' });
  const change = await asked([lineOf('staff', { from: '2026-08-15' })], 'salary-change-0008');
  expect((await view('hr2', change.id)).data.steps[0].months).toEqual(['2026-08', '2026-09', MONTH]);
});

test('a run that was worked out before a salary of its month was approved is worked out once more; one of later does not matter', async () => {
  const later = await asked([lineOf('staff', { from: '2026-12-01' })], 'salary-change-0012');
  const now = await asked([lineOf('peer', { from: '2026-10-31' })], 'salary-change-0013', 'hr2');
  for (const who of ['head', 'hr', 'admin'] as const) await company.setSalary(who, 9_000);
  await company.db.insertMany(
    'settled_months',
    (['head', 'hr', 'admin'] as const).map((who) => settledMonth(PEOPLE[who], MONTH)),
  );
  await company.calculate();
  company.clock.advance(1_000);
  expect((await decide('payroll', now)).data.state).toBe('approved');
  expect((await company.lock()).error?.data).toEqual({ rule: 'changed', month: MONTH });
  company.clock.advance(1_000);
  await company.calculate(MONTH, { again: true });
  company.clock.advance(1_000);
  expect((await decide('hr2', later)).data.state).toBe('approved');
  expect((await company.lock()).data.state).toBe('locked');
});

test('a month that becomes final while it waits, or who leaves before it begins, is told to who decides, and nothing is stored', async () => {
  await paid('2026-09', '2026-08');
  const change = await asked([lineOf('staff', { from: '2026-08-15' })]);
  const [run] = await company.db.find('payroll_runs', { _id: MONTH });
  await company.db.insertMany('payroll_runs', [{ ...run, _id: '2026-11', state: 'locked' }]);
  const late = await decide('hr2', change);
  expect(late.error).toMatchObject({
    code: 'SALARY_INVALID',
    data: { rule: 'too-early', day: '2026-09-01' },
  });
  expect((await view('hr2', change.id)).data.problems).toMatchObject([{ rule: 'too-early' }]);
  await requests('payroll', 'withdraw', { id: change.id, rev: change.rev });

  const next = await asked([lineOf('staff', { from: '2026-12-01' })], 'salary-change-0009');
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-11-20' } });
  company.clock.advance(61_000);
  const gone = await decide('hr2', next);
  expect(gone.error).toMatchObject({ code: 'SALARY_INVALID', data: { rule: 'left', day: '2026-11-20' } });
  expect(await acts.versionsOf('staff')).toHaveLength(1);
  expect((await decide('hr2', next, 'reject')).data.state).toBe('rejected');
});

test('the same tap twice is one request, with other content it is refused; a decision twice is one', async () => {
  const first = await asked();
  expect(await asked()).toEqual(first);
  expect((await acts.ask('payroll', [lineOf('staff', { wage: 1 })])).error?.code).toBe('REQUEST_KEY_REUSED');
  await decide('hr2', first);
  expect((await decide('hr2', first)).data.state).toBe('approved');
  expect((await decide('peer', first)).error?.code).toBe('REQUEST_CHANGED');
  expect(await acts.versionsOf('staff')).toHaveLength(2);
  expect(await asked()).toMatchObject({ id: first.id, state: 'approved' });
});

test('the role decides on the day of the decision: who has lost it does not', async () => {
  const change = await asked();
  await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { roles: ['employee'] } });
  company.clock.advance(61_000);
  const { error } = await company.pay('peer', 'decideSalaryChange', {
    ...{ id: change.id, rev: change.rev, verb: 'approve', opening: 'x' },
  });
  expect(error?.code).toBe('FORBIDDEN');
});

test('who has lost the role has nothing of it on Pending or Today any more; the others have', async () => {
  await asked();
  const waits = async (who: Who) => [
    (await requests(who, 'pending')).data.items.length,
    (await requests(who, 'pending')).data.counts.waiting,
    (await company.act(openidOf(who), 'attendance.today')).data.waiting,
    (await requests(who, 'done')).data.counts.waiting,
    // What the inbox says of the message that asked for a decision.
    (await company.act(openidOf(who), 'notices.inbox')).data.items.filter(
      ({ handled }: { handled: boolean }) => !handled,
    ).length,
  ];
  expect([await waits('hr2'), await waits('peer')]).toEqual([
    [1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1],
  ]);
  await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { roles: ['employee'] } });
  company.clock.advance(61_000);
  expect([await waits('hr2'), await waits('peer')]).toEqual([
    [1, 1, 1, 1, 1],
    [0, 0, 0, 0, 0],
  ]);
});

test('nobody is told on their own salary that another one waits, or is led to a request that they cannot open', async () => {
  const change = await asked([lineOf('peer', { from: '2026-11-01' })]);
  const of = async (who: Who) => (await company.pay(who, 'salary', { employeeId: PEOPLE.peer })).data;
  expect((await of('hr2')).waiting).toBe(change.id);
  expect((await of('peer')).waiting).toBeNull();
  expect((await decide('hr2', change)).data.state).toBe('approved');
  expect((await of('hr2')).versions.at(-1).mark.requestId).toBe(change.id);
  expect((await of('peer')).versions.at(-1)).toMatchObject({
    mark: { requestId: '', approvedBy: { id: PEOPLE.hr2 } },
  });
});

test('a salary that replaces one of the same day keeps who has asked for that one and approved it', async () => {
  const first = await asked();
  await decide('hr2', first);
  const again = lineOf('staff');
  // What is paid is the same: who has approved it is no other salary.
  expect((await acts.ask('payroll', [again], 'salary-change-0020')).error?.data).toMatchObject({
    rule: 'same',
  });
  const second = await asked([lineOf('staff', { wage: 2_000_000 })], 'salary-change-0021', 'hr2');
  await decide('peer', second);
  const version = (await acts.versionsOf('staff')).at(-1);
  expect(version).toMatchObject({
    ...{ wage: 2_000_000, mark: { requestId: second.id, approvedBy: { id: PEOPLE.peer } } },
    replaced: [{ requestId: first.id, askedBy: { id: PEOPLE.payroll }, approvedBy: { id: PEOPLE.hr2 } }],
  });
});

test('nobody can make the type of these requests another one, or send one as a plain form', async () => {
  const { data } = await requests('admin', 'listTypes');
  expect(data.types.map(({ id }: { id: string }) => id)).not.toContain('salary-change');
  expect((await requests('admin', 'requestType', { id: 'salary-change' })).error?.code).toBe('NOT_FOUND');
  const values = { changes: '{}' };
  const sent = await requests('payroll', 'submit', {
    key: 'plain-form-00000001',
    typeId: 'salary-change',
    version: 1,
    values,
  });
  expect(sent.error?.code).toBe('NOT_FOUND');
  expect((await requests('staff', 'start')).data.types.map(({ id }: { id: string }) => id)).not.toContain(
    'salary-change',
  );
});
