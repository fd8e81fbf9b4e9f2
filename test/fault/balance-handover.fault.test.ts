import type { Day } from '#contracts/common';
import { handoverTasks } from '../../cloudfunctions/resignation/domain/handover-task';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { faultsIn, KINDS_WITHOUT_WAITING, type Writing } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { OPENIDS } from '../unit/cloudfunctions/support/company';
import { STAFF, staffDocuments, upload } from '../unit/cloudfunctions/support/staff';

const NOW = '2026-11-23T09:00:00+08:00';

const company = openPerFile(() => openInstrumentedCompany(NOW));
const inject = faultsIn('balances, receipts and handover', company);

interface HandoverWriting extends Writing {
  readonly tasks?: ReturnType<typeof openTasks>;
}

const openTasks = () =>
  handoverTasks('R1', { _id: 'E0001', name: '', nameEn: '', managerId: 'E0005' }, '2026-12-23' as Day);

const PAYMENT = { employeeId: 'E0001', name: '员工', nameEn: 'Person', fen: 1, approvedAt: 1 };

async function faultsOf({
  as,
  action,
  input,
  invariant,
  tasks = openTasks(),
}: HandoverWriting): Promise<readonly string[]> {
  const { points } = await inject({
    async setup() {
      company.clock.set(Date.parse(NOW));
      await company.reset({
        ...staffDocuments(),
        handover_tasks: tasks.map((task) => ({ ...task })),
        expense_payments: [
          { ...PAYMENT, _id: 'R1', rev: 1, state: 'due', paidAt: null, paidBy: null, reference: '' },
          { ...PAYMENT, _id: 'R2', rev: 2, state: 'paid', paidAt: 1, paidBy: 'E0013', reference: '001' },
        ],
      });
      await company.act(as, 'requests.balances');
    },
    call: (requestId) => company.act(as, action, input, { requestId }),
    invariant,
    kinds: KINDS_WITHOUT_WAITING,
  });
  return points;
}

test('adjustBalance: one line after every fault', async () => {
  const points = await faultsOf({
    as: STAFF.hr,
    action: 'requests.adjustBalance',
    input: {
      key: 'adjust-key-000000001',
      employeeId: 'E0001',
      typeId: 'comp-time',
      minutes: 480,
      reason: 'x',
    },
    async invariant({ data }) {
      const [account] = await company.db.find('accounts', { _id: 'E0001' });
      const lines = Object.values(
        (account?.entries ?? {}) as Record<string, { kind: string; minutes: number }>,
      );
      expect(lines.filter(({ kind }) => kind === 'adjust').map(({ minutes }) => minutes)).toEqual([480]);
      const shown = data.balances.find(({ type }: { type: { id: string } }) => type.id === 'comp-time');
      expect(shown.left).toBe(480);
    },
  });
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.getDocument employees',
    'database.getDocument accounts',
    'database.insertDocument accounts',
  ]);
});

test('decideHandover: decided once after every fault', async () => {
  const points = await faultsOf({
    as: STAFF.manager,
    action: 'requests.decideHandover',
    input: { id: 'R1-work', rev: 1, state: 'done' },
    async invariant() {
      const [task] = await company.db.find('handover_tasks', { _id: 'R1-work' });
      expect(task).toMatchObject({ rev: 2, state: 'done', decidedBy: 'E0005' });
    },
  });
  expect(points).toEqual(['database.getDocument handover_tasks', 'database.modifyDocument handover_tasks']);
});

test('decideHandover: opened again once after every fault', async () => {
  const tasks = openTasks().map((task) =>
    task.area === 'work' ? { ...task, state: 'done' as const } : task,
  );
  await faultsOf({
    as: STAFF.manager,
    action: 'requests.decideHandover',
    input: { id: 'R1-work', rev: 1, state: 'open' },
    async invariant() {
      const task = await company.db.get('handover_tasks', 'R1-work');
      expect(task).toMatchObject({ rev: 2, state: 'open', history: [{ state: 'open' }] });
      expect(await company.db.get('handover_tasks', 'R1-settlement')).toMatchObject({
        rev: 2,
        state: 'open',
      });
    },
    tasks,
  });
});

test('markPaid: paid once after every fault', async () => {
  const points = await faultsOf({
    as: STAFF.payroll,
    action: 'requests.markPaid',
    input: { id: 'R1', rev: 1, reference: '001' },
    async invariant() {
      expect(await company.db.get('expense_payments', 'R1')).toMatchObject({ rev: 2, state: 'paid' });
    },
  });
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.getDocument expense_payments',
    'database.modifyDocument expense_payments',
  ]);
});

test('correctPayment: corrected once after every fault', async () => {
  const points = await faultsOf({
    as: STAFF.payroll,
    action: 'requests.correctPayment',
    input: { id: 'R2', rev: 2, reference: '002', reason: '抄错' },
    async invariant() {
      const payment = await company.db.get('expense_payments', 'R2');
      expect(payment).toMatchObject({ rev: 3, reference: '002', history: [{ from: '001', to: '002' }] });
    },
  });
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.getDocument expense_payments',
    'database.modifyDocument expense_payments',
  ]);
});

test('keepFile: one copy, which stays the same, after every fault', async () => {
  const fileId = await upload(company, OPENIDS.day, 'requests/E0001/p.pdf', Buffer.from('%PDF-1.7 paper'));
  const points = await faultsOf({
    as: OPENIDS.day,
    action: 'requests.keepFile',
    input: { fileId },
    async invariant({ data }) {
      expect(await company.db.find('kept_files', {})).toMatchObject([
        { employeeId: 'E0001', fileId: data.fileId },
      ]);
    },
  });
  expect(points).toContain('database.insertDocument kept_files');
});

test('checkReceipt: one claim, and no false duplicate, after every fault', async () => {
  const content = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('receipt')]);
  const fileId = await upload(company, OPENIDS.day, 'requests/E0001/a.jpg', content);
  const points = await faultsOf({
    as: OPENIDS.day,
    action: 'requests.checkReceipt',
    input: { fileId },
    async invariant({ data }) {
      expect(data.duplicate).toBeNull();
      expect(await company.db.find('receipts', {})).toMatchObject([
        { employeeId: 'E0001', fileId: data.fileId },
      ]);
    },
  });
  expect(points).toContain('database.insertDocument receipts');
});
