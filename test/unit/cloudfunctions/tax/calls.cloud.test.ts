import { openWithReset } from '../../../support/open';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  deductions: [2, 1],
  declareDeduction: [3, 2],
  endDeduction: [3, 2],
  dropDeduction: [3, 2],
  confirmDeductions: [3, 2],
  deductionChecks: [3, 1],
  deductionsOf: [4, 2],
  decideDeduction: [6, 4],
  taxYear: [4, 2],
  saveTaxYear: [5, 3],
};

const ACCEPTED = 'accepted-00000000001';
const WAITING = 'waiting-000000000001';
const declaring = (key: string, more: object) => ({
  key,
  replaces: null,
  from: '2026-01',
  until: null,
  ...more,
});
const RENT = declaring(ACCEPTED, { detail: { kind: 'rent', city: '上海', size: 'major' } });
const DEGREE = declaring(WAITING, { detail: { kind: 'degree', enrolled: '2025-09' } });
const ELDER = { kind: 'elder', name: '示例父亲', born: '1950-01-01', amount: null };
const staff = { employeeId: PEOPLE.staff };
const decision = { ...staff, accept: true, reason: null };
const NOTHING = { kind: 'resident', allowance: 'monthly', carryIn: null, bonusTaxedOn: null };
const FACTS = { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false };

const company = openWithReset(
  // The clock stands in December, when the next year is confirmed.
  () => openRequestCompany('2026-12-02T09:00:00+08:00', { maxWorkers: 1 }),
  async (opened) => {
    await opened.act(openidOf('staff'), 'payroll.declareDeduction', RENT);
    await opened.act(openidOf('hr'), 'payroll.decideDeduction', { ...decision, id: ACCEPTED, rev: 1 });
    await opened.act(openidOf('staff'), 'payroll.declareDeduction', DEGREE);
  },
);

const RUNS: Record<string, readonly [who: Who, input: object]> = {
  deductions: ['staff', {}],
  declareDeduction: ['staff', declaring('another-000000000001', { detail: ELDER })],
  endDeduction: ['staff', { id: ACCEPTED, until: '2026-12' }],
  dropDeduction: ['staff', { id: WAITING }],
  confirmDeductions: ['staff', { year: 2027 }],
  deductionChecks: ['hr', {}],
  deductionsOf: ['hr', staff],
  decideDeduction: ['hr', { ...decision, id: WAITING, rev: 3 }],
  taxYear: ['payroll', { ...staff, year: 2026 }],
  saveTaxYear: ['payroll', { ...staff, year: 2026, version: 0, draft: NOTHING, facts: FACTS }],
};

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const [who, input] = RUNS[name] ?? ['staff', {}];
  company.clock.advance(61_000);
  if (warm) {
    for (const each of [who, 'staff'] as const) await company.act(openidOf(each), 'payroll.deductions', {});
    if (who !== 'staff') await company.act(openidOf('hr'), 'payroll.deductionsOf', staff);
  }
  expect((await company.act(openidOf(who), `payroll.${name}`, input)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
