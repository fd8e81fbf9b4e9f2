import type { OfficeTodo } from '#contracts/today';
import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { MONTH, openPayrollCompany, PAID } from '../support/payroll-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  },
);

const PASS = '908172';
/** The data of a call that has to succeed. */
async function ok(call: Promise<Answer>): Promise<Answer['data']> {
  const answer = await call;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}
const PAY_KINDS = /^pay/;
const todosOf = async (who: Who): Promise<OfficeTodo[]> =>
  (await ok(company.act(openidOf(who), 'attendance.today'))).office.filter(({ kind }: OfficeTodo) =>
    PAY_KINDS.test(kind),
  );
const told = async (event: string) =>
  (await company.db.find('messages', { event })).map(({ to, data }) => ({
    to: [...(to as string[])].sort(),
    data,
  }));
const openingOf = async (who: Who): Promise<string> =>
  (await company.pay(who, 'setPass', { pass: PASS })).data.token;
const published = async () => {
  await company.calculate();
  await company.lock();
  return company.publish();
};
const everybody = PAID.map((who) => PEOPLE[who]).sort();
const title = { 'zh-CN': '2026年10月工资条', en: 'Payslip 2026-10' };
const at = (day: string) => company.clock.set(Date.parse(`${day}T10:00:00+08:00`));

describe('whose payslip is published', () => {
  test('is told so once, without an amount, and has it to confirm until the company’s day', async () => {
    await company.calculate();
    await company.lock();
    expect(await todosOf('staff')).toEqual([]);
    expect(await told('payslip.published')).toEqual([]);
    await ok(company.publish());
    await company.publish();
    await company.timers.runNow('payroll');
    expect(await told('payslip.published')).toEqual([{ to: everybody, data: { month: MONTH, title } }]);
    expect(await todosOf('staff')).toEqual([
      { kind: 'payslip', count: 1, month: MONTH, until: '2026-11-10' },
    ]);
    at('2026-11-11');
    expect(await todosOf('staff')).toEqual([{ kind: 'payslip-late', count: 1, month: MONTH }]);
    // The last day to dispute is over.
    at('2026-12-06');
    expect(await todosOf('staff')).toEqual([]);
  });

  test('by a call that died before or after it told everybody, is told by the timer, once', async () => {
    await published();
    const died = (change: object) => company.db.updateMany('payroll_runs', { _id: MONTH }, { $set: change });
    await died({ 'telling.told': '' });
    await company.timers.runNow('payroll');
    expect(await told('payslip.published')).toHaveLength(1);
    await died({ 'telling.told': '', version: 2 });
    await company.timers.runNow('payroll');
    await company.timers.runNow('payroll');
    expect(await told('payslip.corrected')).toEqual([{ to: everybody, data: { month: MONTH, title } }]);
  });

  test('has nothing to do while it is recalled, and is told of the corrected one', async () => {
    await published();
    const opening = await openingOf('staff');
    await company.pay('staff', 'confirmPayslip', { month: MONTH, version: 1, opening });
    expect(await todosOf('staff')).toEqual([]);
    const rev = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run.rev;
    await ok(company.pay('payroll', 'recallPay', { month: MONTH, rev, reason: '再算一遍' }));
    expect([await todosOf('staff'), await todosOf('peer')]).toEqual([[], []]);
    await company.calculate(MONTH, { again: true });
    await company.lock();
    await company.publish();
    expect(await told('payslip.corrected')).toEqual([{ to: everybody, data: { month: MONTH, title } }]);
    // What was confirmed was another version.
    expect(await todosOf('staff')).toMatchObject([{ kind: 'payslip' }]);
  });

  test('is reminded the day before the last one, once, unless confirmed or disputed', async () => {
    await published();
    const opening = await openingOf('staff');
    await company.pay('staff', 'confirmPayslip', { month: MONTH, version: 1, opening });
    const doubt = { line: 'earnings/wage', text: '少算了两天', key: 'dispute-key-000001' };
    const peers = await openingOf('peer');
    await ok(company.pay('peer', 'disputePayslip', { month: MONTH, version: 1, opening: peers, ...doubt }));
    at('2026-11-08');
    await company.timers.runNow('payroll');
    expect(await told('payslip.unconfirmed')).toEqual([]);
    at('2026-11-09');
    await company.timers.runNow('payroll');
    await company.timers.runNow('payroll');
    const open = [PEOPLE.payroll, PEOPLE.hr2].sort();
    expect(await told('payslip.unconfirmed')).toEqual([
      { to: open, data: { month: MONTH, title, day: '2026-11-10' } },
    ]);
  });
});

