import type { Fen, PayStep, PayWarning } from '#contracts/pay';
import { leaveDeductions, overtimePay, prorateWage } from '../../salaries/rules';
import { compared, decimal, type Ratio, ratio } from '../../shared/figures/ratio';
import { apartTotals } from './apart-pay';
import { carryOver } from './carry-over';
import type { ComputedSlip, SlipTotals } from './computed-slip';
import { itemLines, type Variables, yuan } from './item-lines';
import type { SlipInput, SlipLine } from './slip-input';

const MINUTES_AN_HOUR = 60;
const CONTRIBUTION_DIFFERENCES = 'contributionDifferences';

/**
 * A payslip as one tree: earnings less deductions, insurance and fund, tax, and what is paid back of months before. Each line is rounded once; sums are sums of lines. A net below zero is not paid but carried to the months
 * after it.
 * @throws AppError PAY_FORMULA_FAILED
 */
export function computeSlip(input: SlipInput): ComputedSlip {
  const { rules } = input;
  const time = timeOfMonth(input);
  const lines = [...time.lines, ...itemLines(input, time.variables)];
  const sums = sumsOf(lines);
  const contributed = rules.contribute();
  const contributions = contributed.employee.amount;
  // Paid later for months before, it says nothing about the wage of this one.
  const ofMonth = contributed.employee.parts.reduce(
    (left, { id, amount }) => left - (id === CONTRIBUTION_DIFFERENCES ? amount : 0),
    contributions as number,
  ) as Fen;
  const withheld = rules.withhold({ income: sums.income, exempt: sums.exempt, contributions });
  const apart = apartTotals(input.apart);
  const taxes = [withheld.tax, ...input.apart.bonusTax, ...input.apart.severanceTax];
  const tax = taxes.reduce((sum, { amount }) => sum + amount, 0) as Fen;
  const left = (sums.gross - contributions - tax - sums.deductions) as Fen;
  const { net, repaid, repaidSteps, carried } = carryOver(input.month, left, input.carried);
  const employer = sumStep('employer', [contributed.employer, ...stepsOf(lines, 'employer')]);
  const totals: SlipTotals = {
    ...{ gross: sums.gross, income: sums.income, exempt: sums.exempt, insurable: sums.insurable },
    ...{ contributions, tax, deductions: sums.deductions, repaid, net, employer: employer.amount },
    ...apart,
  };
  const parts = [
    sumStep('earnings', stepsOf(lines, 'earning')),
    ...optional(negated(sumStep('deductions', stepsOf(lines, 'deduction')))),
    negated(contributed.employee),
    ...taxes.map(negated),
    ...(left < 0 ? [carriedOn(left)] : optional(negated(sumStep('carried', repaidSteps)))),
  ];
  return {
    net: sumStep('net', parts),
    ...{ employer, totals, carried },
    warnings: [
      ...time.warnings,
      ...input.warnings,
      ...contributed.warnings,
      ...withheld.warnings,
      ...(time.isWhole ? rules.checkMinimum({ gross: sums.minimum, contributions: ofMonth }) : []),
      ...(left < 0 ? [negativeNet(left)] : []),
    ],
  };
}

interface TimeOfMonth {
  readonly lines: readonly SlipLine[];
  readonly variables: Variables;
  readonly warnings: readonly PayWarning[];
  /** Employed on all days and paid for all of them: what a minimum wage is about. */
  readonly isWhole: boolean;
}

/** The lines that the month's time gives, and what formulas read of it. */
function timeOfMonth(input: SlipInput): TimeOfMonth {
  const { salary, time, bonus, serviceMonths } = input;
  const { fullWage, dueDays, overtimeBase, parts } = salary;
  const wage = prorateWage(salary);
  const overtime = overtimePay(overtimeBase, time.overtime);
  const taken = leaveDeductions(fullWage, { ...time, dueDays }, input.rules.sickPay);
  const employedDays = parts.reduce((sum, { days }) => sum + days, 0);
  const minutes = time.overtime.reduce((sum, each) => sum + each.minutes, 0);
  return {
    lines: [
      { ...EARNING, isInMinimum: true, step: wage },
      ...[...overtime.steps, ...input.paidOut, ...input.differences].map((step) => ({ ...EARNING, step })),
      ...input.apart.bonus.map((step) => ({ ...APART, isInsurable: true, step })),
      ...input.apart.severance.map((step) => ({ ...APART, step })),
      ...limitedTo(wage.amount, taken.steps, isAway(taken.unpaidDays, employedDays)).map((step) => ({
        ...EARNING,
        kind: 'deduction' as const,
        step,
      })),
    ],
    variables: {
      ...{ wage: yuan(wage.amount), full_wage: yuan(fullWage) },
      ...{ due_days: ratio(dueDays), employed_days: ratio(employedDays) },
      ...{ attended_days: decimal(time.attendedDays), absent_days: decimal(time.absentDays) },
      ...{ unpaid_days: taken.unpaidDays, overtime_hours: ratio(minutes, MINUTES_AN_HOUR) },
      ...{ service_months: ratio(serviceMonths), month: ratio(Number(input.month.slice(5))) },
      bonus_rate: bonus?.rate ?? ratio(0),
    },
    warnings: [...overtime.warnings, ...taken.warnings],
    isWhole: employedDays === dueDays && taken.steps.length === 0,
  };
}

