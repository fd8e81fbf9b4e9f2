import type { PayPreview } from '#contracts/payroll';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID } from '../support/payroll-company';
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
  const error = { code: 'RATE_OUT_OF_RANGE', data: { kind: 'fund', percent: 12, least: 5, most: 7 } };
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
  const error = { code: 'PAY_RULE_MISSING', data: { id: 'cn.hangzhou.supplementaryFund', from: '' } };
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