describe('who has left', () => {
  const left = (who: Who, leftOn: string) =>
    company.db.updateMany('employees', { _id: PEOPLE[who] }, { $set: { leftOn } });

  test('is told of the last payslip, and is not asked to confirm what nobody but an employee confirms', async () => {
    await left('peer', '2026-11-07');
    await published();
    expect(await told('payslip.published')).toMatchObject([{ to: everybody }]);
    at('2026-11-09');
    await company.timers.runNow('payroll');
    const [reminder] = await told('payslip.unconfirmed');
    expect(reminder?.to).toEqual(everybody.filter((id) => id !== PEOPLE.peer));
  });

  test('is not told of one that cannot be opened any more', async () => {
    await left('peer', '2026-10-20');
    await company.calculate();
    await company.lock();
    // Ninety days after the last day are over.
    at('2027-01-20');
    await company.publish();
    const [message] = await told('payslip.published');
    expect(message?.to).toEqual(everybody.filter((id) => id !== PEOPLE.peer));
  });
});

test('who has left and cannot open the slip any more is not told of an answer', async () => {
  await published();
  const opening = await openingOf('peer');
  const doubt = { month: MONTH, version: 1, opening, line: 'earnings/wage', text: '少算了两天' };
  await ok(company.pay('peer', 'disputePayslip', { ...doubt, key: 'dispute-key-000001' }));
  await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { leftOn: '2026-11-06' } });
  at('2027-02-10');
  const [open] = (await company.pay('payroll', 'payDisputes')).data.items;
  const about = { employeeId: PEOPLE.peer, month: MONTH, rev: open.rev, id: open.dispute.id };
  await ok(company.pay('payroll', 'answerPayDispute', { ...about, text: '没有少' }));
  expect(await told('payslip.answered')).toEqual([]);
});

describe('a line that is disputed', () => {
  test('waits for payroll, but not for who disputes it, and its answer is told and waits until it is read', async () => {
    await published();
    const opening = await openingOf('hr2');
    const doubt = { month: MONTH, version: 1, opening, line: 'earnings/wage', text: '少算了两天' };
    for (let twice = 0; twice < 2; twice += 1)
      await ok(company.pay('hr2', 'disputePayslip', { ...doubt, key: 'dispute-key-000001' }));
    expect(await todosOf('payroll')).toContainEqual({ kind: 'pay-disputes', count: 1 });
    expect(await todosOf('hr2')).toEqual([]);
    const [message] = await told('pay.disputed');
    expect(message).toMatchObject({ to: [PEOPLE.payroll], data: { month: MONTH, title } });
    expect(JSON.stringify(message)).not.toMatch(/wage|少算/);
    const [open] = (await company.pay('payroll', 'payDisputes')).data.items;
    const answer = { employeeId: PEOPLE.hr2, month: MONTH, rev: open.rev, id: open.dispute.id };
    for (let twice = 0; twice < 2; twice += 1)
      await ok(company.pay('payroll', 'answerPayDispute', { ...answer, text: '按出勤算，没有少' }));
    expect(await told('payslip.answered')).toEqual([{ to: [PEOPLE.hr2], data: { month: MONTH, title } }]);
    expect(await todosOf('hr2')).toEqual([{ kind: 'pay-answer', count: 1, month: MONTH }]);
    expect(await todosOf('payroll')).not.toContainEqual({ kind: 'pay-disputes', count: 1 });
    await ok(company.pay('hr2', 'payslip', { month: MONTH, opening }));
    expect(await todosOf('hr2')).toMatchObject([{ kind: 'payslip' }]);
  });
});

describe('the month-end of payroll', () => {
  const steps = async (who: Who) => (await todosOf(who)).map(({ kind, month }) => `${kind} ${month}`);

  test('a second person is asked to lock, then whoever did not lock to publish', async () => {
    await company.calculate();
    await company.calculate(MONTH, { again: true });
    expect(await told('pay.to-lock')).toMatchObject([{ to: [PEOPLE.hr2] }]);
    expect([await steps('payroll'), await steps('hr2')]).toEqual([[], [`pay-lock ${MONTH}`]]);
    await company.lock();
    expect(await told('pay.to-publish')).toMatchObject([{ to: [PEOPLE.payroll] }]);
    expect([await steps('payroll'), await steps('hr2'), await steps('staff')]).toEqual([
      [`pay-publish ${MONTH}`],
      [`pay-publish ${MONTH}`],
      [],
    ]);
  });

  test('is begun once attendance is locked, by a company that ran payroll the month before', async () => {
    at('2026-12-03');
    expect(await steps('payroll')).toEqual([]);
    await published();
    expect(await steps('payroll')).toContain('pay-calculate 2026-11');
    expect((await steps('staff')).filter((step) => !step.startsWith('payslip'))).toEqual([]);
    await company.db.updateMany('settlements', { _id: '2026-11' }, { $set: { state: 'done' } });
    expect(await steps('payroll')).not.toContain('pay-calculate 2026-11');
  });
});
