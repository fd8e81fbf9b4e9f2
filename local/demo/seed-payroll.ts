import type { Day, Instant, Month } from '#contracts/common';
import type { PayRunView } from '#contracts/payroll';
import { ask, askOf, type Cloud, type Who } from './ask';
import { dayOf, instantOf, monthStart } from './demo-days';
import { type DemoPerson, demoPeople } from './demo-person';
import { bonusRule, carryInOf, ITEMS, OWN_PERCENTS, PAID_MONTHS_BACK, profileOf, wageOf } from './pay-plan';
import { settleMonth } from './seed-requests';

const pay = askOf('payroll');

/**
 * One works pay out, the other one locks it; the head of the company decides about the salaries of these two, and locks the first
 * month, for which both have entered bases.
 */
const OFFICER = 'E0006';
const SECOND = 'E0058';
const THIRD = 'E0001';
const HR = 'E0046';
/** Whose raise was approved, and whose waits. */
const RAISED = 'E0026';
const WAITING = 'E0033';
/** Whoever doubts a line of the last slip, and with what they open it. */
const DOUBTER = { id: 'E0020', pass: '135790' } as const;
/** Whose contract ends in a paid month, by agreement and with severance. */
const LEAVER = { id: 'E0008', back: 2 } as const;
/** Whose yearly bonus lies where a slightly lower one would bring more, with the wages of the last paid month. */
const BONUS = { id: 'E0014', back: 2, amount: 37_000_00 } as const;
const CITIES = ['shanghai', 'beijing', 'shenzhen'] as const;
const MAX_UNITS = 20;

/**
 * Salaries, bases, what the company pays in its cities, three months that were paid, and a doubt about a line, all by the
 * functions. Only for a company without any salary. @throws Error if the product refuses something
 */
export async function seedPayroll(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('salaries')) > 0) return;
  const today = dayOf(now);
  await setUp(cloud, now, today);
  await seedSalaries(cloud, demoPeople(today), now);
  for (const person of demoPeople(today)) await enter(cloud, now, person, today);
  for (const back of PAID_MONTHS_BACK) await payMonth(cloud, today, back);
  await doubt(cloud, today, monthStart(today, 2).slice(0, 7));
}

const by = (id: string, at: number): Who => ({ by: id, at });
/** Nobody enters what is their own. */
const officerFor = (id: string): string => (id === OFFICER ? SECOND : OFFICER);

/** Items, what grades are worth, what the company pays in its cities, and bases. */
async function setUp(cloud: Cloud, now: number, today: Day): Promise<void> {
  const from = monthStart(today, PAID_MONTHS_BACK[0]);
  const month = from.slice(0, 7) as Month;
  // Before the first run, and not since the last lock: whoever has entered them since does not lock the next one.
  const begun = instantOf(from, 9 * 60);
  const officer = by(OFFICER, now);
  await ask(cloud, by(HR, now), 'saveBonusRules', { rules: [bonusRule(from)], expectedVersion: 0 });
  await pay(cloud, officer, 'savePayItems', { from, items: ITEMS, expectedVersion: 0 });
  for (const city of CITIES) {
    const input = { city, settings: profileOf(city, month), expectedVersion: 0 };
    await pay(cloud, by(OFFICER, begun), 'saveInsuranceProfile', input);
  }
  const entries = demoPeople(today).map((person) => ({
    ...{ employeeId: person.id, isLocal: false, isPensioner: false },
    from: person.hiredOn > from ? person.hiredOn.slice(0, 7) : month,
    ...{ insurance: wageOf(person), fund: wageOf(person), ...OWN_PERCENTS[person.id] },
  }));
  for (const who of [OFFICER, SECOND])
    await pay(cloud, by(who, begun), 'saveBases', {
      entries: entries.filter(({ employeeId }) => officerFor(employeeId) === who),
    });
}

/** What one person was paid in the tax year before. */
async function enter(cloud: Cloud, now: number, person: DemoPerson, today: Day): Promise<void> {
  const employeeId = person.id;
  const officer = by(officerFor(employeeId), now);
  const carryIn = carryInOf(person, today);
  if (!carryIn) return;
  await pay(cloud, officer, 'saveTaxYear', {
    ...{ employeeId, year: Number(carryIn.from.slice(0, 4)), version: 0 },
    draft: { kind: 'resident', allowance: 'monthly', carryIn, bonusTaxedOn: null, pension: [] },
    facts: { monthsDeclared: 12, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: true },
  });
}

