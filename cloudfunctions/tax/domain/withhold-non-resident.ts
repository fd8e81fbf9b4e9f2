import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { minus, ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { NON_RESIDENTS } from './packs/allowances';
import { MONTHLY } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, deducted, entered, money, step, sumStep } from './steps';
import { atLeastZero, bandOf, sumOf, taxOn } from './tax-on';

interface MonthTotals {
  readonly income: Fen;
  readonly exempt: Fen;
  readonly withheld: Fen;
}

export interface NonResidentPayment {
  readonly paidOn: Day;
  /** Earlier payments of the same month. */
  readonly before: MonthTotals;
  readonly now: Omit<MonthTotals, 'withheld'>;
}

/**
 * Tax to withhold from the wages of somebody who is not a resident: each month by itself, less 5,000 and nothing else, on
 * the monthly table (国家税务总局公告2018年第61号 art. 9).
 */
export function withholdNonResident({ paidOn, before, now }: NonResidentPayment): PayStep {
  const rule = ruleOn(NON_RESIDENTS, paidOn);
  const table = ruleOn(MONTHLY, paidOn);
  const exempt = (before.exempt + now.exempt) as Fen;
  const allowance = step('allowance', rule.value, 'tax.allowance.once', {
    inputs: [money('tax.allowance.monthly', rule.value)],
    rule: citing(rule),
  });
  const taxable = sumStep('taxable', [
    sumStep('income', [entered('before', before.income), entered('now', now.income)]),
    ...(exempt === 0 ? [] : [deducted(entered('exempt', exempt))]),
    deducted(allowance),
  ]);
  const due = taxOn(table.value, ratio(taxable.amount));
  return step('tax.nonResident', toFen(atLeastZero(minus(due, sumOf(before.withheld)))), 'tax.month', {
    inputs: [
      money('tax.taxable', Math.max(0, taxable.amount) as Fen),
      ...bandInputs(bandOf(table.value, ratio(taxable.amount))),
      money('tax.withheld', before.withheld),
    ],
    rule: citing(table),
    parts: [taxable],
  });
}
