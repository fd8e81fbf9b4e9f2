import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(() => openRequestCompany('2026-11-16T10:00:00+08:00'));

const ask = (who: Who, action: string, input: object = {}): Promise<Answer> =>
  company.act(openidOf(who), `payroll.${action}`, input);
const codeOf = ({ error }: Answer) => error?.code;
let last = 0;
const newKey = (): string => {
  last += 1;
  return `deduction-${String(last).padStart(10, '0')}`;
};
const CHILD = { kind: 'child', name: '示例宝贝', born: '2018-05-20', share: 100 };
const RENT = { kind: 'rent', city: '上海市', size: 'major' };
const ELDER = { kind: 'elder', name: '示例父亲', born: '1950-01-01', amount: 150_000 };
const draft = (detail: object, more: object = {}) => ({
  ...{ key: newKey(), replaces: null, detail, from: '2026-01', until: null },
  ...more,
});
async function declare(who: Who, detail: object, more: object = {}): Promise<string> {
  const input = draft(detail, more);
  expect((await ask(who, 'declareDeduction', input)).error).toBeUndefined();
  return input.key;
}
const seen = async (who: Who) => (await ask(who, 'deductions')).data;
const revOf = async (who: Who) => (await seen(who)).rev as number;
const decide = async (who: Who, of: Who, id: string, reason: string | null = null) =>
  ask(who, 'decideDeduction', {
    ...{ employeeId: PEOPLE[of], id, rev: await revOf(of), accept: reason === null, reason },
  });
const messagesTo = async (who: Who): Promise<unknown[]> =>
  (await company.db.find('messages', { to: PEOPLE[who] })).map(({ event }) => event);

test('a deduction is declared on the phone, checked by HR, and only then deducted', async () => {
  const id = await declare('staff', CHILD);
  expect(await seen('staff')).toMatchObject({
    total: 0,
    items: [{ id, state: 'waiting', amount: 200_000, reason: null }],
  });
  const { data: list } = await ask('hr', 'deductionChecks');
  expect(list.items).toMatchObject([{ person: { id: PEOPLE.staff }, count: 1 }]);
  expect(JSON.stringify(list)).not.toContain('示例宝贝');
  const { data } = await ask('hr', 'deductionsOf', { employeeId: PEOPLE.staff });
  expect(data.items[0].detail).toEqual(CHILD);
  expect(await company.db.find('readings', { what: 'deductions' })).toMatchObject([
    { readerId: PEOPLE.hr, ownerId: PEOPLE.staff },
  ]);
  expect((await decide('hr', 'staff', id)).ok).toBe(true);
  expect(await seen('staff')).toMatchObject({ total: 200_000, items: [{ state: 'accepted' }] });
  expect((await ask('hr', 'deductionChecks')).data.items).toEqual([]);
  expect(await messagesTo('staff')).toEqual(['deduction.accepted']);
});

test('HR returns it with a reason, the person takes it back and declares it again', async () => {
  const id = await declare('staff', RENT);
  expect(codeOf(await decide('hr', 'staff', id, ' '))).toBe('INPUT_INVALID');
  await decide('hr', 'staff', id, '请补充租赁城市');
  expect((await seen('staff')).items).toMatchObject([{ state: 'returned', reason: '请补充租赁城市' }]);
  expect(await messagesTo('staff')).toEqual(['deduction.returned']);
  // The same again is answered the same, and tells nobody twice; another decision is refused.
  expect((await decide('hr', 'staff', id, '请补充租赁城市')).ok).toBe(true);
  expect(await messagesTo('staff')).toHaveLength(1);
  expect(codeOf(await decide('hr2', 'staff', id, '请补充租赁城市'))).toBe('DEDUCTION_REFUSED');
  expect(codeOf(await decide('hr', 'staff', id))).toBe('DEDUCTION_REFUSED');
  expect((await ask('staff', 'dropDeduction', { id })).data.items).toEqual([]);
  // Gone already: the same answer.
  expect((await ask('staff', 'dropDeduction', { id })).ok).toBe(true);
  await declare('staff', RENT);
});

