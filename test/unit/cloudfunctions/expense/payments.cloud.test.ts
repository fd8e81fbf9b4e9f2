import { openWithReset } from '../../../support/open';
import { OPENIDS, openCompany } from '../support/company';
import { addStaff, STAFF } from '../support/staff';

const payment = (id: string, employeeId: string, more: object = {}) => ({
  _id: id,
  rev: 1,
  employeeId,
  name: employeeId,
  nameEn: employeeId,
  fen: 12_345,
  state: 'due',
  approvedAt: Number(id.slice(1)),
  paidAt: null,
  paidBy: null,
  reference: '',
  ...more,
});
const company = openWithReset(
  () => openCompany('2026-11-23T10:00:00+08:00'),
  async () => {
    await addStaff(company);
    await company.db.insertMany('expense_payments', [
      payment('R2', 'E0002'),
      payment('R1', 'E0001'),
      payment('R3', 'E0001', { state: 'dropped' }),
      payment('R4', 'E0013'),
    ]);
  },
);

const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const pay = (as: string, more: object = {}) =>
  company.act(as, 'requests.markPaid', { id: 'R1', rev: 1, reference: '工行 20261123-001', ...more });

test.each([
  ['an employee', OPENIDS.day, ['R1'], []],
  ['the manager', STAFF.manager, [], []],
  ['HR', STAFF.hr, [], []],
  ['payroll', STAFF.payroll, ['R4'], ['R1', 'R2', 'R4']],
])('%s sees own and due payments', async (_, as, own, due) => {
  const { data } = await company.act(as, 'requests.payments');
  expect([ids(data.own), ids(data.due)]).toEqual([own, due]);
});

test('payroll marks one as paid, once', async () => {
  const first = await pay(STAFF.payroll);
  expect(first.data).toMatchObject({ state: 'paid', rev: 2, paidAt: expect.any(Number) });
  expect((await pay(STAFF.payroll)).data).toEqual(first.data);
  expect((await pay(STAFF.payroll, { reference: 'other' })).error).toEqual({
    code: 'REQUEST_CHANGED',
    data: { state: 'paid', rev: 2 },
  });
  expect((await company.act(OPENIDS.day, 'requests.payments')).data.own).toMatchObject([
    { state: 'paid', fen: 12_345 },
  ]);
});

const correct = (as: string, more: object = {}) =>
  company.act(as, 'requests.correctPayment', {
    ...{ id: 'R1', rev: 2, reference: '工行 002', reason: '抄错了' },
    ...more,
  });

test('a wrong reference is corrected once, and what it was stays', async () => {
  await pay(STAFF.payroll);
  const first = await correct(STAFF.payroll);
  const change = { from: '工行 20261123-001', to: '工行 002', reason: '抄错了', byId: 'E0013' };
  expect(first.data).toMatchObject({ state: 'paid', rev: 3, reference: '工行 002', history: [change] });
  expect((await correct(STAFF.payroll)).data).toEqual(first.data);
  expect((await correct(STAFF.payroll, { reference: '003' })).error).toEqual({
    code: 'REQUEST_CHANGED',
    data: { state: 'paid', rev: 3 },
  });
  const { data } = await company.act(STAFF.payroll, 'requests.payments', { paid: true });
  expect([ids(data.due), ids(data.paid)]).toEqual([[], ['R1']]);
  expect((await company.act(OPENIDS.day, 'requests.payments', { paid: true })).data.paid).toEqual([]);
  expect(await company.db.count('expense_payments', { reference: '工行 002' })).toBe(1);
});

test.each([
  ['the employee', OPENIDS.day, {}, 'FORBIDDEN'],
  ['HR', STAFF.hr, {}, 'FORBIDDEN'],
  ['payroll, for themselves', STAFF.payroll, { id: 'R4' }, 'FORBIDDEN'],
  ['payroll, before it is paid', STAFF.payroll, { id: 'R2', rev: 1 }, 'REQUEST_CHANGED'],
  ['payroll, the same again', STAFF.payroll, { reference: '工行 20261123-001' }, 'INPUT_INVALID'],
  ['payroll, without a reason', STAFF.payroll, { reason: ' ' }, 'INPUT_INVALID'],
])('not corrected by %s', async (_, as, more, code) => {
  await pay(STAFF.payroll);
  expect((await correct(as, more)).error?.code).toBe(code);
  expect(await company.db.get('expense_payments', 'R1')).toMatchObject({ reference: '工行 20261123-001' });
});

test.each([
  ['the employee', OPENIDS.day, {}, 'FORBIDDEN'],
  ['the manager', STAFF.manager, {}, 'FORBIDDEN'],
  ['HR', STAFF.hr, {}, 'FORBIDDEN'],
  ['payroll, for themselves', STAFF.payroll, { id: 'R4' }, 'FORBIDDEN'],
  ['payroll, what was undone', STAFF.payroll, { id: 'R3' }, 'NOT_FOUND'],
  ['payroll, what is not', STAFF.payroll, { id: 'R9' }, 'NOT_FOUND'],
  ['payroll, without a reference', STAFF.payroll, { reference: ' ' }, 'INPUT_INVALID'],
])('not by %s', async (_, as, more, code) => {
  expect((await pay(as, more)).error?.code).toBe(code);
  expect(await company.db.count('expense_payments', { state: 'paid' })).toBe(0);
});
