import type { Day, Minutes } from '#contracts/common';
import type { OwnAverage } from '#contracts/insurance';
import type { Leaving, OneOffPay, YearBonus } from '#contracts/one-off-pay';
import type { Fen, PayInput, PayStep, PayWarning } from '#contracts/pay';
import type { TaxKind } from '#contracts/tax';
import { averageWarnings, localAveragesOf } from '../../insurance/rules';
import type { MedicalEnd } from '../../leave/rules';
import { compTimePay, severancePay, unusedLeavePay } from '../../salaries/rules';
import { exactText, ratio } from '../../shared/figures/ratio';
import { bonusTax, type LocalAverage, nonResidentBonusTax, severanceTax } from '../../tax/rules';
import { type ApartPay, NOTHING_APART } from './apart-pay';
import type { MeanWage } from './mean-wage';
import { sameText } from './slip-input';

/** Leave minutes of a day. */
const DAY_MINUTES = 480;

/** Annual leave and comp time, in leave minutes. */
export interface UnusedTime {
  readonly annual: Minutes;
  readonly compTime: Minutes;
}

/** What is stored about what one person is paid once in a month. */
export interface OneOffFacts {
  readonly pay: (OneOffPay & { readonly changedBy?: readonly string[] }) | null;
  /** Of who leaves in the month. */
  readonly unused: UnusedTime | null;
  /** What has lapsed in the month, and whether the company pays it out. */
  readonly lapsed: { readonly paid: UnusedTime; readonly unpaid: UnusedTime };
  /** Null without a slip before. */
  readonly mean: MeanWage | null;
  /** Average wages that HR entered of the person's city; of who leaves in the month. */
  readonly averages: readonly OwnAverage[];
  /** Of who was ill in the month: the end of the medical period, if it is near or past. */
  readonly medical: MedicalEnd | null;
}

const NO_TIME: UnusedTime = { annual: 0, compTime: 0 };
export const NOTHING_ONCE: OneOffFacts = {
  ...{ pay: null, unused: null, mean: null, averages: [], medical: null },
  lapsed: { paid: NO_TIME, unpaid: NO_TIME },
};

export interface OneOffQuestion {
  readonly facts: OneOffFacts;
  readonly person: { readonly hiredOn: Day; readonly leftOn: Day | null; readonly city: string };
  readonly paidOn: Day;
  readonly kind: TaxKind;
  /** Days of the tax year on which a bonus was taxed by itself. */
  readonly earlier: readonly Day[];
  /** Of a full month, and what overtime is worked out from. */
  readonly wage: Fen;
  readonly overtimeBase: Fen;
}

export interface OneOffLines {
  /** Taxed with the wages of the month. */
  readonly paidOut: readonly PayStep[];
  readonly apart: ApartPay;
  readonly warnings: readonly PayWarning[];
}

/**
 * What is paid once: unused leave and time off, a yearly bonus, severance.
 * @throws AppError BONUS_SEPARATE_USED, PAY_RULE_ENDED for a bonus that may not be taxed by itself; LOCAL_AVERAGE_MISSING
 * for severance in a city of which no average is known
 */
export function oneOffLines(question: OneOffQuestion): OneOffLines {
  const parts = [
    ...[timeLines(question), bonusLines(question), leavingLines(question)],
    { warnings: medicalWarnings(question.facts) },
  ];
  return {
    paidOut: parts.flatMap(({ paidOut }) => paidOut ?? []),
    apart: Object.assign({}, NOTHING_APART, ...parts.map(({ apart }) => apart ?? {})),
    warnings: parts.flatMap(({ warnings }) => warnings ?? []),
  };
}

/** What is paid at leaving, without its tax: a preview for who decides about it. */
export function leaverLines(question: Omit<OneOffQuestion, 'kind' | 'earlier'>): {
  readonly lines: readonly PayStep[];
  readonly warnings: readonly PayWarning[];
} {
  const { paidOut = [] } = timeLines(question);
  const leaving = question.facts.pay?.leaving;
  if (!leaving) return { lines: paidOut, warnings: [] };
  const { averages, told } = averagesOf(leaving, question);
  const { steps, warnings } = severanceOf(leaving, question, averages);
  return { lines: [...paidOut, ...steps], warnings: steps.length > 0 ? [...warnings, ...told] : warnings };
}

