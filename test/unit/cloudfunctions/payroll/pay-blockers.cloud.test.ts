import type { PayPreview } from '#contracts/payroll';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, payItem, settledMonth } from '../support/payroll-company';
import { PEOPLE } from '../support/request-company';

/** One bad person in a run: named with what is wrong, and everybody else is paid. */

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  },
);

const bases = { from: '2026-07', insurance: 2_000_000, fund: 2_000_000, isLocal: false, isPensioner: false };
const choice = {
  from: '2026-07',
  injuryRate: 0.2,
  supplementaryFund: null,
  medicalTier: 1,
  sickPercent: null,
};
const profile = (city: string, more: object) => ({
  ...{ _id: city, version: 1, limits: [], rates: [], history: [] },
  choices: [{ ...choice, fund: { employer: 7, employee: 7 }, ...more }],
});
const insure = (employeeId: string) =>
  company.pay('payroll', 'saveBases', { entries: [{ employeeId, ...bases }] });
const set = (name: string, _id: string, fields: object) =>
  company.db.updateMany(name, { _id }, { $set: fields });
const blocked = (data: { readonly blockers: readonly { readonly person: { readonly id: string } }[] }) =>
  data.blockers.map(({ person, ...why }) => [person.id, why]);

async function expectNotLocked(): Promise<void> {
  expect((await company.lock()).error?.data).toEqual({ rule: 'blocked', month: MONTH });
}

test('who pays a rate that the city does not allow is named with the rate; the others are paid; mended, all are', async () => {
  await insure(PEOPLE.staff);
  await company.db.insertMany('insurance_profiles', [
    profile('shanghai', { fund: { employer: 12, employee: 7 } }),
  ]);
  const { data } = await company.calculate();
  const error = {
    code: 'RATE_OUT_OF_RANGE',
    data: { kind: 'fund', side: 'employer', percent: 12, least: 5, most: 7 },
  };
  expect(data).toMatchObject({ state: 'calculated', people: 3 });
  expect(blocked(data)).toEqual([[PEOPLE.staff, { rule: 'refused', error }]]);
  await expectNotLocked();
  const fund = { employer: 7, employee: 7 };
  await set('insurance_profiles', 'shanghai', { choices: [{ ...choice, fund }] });
  expect((await company.calculate(MONTH, { again: true })).data).toMatchObject({ people: 4, blockers: [] });
  expect((await company.lock()).data).toMatchObject({ state: 'locked' });
});

test('who lives where no rule is entered for what they pay is named with the rule', async () => {
  await insure(PEOPLE.staff);
  await set('employees', PEOPLE.staff, { city: 'hangzhou' });
  const supplementaryFund = { employer: 1, employee: 1 };
  await company.db.insertMany('insurance_profiles', [profile('hangzhou', { supplementaryFund })]);
  const { data } = await company.calculate();
  const error = {
    code: 'PAY_RULE_MISSING',
    data: { id: 'cn.hangzhou.supplementaryFund', from: '', rule: 'no-supplementary' },
  };
  expect([data.people, blocked(data)]).toEqual([3, [[PEOPLE.staff, { rule: 'refused', error }]]]);
  await expectNotLocked();
});

test.each(['salaries', 'insurance_bases'])(
  'who has in %s the record of another one is named, and is not paid by it',
  async (name) => {
    await insure(PEOPLE.staff);
    await insure(PEOPLE.peer);
    const peer = await company.db.get(name, PEOPLE.peer);
    await set(name, PEOPLE.staff, { sealed: peer?.sealed });
    const { data } = await company.calculate();
    expect([data.people, blocked(data)]).toEqual([3, [[PEOPLE.staff, { rule: 'unreadable', record: name }]]]);
    expect(await company.db.find('data_faults')).toMatchObject([
      { collection: name, document: PEOPLE.staff, rule: 'failed' },
    ]);
    await expectNotLocked();
  },
);

test('whose last slip is damaged does not begin the tax year anew', async () => {
  await company.calculate('2026-09', { paidOn: '2026-10-10' });
  await company.lock('2026-09');
  await set('payslips', `${PEOPLE.staff}:2026-09`, { sealed: 'sealed1.t1.AAAA' });
  const { data } = await company.calculate();
  expect(blocked(data)).toEqual([[PEOPLE.staff, { rule: 'unreadable', record: 'payslips' }]]);
});

test('an employee whose own record is damaged is named by the number, and not passed over', async () => {
  await set('employees', PEOPLE.peer, { hiredOn: 'soon' });
  const { data } = await company.calculate();
  expect(data.people).toBe(3);
  expect(blocked(data)).toEqual([[PEOPLE.peer, { rule: 'unreadable', record: 'employees' }]]);
});

test('what a company has entered of a city is damaged: its people are named, and pay no usual rates instead', async () => {
  await insure(PEOPLE.staff);
  await set('employees', PEOPLE.peer, { city: 'beijing' });
  await company.db.insertMany('insurance_profiles', [{ ...profile('shanghai', {}), choices: 'none' }]);
  const { data } = await company.calculate();
  expect(data.people).toBe(1);
  expect(new Set(blocked(data).map(([, why]) => JSON.stringify(why)))).toEqual(
    new Set([JSON.stringify({ rule: 'unreadable', record: 'insurance_profiles' })]),
  );
});

