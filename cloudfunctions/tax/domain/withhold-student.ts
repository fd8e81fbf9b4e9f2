import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { minus, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { STUDENTS } from './packs/allowances';
import { ANNUAL } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, deducted, entered, money, months, percent, step, sumStep } from './steps';
import { atLeastZero, bandOf, taxOn } from './tax-on';

/** Fees of an internship in a tax year. */
export interface StudentPayment {
  readonly paidOn: Day;
  readonly before: { readonly income: Fen; readonly withheld: Fen };
  readonly income: Fen;
  /** Months of the internship here in the year, this one included. */
  readonly monthsHere: number;
}

/**
 * Tax to withhold from a student's pay: labour fees by the cumulative method, 80 % of them less 5,000 per month of the
 * internship (国家税务总局公告2020年第13号 art. 2).
 */
export function withholdStudent({ paidOn, before, income, monthsHere }: StudentPayment): PayStep {
  const rule = ruleOn(STUDENTS, paidOn);
  const table = ruleOn(ANNUAL, paidOn);
  const { costPercent, monthlyAllowance } = rule.value;
  const gross = (before.income + income) as Fen;
  const costs = times(ratio(gross), ratio(costPercent, 100));
  const allowance = (monthlyAllowance * monthsHere) as Fen;
  // Exact: the costs of a fee may have a fraction of a fen, and only the tax is rounded.
  const taxable = minus(minus(ratio(gross), costs), ratio(allowance));
  const balance = minus(taxOn(table.value, taxable), ratio(before.withheld));
  return step('tax.student', toFen(atLeastZero(balance)), 'tax.cumulative', {
    inputs: [
      money('tax.taxable', toFen(atLeastZero(taxable))),
      ...bandInputs(bandOf(table.value, taxable)),
      money('tax.withheld', before.withheld),
    ],
    rule: citing(table),
    parts: [
      sumStep('taxable', [
        sumStep('income', [entered('before', before.income), entered('now', income)]),
        deducted(
          step('costs', toFen(costs), 'tax.share', {
            inputs: [money('tax.income', gross), percent('tax.costs', costPercent)],
            rule: citing(rule),
          }),
        ),
        deducted(
          step('allowance', allowance, 'tax.allowance.months', {
            inputs: [
              months('tax.allowance.count', monthsHere),
              money('tax.allowance.monthly', monthlyAllowance),
            ],
            rule: citing(rule),
          }),
        ),
      ]),
    ],
  });
}
