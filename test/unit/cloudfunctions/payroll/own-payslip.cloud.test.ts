import type { Day, Month } from '#contracts/common';
import type { Payslip, PayslipBrief } from '#contracts/payslips';
import type { SlipModel } from '../../../../miniprogram/features/pay/pages/slip/slip.model';
import { slipView } from '../../../../miniprogram/features/pay/pages/slip/slip.view';
import { openWithReset } from '../../../support/open';
import '../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../miniprogram/locales/words';
import { changedPaths } from '../../../../miniprogram/utils/changed-paths';
import { MONTH, openPayrollCompany, PAID, payItem, settledMonth } from '../support/payroll-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
    await opened.calculate();
    await opened.lock();
  },
);

const PASS = '908172';
const openingOf = async (who: Who): Promise<string> =>
  (await company.pay(who, 'setPass', { pass: PASS })).data.token;
const slipOf = async (who: Who, opening?: string) =>
  company.pay(who, 'payslip', { month: MONTH, opening: opening ?? (await openingOf(who)) });
const listOf = async (who: Who): Promise<readonly PayslipBrief[]> =>
  (await company.pay(who, 'payslips')).data.items;
const key = (end: string) => `dispute-key-00000${end}`;
const doubt = async (opening: string, more: object = {}) =>
  company.pay('staff', 'disputePayslip', {
    ...{
      key: key('1'),
      month: MONTH,
      version: 1,
      line: 'earnings/wage',
      text: '少算了两天',
      opening,
      ...more,
    },
  });

test('nobody sees a slip before it is published, and afterwards its owner alone', async () => {
  expect(await listOf('staff')).toEqual([]);
  expect((await slipOf('staff')).error).toEqual({ code: 'NOT_FOUND', data: { what: 'payslip' } });
  await company.publish();
  expect(await listOf('staff')).toEqual([{ month: MONTH, paidOn: '2026-11-10', version: 1, state: 'new' }]);
  const mine = (await slipOf('staff')).data as Payslip;
  const theirs = (await slipOf('peer')).data as Payslip;
  expect([mine.net.amount, theirs.net.amount].every((each) => each > 0)).toBe(true);
  expect(mine.net.amount).not.toBe(theirs.net.amount);
  expect(mine.net.amount).toBe(mine.net.parts.reduce((sum, { amount }) => sum + amount, 0));
  expect(mine).not.toHaveProperty('warnings');
});

test('a slip opens with one’s own opening alone, for five minutes', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  expect((await slipOf('peer', opening)).error?.code).toBe('SECOND_CHECK_NEEDED');
  expect((await slipOf('staff', 'x')).error?.code).toBe('SECOND_CHECK_NEEDED');
  expect((await company.pay('staff', 'payYear', { year: 2026, opening: 'x' })).error?.code).toBe(
    'SECOND_CHECK_NEEDED',
  );
  company.clock.advance(300_001);
  expect((await slipOf('staff', opening)).error?.code).toBe('SECOND_CHECK_NEEDED');
});

test('reading notes that it was read; confirming once is confirming, and says nothing about another version', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  expect((await slipOf('staff', opening)).data.state).toBe('read');
  expect((await listOf('staff'))[0]?.state).toBe('read');
  const confirm = (version: number) =>
    company.pay('staff', 'confirmPayslip', { month: MONTH, version, opening });
  expect((await confirm(2)).error).toEqual({ code: 'VERSION_CONFLICT', data: { version: 1 } });
  const first = await confirm(1);
  expect(first.data).toMatchObject({ state: 'confirmed' });
  expect((await confirm(1)).data).toEqual(first.data);
  expect(company.lastCalls()).toBeLessThanOrEqual(3);
  const rev = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run.rev;
  await company.pay('hr2', 'recallPay', { month: MONTH, rev, reason: '再算一遍' });
  expect(await listOf('staff')).toEqual([]);
  expect((await slipOf('staff', opening)).error?.code).toBe('NOT_FOUND');
  await company.calculate(MONTH, { again: true });
  // Whoever recalled counts as who works it out: the other one locks.
  const run = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run;
  expect(run.isOwn).toBe(true);
});

test('a line is doubted once; payroll answers with what it comes to by now', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  expect((await doubt(opening, { line: 'earnings/nothing' })).error?.data).toMatchObject({
    rule: 'unknown-line',
  });
  const { data } = await doubt(opening);
  expect(data).toMatchObject({
    state: 'disputed',
    dispute: { line: 'earnings/wage', answerBy: '2026-11-12', answer: null },
  });
  expect((await doubt(opening)).data).toEqual(data);
  expect((await doubt(opening, { key: key('2') })).error?.data).toMatchObject({ rule: 'open' });
  // Other words after an answer that was lost: they are not said to be there.
  expect((await doubt(opening, { text: '少算了三天' })).error?.data).toMatchObject({ rule: 'open' });
  expect((await doubt(opening)).ok).toBe(true);
  expect((await company.pay('payroll', 'payMonth', { month: MONTH })).data.openDisputes).toBe(1);
  const [open] = (await company.pay('payroll', 'payDisputes')).data.items;
  expect(open).toMatchObject({ person: { id: PEOPLE.staff }, month: MONTH });
  await company.setSalary('staff', 22_750, { from: '2026-10-01' });
  const answered = await company.pay('payroll', 'answerPayDispute', {
    ...{ employeeId: PEOPLE.staff, month: MONTH, rev: open.rev, id: open.dispute.id, text: '已更正' },
  });
  expect(answered.data.dispute.answer).toMatchObject({ difference: 100_000, by: { id: PEOPLE.payroll } });
  const seen = (await slipOf('staff', opening)).data as Payslip;
  expect(seen.disputes[0]?.answer).toMatchObject({ text: '已更正', difference: 100_000 });
  expect(seen.state).toBe('read');
});