test('a slip that is damaged after the lock is named to payroll; the others are seen, and nothing is published without it', async () => {
  await company.calculate();
  await company.lock();
  const [staff] = await company.db.find('payslips', { employeeId: PEOPLE.staff });
  await company.db.updateMany('payslips', { employeeId: PEOPLE.peer }, { $set: { sealed: staff?.sealed } });
  const { data } = await company.pay('payroll', 'previewPay', { month: MONTH });
  const seen = (data.items as PayPreview[]).map(({ person }) => person.id);
  expect(seen.sort()).toEqual([PEOPLE.staff, PEOPLE.payroll, PEOPLE.hr2].sort());
  expect((await company.publish()).error).toEqual({
    code: 'RECORD_FAULTY',
    data: { collection: 'payslips', document: `${PEOPLE.peer}:${MONTH}`, field: '' },
  });
  expect(await company.db.get('payroll_runs', MONTH)).toMatchObject({ state: 'locked' });
  expect(await company.db.find('contributions')).toEqual([]);
});

test('without its key the run is refused as a whole, and nobody is called damaged', async () => {
  const rows = await company.db.find('salaries');
  for (const { _id, sealed } of rows)
    await set('salaries', String(_id), { sealed: String(sealed).replace('.t1.', '.t9.') });
  const { error } = await company.calculate();
  expect(error).toMatchObject({ code: 'SETUP_MISSING' });
  expect(await company.db.find('data_faults')).toEqual([]);
});

test('who is below zero, under the minimum wage, over 36 hours or without a base is named with the figure, and found alone', async () => {
  for (const id of [PEOPLE.staff, PEOPLE.peer, PEOPLE.hr2]) await insure(id);
  await company.pay('payroll', 'saveBases', {
    entries: [{ ...bases, employeeId: PEOPLE.hr2, insurance: 1_200_000, rev: 1 }],
  });
  const items = [payItem('damages', 'entered', { kind: 'deduction', isTaxable: false })];
  await company.pay('payroll', 'savePayItems', { from: '2026-01-01', items, expectedVersion: 0 });
  await company.setSalary('staff', 21_750, { from: '2026-10-01', entered: { damages: 3_000_000 } });
  // 3,798.33 would be the least in Shanghai, where the minimum is what is left after insurance and fund.
  await company.setSalary('peer', 3_700);
  const overtime = [{ payClass: 150, compensation: 'pay', minutes: 36 * 60 + 30 }];
  const { _id, ...month } = settledMonth(PEOPLE.hr2, MONTH, { overtime });
  await set('settled_months', String(_id), month);
  const { data: run } = await company.calculate();
  expect(run).toMatchObject({ people: 4, blockers: [], warnings: expect.any(Number) });
  const warned = async (more: object) => {
    const { data } = await company.pay('payroll', 'previewPay', { month: MONTH, ...more });
    return (data.items as PayPreview[]).map(({ person, warnings }) => [
      person.id,
      warnings.filter(
        ({ code }) => !code.startsWith('rule-') && code !== 'no-earlier-pay' && code !== 'base-raised',
      ),
    ]);
  };
  const all = Object.fromEntries(await warned({})) as Record<string, object[]>;
  expect(all[PEOPLE.staff]).toMatchObject([
    { code: 'negative-net', inputs: [{ name: 'carried_on', value: expect.any(Number) }] },
  ]);
  expect(all[PEOPLE.peer]).toMatchObject([
    { code: 'under-minimum', inputs: [{ name: 'countedNet' }, { name: 'minimumWage', value: 274_000 }, {}] },
  ]);
  expect(all[PEOPLE.hr2]).toMatchObject([
    { code: 'overtime-limit', inputs: [{ name: 'hours', value: '73/2' }] },
  ]);
  expect(all[PEOPLE.payroll]).toMatchObject([
    { code: 'no-base', inputs: [{ value: { en: 'Insurance and housing fund' } }] },
  ]);
  expect(Object.fromEntries(await warned({ warned: true }))).toEqual(all);
  await set('payslips', `${PEOPLE.peer}:${MONTH}`, { isWarned: false });
  expect((await warned({ warned: true })).map(([id]) => id)).not.toContain(PEOPLE.peer);
});

test('who lives in a city without rules is told so, and not that a base is missing', async () => {
  await set('employees', PEOPLE.staff, { city: 'wuhan' });
  await company.calculate();
  const { data } = await company.pay('payroll', 'previewPay', { month: MONTH });
  const staff = (data.items as PayPreview[]).find(({ person }) => person.id === PEOPLE.staff);
  const codes = staff?.warnings.map(({ code }) => code);
  expect(codes).toContain('no-city-rules');
  expect(codes).not.toContain('no-base');
});