interface Part {
  readonly paidOut?: readonly PayStep[];
  readonly apart?: Partial<ApartPay>;
  readonly warnings?: readonly PayWarning[];
}

/** At leaving all that is left, otherwise what has lapsed in the month. */
function timeLines({
  facts,
  wage,
  overtimeBase,
}: Pick<OneOffQuestion, 'facts' | 'wage' | 'overtimeBase'>): Part {
  const { unused, lapsed, mean } = facts;
  const annual = (unused?.annual ?? 0) + lapsed.paid.annual;
  const compTime = (unused?.compTime ?? 0) + lapsed.paid.compTime;
  const base = mean?.withoutOvertime ?? wage;
  const why = unused ? LEAVING_TEXT : LAPSED_TEXT;
  return {
    paidOut: [
      ...(annual > 0
        ? [explained(unusedLeavePay(base, ratio(annual, DAY_MINUTES)), why, mean?.months ?? 0)]
        : []),
      ...(compTime > 0 ? [explained(compTimePay(overtimeBase, compTime), why, null)] : []),
    ],
    warnings: lapsedWarnings(lapsed.unpaid),
  };
}

const LEAVING_TEXT = { 'zh-CN': '离职时没有休完', en: 'not taken at leaving' };
const LAPSED_TEXT = { 'zh-CN': '到期没有休完', en: 'lapsed without being taken' };

/** Why it is paid, and of how many months' slips its base is the mean; none before the first slip. */
function explained(step: PayStep, why: typeof LEAVING_TEXT, months: number | null): PayStep {
  const more: PayInput[] = [
    { name: 'paid_out_why', kind: 'text', value: why },
    ...(months === null
      ? []
      : [{ name: 'mean_months', kind: 'months', value: exactText(ratio(months)) } as const]),
  ];
  return { ...step, inputs: [...step.inputs, ...more] };
}

function lapsedWarnings({ annual, compTime }: UnusedTime): PayWarning[] {
  if (annual + compTime === 0) return [];
  const days: PayInput = {
    name: 'days',
    kind: 'days',
    value: exactText(ratio(annual + compTime, DAY_MINUTES)),
  };
  return [{ code: 'leave-lapsed', inputs: [days], rule: null }];
}

function bonusLines({ facts, paidOn, kind, earlier }: OneOffQuestion): Part {
  const bonus = facts.pay?.bonus;
  if (!bonus) return {};
  const line = bonusStep(bonus);
  // A student's fees have no bonus of a year: it is one of them.
  if (bonus.way === 'merged' || kind === 'student') return { paidOut: [line] };
  const question = { bonus: bonus.amount, paidOn, earlier };
  if (kind === 'non-resident') return { apart: { bonus: [line], bonusTax: [nonResidentBonusTax(question)] } };
  const { tax, warnings } = bonusTax(question);
  return { apart: { bonus: [line], bonusTax: [tax] }, warnings };
}

const WAYS = {
  separate: { 'zh-CN': '单独计税', en: 'taxed by itself' },
  merged: { 'zh-CN': '并入当月工资计税', en: 'taxed with the wages of the month' },
} as const;

/** The bonus as a line that opens to the grade it comes from, if it does. */
function bonusStep({ amount, basis, way }: YearBonus): PayStep {
  const taxed: PayInput = { name: 'bonus_way', kind: 'text', value: WAYS[way] };
  if (!basis) return { ...{ id: 'bonus', amount, formula: null, rule: null, parts: [] }, inputs: [taxed] };
  const { base, percent, grade, period, rule } = basis;
  return {
    ...{ id: 'bonus', amount, formula: 'bonus.grade', parts: [] },
    inputs: [
      { name: 'bonus_base', kind: 'money', value: base },
      { name: 'bonus_rate', kind: 'percent', value: exactText(ratio(Math.round(percent * 100), 100)) },
      { name: 'grade', kind: 'text', value: sameText(grade) },
      { name: 'appraisal_period', kind: 'text', value: sameText(period) },
      taxed,
    ],
    rule: { id: 'company.bonus', from: rule.from, until: null, source: rule.source['zh-CN'] },
  };
}