test('the difference of who is in no further run is settled apart, and stays open for payroll until then', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  await doubt(opening);
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-10-31' } });
  await company.setSalary('staff', 22_750, { from: '2026-10-01' });
  company.clock.advance(61_000);
  const [open] = (await company.pay('payroll', 'payDisputes')).data.items;
  const about = { employeeId: PEOPLE.staff, month: MONTH, id: open.dispute.id };
  const settle = (rev: number) => company.pay('payroll', 'settlePayDispute', { ...about, rev });
  expect((await settle(open.rev)).error?.data).toEqual({ rule: 'nothing-owed' });
  const { rev } = (
    await company.pay('payroll', 'answerPayDispute', { ...about, rev: open.rev, text: '已更正' })
  ).data;
  const answer = { difference: 100_000, paidBy: 'apart' };
  const [owed] = (await company.pay('hr2', 'payDisputes')).data.items;
  expect(owed).toMatchObject({ person: { id: PEOPLE.staff }, rev, dispute: { answer } });
  const counts = async () => {
    const { openDisputes, owedApart } = (await company.pay('payroll', 'payMonth', { month: MONTH })).data;
    return { openDisputes, owedApart };
  };
  expect(await counts()).toEqual({ openDisputes: 0, owedApart: 1 });
  const seen = async () => {
    const { token } = (await company.pay('staff', 'openPay', { pass: PASS })).data;
    return ((await slipOf('staff', token)).data as Payslip).disputes[0]?.answer;
  };
  expect(await seen()).toMatchObject(answer);
  expect(await seen()).not.toHaveProperty('settled');
  expect((await company.pay('hr2', 'settlePayDispute', { ...about, rev: rev - 1 })).error?.code).toBe(
    'VERSION_CONFLICT',
  );
  const now = (await company.pay('hr2', 'payDisputes')).data.items[0].rev;
  expect((await settle(now)).data.dispute.answer.settled).toMatchObject({ by: { id: PEOPLE.payroll } });
  expect((await settle(now)).ok).toBe(true);
  expect((await company.pay('payroll', 'payDisputes')).data.items).toEqual([]);
  expect(await counts()).toEqual({ openDisputes: 0, owedApart: 0 });
  expect(await seen()).toMatchObject({ ...answer, settled: { by: { id: PEOPLE.payroll } } });
});

test('after the last day a line cannot be doubted any more', async () => {
  await company.publish();
  company.clock.set(Date.parse('2026-12-06T09:00:00+08:00'));
  const opening = await openingOf('staff');
  expect((await slipOf('staff', opening)).data.disputeUntil).toBeNull();
  expect((await doubt(opening)).error?.data).toMatchObject({ rule: 'over' });
});

test('a year shows the published months with the sums of their slips', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  const slip = (await slipOf('staff', opening)).data as Payslip;
  const { months } = (await company.pay('staff', 'payYear', { year: 2026, opening })).data;
  expect(months).toMatchObject([{ month: MONTH, income: 2_175_000, net: slip.net.amount }]);
  expect((await company.pay('staff', 'payYear', { year: 2025, opening })).data.months).toEqual([]);
});

test('what the page of a full slip sends to the screen first is below 8 KB', async () => {
  const run = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run;
  await company.pay('hr2', 'recallPay', { month: MONTH, rev: run.rev, reason: '再算一遍' });
  const bases = {
    from: '2026-07',
    insurance: 2_000_000,
    fund: 2_000_000,
    isLocal: false,
    isPensioner: false,
  };
  await company.pay('payroll', 'saveBases', { entries: [{ employeeId: PEOPLE.staff, ...bases }] });
  const items = ['meals', 'travel', 'phone', 'post', 'night', 'union', 'damages'].map((id, at) =>
    payItem(id, `attended_days * ${at + 1}`, { kind: at < 5 ? 'earning' : 'deduction', isTaxable: at < 5 }),
  );
  await company.pay('payroll', 'savePayItems', { from: '2026-01-01', items, expectedVersion: 0 });
  const time = {
    overtime: [150, 200, 300].map((payClass) => ({ payClass, compensation: 'pay', minutes: 120 })),
    leave: ['personal', 'sick'].map((typeId) => ({
      ...{ typeId, name: { 'zh-CN': typeId, en: typeId }, paidShare: 0, minutes: 480, statutoryDays: 0 },
    })),
  };
  const { _id, ...month } = settledMonth(PEOPLE.staff, MONTH, time);
  await company.db.updateMany('settled_months', { _id }, { $set: month });
  await company.calculate(MONTH, { again: true });
  await company.lock();
  await company.publish();
  const data = (await slipOf('staff')).data as Payslip;
  expect(data.net.parts.flatMap(({ parts }) => parts).length).toBeGreaterThan(15);
  const zh = wordsIn('zh-CN', '2026');
  const model: SlipModel = {
    ...{ month: MONTH as Month, data: null, isLocked: false, open: new Set<string>(), line: '', doubted: '' },
    ...{ busy: false, failure: null, utcOffset: 480, today: '2026-11-10' as Day },
  };
  const first = changedPaths(slipView(model, zh), slipView({ ...model, data }, zh));
  const bytes = Buffer.byteLength(JSON.stringify(first));
  expect(bytes).toBeGreaterThan(2_000);
  expect(bytes).toBeLessThanOrEqual(8 * 1024);
});