const EARNING = { kind: 'earning', isTaxable: true, isInsurable: true, isInMinimum: false } as const;
/** Taxed by itself: no income of the wages, and nothing that is exempt from their tax. */
const APART = { ...EARNING, isTaxable: false, isInsurable: false, isApart: true } as const;

/** Whether somebody is paid for none of the days on which they were employed. */
const isAway = (unpaidDays: Ratio, employedDays: number): boolean =>
  employedDays > 0 && compared(unpaidDays, ratio(employedDays)) >= 0;

/**
 * Leave and absence take no more than the wage of who joined or left within the month, and all of it from who was away on
 * every day of theirs: a day is worth more or less than a 21.75th in a part of a month.
 */
function limitedTo(wage: Fen, steps: readonly PayStep[], takesAll: boolean): PayStep[] {
  const limited = notOver(wage, steps);
  const last = limited[limited.length - 1];
  const left = limited.reduce((rest, { amount }) => rest - amount, wage as number);
  if (!last || !takesAll || left <= 0) return limited;
  const amount = (last.amount + left) as Fen;
  const inputs = [...last.inputs, { name: 'wage_left', kind: 'money', value: amount } as const];
  return [...limited.slice(0, -1), { ...last, amount, formula: 'leave.all_days', inputs }];
}

function notOver(wage: Fen, steps: readonly PayStep[]): PayStep[] {
  let left: number = wage;
  return steps.flatMap((step) => {
    const amount = Math.min(step.amount, left) as Fen;
    left -= amount;
    if (amount === step.amount) return [step];
    const inputs = [...step.inputs, { name: 'wage_left', kind: 'money', value: amount } as const];
    return [{ ...step, amount, formula: 'leave.wage_left', inputs }];
  });
}

function sumsOf(lines: readonly SlipLine[]) {
  const sum = (isCounted: (line: SlipLine) => boolean) =>
    lines.reduce((total, line) => total + (isCounted(line) ? signed(line) : 0), 0) as Fen;
  const isPreTax = ({ kind, isTaxable }: SlipLine) => kind === 'deduction' && isTaxable;
  const isEarning = ({ kind }: SlipLine) => kind === 'earning';
  return {
    gross: sum((line) => isEarning(line) || isPreTax(line)),
    income: sum((line) => (isEarning(line) && line.isTaxable) || isPreTax(line)),
    exempt: sum((line) => isEarning(line) && !line.isTaxable && !line.isApart),
    insurable: sum((line) => (isEarning(line) || isPreTax(line)) && line.isInsurable),
    minimum: sum((line) => line.isInMinimum && (isEarning(line) || isPreTax(line))),
    deductions: (0 - sum(({ kind, isTaxable }) => kind === 'deduction' && !isTaxable)) as Fen,
  };
}

const signed = ({ kind, step }: SlipLine): number => (kind === 'deduction' ? -step.amount : step.amount);

const stepsOf = (lines: readonly SlipLine[], kind: SlipLine['kind']): PayStep[] =>
  lines.filter((line) => line.kind === kind).map(({ step }) => step);

/** Takes off what a step says: a sum with its parts, and other amounts as they are worked out. */
const negated = (step: PayStep): PayStep => ({
  ...step,
  amount: (0 - step.amount) as Fen,
  parts: step.formula === null ? step.parts.map(negated) : step.parts,
});

/** What the month cannot pay: nothing is paid out, and the months after it pay it back. */
const carriedOn = (left: Fen): PayStep => ({
  ...{ id: 'carried', amount: -left as Fen, formula: 'carried_on', inputs: [], rule: null, parts: [] },
});

const sumStep = (id: string, parts: readonly PayStep[]): PayStep => ({
  ...{ id, formula: null, inputs: [], rule: null, parts },
  amount: parts.reduce((sum, { amount }) => sum + amount, 0) as Fen,
});

/** A sum of nothing is no line. */
const optional = (step: PayStep): PayStep[] => (step.parts.length > 0 ? [step] : []);

const negativeNet = (left: Fen): PayWarning => ({
  code: 'negative-net',
  inputs: [{ name: 'carried_on', kind: 'money', value: -left as Fen }],
  rule: null,
});
