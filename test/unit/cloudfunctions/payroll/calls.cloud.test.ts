import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTIONS } from '../../../security/support/every-row';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, PAY_DAY, payItem } from '../support/payroll-company';
import { PEOPLE, type Who } from '../support/request-company';
import { lineOf, salaryChangesOf } from '../support/salary-changes';

/**
 * Database calls of each action on an instance that has just started, and on one that has not. Those of more than two reads
 * and four writes have their reason in cloudfunctions/README.md.
 */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  secondCheck: [2, 1],
  setPass: [6, 5],
  openPay: [4, 3],
  resetPass: [4, 3],
  payItems: [2, 1],
  savePayItems: [3, 2],
  salary: [5, 4],
  checkSalaryChange: [8, 7],
  askSalaryChange: [14, 13],
  salaryChange: [8, 7],
  decideSalaryChange: [13, 12],
  payMonth: [8, 7],
  calculatePay: [26, 25],
  previewPay: [5, 4],
  lockPay: [11, 10],
  publishPay: [10, 9],
  recallPay: [6, 5],
  payslips: [3, 2],
  payslip: [4, 3],
  payYear: [4, 3],
  confirmPayslip: [5, 4],
  disputePayslip: [7, 6],
  payDisputes: [5, 4],
  previewPayItems: [20, 19],
  yearBonuses: [3, 2],
  previewBonus: [25, 24],
  saveBonus: [32, 31],
  dropBonus: [11, 10],
  leavers: [3, 2],
  saveLeaving: [11, 10],
  payFiles: [9, 8],
  exportPayFile: [12, 11],
  payees: [5, 4],
  savePayees: [7, 6],
  payFileSettings: [4, 3],
  savePayFileSettings: [5, 4],
  provePayslip: [6, 5],
  checkProof: [5, 5],
  answerPayDispute: [24, 23],
  settlePayDispute: [10, 9],
};

const PASS = '908172';
const LAST = '2026-09';
/** Of the answers that the company begins with. */
let opening = '';
let revs: Readonly<Record<string, number>> = {};
let slipRev = 0;
let lockedRev = 0;
let proof: object = {};
let settled = { employeeId: PEOPLE.staff, month: LAST, id: 'dispute-key-000001', rev: 0 };
let change = { id: '', rev: 0 };

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
    const revOf = async (month: string) =>
      (await opened.pay('payroll', 'payMonth', { month })).data.run.rev as number;
    // The last month is published, with a line that is doubted; this one is worked out.
    await opened.pay('payroll', 'calculatePay', { month: LAST, paidOn: '2026-10-10' });
    await opened.lock(LAST);
    await opened.publish(LAST);
    opening = (await opened.pay('staff', 'setPass', { pass: PASS })).data.token;
    await opened.pay('staff', 'payslip', { month: LAST, opening });
    await opened.pay('staff', 'disputePayslip', doubt('1'));
    slipRev = (await opened.pay('payroll', 'payDisputes')).data.items[0].rev;
    await opened.calculate();
    const asked = await salaryChangesOf(opened).ask('payroll', [lineOf('peer')]);
    change = { id: asked.data.id, rev: asked.data.rev };
    revs = { [LAST]: await revOf(LAST), [MONTH]: await revOf(MONTH) };
  },
);

const doubt = (end: string) => ({
  ...{ key: `dispute-key-00000${end}`, month: LAST, version: 1, line: 'earnings/wage' },
  ...{ text: '少算了两天', opening },
});
const own = (more: object = {}) => ({ month: LAST, opening, ...more });
const at = (month: string, more: object = {}) => ({ month, rev: revs[month], ...more });

/** What a row of every-row.ts sends, about the published month where it is about one. */
const row = (name: string, more: object = {}) => {
  const { input = {} } = ACTIONS.find((each) => each.name === `payroll.${name}`) ?? {};
  return {
    ...input,
    ...('opening' in input && { opening }),
    ...('month' in input && { month: LAST }),
    ...more,
  };
};