test('who has left opens the slip of the last months for ninety days, and nothing else', async () => {
  await company.publish();
  await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { leftOn: '2026-10-30' } });
  company.clock.advance(61_000);
  const opening = await openingOf('peer');
  const { data } = await company.pay('peer', 'payslips');
  expect(data).toMatchObject({ items: [{ month: MONTH }], openUntil: '2027-01-28' });
  const slip = (await slipOf('peer', opening)).data as Payslip;
  expect(slip).toMatchObject({ state: 'read', openUntil: '2027-01-28', disputeUntil: null });
  const other = { month: MONTH, version: 1, opening };
  const doubted = { ...other, key: key('9'), line: 'earnings/wage', text: '少算了' };
  for (const [action, input] of [
    ['confirmPayslip', other],
    ['disputePayslip', doubted],
    ['provePayslip', other],
    ['payYear', { year: 2026, opening }],
    ['ownContributions', { year: 2026, opening }],
    ['deductions', {}],
  ] as const)
    expect([action, (await company.pay('peer', action, input)).error?.code]).toEqual([
      action,
      'ACCESS_ENDED',
    ]);
  expect((await company.pay('peer', 'payslip', { month: '2026-08', opening })).error?.code).toBe('NOT_FOUND');
  company.clock.set(Date.parse('2027-01-28T23:00:00+08:00'));
  expect((await company.pay('peer', 'openPay', { pass: PASS })).ok).toBe(true);
  company.clock.set(Date.parse('2027-01-29T00:00:00+08:00'));
  for (const action of ['payslips', 'secondCheck'])
    expect((await company.pay('peer', action)).error?.code).toBe('ACCESS_ENDED');
});

test('who left two months after a slip does not open that one any more', async () => {
  await company.publish();
  await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { leftOn: '2026-12-31' } });
  company.clock.set(Date.parse('2027-01-05T09:00:00+08:00'));
  expect((await company.pay('peer', 'payslips')).data.items).toEqual([]);
  expect((await slipOf('peer')).error).toEqual({ code: 'NOT_FOUND', data: { what: 'payslip' } });
});

test('a reset of the passcode ends what was opened with it at once, and not what is opened afterwards', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  expect((await slipOf('staff', opening)).ok).toBe(true);
  company.clock.advance(1_000);
  await company.pay('payroll', 'resetPass', { employeeId: PEOPLE.staff });
  for (const [action, input] of [
    ['payslip', { month: MONTH }],
    ['payYear', { year: 2026 }],
    ['confirmPayslip', { month: MONTH, version: 1 }],
  ] as const)
    expect((await company.pay('staff', action, { ...input, opening })).error?.code).toBe(
      'SECOND_CHECK_NEEDED',
    );
  company.clock.advance(1_000);
  expect((await slipOf('staff')).ok).toBe(true);
});

test('who answers a dispute stands in who has read the data of its owner', async () => {
  await company.publish();
  await doubt(await openingOf('staff'));
  const [open] = (await company.pay('payroll', 'payDisputes')).data.items;
  await company.pay('payroll', 'answerPayDispute', {
    ...{ employeeId: PEOPLE.staff, month: MONTH, rev: open.rev, id: open.dispute.id, text: '无误' },
  });
  expect(await company.db.find('readings', { what: 'pay-dispute' })).toMatchObject([
    { ownerId: PEOPLE.staff, readerId: PEOPLE.payroll },
  ]);
});

test('each takes few calls of the database', async () => {
  await company.publish();
  const opening = await openingOf('staff');
  // The passcode, the slips, the runs, and that it was read.
  await slipOf('staff', opening);
  expect(company.lastCalls()).toBeLessThanOrEqual(4);
  await slipOf('staff', opening);
  expect(company.lastCalls()).toBeLessThanOrEqual(3);
  await company.pay('staff', 'payslips');
  expect(company.lastCalls()).toBeLessThanOrEqual(2);
  await doubt(opening);
  // Two of them tell payroll.
  expect(company.lastCalls()).toBeLessThanOrEqual(6);
});
