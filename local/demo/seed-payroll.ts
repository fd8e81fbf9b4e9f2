import type { Day, Instant } from '#contracts/common';
import type { PayRunView } from '#contracts/payroll';
import { askOf, type Cloud, type Who } from './ask';
import { dayOf, instantOf, monthStart } from './demo-days';
import { type DemoPerson, demoPeople } from './demo-person';
import { randomInteger } from './random';
import { settleMonth } from './seed-requests';

/** One works pay out, the other one locks it; each sets the salary of the other. */
const OFFICER = 'E0006';
const SECOND = 'E0058';
/** Months that are paid; the last month is left to the visitor. */
const PAID_MONTHS_BACK = [3, 2] as const;
/** Whoever doubts a line of the last slip, and with what they open it. */
const DOUBTER = { id: 'E0020', pass: '135790' } as const;
const MAX_UNITS = 20;

const ITEMS = [
  {
    ...{ id: 'meals', name: { 'zh-CN': '餐补', en: 'Meals' }, kind: 'earning', condition: '' },
    ...{ isTaxable: true, isInsurable: false, isInMinimum: false, formula: 'attended_days * 20' },
  },
  {
    ...{ id: 'performance', name: { 'zh-CN': '绩效奖金', en: 'Performance bonus' }, kind: 'earning' },
    ...{ isTaxable: true, isInsurable: true, isInMinimum: false, condition: 'bonus_rate > 0' },
    formula: 'full_wage * bonus_rate / 100',
  },
];

/** Whole hundreds of yuan a month, in fen: more for whoever leads. */
const wageOf = ({ id, roles }: DemoPerson): number =>
  100_00 *
  (roles.includes('manager') ? randomInteger(180, 360, id, 'wage') : randomInteger(75, 190, id, 'wage'));

/**
 * Salaries, bases, two months that were paid, and a doubt about a line, all by the functions. Only for a company without any
 * salary. @throws Error if the product refuses something
 */
export async function seedPayroll(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('salaries')) > 0) return;
  const pay = askOf('payroll');
  const today = dayOf(now);
  const people = demoPeople(today);
  const by = (id: string): Who => ({ by: id, at: now });
  const from = monthStart(today, 3);
  await pay(cloud, by(OFFICER), 'savePayItems', { from, items: ITEMS, expectedVersion: 0 });
  for (const person of people) {
    const wage = wageOf(person);
    const salary = { from: person.hiredOn, wage, overtimeBase: null, method: '21.75', entered: {} };
    const input = { employeeId: person.id, rev: 0, salary };
    await pay(cloud, by(person.id === OFFICER ? SECOND : OFFICER), 'saveSalary', input);
  }
  const entries = people
    .filter(({ leftOn }) => leftOn === null)
    .map((person) => ({
      ...{ employeeId: person.id, from: from.slice(0, 7), isLocal: false, isPensioner: false },
      ...{ insurance: wageOf(person), fund: wageOf(person) },
    }));
  const isOwn = ({ employeeId }: { employeeId: string }) => employeeId === OFFICER;
  await pay(cloud, by(OFFICER), 'saveBases', { entries: entries.filter((entry) => !isOwn(entry)) });
  await pay(cloud, by(SECOND), 'saveBases', { entries: entries.filter(isOwn) });
  for (const back of PAID_MONTHS_BACK) await payMonth(cloud, today, back);
  await doubt(cloud, today, monthStart(today, 2).slice(0, 7));
}

/** The tenth of the month after the one that is paid. */
const payDay = (today: Day, back: number): Day => `${monthStart(today, back - 1).slice(0, 7)}-10` as Day;

async function payMonth(cloud: Cloud, today: Day, back: number): Promise<void> {
  const pay = askOf('payroll');
  const month = monthStart(today, back).slice(0, 7);
  const paidOn = payDay(today, back);
  const at = (hour: number): Instant => instantOf(paidOn, hour * 60);
  if ((await cloud.db.get('settlements', month))?.state !== 'locked') await settleMonth(cloud, month);
  let run: PayRunView;
  let units = 0;
  do {
    run = await pay<PayRunView>(cloud, { by: OFFICER, at: at(9) }, 'calculatePay', { month, paidOn });
    units += 1;
  } while (run.state === 'running' && units < MAX_UNITS);
  const locked = await pay<PayRunView>(cloud, { by: SECOND, at: at(10) }, 'lockPay', { month, rev: run.rev });
  await pay(cloud, { by: OFFICER, at: at(11) }, 'publishPay', { month, rev: locked.rev });
}

/** On the evening of the pay day: a line can be doubted for thirty days. */
async function doubt(cloud: Cloud, today: Day, month: string): Promise<void> {
  const pay = askOf('payroll');
  const at = instantOf(payDay(today, 2), 19 * 60);
  const who: Who = { by: DOUBTER.id, at };
  const { token: opening } = await pay<{ token: string }>(cloud, who, 'setPass', { pass: DOUBTER.pass });
  await pay(cloud, who, 'disputePayslip', {
    ...{ key: 'demo-dispute-00000001', month, version: 1, opening, line: 'earnings/meals' },
    text: '我那个月有两天在外地出差，餐补好像没有算上',
  });
}
