import type { OpenDispute } from '#contracts/payroll';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, payItem } from '../support/payroll-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, 12_000);
    await opened.calculate();
    await opened.lock();
    await opened.publish();
  },
);
beforeEach(() => company.clock.advance(60_000));

const openingOf = async (who: Who): Promise<string> =>
  (await company.pay(who, 'setPass', { pass: '908172' })).data.token;
const LAST_DAY = { leftOn: '2026-10-31' };
const isLeaving = () => company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: LAST_DAY });
const open = async (): Promise<readonly OpenDispute[]> =>
  (await company.pay('payroll', 'payDisputes', {})).data.items;
const owedIn = async (month: string): Promise<number> =>
  (await company.pay('payroll', 'payMonth', { month })).data.owedApart;
const about = { employeeId: PEOPLE.staff, month: MONTH };
const settle = ({ rev, dispute }: OpenDispute) =>
  company.pay('payroll', 'settlePayDispute', { ...about, rev, id: dispute.id });

/** The wage was a thousand yuan too low, as staff has doubted, and that is mended and answered. */
async function answered(meanwhile: () => Promise<unknown> = async () => undefined): Promise<OpenDispute> {
  await company.pay('staff', 'disputePayslip', {
    ...{ month: MONTH, version: 1, opening: await openingOf('staff'), key: 'dispute-key-000001' },
    ...{ line: 'earnings/wage', text: '少了' },
  });
  await meanwhile();
  await company.setSalary('staff', 13_000);
  const [item] = await open();
  const input = { ...about, rev: item?.rev, id: item?.dispute.id, text: '已更正' };
  const answer = await company.pay('payroll', 'answerPayDispute', input);
  expect(answer.error).toBeUndefined();
  company.clock.advance(60_000);
  return answer.data;
}
const answerOf = async () =>
  (await company.pay('staff', 'payslip', { month: MONTH, opening: await openingOf('staff') })).data
    .disputes[0].answer;

test('a difference that was to be settled apart is settled by the recalled month that pays it, and by nobody else', async () => {
  const owed = await answered(isLeaving);
  expect([owed.dispute.answer?.paidBy, await owedIn(MONTH)]).toEqual(['apart', 1]);
  const { rev } = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run;
  await company.pay('payroll', 'recallPay', { month: MONTH, rev, reason: '再算一遍' });
  expect((await settle(owed)).error).toMatchObject({
    code: 'PAY_DISPUTE_REFUSED',
    data: { rule: 'recalled' },
  });
  await company.calculate(MONTH, { again: true });
  await company.lock();
  expect((await company.publish()).error).toBeUndefined();
  expect([await owedIn('2026-11'), await open()]).toEqual([0, []]);
  expect(await answerOf()).toMatchObject({ difference: 1_000_00, settled: { run: MONTH } });
});

test('a difference of who leaves after the answer stands among the open ones until it is settled', async () => {
  expect((await answered()).dispute.answer?.paidBy).toBe('next-run');
  expect([await owedIn('2026-11'), await open()]).toEqual([0, []]);
  await isLeaving();
  expect(await owedIn('2026-11')).toBe(1);
  const [owed] = await open();
  expect(owed?.dispute.answer).toMatchObject({ paidBy: 'apart', difference: 1_000_00 });
  expect((await settle(owed as OpenDispute)).data.dispute.answer).toMatchObject({
    settled: { by: { id: PEOPLE.payroll } },
  });
  expect([await owedIn('2026-11'), await open()]).toEqual([0, []]);
});

test('the next run pays the difference of who stays, which is settled with its publication; a last day after it opens nothing', async () => {
  await answered();
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  await company.calculate('2026-11', { paidOn: '2026-12-10' });
  await company.lock('2026-11');
  expect((await company.publish('2026-11')).error).toBeUndefined();
  expect(await answerOf()).toMatchObject({ paidBy: 'next-run', settled: { run: '2026-11' } });
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-11-30' } });
  expect([await owedIn('2026-12'), await open()]).toEqual([0, []]);
});

const recall = async (month = MONTH) => {
  const { rev } = (await company.pay('payroll', 'payMonth', { month })).data.run;
  return company.pay('payroll', 'recallPay', { month, rev, reason: '再算一遍' });
};
const grossOf = async (month: string): Promise<number> =>
  (await company.pay('staff', 'payslip', { month, opening: await openingOf('staff') })).data.net.parts[0]
    .amount;
