import type { Day } from '#contracts/common';
import { handoverTasks } from '../../../../cloudfunctions/resignation/domain/handover-task';
import { openWithReset } from '../../../support/open';
import { OPENIDS, openCompany } from '../support/company';
import { addStaff, STAFF, upload } from '../support/staff';

/** Database calls on an instance that has just started, and on one that has not; in cloudfunctions/README.md. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  'balances, own': [3, 1],
  'balances of another (HR)': [4, 2],
  'adjustBalance (HR)': [5, 3],
  'keepFile, new': [3, 2],
  'keepFile, known': [2, 1],
  'checkReceipt, new': [3, 2],
  'checkReceipt, known': [2, 1],
  'handover, own': [3, 2],
  decideHandover: [3, 2],
  'decideHandover, the settlement': [4, 3],
  'decideHandover, opened again': [7, 6],
  'payments (payroll)': [3, 2],
  'markPaid (payroll)': [3, 2],
  'correctPayment (payroll)': [3, 2],
};

let fileId: string;
const company = openWithReset(
  () => openCompany('2026-11-23T10:00:00+08:00', { maxWorkers: 1 }),
  async () => {
    await addStaff(company);
    fileId = await upload(company, OPENIDS.day, 'requests/E0001/a.pdf', Buffer.from('%PDF-1.7 receipt'));
    const leaver = { _id: 'E0001', name: '', nameEn: '', managerId: 'E0005' };
    const payment = { _id: 'R1', rev: 1, employeeId: 'E0001', name: '', nameEn: '', fen: 1, state: 'due' };
    const unpaid = { approvedAt: 1, paidAt: null, paidBy: null, reference: '' };
    await company.db.insertMany('expense_payments', [{ ...payment, ...unpaid }]);
    const tasks = handoverTasks('R1', leaver, '2026-12-23' as Day);
    await company.db.insertMany(
      'handover_tasks',
      tasks.map((task) => ({ ...task })),
    );
  },
);

const adjustment = {
  key: 'adjust-key-000000001',
  employeeId: 'E0001',
  typeId: 'comp-time',
  minutes: 60,
  reason: 'x',
};
const known = () => company.act(OPENIDS.day, 'requests.checkReceipt', { fileId });
const RUNS: Record<
  string,
  { as: string; before?: () => Promise<unknown>; action: string; input: () => object }
> = {
  'balances, own': { as: OPENIDS.day, action: 'balances', input: () => ({}) },
  'balances of another (HR)': { as: STAFF.hr, action: 'balances', input: () => ({ employeeId: 'E0001' }) },
  'adjustBalance (HR)': { as: STAFF.hr, action: 'adjustBalance', input: () => adjustment },
  'keepFile, new': { as: OPENIDS.day, action: 'keepFile', input: () => ({ fileId }) },
  'keepFile, known': {
    as: OPENIDS.day,
    before: () => company.act(OPENIDS.day, 'requests.keepFile', { fileId }),
    action: 'keepFile',
    input: () => ({ fileId }),
  },
  'checkReceipt, new': { as: OPENIDS.day, action: 'checkReceipt', input: () => ({ fileId }) },
  'checkReceipt, known': {
    as: OPENIDS.day,
    before: known,
    action: 'checkReceipt',
    input: () => ({ fileId }),
  },
  'handover, own': { as: OPENIDS.day, action: 'handover', input: () => ({}) },
  decideHandover: {
    as: STAFF.hr,
    action: 'decideHandover',
    input: () => ({ id: 'R1-work', rev: 1, state: 'done' }),
  },
  'decideHandover, the settlement': {
    as: STAFF.hr,
    before: () =>
      company.db.updateMany('handover_tasks', { managerId: 'E0005' }, { $set: { state: 'done' } }),
    action: 'decideHandover',
    input: () => ({ id: 'R1-settlement', rev: 1, state: 'done' }),
  },
  'decideHandover, opened again': {
    as: STAFF.hr,
    before: () => company.db.updateMany('handover_tasks', { _id: 'R1-work' }, { $set: { state: 'done' } }),
    action: 'decideHandover',
    input: () => ({ id: 'R1-work', rev: 1, state: 'open' }),
  },
  'payments (payroll)': { as: STAFF.payroll, action: 'payments', input: () => ({}) },
  'markPaid (payroll)': {
    as: STAFF.payroll,
    action: 'markPaid',
    input: () => ({ id: 'R1', rev: 1, reference: 'x' }),
  },
  'correctPayment (payroll)': {
    as: STAFF.payroll,
    action: 'correctPayment',
    before: () =>
      company.db.updateMany('expense_payments', { _id: 'R1' }, { $set: { state: 'paid', reference: 'x' } }),
    input: () => ({ id: 'R1', rev: 1, reference: 'y', reason: 'z' }),
  },
};

test.each(
  Object.entries(CALLS).flatMap(
    ([name, [cold, warm]]) =>
      [
        [name, 'cold', cold],
        [name, 'warm', warm],
      ] as const,
  ),
)('%s, %s: %i calls', async (name, state, calls) => {
  const plan = RUNS[name];
  if (!plan) throw new Error(name);
  await plan.before?.();
  if (state === 'warm') await company.act(plan.as, 'requests.balances');
  else if (plan.before) company.clock.advance(61_000);
  expect(await company.act(plan.as, `requests.${plan.action}`, plan.input())).toMatchObject({ ok: true });
  expect(company.lastCalls()).toBe(calls);
});