/** First salaries as a company pastes them, those of payroll apart, then a raise that was approved and one that waits. */
async function seedSalaries(cloud: Cloud, people: readonly DemoPerson[], now: number): Promise<void> {
  const today = dayOf(now);
  const before = await cloud.db.find('pay_passes');
  const openings = new Map<string, string>();
  for (const decider of [SECOND, THIRD]) {
    const { token } = await pay<{ token: string }>(cloud, { by: decider, at: now }, 'setPass', {
      pass: DOUBTER.pass,
    });
    openings.set(decider, token);
  }
  let keys = 0;
  const askFor = async (asker: string, lines: readonly object[], reason: string) => {
    keys += 1;
    const key = `demo-salaries-${String(keys).padStart(4, '0')}`;
    return pay<{ id: string; rev: number }>(cloud, { by: asker, at: now }, 'askSalaryChange', {
      ...{ key, reason, lines },
    });
  };
  const change = async (asker: string, decider: string, lines: readonly object[], reason: string) => {
    const { id, rev } = await askFor(asker, lines, reason);
    await pay(cloud, { by: decider, at: now }, 'decideSalaryChange', {
      ...{ id, rev, verb: 'approve', opening: openings.get(decider) },
    });
  };
  const firstSalary = (person: DemoPerson) => ({
    ...{ employeeId: person.id, from: person.hiredOn, wage: wageOf(person) },
  });
  const raise = (id: string, from: Day) =>
    people
      .filter((person) => person.id === id)
      .map((person) => ({ employeeId: id, from, wage: wageOf(person) + 800_00 }));
  const firstSalaryOf = (id: string) => people.filter((person) => person.id === id).map(firstSalary);
  const payroll: readonly string[] = [OFFICER, SECOND, THIRD];
  const others = people.filter(({ id }) => !payroll.includes(id)).map(firstSalary);
  await change(OFFICER, THIRD, [...others, ...firstSalaryOf(SECOND)], '录入现有薪资');
  await change(SECOND, THIRD, firstSalaryOf(OFFICER), '录入现有薪资');
  await change(OFFICER, SECOND, firstSalaryOf(THIRD), '录入现有薪资');
  await change(OFFICER, SECOND, raise(RAISED, monthStart(today, 0)), '年中调薪');
  await askFor(OFFICER, raise(WAITING, monthStart(today, -1)), '转岗，按新岗位定薪');
  // Whoever looks around chooses a passcode of their own.
  await cloud.db.replaceAll({ pay_passes: before });
}

/** The tenth of the month after the one that is paid. */
const payDay = (today: Day, back: number): Day => `${monthStart(today, back - 1).slice(0, 7)}-10` as Day;

async function payMonth(cloud: Cloud, today: Day, back: number): Promise<void> {
  const month = monthStart(today, back).slice(0, 7);
  const paidOn = payDay(today, back);
  const at = (hour: number): Instant => instantOf(paidOn, hour * 60);
  if ((await cloud.db.get('settlements', month))?.state !== 'locked') await settleMonth(cloud, month);
  await enterOnce(cloud, { month, paidOn, back, at: at(8) });
  let run: PayRunView;
  let units = 0;
  do {
    run = await pay<PayRunView>(cloud, by(OFFICER, at(9)), 'calculatePay', { month, paidOn });
    units += 1;
  } while (run.state === 'running' && units < MAX_UNITS);
  const locker = back === PAID_MONTHS_BACK[0] ? THIRD : SECOND;
  const locked = await pay<PayRunView>(cloud, by(locker, at(10)), 'lockPay', { month, rev: run.rev });
  await pay(cloud, by(OFFICER, at(11)), 'publishPay', { month, rev: locked.rev });
}

interface PaidMonth {
  readonly month: string;
  readonly paidOn: Day;
  readonly back: number;
  readonly at: Instant;
}

/** What is paid once with the wages of a month. */
async function enterOnce(cloud: Cloud, { month, paidOn, back, at }: PaidMonth): Promise<void> {
  const officer = by(OFFICER, at);
  if (back === BONUS.back)
    await pay(cloud, officer, 'saveBonus', {
      ...{ employeeId: BONUS.id, month, paidOn, rev: 0, way: 'separate' },
      entry: { kind: 'amount', amount: BONUS.amount },
    });
  if (back === LEAVER.back)
    await pay(cloud, officer, 'saveLeaving', {
      ...{ employeeId: LEAVER.id, month, rev: 0 },
      leaving: { reason: 'agreed-by-company', notice: 'given', meanWage: null, average: null },
    });
}

/** On the evening of the pay day: a line can be doubted for thirty days. */
async function doubt(cloud: Cloud, today: Day, month: string): Promise<void> {
  const at = instantOf(payDay(today, 2), 19 * 60);
  const who = by(DOUBTER.id, at);
  const { token: opening } = await pay<{ token: string }>(cloud, who, 'setPass', { pass: DOUBTER.pass });
  await pay(cloud, who, 'disputePayslip', {
    ...{ key: 'demo-dispute-00000001', month, version: 1, opening, line: 'earnings/meals' },
    text: '我那个月有两天在外地出差，餐补好像没有算上',
  });
}