function leavingLines(question: OneOffQuestion): Part {
  const { facts, paidOn } = question;
  const { leftOn } = question.person;
  if (!facts.unused || leftOn === null) return {};
  const leaving = facts.pay?.leaving;
  if (!leaving) return { warnings: [{ code: 'leaving-undecided', inputs: [dayInput(leftOn)], rule: null }] };
  const { averages, told } = averagesOf(leaving, question);
  const { steps, warnings } = severanceOf(leaving, question, averages);
  const amount = steps.reduce((sum, step) => sum + step.amount, 0) as Fen;
  if (amount === 0) return { warnings };
  const before = { amount: 0 as Fen, withheld: 0 as Fen };
  const severance = { severance: steps, severanceTax: [severanceTax({ before, amount, paidOn, averages })] };
  return { apart: severance, warnings: [...warnings, ...told] };
}

/** What is due for leaving by what HR has decided; without a cap where no average is known. */
function severanceOf(
  leaving: Leaving,
  { facts: { mean }, person: { hiredOn, leftOn }, wage }: Pick<OneOffQuestion, 'facts' | 'person' | 'wage'>,
  known: readonly LocalAverage[],
) {
  return severancePay({
    ...{ reason: leaving.reason, notice: leaving.notice, hiredOn, lastDay: leftOn ?? hiredOn },
    meanWage: leaving.meanWage ?? mean?.wage ?? wage,
    lastWage: mean?.last ?? wage,
    wageCap: capOf(known),
  });
}

function capOf(known: readonly LocalAverage[]): Fen | null {
  const latest = [...known].sort((one, other) => other.year - one.year)[0];
  return latest ? ((latest.monthly * CAP_TIMES) as Fen) : null;
}

/** What of a mean wage counts at most by the averages that are known; null where none is. Of who leaves in the month. */
export const knownCap = (
  { averages }: Pick<OneOffFacts, 'averages'>,
  city: string,
  paidOn: Day,
): Fen | null => capOf(localAveragesOf(city, paidOn, averages));

/** 劳动合同法 47 II. */
const CAP_TIMES = 3;

/**
 * The averages of the city that were published by the day, the one that HR entered with the leaving, and what has to be told
 * of the latest of them.
 */
function averagesOf(
  { average }: Leaving,
  { facts, person, paidOn }: Pick<OneOffQuestion, 'facts' | 'person' | 'paidOn'>,
): { readonly averages: readonly LocalAverage[]; readonly told: readonly PayWarning[] } {
  const known = localAveragesOf(person.city, paidOn, facts.averages).filter(
    ({ year }) => year !== average?.year,
  );
  if (!average) return { averages: known, told: averageWarnings(known, paidOn) };
  const isLatest = known.every(({ year }) => year < average.year);
  return {
    averages: [...known, { ...average, publishedOn: paidOn }],
    told: [byHand(average), ...(isLatest ? [] : averageWarnings(known, paidOn))],
  };
}

/** Nobody but who entered it has seen where it is from. */
const byHand = ({ year, monthly, source = '' }: NonNullable<Leaving['average']>): PayWarning => ({
  code: 'average-by-hand',
  inputs: [
    { name: 'average_wage', kind: 'money', value: monthly },
    { name: 'average_year', kind: 'text', value: sameText(String(year)) },
    { name: 'average_source', kind: 'text', value: sameText(source) },
  ],
  rule: null,
});

/** Before it is over nobody is dismissed for an illness (劳动合同法 42), and after it sick pay is no wage. */
const medicalWarnings = ({ medical }: OneOffFacts): PayWarning[] =>
  medical
    ? [
        {
          code: 'medical-period',
          inputs: [
            { name: 'medical_end', kind: 'day', value: medical.day },
            { name: 'medical_months', kind: 'months', value: exactText(ratio(medical.months)) },
          ],
          rule: null,
        },
      ]
    : [];

const dayInput = (value: Day): PayInput => ({ name: 'last_day', kind: 'day', value });