/** What the next month pays: published, in its own month. */
async function nextMonth(): Promise<void> {
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  await company.calculate('2026-11', { paidOn: '2026-12-10' });
  await company.lock('2026-11');
  expect((await company.publish('2026-11')).error).toBeUndefined();
}

test('a month is not recalled once a difference of it is settled by hand, by the name of whom it would pay twice', async () => {
  const owed = await answered(isLeaving);
  expect((await settle(owed)).error).toBeUndefined();
  expect((await recall()).error).toMatchObject({
    code: 'PAY_RUN_REFUSED',
    data: { rule: 'settled-apart', month: MONTH, count: 1, namesZh: '员工staff' },
  });
});

test('nor is the last month, which has worked the settled one out again; while that is not published, nobody settles', async () => {
  const owed = await answered();
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  await company.calculate('2026-11', { paidOn: '2026-12-10' });
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-11-30' } });
  await company.lock('2026-11');
  expect((await settle(owed)).error).toMatchObject({
    code: 'PAY_DISPUTE_REFUSED',
    data: { rule: 'unpublished' },
  });
  await company.publish('2026-11');
  const [left] = await open();
  // It was answered before the run was worked out, which has paid what there was to pay.
  expect(left).toBeUndefined();
});

test('a last day that is taken back: the run counts what was settled by hand, and another answer promises nothing twice', async () => {
  const owed = await answered(isLeaving);
  expect((await settle(owed)).error).toBeUndefined();
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: null } });
  company.clock.advance(60_000);
  await company.pay('staff', 'disputePayslip', {
    ...{ month: MONTH, version: 1, opening: await openingOf('staff'), key: 'dispute-key-000002' },
    ...{ line: 'earnings/wage', text: '还是少了' },
  });
  const [again] = await open();
  const input = { ...about, rev: again?.rev, id: again?.dispute.id, text: '已结清' };
  expect((await company.pay('payroll', 'answerPayDispute', input)).data.dispute.answer).toMatchObject({
    difference: 0,
  });
  await nextMonth();
  expect(await grossOf('2026-11')).toBe(13_000_00);
});

test('a last day that is taken back before anybody has settled: the next run pays, and nobody else', async () => {
  const owed = await answered(isLeaving);
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: null } });
  expect([await owedIn(MONTH), await open()]).toEqual([0, []]);
  expect((await settle(owed)).error?.data).toEqual({ rule: 'nothing-owed' });
  await nextMonth();
  expect(await grossOf('2026-11')).toBe(14_000_00);
});

test('a difference of what is taken off after tax is promised to no run: it is settled by hand', async () => {
  const meals = (yuan: string) => payItem('meals', yuan, { kind: 'deduction', isTaxable: false });
  const save = async (yuan: string) => {
    const { version } = (await company.pay('payroll', 'payItems')).data;
    const input = { from: '2026-10-01', items: [meals(yuan)], expectedVersion: version };
    expect((await company.pay('payroll', 'savePayItems', input)).error).toBeUndefined();
  };
  await recall();
  await save('500');
  company.clock.advance(60_000);
  await company.pay('payroll', 'calculatePay', { month: MONTH, paidOn: '2026-11-10', again: true });
  expect((await company.lock()).error).toBeUndefined();
  expect((await company.publish()).error).toBeUndefined();
  await company.pay('staff', 'disputePayslip', {
    ...{ month: MONTH, version: 2, opening: await openingOf('staff'), key: 'dispute-key-000003' },
    ...{ line: 'deductions/meals', text: '多扣了' },
  });
  await save('300');
  company.clock.advance(60_000);
  const [item] = await open();
  const input = { ...about, rev: item?.rev, id: item?.dispute.id, text: '已更正' };
  const { data: owed } = await company.pay('payroll', 'answerPayDispute', input);
  expect(owed.dispute.answer).toMatchObject({ difference: 200_00, paidBy: 'apart' });
  expect(await owedIn(MONTH)).toBe(1);
  // The run that works the month out again pays nothing of it, and does not say so.
  await nextMonth();
  expect(await grossOf('2026-11')).toBe(12_000_00);
  expect((await answerOf()).settled).toBeUndefined();
  expect((await settle((await open())[0] as OpenDispute)).error).toBeUndefined();
  expect([await owedIn('2026-12'), await open()]).toEqual([0, []]);
});
