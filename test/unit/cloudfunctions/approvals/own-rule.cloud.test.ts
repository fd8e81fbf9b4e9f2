import { openWithReset } from '../../../support/open';
import { newKey, openRequestCompany, PEOPLE, trip, type Who } from '../support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../support/rule-drafts';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

const LINE = { day: '2026-11-20', category: 'travel', amount: 99_900 };
const expense = (version: number) => ({
  key: newKey(),
  typeId: 'expense',
  version,
  values: { lines: [LINE] },
});
const personStep = (who: Who) => ({
  id: 'friend',
  name: { 'zh-CN': '朋友', en: 'Friend' },
  mode: 'any',
  approvers: [{ by: 'person', employeeId: PEOPLE[who] }],
  when: [],
});

const typeNow = async (id: string) => {
  const { types } = (await company.ask('admin', 'listTypes')).data;
  return types.find((each: { id: string }) => each.id === id);
};
/** The administrator saves the type with other parts. @returns the new version */
async function edited(who: Who, id: string, change: (type: { flow: object }) => object): Promise<number> {
  const { version, ...type } = await typeNow(id);
  const { data, error } = await company.ask(who, 'saveType', {
    type: { ...type, ...change(type) },
    expectedVersion: version,
  });
  expect(error).toBeUndefined();
  company.clock.advance(61_000);
  return data.type.version;
}
/** Sends all to a friend, and payroll sees nothing. */
const toFriend = (type: { flow: object }) => ({ flow: { ...type.flow, steps: [personStep('elsewhere')] } });

interface Step {
  readonly name: { readonly en: string };
  readonly people: readonly { readonly id: string }[];
}
const stepsOf = async (who: Who, id: string) =>
  ((await company.ask(who, 'detail', { id })).data.steps as Step[]).map(({ name, people }) => ({
    note: name.en === 'Second person (the applicant set the rules)' ? 'own-rule' : null,
    ids: people.map((person) => person.id),
  }));

test('an administrator who sends their own expenses to a friend needs a second person as well', async () => {
  const version = await edited('admin', 'expense', toFriend);
  const { data: sent, error } = await company.ask('admin', 'submit', expense(version));
  expect(error).toBeUndefined();
  expect(await stepsOf('admin', sent.id)).toEqual([
    { note: null, ids: [PEOPLE.elsewhere] },
    { note: 'own-rule', ids: [PEOPLE.hr, PEOPLE.hr2] },
  ]);
  const first = await company.ask('elsewhere', 'decide', { id: sent.id, rev: sent.rev, verb: 'approve' });
  expect(first.data.state).toBe('pending');
  expect(await company.db.find('expense_payments', {})).toEqual([]);
  const second = await company.ask('hr', 'decide', { id: sent.id, rev: first.data.rev, verb: 'approve' });
  expect(second.data.state).toBe('approved');

  // Of everybody else the flow is what was saved.
  const others = (await company.ask('staff', 'submit', expense(version))).data;
  expect(await stepsOf('staff', others.id)).toEqual([{ note: null, ids: [PEOPLE.elsewhere] }]);
});

test('the form says so before it is sent, and the preview’s steps are those of the request', async () => {
  const version = await edited('admin', 'expense', toFriend);
  const { values } = expense(version);
  const preview = (await company.ask('admin', 'preview', { typeId: 'expense', values })).data;
  expect(preview.flow.map(({ note }: { note: string | null }) => note)).toEqual([null, 'own-rule']);
});

test('other names for the type, fifty times over, do not hide who changed the flow', async () => {
  await edited('admin', 'expense', toFriend);
  let version = 0;
  for (let time = 0; time < 51; time += 1) {
    const { version: before, ...type } = await typeNow('expense');
    const name = { 'zh-CN': `报销${time}`, en: `Expense ${time}` };
    const { data } = await company.ask('admin', 'saveType', {
      type: { ...type, name },
      expectedVersion: before,
    });
    version = data.type.version;
  }
  company.clock.advance(61_000);
  const { data: sent } = await company.ask('admin', 'submit', expense(version));
  expect((await stepsOf('admin', sent.id)).at(-1)?.note).toBe('own-rule');
});

