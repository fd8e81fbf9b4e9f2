import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { AllowanceRule, TaxTotals } from '#contracts/tax';
import { minus, ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { allowanceStep } from './allowance';
import { ANNUAL } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, deducted, entered, money, step, sumStep } from './steps';
import { atLeastZero, bandOf, sumOf, taxOn } from './tax-on';

/** One payment of wages to a resident. */
export interface WagePayment {
  /** Year, month and rules follow from the day of payment, not from that of the work. */
  readonly paidOn: Day;
  /** Earlier payments of the tax year, with what was taken over from another system. */
  readonly before: TaxTotals;
  readonly now: Omit<TaxTotals, 'withheld'>;
  /** Months of employment here in the year, this one included; see `countedMonths`. */
  readonly monthsHere: number;
  readonly allowance: AllowanceRule;
  /** Special additional deductions of the year up to this month, above zero; see `specialThrough`. */
  readonly special: PayStep;
}

export interface WageTax {
  /** What is withheld now, never below zero. */
  readonly tax: PayStep;
  /** Of the year so far; may be below zero. */
  readonly taxable: Fen;
  /** Withheld too much so far: it reduces later months and is paid back at the annual settlement only. */
  readonly credit: Fen;
}

/**
 * Tax to withhold from a payment of wages: the cumulative method 累计预扣法, 国家税务总局公告2018年第61号 art. 6. A
 * negative balance withholds nothing and stays as credit (暂不退税).
 * @throws AppError PAY_RULE_MISSING before 2019
 */
export function withholdWages(payment: WagePayment): WageTax {
  const { before, now } = payment;
  const table = ruleOn(ANNUAL, payment.paidOn);
  const taxable = taxableStep(payment);
  const due = taxOn(table.value, ratio(taxable.amount));
  const relief = (before.relief + now.relief) as Fen;
  const balance = minus(due, sumOf(relief, before.withheld));
  const credit = toFen(atLeastZero(minus(ratio(0), balance)));
  return {
    tax: step('tax.wages', toFen(atLeastZero(balance)), credit === 0 ? 'tax.cumulative' : 'tax.credited', {
      inputs: [
        money('tax.taxable', Math.max(0, taxable.amount) as Fen),
        ...bandInputs(bandOf(table.value, ratio(taxable.amount))),
        ...(relief === 0 ? [] : [money('tax.relief', relief)]),
        money('tax.withheld', before.withheld),
        ...(credit === 0 ? [] : [money('tax.credit', credit)]),
      ],
      rule: citing(table),
      parts: [taxable],
    }),
    taxable: taxable.amount,
    credit,
  };
}

/** What the tax of the year so far is worked out from. */
function taxableStep({ paidOn, before, now, monthsHere, allowance, special }: WagePayment): PayStep {
  const yearToDate = (id: string, name: keyof typeof now): PayStep =>
    sumStep(id, [entered('before', before[name]), entered('now', now[name])]);
  const optional = [yearToDate('exempt', 'exempt'), special, yearToDate('other', 'other')];
  const [exempt = [], ...others] = optional.map((part) => (part.amount === 0 ? [] : [deducted(part)]));
  return sumStep('taxable', [
    yearToDate('income', 'income'),
    ...exempt,
    deducted(allowanceStep(allowance, paidOn, monthsHere)),
    deducted(yearToDate('contributions', 'contributions')),
    ...others.flat(),
  ]);
}
