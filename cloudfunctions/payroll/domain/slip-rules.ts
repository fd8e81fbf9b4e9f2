import type { Day, Instant, Month } from '#contracts/common';
import type { Bases, ContributionLine, InsuranceChoice } from '#contracts/insurance';
import type { PayItems } from '#contracts/month';
import type {
  Contributed,
  Fen,
  PayInput,
  PayStep,
  PayWarning,
  SickPaid,
  SlipRules,
  TaxableMonth,
  Withheld,
} from '#contracts/pay';
import type { AllowanceRule, DeclaredDeduction, PensionPayment, TaxKind, TaxTotals } from '#contracts/tax';
import {
  type CityPack,
  contributionsOf,
  differencesOf,
  isInsuranceCity,
  minimumWageCheck,
  sickPay,
} from '../../insurance/rules';
import { monthOf } from '../../shared/calendar/company-time';
import { by, compared, decimal, exactText, minus, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import {
  countedMonths,
  pensionNow,
  specialThrough,
  withholdNonResident,
  withholdStudent,
  withholdWages,
} from '../../tax/rules';

/** By whom something that is paid by was changed, an employee number, when, and the months from which it holds. */
export interface InputChange {
  readonly at: Instant;
  readonly by: string;
  readonly months: readonly Month[];
}

/** What insurance knows of a person. */
export interface InsuranceOf {
  readonly pack: CityPack;
  readonly choice: InsuranceChoice;
  readonly bases: Bases;
  readonly changes?: readonly InputChange[];
}

/** What tax knows of a person: how they are taxed, what was paid elsewhere, and deductions that HR has accepted. */
export interface TaxFile {
  readonly kind: TaxKind;
  readonly allowance: AllowanceRule;
  readonly carryIn: TaxTotals;
  /** Months of these totals count as months of employment here. */
  readonly carriedMonths: { readonly from: Month; readonly until: Month } | null;
  readonly bonusTaxedOn: Day | null;
  readonly pension: readonly PensionPayment[];
  readonly deductions: readonly DeclaredDeduction[];
}

/** Paid days of an average month, 人社部发〔2025〕2号. */
const MONTH_DAYS = 21.75;

export const NO_TOTALS: TaxTotals = {
  ...{ income: 0, exempt: 0, contributions: 0, other: 0, relief: 0, withheld: 0 },
} as TaxTotals;

/** Of whom nothing is stored. */
export const PLAIN_TAX: TaxFile = {
  kind: 'resident',
  allowance: 'monthly',
  carryIn: NO_TOTALS,
  carriedMonths: null,
  bonusTaxedOn: null,
  pension: [],
  deductions: [],
};

/** Whom a slip is about. */
export interface PaidPerson {
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  readonly city: string;
}

/** A month that was paid: what, and what its contributions are worked out from by now. */
export interface ContributedMonth {
  readonly month: Month;
  readonly paid: readonly ContributionLine[];
  readonly insurance: InsuranceOf | null;
}

export interface RulesQuestion {
  readonly person: PaidPerson;
  readonly month: Month;
  readonly paidOn: Day;
  readonly serviceMonths: number;
  /** Null: no base is known. */
  readonly insurance: InsuranceOf | null;
  /** Months before whose contributions may come out differently by now. */
  readonly contributed: readonly ContributedMonth[];
  readonly tax: TaxFile;
  /** What was paid in the tax year before this slip, and in which months. */
  readonly before: { readonly totals: TaxTotals; readonly paidIn: readonly Month[] };
  /** Days of leave in the month, for months whose sick days are not known one by one. */
  readonly leaveDays: readonly Day[];
}

/** What the slip of a person asks of tax and insurance. */
export const slipRules = (question: RulesQuestion): SlipRules => ({
  contribute: () => contributed(question),
  withhold: (month) => withheld(question, month),
  sickPay: ({ wage, leave }) => sickPaid(question, wage, leave),
  checkMinimum: ({ gross, contributions }) => {
    const { city } = question.person;
    if (!isInsuranceCity(city)) return [];
    const day = `${question.month}-01` as Day;
    return minimumWageCheck({ city, day, gross, contributions }).warnings;
  },
});

/** Of the month, and what a back-dated change comes to for months before: one entry for each of them. */
function contributed({ person, insurance, month, contributed: months }: RulesQuestion): Contributed {
  const none = isInsuranceCity(person.city) ? NO_BASE : NO_CITY;
  const own = insurance ? contributionsOf({ ...insurance, month }) : none;
  const recalculated = months.map((each) => ({
    ...{ month: each.month, paid: each.paid },
    now: each.insurance ? contributionsOf({ ...each.insurance, month: each.month }) : NO_BASE,
  }));
  const differences = differencesOf(recalculated);
  if (!differences) return own;
  return {
    employee: withDifferences(own.employee, differences.employee),
    employer: withDifferences(own.employer, differences.employer),
    warnings: own.warnings,
  };
}

function withDifferences(own: PayStep, differences: PayStep): PayStep {
  if (differences.parts.length === 0) return own;
  const amount = (own.amount + differences.amount) as Fen;
  return { ...own, amount, parts: [...own.parts, differences] };
}

function withheld(question: RulesQuestion, now: TaxableMonth): Withheld {
  const { person, paidOn, tax, before } = question;
  const months = countedMonths(
    [{ from: person.hiredOn, until: person.leftOn }, ...carriedSpan(tax)],
    before.paidIn,
    monthOf(paidOn),
  );
  const { totals } = before;
  if (tax.kind === 'student') {
    const income = (now.income + now.exempt) as Fen;
    return {
      tax: withholdStudent({ paidOn, before: totals, income, monthsHere: months.length }),
      warnings: [],
    };
  }
  if (tax.kind === 'non-resident') {
    const earlier = { income: 0 as Fen, exempt: 0 as Fen, withheld: 0 as Fen };
    return { tax: withholdNonResident({ paidOn, before: earlier, now: earningsOf(now) }), warnings: [] };
  }
  const wages = withholdWages({
    ...{ paidOn, before: totals, monthsHere: months.length, allowance: tax.allowance },
    now: {
      ...earningsOf(now),
      contributions: now.contributions,
      other: otherNow(question),
      relief: 0 as Fen,
    },
    special: specialThrough(tax.deductions, months),
  });
  return { tax: wages.tax, warnings: noEarlierPay(question, months.length) };
}

/** Who is paid in the month of work or in the one after it has no more months than these at the first payment. */
const FIRST_MONTHS = 2;

/**
 * Months of employment before the first payment here count for the allowance; without what was earned in them, which an
 * earlier system has paid, too little is withheld.
 */
function noEarlierPay({ tax, before }: RulesQuestion, months: number): PayWarning[] {
  const isKnown = before.paidIn.length > 0 || tax.carriedMonths !== null || tax.allowance === 'first-job';
  if (isKnown || months <= FIRST_MONTHS) return [];
  const value = exactText(ratio(months));
  return [
    { code: 'no-earlier-pay', inputs: [{ name: 'tax.allowance.count', kind: 'months', value }], rule: null },
  ];
}

/** 依法确定的其他扣除 of this payment: the private pension. Nothing for who has no such deduction. */
export function otherNow({ tax, before, paidOn }: Pick<RulesQuestion, 'tax' | 'before' | 'paidOn'>): Fen {
  if (tax.kind !== 'resident' || tax.pension.length === 0) return 0 as Fen;
  const deducted = (before.totals.other - tax.carryIn.other) as Fen;
  return pensionNow({ payments: tax.pension, carried: tax.carriedMonths, deducted, paidOn });
}

/** What was taken over counts with its months; of a span whole months are counted. */
const carriedSpan = ({ carriedMonths }: TaxFile) =>
  carriedMonths
    ? [{ from: `${carriedMonths.from}-01` as Day, until: `${carriedMonths.until}-01` as Day }]
    : [];

/** The tax rules count income with what is exempt in it. */
const earningsOf = ({ income, exempt }: TaxableMonth) => ({ income: (income + exempt) as Fen, exempt });

/** Leave minutes of a day. */
const DAY_MINUTES = 480;

function sickPaid(
  { person, serviceMonths, insurance, leaveDays, month }: RulesQuestion,
  wage: Fen,
  leave: PayItems['leave'],
): SickPaid {
  const { city } = person;
  if (!isInsuranceCity(city)) return paidByType(wage, leave);
  return sickPay({
    ...{ city, wage, serviceMonths },
    days: sickDays(leave, leaveDays.length > 0 ? leaveDays : [`${month}-01` as Day]),
    contractPercent: insurance?.choice.sickPercent ?? null,
  });
}

/** No law of the city is known here: what the company's leave type pays, and a warning that says so. */
function paidByType(wage: Fen, leave: PayItems['leave']): SickPaid {
  const parts = leave.map(({ typeId, name, paidShare, minutes }): PayStep => {
    const days = ratio(minutes, DAY_MINUTES);
    return {
      ...{ id: `${typeId}.${paidShare}`, name, formula: 'sickPay.type', rule: null, parts: [] },
      amount: toFen(by(times(times(ratio(wage), days), ratio(paidShare, 100)), decimal(MONTH_DAYS))),
      inputs: [
        { name: 'wage', kind: 'money', value: wage },
        { name: 'sickDays', kind: 'days', value: exactText(days) },
        { name: 'sickPercent', kind: 'percent', value: exactText(ratio(paidShare)) },
      ],
    };
  });
  const amount = parts.reduce((sum, part) => sum + part.amount, 0) as Fen;
  const paid: PayStep = { id: 'sickPay', amount, formula: null, inputs: [], rule: null, parts };
  return { paid, warnings: [{ code: 'no-sick-rule', inputs: [], rule: null }] };
}

/**
 * The sick days in order, with the part of each. Of a month that was settled before they were kept, days of any leave
 * stand for them in order; what is over lies on the last one.
 */
function sickDays(leave: PayItems['leave'], leaveDays: readonly Day[]) {
  const known = leave.flatMap(({ days = [], isLong = false }) => days.map((each) => ({ ...each, isLong })));
  if (leave.every(({ days }) => days !== undefined))
    return [...known]
      .sort((one, other) => (one.day < other.day ? -1 : 1))
      .map(({ day, minutes, isLong }) => ({ day, part: exactText(ratio(minutes, DAY_MINUTES)), isLong }));
  const one = ratio(1);
  let left = ratio(
    leave.reduce((sum, { minutes }) => sum + minutes, 0),
    DAY_MINUTES,
  );
  return leaveDays.flatMap((day, index) => {
    if (compared(left, ratio(0)) <= 0) return [];
    const isLast = index === leaveDays.length - 1;
    const part = isLast || compared(left, one) < 0 ? left : one;
    left = minus(left, part);
    return [{ day, part: exactText(part) }];
  });
}

const nothing = (id: string): PayStep => ({
  ...{ id, amount: 0 as Fen, formula: null, inputs: [], rule: null, parts: [] },
});

const NOTHING_DUE = { employee: nothing('contributions'), employer: nothing('contributions') };
const BOTH: PayInput = {
  name: 'missing',
  kind: 'text',
  value: { 'zh-CN': '社保和公积金', en: 'Insurance and housing fund' },
};
const NO_BASE: Contributed = {
  ...NOTHING_DUE,
  warnings: [{ code: 'no-base', inputs: [BOTH], rule: null }],
};
const NO_CITY: Contributed = {
  ...NOTHING_DUE,
  warnings: [{ code: 'no-city-rules', inputs: [], rule: null }],
};