test('the same form twice declares once; another content under its key is refused', async () => {
  const input = draft(CHILD);
  const [one, two] = await Promise.all([1, 2].map(() => ask('staff', 'declareDeduction', input)));
  expect([one?.ok, two?.ok]).toEqual([true, true]);
  expect((await seen('staff')).items).toHaveLength(1);
  const other = await ask('staff', 'declareDeduction', { ...input, from: '2026-02' });
  expect(other.error).toEqual({ code: 'DEDUCTION_REFUSED', data: { rule: 'key-reused' } });
});

test('a change from a month on ends what it changes in the month before, once it is accepted', async () => {
  const old = await declare('staff', RENT);
  await decide('hr', 'staff', old);
  const moved = { kind: 'rent', city: '苏州', size: 'large' };
  const changed = await declare('staff', moved, { from: '2026-11', replaces: old });
  expect(await seen('staff')).toMatchObject({ total: 150_000 });
  await decide('hr', 'staff', changed);
  const { items, total } = await seen('staff');
  expect(total).toBe(110_000);
  expect(items).toMatchObject([
    { id: changed, from: '2026-11', until: null },
    { id: old, until: '2026-10' },
  ]);
});

test('what the law does not allow changes nothing', async () => {
  const id = await declare('staff', RENT);
  await decide('hr', 'staff', id);
  const before = await company.db.get('tax_deductions', PEOPLE.staff);
  const mortgage = { kind: 'mortgage', firstPaid: '2020-01', share: 100 };
  for (const [detail, rule] of [
    [mortgage, 'rent-and-mortgage'],
    [{ ...ELDER, amount: 150_001 }, 'share'],
    [{ ...RENT, city: '苏州' }, 'city'],
  ] as const) {
    const { error } = await ask('staff', 'declareDeduction', draft(detail));
    expect(error).toMatchObject({ code: 'DEDUCTION_INVALID', data: { rule } });
  }
  expect(codeOf(await ask('staff', 'dropDeduction', { id }))).toBe('DEDUCTION_REFUSED');
  expect(codeOf(await ask('staff', 'endDeduction', { id, until: '2025-12' }))).toBe('DEDUCTION_INVALID');
  expect(codeOf(await ask('staff', 'endDeduction', { id: newKey(), until: '2026-12' }))).toBe('NOT_FOUND');
  expect(codeOf(await ask('staff', 'confirmDeductions', { year: 2027 }))).toBe('DEDUCTION_REFUSED');
  expect(await company.db.get('tax_deductions', PEOPLE.staff)).toEqual(before);
  expect((await ask('staff', 'endDeduction', { id, until: '2026-11' })).data.items[0].until).toBe('2026-11');
  expect(codeOf(await ask('staff', 'endDeduction', { id, until: '2026-12' }))).toBe('DEDUCTION_REFUSED');
});

test('in December what goes on is confirmed for the next year', async () => {
  const child = await declare('staff', CHILD);
  const rent = await declare('staff', RENT);
  for (const id of [child, rent]) await decide('hr', 'staff', id);
  await ask('staff', 'endDeduction', { id: rent, until: '2026-12' });
  company.clock.set(Date.parse('2026-12-02T10:00:00+08:00'));
  expect((await seen('staff')).toConfirm).toBe(2027);
  const { data } = await ask('staff', 'confirmDeductions', { year: 2027 });
  expect(data).toMatchObject({
    toConfirm: null,
    items: [
      { id: rent, confirmedYear: 2026 },
      { id: child, confirmedYear: 2027 },
    ],
  });
});

test('nobody decides their own, and who saw something else decides nothing', async () => {
  const own = await declare('hr', CHILD);
  expect((await decide('hr', 'hr', own)).error).toEqual({ code: 'FORBIDDEN', data: { rule: 'own' } });
  expect((await decide('payroll', 'hr', own)).ok).toBe(true);
  const id = await declare('staff', CHILD);
  const stale = { employeeId: PEOPLE.staff, id, rev: 9, accept: true, reason: null };
  expect(codeOf(await ask('hr', 'decideDeduction', stale))).toBe('VERSION_CONFLICT');
  expect(codeOf(await ask('head', 'deductionsOf', { employeeId: PEOPLE.staff }))).toBe('FORBIDDEN');
  expect(codeOf(await ask('admin', 'deductionChecks'))).toBe('FORBIDDEN');
});