type Run = readonly [who: Who, input: () => object];
const RUNS: Record<string, Run> = {
  secondCheck: ['staff', () => ({})],
  setPass: ['staff', () => ({ pass: '135790', old: PASS })],
  openPay: ['staff', () => ({ pass: PASS })],
  resetPass: ['payroll', () => ({ employeeId: PEOPLE.staff })],
  payItems: ['payroll', () => ({})],
  savePayItems: [
    'payroll',
    () => ({ from: '2026-11-01', items: [payItem('meals', 'attended_days * 10')], expectedVersion: 0 }),
  ],
  salary: ['payroll', () => ({ employeeId: PEOPLE.staff })],
  checkSalaryChange: ['payroll', () => ({ lines: [lineOf('staff')] })],
  askSalaryChange: [
    'payroll',
    () => ({ key: 'salary-change-0002', reason: '调薪', lines: [lineOf('staff')] }),
  ],
  salaryChange: ['hr2', () => ({ id: change.id, opening })],
  decideSalaryChange: ['hr2', () => ({ ...change, verb: 'approve', opening })],
  payMonth: ['payroll', () => ({ month: MONTH })],
  calculatePay: ['payroll', () => ({ month: MONTH, paidOn: PAY_DAY, again: true })],
  previewPay: ['payroll', () => ({ month: MONTH })],
  lockPay: ['hr2', () => at(MONTH)],
  publishPay: ['payroll', () => at(MONTH, { rev: lockedRev })],
  recallPay: ['hr2', () => at(LAST, { reason: '再算一遍' })],
  payslips: ['staff', () => ({})],
  payslip: ['staff', () => own()],
  payYear: ['staff', () => ({ year: 2026, opening })],
  confirmPayslip: ['staff', () => own({ version: 1 })],
  disputePayslip: ['peer', () => doubt('2')],
  payDisputes: ['payroll', () => ({})],
  previewPayItems: [
    'payroll',
    () => ({ ...row('previewPayItems'), items: [payItem('meals', 'attended_days * 10')] }),
  ],
  yearBonuses: ['payroll', () => row('yearBonuses')],
  previewBonus: ['payroll', () => row('previewBonus', { month: MONTH })],
  saveBonus: ['payroll', () => row('saveBonus', { month: MONTH })],
  dropBonus: ['payroll', () => row('dropBonus', { month: MONTH })],
  leavers: ['payroll', () => row('leavers', { month: MONTH })],
  saveLeaving: ['payroll', () => row('saveLeaving', { month: MONTH })],
  payFiles: ['payroll', () => row('payFiles')],
  exportPayFile: ['payroll', () => row('exportPayFile', { file: 'register' })],
  payees: ['payroll', () => row('payees')],
  savePayees: ['payroll', () => row('savePayees')],
  payFileSettings: ['payroll', () => row('payFileSettings')],
  savePayFileSettings: ['payroll', () => row('savePayFileSettings')],
  provePayslip: ['staff', () => own({ version: 1 })],
  checkProof: ['peer', () => proof],
  answerPayDispute: [
    'payroll',
    () => ({ employeeId: PEOPLE.staff, month: LAST, rev: slipRev, id: 'dispute-key-000001', text: '无误' }),
  ],
  settlePayDispute: ['payroll', () => settled],
};

/** More than a minute without a call makes an instance cold. */
async function count(name: string, isWarm: boolean): Promise<number> {
  const [who, input] = RUNS[name] ?? ['staff', () => ({})];
  if (name === 'publishPay') {
    await company.lock();
    lockedRev = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run.rev;
  }
  if (name === 'settlePayDispute') {
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-09-30' } });
    await company.setSalary('staff', 22_750, { from: '2026-09-01' });
    company.clock.advance(61_000);
    const { data } = await company.pay('payroll', 'answerPayDispute', RUNS.answerPayDispute?.[1]());
    settled = { ...settled, rev: data.rev };
  }
  if (name === 'dropBonus') await company.pay('payroll', 'saveBonus', row('saveBonus', { month: MONTH }));
  if (name === 'saveLeaving')
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-10-30' } });
  if (name === 'checkProof') {
    const { code, net } = (await company.pay('staff', 'provePayslip', own({ version: 1 }))).data;
    proof = { code, net };
  }
  company.clock.advance(61_000);
  // Opened anew: a minute later it would be over some day.
  if (who !== 'staff') opening = (await company.pay(who, 'setPass', { pass: PASS })).data.token;
  else opening = (await company.pay('staff', 'openPay', { pass: PASS })).data.token;
  if (isWarm) await company.pay(who, 'secondCheck');
  else company.clock.advance(61_000);
  expect((await company.pay(who, name, input())).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});

test('every action of payroll stands in the table of calls, and these as they are counted', () => {
  const readme = readFileSync(path.resolve(__dirname, '../../../../cloudfunctions/README.md'), 'utf8');
  const names = ACTIONS.flatMap(({ name, audience }) =>
    name.startsWith('payroll.') && audience !== 'functions' ? [name] : [],
  );
  expect(names.filter((name) => !readme.includes(`| ${name}`))).toEqual([]);
  for (const [name, [cold, warm]] of Object.entries(CALLS))
    expect(readme).toMatch(new RegExp(`\\| payroll\\.${name}[ ,][^|]*\\| ${cold} \\| ${warm} \\|`));
});
