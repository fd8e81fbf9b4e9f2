import type { Day, LocalText, Month } from '#contracts/common';
import type { OwnAverage } from '#contracts/insurance';
import type { DeclaredBase, InsuranceSettings } from '#contracts/insurance-records';
import type { Fen } from '#contracts/pay';
import type { City } from './company';
import { monthStart } from './demo-days';
import type { DemoPerson } from './demo-person';
import { randomInteger } from './random';

/** What the demo company pays, without what people wrote about it. */

/** Months before this one that are paid, the earliest first; the last one is left to the visitor. */
export const PAID_MONTHS_BACK = [4, 3, 2] as const;

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

export const ITEMS = [
  {
    ...{ id: 'meals', name: text('餐补', 'Meals'), kind: 'earning', condition: '' },
    ...{ isTaxable: true, isInsurable: false, isInMinimum: false, formula: 'attended_days * 20' },
  },
  {
    ...{ id: 'performance', name: text('绩效奖金', 'Performance bonus'), kind: 'earning' },
    ...{ isTaxable: true, isInsurable: true, isInMinimum: false, condition: 'bonus_rate > 0' },
    formula: 'full_wage * bonus_rate / 100',
  },
];

const rate = (grade: string, percent: number, opensPlan = false) => ({ grade, percent, opensPlan });

/** What a grade is worth. */
export const bonusRule = (from: Day) => ({
  ...{ from, to: null, rates: [rate('A', 15), rate('B', 10), rate('C', 0), rate('D', 0, true)] },
  source: text('示例科技绩效奖金办法（2026 版）', 'Example Technology performance bonus rules, 2026'),
});

/** Whole hundreds of yuan a month, in fen: more for whoever leads. */
export const wageOf = ({ id, roles }: DemoPerson): number =>
  100_00 *
  (roles.includes('manager') ? randomInteger(180, 360, id, 'wage') : randomInteger(75, 190, id, 'wage'));

/** Percent of the base for the fund, of each side. */
const FUND: Readonly<Record<City, number>> = { shanghai: 7, beijing: 12, shenzhen: 5 };
/** Percent for injuries at work that the agency has assigned to offices. */
const INJURY = 0.2;

/** What was agreed with single people: more than the company's percent, or a supplementary fund beside it. */
export const OWN_PERCENTS: Readonly<Record<string, Pick<DeclaredBase, 'fundRate' | 'supplementaryRate'>>> = {
  E0007: { supplementaryRate: { employer: 5, employee: 5 } },
  E0015: { fundRate: { employer: 5, employee: 5 } },
};

/** What the company pays in a city. */
export const profileOf = (city: City, from: Month): InsuranceSettings => ({
  choices: [
    {
      ...{ from, injuryRate: INJURY, supplementaryFund: null, medicalTier: 1, sickPercent: null },
      fund: { employer: FUND[city], employee: FUND[city] },
    },
  ],
  ...{ limits: [], rates: [], averages: city === 'beijing' ? [averageFor(from)] : [] },
});

/** None is shipped of Beijing: the one that payroll has entered, of the year before last. */
function averageFor(from: Month): OwnAverage {
  const year = Number(from.slice(0, 4)) - 2;
  const source = '示例数据：法人单位从业人员平均工资';
  return { year, month: 12_345_00 as Fen, publishedOn: `${year + 1}-07-15` as Day, source };
}

/** Pension, medical and unemployment of the employee, in thousandths. */
const INSURANCE_SHARE = 105;
/** Of a month, in fen. */
const ALLOWANCE = 5_000_00;
/** The yearly table as far as the wages of the demo reach: up to, percent, quick deduction; in yuan. */
const TABLE = [
  [36_000, 3, 0],
  [144_000, 10, 2_520],
  [300_000, 20, 16_920],
] as const;

const FEN = 100;

/** What another system paid in the tax year before the first payroll here; null for who was not there, and in January. */
export function carryInOf(person: DemoPerson, founded: Day) {
  const first = monthStart(founded, PAID_MONTHS_BACK[0]);
  // The first month is paid in the next one: those up to itself are of the other system, unless that is another year.
  const months = Number(first.slice(5, 7)) % 12;
  if (months === 0 || person.hiredOn > first) return null;
  const wage = wageOf(person);
  const contributions = Math.round((wage * (INSURANCE_SHARE + 10 * FUND[person.city])) / 1_000);
  return {
    ...{ source: 'earlier-system', from: `${first.slice(0, 4)}-01`, until: first.slice(0, 7) },
    totals: {
      ...{ income: months * wage, exempt: 0, contributions: months * contributions, other: 0, relief: 0 },
      withheld: taxOn(Math.max(0, months * (wage - contributions - ALLOWANCE))),
    },
  };
}

function taxOn(taxable: number): number {
  const band = TABLE.find(([upTo]) => taxable <= upTo * FEN) ?? TABLE[2];
  return Math.round((taxable * band[1]) / 100) - band[2] * FEN;
}
