import { openWithReset } from '../../../support/open';
import { newKey, openRequestCompany, type Who } from '../support/request-company';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

const LINE = { day: '2026-11-20', category: 'travel', amount: 12_345 };

/** An expense that both approvers have approved, and that is due to be paid. */
async function approvedExpense(): Promise<string> {
  const values = { lines: [LINE] };
  const { data } = await company.ask('staff', 'submit', {
    key: newKey(),
    typeId: 'expense',
    version: 1,
    values,
  });
  await approve('head', data.id);
  await approve('payroll', data.id);
  return data.id;
}

const find = async (id: string) => Object(await company.db.get('requests', id));
async function approve(who: Who, id: string) {
  const { rev } = await find(id);
  return company.ask(who, 'decide', { id, rev, verb: 'approve' });
}
const pay = (id: string) => company.ask('payroll', 'markPaid', { id, rev: 1, reference: '工行 001' });
const cancel = async (id: string) =>
  company.ask('staff', 'cancel', { id, rev: (await find(id)).rev, key: newKey(), reason: '填错了' });
const paymentOf = (id: string) => company.db.get('expense_payments', id);

test('an expense that was paid cannot be cancelled', async () => {
  const id = await approvedExpense();
  await pay(id);
  expect((await cancel(id)).error).toEqual({ code: 'EXPENSE_PAID', data: { paidAt: expect.any(Number) } });
  expect(await find(id)).toMatchObject({ state: 'approved', cancelledBy: null });
});

test('an expense that was paid while its cancellation waited stays, and who decides is told so', async () => {
  const id = await approvedExpense();
  const { data } = await cancel(id);
  await pay(id);
  expect((await approve('head', data.id)).error?.code).toBe('EXPENSE_PAID');
  expect(await paymentOf(id)).toMatchObject({ state: 'paid' });
  const { rev } = await find(data.id);
  expect((await company.ask('head', 'decide', { id: data.id, rev, verb: 'reject' })).ok).toBe(true);
});

test('an expense that was not paid can be cancelled, and is then not paid', async () => {
  const id = await approvedExpense();
  const { data } = await cancel(id);
  await approve('head', data.id);
  await approve('payroll', data.id);
  await company.tick();
  expect(await find(id)).toMatchObject({ state: 'cancelled' });
  expect(await paymentOf(id)).toMatchObject({ state: 'dropped' });
  expect((await pay(id)).error?.code).toBe('NOT_FOUND');
});