test('once somebody else has set the flow, it is not the applicant’s own any more', async () => {
  await edited('admin', 'expense', toFriend);
  await company.db.updateMany('employees', { _id: PEOPLE.boss }, { $set: { roles: ['employee', 'admin'] } });
  const version = await edited('boss', 'expense', () => ({
    flow: { steps: [personStep('head')], cc: [], escalateAfterHours: 0 },
  }));
  const { data: sent } = await company.ask('admin', 'submit', expense(version));
  expect(await stepsOf('admin', sent.id)).toEqual([{ note: null, ids: [PEOPLE.head] }]);
});

test('a returned request that is sent again still needs the second person', async () => {
  const version = await edited('admin', 'expense', toFriend);
  const { data: sent } = await company.ask('admin', 'submit', expense(version));
  const returned = await company.ask('elsewhere', 'decide', {
    id: sent.id,
    rev: sent.rev,
    verb: 'return',
    comment: '改',
  });
  await company.db.updateMany('request_types', { _id: 'expense' }, { $set: { setBy: [] } });
  company.clock.advance(61_000);
  const again = { id: sent.id, rev: returned.data.rev, values: { lines: [{ ...LINE, amount: 1 }] } };
  expect((await company.ask('admin', 'resubmit', again)).error).toBeUndefined();
  expect((await stepsOf('admin', sent.id)).at(-1)).toEqual({
    note: 'own-rule',
    ids: [PEOPLE.hr, PEOPLE.hr2],
  });
});

test('a flow that asks somebody of the office anyway stays as it is', async () => {
  const hrStep = { ...personStep('elsewhere'), approvers: [{ by: 'role', role: 'hr' }] };
  const version = await edited('admin', 'expense', ({ flow }) => ({ flow: { ...flow, steps: [hrStep] } }));
  const { data: sent } = await company.ask('admin', 'submit', expense(version));
  expect(await stepsOf('admin', sent.id)).toEqual([{ note: null, ids: [PEOPLE.hr, PEOPLE.hr2] }]);
});

test('HR who loosens a rule of the company needs another person for what it decides about themselves', async () => {
  await edited('admin', 'expense', toFriend);
  const rules = { ...COMPANY_RULES, expense: { ...COMPANY_RULES.expense, windowDays: 700 } };
  expect((await company.ask('hr', 'saveCompanyRules', { rules, expectedVersion: 0 })).error).toBeUndefined();
  company.clock.advance(61_000);
  const { version } = await typeNow('expense');
  const { data: own } = await company.ask('hr', 'submit', expense(version));
  expect((await stepsOf('hr', own.id)).at(-1)).toEqual({ note: 'own-rule', ids: [PEOPLE.hr2, PEOPLE.admin] });
  const { data: others } = await company.ask('hr2', 'submit', expense(version));
  expect(await stepsOf('hr2', others.id)).toEqual([{ note: null, ids: [PEOPLE.elsewhere] }]);
  // A trip is not decided by what HR changed.
  const { data: journey } = await company.ask('hr', 'submit', trip('2026-12-01'));
  expect((await stepsOf('hr', journey.id)).every(({ note }: { note: unknown }) => note === null)).toBe(true);
});

test('HR who grants more leave needs another person for their own leave of that type', async () => {
  const saved = await company.ask('hr', 'saveLeaveType', { type: BIRTHDAY, expectedVersion: 0 });
  expect(saved.error).toBeUndefined();
  company.clock.advance(61_000);
  await edited('admin', 'leave', toFriend);
  const leave = async (who: Who, leaveType: string) => {
    const { version: current } = await typeNow('leave');
    const values = {
      leaveType,
      period: { unit: 'day', from: '2026-12-01', to: '2026-12-01' },
      reason: '家事',
    };
    const { data, error } = await company.ask(who, 'submit', {
      key: newKey(),
      typeId: 'leave',
      version: current,
      values,
    });
    expect(error).toBeUndefined();
    return (await stepsOf(who, data.id)).map(({ note }: { note: unknown }) => note);
  };
  expect(await leave('hr', 'birthday')).toEqual([null, 'own-rule']);
  expect(await leave('hr2', 'birthday')).toEqual([null]);
});

test('the only person of the office has their manager as the second person', async () => {
  const version = await edited('admin', 'expense', toFriend);
  await company.db.updateMany('employees', { roles: 'hr' }, { $set: { roles: ['employee'] } });
  company.clock.advance(61_000);
  const { data: sent } = await company.ask('admin', 'submit', expense(version));
  expect((await stepsOf('admin', sent.id)).at(-1)).toEqual({ note: 'own-rule', ids: [PEOPLE.boss] });
});
