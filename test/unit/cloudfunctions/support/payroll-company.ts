import type { PayItem, SalaryVersion } from '#contracts/pay-item';
import { withVersion } from '../../../../cloudfunctions/salaries/rules';
import { decryptText, encryptText } from '../../../../cloudfunctions/shared/privacy/field-cipher';
import { FIELD_KEYS, type TestCloudOptions } from '../../../support/cloud';
import type { Answer, Company } from './company';
import {
  employeeDocument,
  openidOf,
  openRequestCompany,
  PEOPLE,
  type RequestCompany,
  type Who,
} from './request-company';

export const MONTH = '2026-10';
export const PAY_DAY = '2026-11-10';

const ZEROS = { late: 0, lateMinutes: 0, early: 0, earlyMinutes: 0, missing: 0, trip: 0, field: 0 };

/** A settled month; 17 workdays and the statutory days of October, all of them attended unless said. */
export const settledMonth = (employeeId: string, month: string, pay: object = {}, totals: object = {}) => ({
  ...{
    _id: `${employeeId}:${month}`,
    employeeId,
    month,
    departmentId: 'D2',
    rev: 1,
    inputs: 'x',
    settledAt: 1,
  },
  ...{ workedMinutes: 0, days: [], rules: [] },
  totals: { attended: 18, absent: 0, leave: 0, ...ZEROS, ...totals },
  pay: { overtime: [], leave: [], corrections: 0, ...pay },
});

const lockedSettlement = (month: string) => ({
  ...{ _id: month, rev: 1, state: 'locked', cursor: '', leaseUntil: 0, people: 1, written: 1, waiting: 0 },
  ...{ resumesAt: null, startedAt: 1, doneAt: 2, lockedAt: 3, lockedById: null },
});

export const salaryOf = (yuan: number, more: Partial<Record<keyof SalaryVersion, unknown>> = {}) => ({
  ...{ from: '2024-01-05', wage: yuan * 100, overtimeBase: null, method: '21.75', entered: {}, ...more },
});

export const payItem = (id: string, formula: string, more: Partial<PayItem> = {}) => ({
  ...{ id, formula, condition: '', name: { 'zh-CN': id, en: id }, kind: 'earning' as const },
  ...{ isTaxable: true, isInsurable: true, isInMinimum: false, ...more },
});

/** Two employees and two officers, so that a run is small and has every kind of person. */
export const PAID = ['staff', 'peer', 'payroll', 'hr2'] as const satisfies readonly Who[];

interface PayActs {
  pay(
    who: Who,
    action: string,
    input?: object,
    call?: { readonly requestId?: string; readonly now?: number },
  ): Promise<Answer>;
  setSalary(who: Who, yuan: number, more?: object): Promise<void>;
  /** Calculates until the run is done. */
  calculate(month?: string, more?: object): Promise<Answer>;
  lock(month?: string): Promise<Answer>;
  publish(month?: string): Promise<Answer>;
}

type PayrollCompany = RequestCompany & PayActs;

const MONTHS = ['2026-08', '2026-09', MONTH, '2026-11'];

/** What the company of the payroll tests begins with. */
export const payrollSeed = () => ({
  employees: PAID.map((who) =>
    employeeDocument(who, who === 'hr2' ? { roles: ['employee', 'hr', 'payroll'] } : {}),
  ),
  bindings: PAID.map((who) => ({ _id: openidOf(who), employeeId: PEOPLE[who] })),
  settlements: MONTHS.map(lockedSettlement),
  settled_months: PAID.flatMap((who) => MONTHS.map((month) => settledMonth(PEOPLE[who], month))),
});

export async function openPayrollCompany(
  now = '2026-11-05T09:00:00+08:00',
  variables: TestCloudOptions['variables'] = {},
): Promise<PayrollCompany> {
  return payrollCompany(await openRequestCompany(now, { variables, seed: payrollSeed() }));
}

const placeOf = (employeeId: string): string => `salaries:${employeeId}`;

/** A stored salary with these versions. */
export function storedSalary(
  employeeId: string,
  versions: readonly SalaryVersion[],
  rev = 1,
  keys = FIELD_KEYS,
) {
  process.env.FIELD_KEYS = keys;
  return { _id: employeeId, rev, sealed: encryptText(JSON.stringify(versions), placeOf(employeeId)) };
}

/** Stores a salary as an approved change does, without asking anybody. */
async function putSalary(
  { db }: Company,
  employeeId: string,
  version: SalaryVersion,
  keys: string,
): Promise<void> {
  process.env.FIELD_KEYS = keys;
  const found = await db.get('salaries', employeeId);
  if (!found) {
    await db.insertMany('salaries', [storedSalary(employeeId, [version], 1, keys)]);
    return;
  }
  const before = JSON.parse(decryptText(String(found.sealed), placeOf(employeeId))) as SalaryVersion[];
  const after = storedSalary(employeeId, withVersion(before, version), Number(found.rev) + 1, keys);
  await db.updateMany('salaries', { _id: employeeId }, { $set: { rev: after.rev, sealed: after.sealed } });
}

/** The same actions on any company; `keys` are those of its function `payroll`. */
export function payrollCompany<C extends Company>(company: C, keys = FIELD_KEYS): C & PayActs {
  const pay: PayActs['pay'] = (who, action, input = {}, call = {}) =>
    company.act(openidOf(who), `payroll.${action}`, input, call);
  const revOf = async (month: string) => (await pay('payroll', 'payMonth', { month })).data.run.rev as number;
  return {
    ...company,
    pay,
    async setSalary(who, yuan, more) {
      await putSalary(company, PEOPLE[who], salaryOf(yuan, more) as SalaryVersion, keys);
    },
    async calculate(month = MONTH, more = {}) {
      let answer = await pay('payroll', 'calculatePay', { month, paidOn: PAY_DAY, ...more });
      while (answer.data?.state === 'running')
        answer = await pay('payroll', 'calculatePay', { month, paidOn: PAY_DAY });
      return answer;
    },
    lock: async (month = MONTH) => pay('hr2', 'lockPay', { month, rev: await revOf(month) }),
    publish: async (month = MONTH) => pay('payroll', 'publishPay', { month, rev: await revOf(month) }),
  };
}
