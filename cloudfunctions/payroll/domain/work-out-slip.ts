import type { Day, Month } from '#contracts/common';
import type { ErrorCode, ErrorData } from '#contracts/errors';
import type { ContributionLine } from '#contracts/insurance';
import type { PayStep, SlipRules } from '#contracts/pay';
import type { SalaryVersion } from '#contracts/pay-item';
import type { PayBlocker } from '#contracts/payroll';
import type { TaxTotals } from '#contracts/tax';
import { isEmployedIn } from '../../people/rules';
import { salaryOn, wageParts } from '../../salaries/rules';
import { monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { BONUS_RULES } from '../../tax/rules';
import { NOTHING_APART } from './apart-pay';
import { computeSlip } from './compute-slip';
import { paidFor } from './contribution-lines';
import { differenceStep, NO_LAW } from './difference-step';
import { type SettledByHand, settledByHand } from './dispute';
import { oneOffLines } from './one-off-lines';
import type { EarlierFacts, MonthFacts, PersonFacts, RunFacts, SlipOutcome } from './pay-facts';
import type { SlipInput, SlipSalary } from './slip-input';
import { type ContributedMonth, NO_TOTALS, otherNow, slipRules } from './slip-rules';
import type { SlipContent, TaxYear } from './stored-slip';

/** The slip of one person, or why there is none. Pure: the same facts give the same slip. */
export function workOutSlip(run: RunFacts, facts: PersonFacts): SlipOutcome {
  const { person, insurance, tax } = facts;
  const { month, paidOn } = run;
  const before = yearBefore(run, facts);
  try {
    const input = slipInput(run, facts, facts);
    if ('blocked' in input) return input;
    const { serviceMonths, salary } = input;
    const once = oneOffLines({
      ...{ facts: facts.once, person, paidOn, kind: tax.kind, earlier: bonusDays(before, tax) },
      ...{ wage: salary.fullWage, overtimeBase: salary.overtimeBase },
    });
    const slip = computeSlip({
      ...input,
      ...once,
      differences: payDifferences(run, facts),
      carried: facts.last?.content.carried ?? [],
      rules: slipRules({
        ...{ person, month, paidOn, serviceMonths, before, insurance, tax },
        contributed: contributedMonths(run, facts),
        leaveDays: facts.time?.leaveDays ?? [],
      }),
    });
    return {
      content: {
        ...slip,
        city: insurance?.pack.city ?? null,
        taxYear: yearWith(run, facts, before, slip.totals),
      },
    };
  } catch (error) {
    // Rules refuse what one person's data are; anything else is a mistake of the program, or of a stored record.
    if (!(error instanceof AppError)) throw error;
    return { blocked: blockedBy(error), error };
  }
}

const BLOCKED_BY: Partial<Readonly<Record<ErrorCode, PayBlocker['rule']>>> = {
  PAY_FORMULA_FAILED: 'formula',
  BONUS_SEPARATE_USED: 'bonus-used',
  LOCAL_AVERAGE_MISSING: 'no-average',
};

function blockedBy({ code, data }: AppError): PayBlocker['rule'] {
  if (code === 'PAY_RULE_ENDED' && BONUS_RULES.has((data as ErrorData['PAY_RULE_ENDED']).id))
    return 'bonus-ended';
  return BLOCKED_BY[code] ?? 'refused';
}

/** Days on which a bonus was taxed by itself before in the tax year. */
const bonusDays = ({ bonusTaxedOn }: YearBefore, tax: PersonFacts['tax']): Day[] =>
  [bonusTaxedOn, tax.bonusTaxedOn].flatMap((day) => day ?? []);

/** Locked months with what was paid of insurance and fund for them so far; not those that were paid in another city. */
function contributedMonths(run: RunFacts, { person, earlier, insurance }: PersonFacts): ContributedMonth[] {
  const slips = [...earlier].flatMap(([month, { slip }]) => (slip ? [{ month, content: slip.content }] : []));
  return run.earlier.flatMap(({ month }) => {
    const found = earlier.get(month);
    if (!found || !isEmployedIn(person, month)) return [];
    const city = found.slip?.content.city ?? null;
    const now = (found.insurance ?? insurance)?.pack.city ?? null;
    if (city !== null && city !== now) return [];
    const later = slips.filter((each) => each.month > month).map(({ content }) => content);
    const paid = paidFor(month, found.slip?.content ?? null, later);
    const byHand = found.slip ? settledByHand(found.slip) : [];
    return [{ month, paid: paid.map((line) => lessByHand(line, byHand)), insurance: found.insurance }];
  });
}

/** What payroll has given back, or taken, of a kind by itself is no longer paid, or is. */
function lessByHand(line: ContributionLine, byHand: readonly SettledByHand[]): ContributionLine {
  const own = byHand.filter((each) => each.line === `contributions/${line.kind}`);
  return { ...line, employee: own.reduce((left, { amount }) => sum(left, -amount), line.employee) };
}

type MonthInput = Omit<SlipInput, 'differences' | 'carried' | 'rules' | 'paidOut' | 'apart' | 'warnings'>;

/** What a month is worked out from, without what other months and the law add. */
function slipInput(
  of: MonthFacts,
  { person, salary: versions }: PersonFacts,
  { time, bonus }: Pick<EarlierFacts, 'time' | 'bonus'>,
): MonthInput | { readonly blocked: PayBlocker['rule'] } {
  const days = of.paidDays.filter(
    (day) => person.hiredOn <= day && (person.leftOn === null || day <= person.leftOn),
  );
  const salary = salaryOf(of, versions, days);
  if (!salary) return { blocked: 'no-salary' };
  if (!time) return { blocked: 'not-settled' };
  return {
    ...{ month: of.month, itemsFrom: of.items.from, items: of.compiled, salary, bonus },
    serviceMonths: monthsBetween(person.hiredOn, of.month),
    time: { ...time.pay, attendedDays: time.attended, absentDays: time.absent },
  };
}

/**
 * What locked months come out differently by now, less what months after them have already paid of it: a line for each
 * month, with the lines that differ. A locked slip itself never changes.
 */
function payDifferences(run: RunFacts, facts: PersonFacts): PayStep[] {
  return run.earlier.flatMap((of) => {
    const earlier = facts.earlier.get(of.month);
    const isHere = isEmployedIn(facts.person, of.month);
    const input = earlier && isHere ? slipInput(of, facts, earlier) : null;
    if (!earlier || !input || 'blocked' in input) return [];
    const now = computeSlip({
      ...input,
      ...{ paidOut: [], apart: NOTHING_APART, warnings: [], differences: [], carried: [] },
      rules: timeRules(run, facts, input, earlier),
    });
    const later = [...facts.earlier.values()].flatMap(({ slip }) => slip ?? []);
    const byHand = {
      own: earlier.slip ? settledByHand(earlier.slip) : [],
      later: later.flatMap(settledByHand),
    };
    return differenceStep(of, now, earlier.slip?.content ?? null, later, byHand);
  });
}

/** Sick pay follows the law; insurance and tax are no part of the lines that are compared. */
function timeRules(
  run: RunFacts,
  { person, insurance, tax }: PersonFacts,
  { serviceMonths, month }: MonthInput,
  { time }: EarlierFacts,
): SlipRules {
  const before = { totals: NO_TOTALS, paidIn: [] };
  const { sickPay } = slipRules({
    ...{ person, month, paidOn: run.paidOn, serviceMonths, before, insurance, tax, contributed: [] },
    leaveDays: time?.leaveDays ?? [],
  });
  return { sickPay, ...NO_LAW };
}

function salaryOf(
  { paidDays }: MonthFacts,
  versions: readonly SalaryVersion[],
  days: readonly Day[],
): SlipSalary | null {
  const last = days.at(-1) ?? paidDays.at(-1);
  const current = last && salaryOn(versions, last);
  if (!current) return null;
  return {
    ...{ method: current.method, dueDays: paidDays.length, parts: wageParts(versions, days) },
    ...{
      fullWage: current.wage,
      overtimeBase: current.overtimeBase ?? current.wage,
      entered: current.entered,
    },
  };
}

/** Whole months of service at the end of a month. */
function monthsBetween(hiredOn: Day, month: Month): number {
  const [year = 0, index = 0] = month.split('-').map(Number);
  const [hiredYear = 0, hiredIndex = 0, day = 1] = hiredOn.split('-').map(Number);
  return Math.max(0, (year - hiredYear) * 12 + index - hiredIndex + (day === 1 ? 1 : 0));
}

interface YearBefore extends Omit<TaxYear, 'year'> {}

/**
 * The tax year of the payment before it: of the last slip if that was paid in the same year, else what was taken over. What
 * is taken over later, or corrected, counts from then on.
 */
function yearBefore({ paidOn }: RunFacts, { last, tax }: PersonFacts): YearBefore {
  const year = last?.content.taxYear;
  if (year && year.year === Number(paidOn.slice(0, 4)))
    return { ...year, totals: takenOver(year.totals, year.carryIn ?? tax.carryIn, tax.carryIn) };
  return { totals: tax.carryIn ?? NO_TOTALS, paidIn: [], counted: [], bonusTaxedOn: null };
}

function yearWith(
  { paidOn, versions }: RunFacts,
  { last, tax }: PersonFacts,
  before: YearBefore,
  now: SlipContent['totals'],
): TaxYear {
  const { totals } = before;
  const counted = last && before.paidIn.length > 0;
  const paidIn = monthOf(paidOn);
  return {
    year: Number(paidOn.slice(0, 4)),
    totals: {
      income: sum(totals.income, now.income + now.exempt),
      exempt: sum(totals.exempt, now.exempt),
      contributions: sum(totals.contributions, now.contributions),
      other: sum(totals.other, otherNow({ tax, before, paidOn })),
      relief: totals.relief,
      withheld: sum(totals.withheld, now.tax - now.bonusTax - now.severanceTax),
    },
    carryIn: tax.carryIn,
    paidIn: [...before.paidIn.filter((each) => each !== paidIn), paidIn],
    counted: counted
      ? [...before.counted, { month: last.month, version: versions.get(last.month) ?? 1 }]
      : before.counted,
    bonusTaxedOn: now.bonus > 0 ? paidOn : before.bonusTaxedOn,
  };
}

/** The totals with what is taken over by now in the place of what was. */
const takenOver = (totals: TaxTotals, before: TaxTotals, now: TaxTotals): TaxTotals => {
  const replaced = (name: keyof TaxTotals) => sum(totals[name], now[name] - before[name]);
  return {
    ...{ income: replaced('income'), exempt: replaced('exempt'), contributions: replaced('contributions') },
    ...{ other: replaced('other'), relief: replaced('relief'), withheld: replaced('withheld') },
  };
};

const sum = (one: TaxTotals['income'], other: number) => (one + other) as TaxTotals['income'];