const NOTHING = { income: 0, exempt: 0, contributions: 0, other: 0, relief: 0, withheld: 0 };
const FACTS = { monthsDeclared: 12, hadOtherPayer: false, incomeBefore: 6_000_000, hadIncomeThisYear: false };
const year = (more: object = {}, version = 0) => ({
  ...{ employeeId: PEOPLE.staff, year: 2026, version, facts: FACTS },
  draft: { kind: 'resident', allowance: 'monthly', carryIn: null, bonusTaxedOn: null, ...more },
});
const CARRY_IN = {
  ...{ source: 'earlier-system', from: '2026-01', until: '2026-06' },
  totals: { ...NOTHING, income: 12_345_678, withheld: 98_765 },
};

test('payroll takes over totals and sets the allowance, with history; HR does not see them', async () => {
  const { data } = await ask('payroll', 'saveTaxYear', year({ carryIn: CARRY_IN }));
  expect(data).toMatchObject({ version: 1, carryIn: CARRY_IN, changes: [{ by: { id: PEOPLE.payroll } }] });
  expect((await ask('payroll', 'taxYear', { employeeId: PEOPLE.staff, year: 2026 })).data).toEqual(data);
  expect(codeOf(await ask('hr', 'taxYear', { employeeId: PEOPLE.staff, year: 2026 }))).toBe('FORBIDDEN');
  expect(codeOf(await ask('payroll', 'saveTaxYear', year()))).toBe('VERSION_CONFLICT');
  const { data: second } = await ask('payroll', 'saveTaxYear', year({ allowance: 'sixty-thousand' }, 1));
  expect(second).toMatchObject({ version: 2, allowance: 'sixty-thousand', changes: [{}, {}] });
  expect((await company.db.find('readings', { what: 'tax-year' })).length).toBeGreaterThan(0);
  const own = { ...year(), employeeId: PEOPLE.payroll };
  expect((await ask('payroll', 'saveTaxYear', own)).error).toEqual({
    code: 'FORBIDDEN',
    data: { rule: 'own' },
  });
});

test('what the law does not allow is not set', async () => {
  const codes = async (more: object, facts: object = {}) =>
    (await ask('payroll', 'saveTaxYear', { ...year(more), facts: { ...FACTS, ...facts } })).error;
  expect(await codes({ allowance: 'sixty-thousand' }, { incomeBefore: 6_000_001 })).toEqual({
    ...{ code: 'ALLOWANCE_REFUSED', data: { rule: 'income' } },
  });
  // What is taken over are wages of the year.
  expect(await codes({ allowance: 'first-job', carryIn: CARRY_IN })).toMatchObject({
    ...{ code: 'ALLOWANCE_REFUSED', data: { rule: 'earlier-income' } },
  });
  for (const [more, rule] of [
    [{ carryIn: { ...CARRY_IN, from: '2025-12' } }, 'year'],
    [{ carryIn: { ...CARRY_IN, until: '2027-01' } }, 'year'],
    [{ carryIn: { ...CARRY_IN, from: '2026-07' } }, 'order'],
    [{ bonusTaxedOn: '2025-12-31' }, 'year'],
    [{ kind: 'student', allowance: 'first-job' }, 'kind'],
    [{ kind: 'non-resident', carryIn: CARRY_IN }, 'kind'],
  ] as const)
    expect([rule, await codes(more)]).toMatchObject([rule, { code: 'CARRY_IN_INVALID', data: { rule } }]);
  expect(await company.db.find('tax_years', {})).toEqual([]);
});

test('what is stored and logged tells nothing of family, debts and pay', async () => {
  const id = await declare('staff', CHILD);
  await declare('staff', RENT);
  await decide('hr', 'staff', id, '出生日期不符');
  await ask('payroll', 'saveTaxYear', year({ carryIn: CARRY_IN }));
  const names = company.db.collectionNames();
  const everything = JSON.stringify(await Promise.all(names.map((name) => company.db.find(name, {}))));
  for (const secret of ['示例宝贝', '2018-05-20', '"rent"', '上海市', '出生日期不符', '12345678', '98765'])
    expect([secret, everything.includes(secret)]).toEqual([secret, false]);
});
