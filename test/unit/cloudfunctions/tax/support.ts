import type { Day, Month } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { AllowanceRule, TaxTotals } from '#contracts/tax';
import { specialThrough } from '../../../../cloudfunctions/tax/domain/deductions/special-through';
import { type WageTax, withholdWages } from '../../../../cloudfunctions/tax/domain/withhold-wages';

export const yuan = (amount: number): Fen => Math.round(amount * 100) as Fen;
export const NOTHING: TaxTotals = {
  ...{ income: yuan(0), exempt: yuan(0), contributions: yuan(0) },
  ...{ other: yuan(0), relief: yuan(0), withheld: yuan(0) },
};
export const NO_SPECIAL: PayStep = specialThrough([], ['2026-01' as Month]);

export interface Month26 {
  readonly gross: number;
  readonly soc?: number;
  /** Special additional deductions of the month. */
  readonly add?: number;
}

/** Withholds month by month, as a payroll does, and gives what each month withheld, yuan. */
export function yearOf(
  months: readonly Month26[],
  { first = 1, allowance = 'monthly' as AllowanceRule } = {},
): number[] {
  let before = NOTHING;
  let special = 0;
  return months.map(({ gross, soc = 0, add = 0 }, index) => {
    special += add;
    const now = { ...NOTHING, income: yuan(gross), contributions: yuan(soc) };
    const { tax } = pay({
      month: first + index,
      monthsHere: index + 1,
      before,
      now,
      allowance,
      special: yuan(special),
    });
    before = {
      ...before,
      income: (before.income + now.income) as Fen,
      contributions: (before.contributions + now.contributions) as Fen,
      withheld: (before.withheld + tax.amount) as Fen,
    };
    return tax.amount / 100;
  });
}

interface Payment {
  readonly month: number;
  readonly monthsHere?: number;
  readonly before?: TaxTotals;
  readonly now: TaxTotals;
  readonly allowance?: AllowanceRule;
  readonly special?: Fen;
}

export function pay({
  month,
  monthsHere = 1,
  before = NOTHING,
  now,
  allowance = 'monthly',
  special = yuan(0),
}: Payment): WageTax {
  return withholdWages({
    paidOn: `2026-${String(month).padStart(2, '0')}-10` as Day,
    before,
    now,
    monthsHere,
    allowance,
    special: { ...NO_SPECIAL, amount: special },
  });
}

/** The same month so many times. */
export const times = (count: number, month: Month26): Month26[] => Array.from({ length: count }, () => month);

/** Every step of a tree. */
export const stepsOf = (step: PayStep): PayStep[] => [step, ...step.parts.flatMap(stepsOf)];
