import { openWithReset } from '../../../support/open';
import { openidOf, openRequestCompany, PEOPLE } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  insuranceProfile: [2, 1],
  saveInsuranceProfile: [3, 2],
  previewInsurance: [4, 3],
  'insuranceBases, a page': [4, 3],
  'checkBases, two lines': [5, 3],
  'saveBases, two people': [10, 8],
};

const company = openWithReset(
  () => openRequestCompany('2026-11-23T09:00:00+08:00', { maxWorkers: 1 }),
  (opened) => opened.act(openidOf('payroll'), 'payroll.saveBases', { entries: [ENTRY] }),
);

const ENTRY = {
  ...{ employeeId: PEOPLE.staff, from: '2026-07', insurance: 2_000_000, fund: 2_000_000 },
  ...{ isLocal: false, isPensioner: false },
};
const settings = { choices: [], limits: [], rates: [] };
const entries = [
  { ...ENTRY, from: '2026-08' },
  { ...ENTRY, employeeId: PEOPLE.peer },
];

const RUNS: Record<string, readonly [action: string, input: object]> = {
  insuranceProfile: ['insuranceProfile', { city: 'shanghai' }],
  saveInsuranceProfile: ['saveInsuranceProfile', { city: 'shanghai', settings, expectedVersion: 0 }],
  previewInsurance: ['previewInsurance', { city: 'shanghai', settings, month: '2026-11' }],
  'insuranceBases, a page': ['insuranceBases', {}],
  'checkBases, two lines': ['checkBases', { entries }],
  'saveBases, two people': ['saveBases', { entries: [{ ...entries[0], rev: 1 }, entries[1]] }],
};

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const [action, input] = RUNS[name] ?? ['', {}];
  if (warm) await company.act(openidOf('payroll'), 'payroll.checkBases', { entries });
  else company.clock.advance(61_000);
  expect((await company.act(openidOf('payroll'), `payroll.${action}`, input)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
