import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { by, minus, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { EARLY_RETIREMENT, EQUITY } from './packs/separate';
import { ANNUAL } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, entered, money, numberInput, step, sumStep } from './steps';
import { atLeastZero, bandOf, taxOn } from './tax-on';

export interface EquityIncome {
  readonly paidOn: Day;
  /** Of the same tax year. */
  readonly before: { readonly income: Fen; readonly withheld: Fen };
  readonly income: Fen;
}

/**
 * Tax on equity incentives of listed companies: all of a tax year together, alone on the annual table (财税〔2018〕164号
 * art. 2, to 2027-12-31 by 公告2023年第25号).
 * @throws AppError PAY_RULE_ENDED
 */
export function equityTax({ paidOn, before, income }: EquityIncome): PayStep {
  const rule = ruleOn(EQUITY, paidOn);
  const table = ruleOn(ANNUAL, paidOn);
  const taxable = sumStep('taxable', [entered('before', before.income), entered('now', income)]);
  const due = minus(taxOn(table.value, ratio(taxable.amount)), ratio(before.withheld));
  return step('tax.equity', toFen(atLeastZero(due)), 'tax.month', {
    inputs: [
      money('tax.taxable', taxable.amount),
      ...bandInputs(bandOf(table.value, ratio(taxable.amount))),
      money('tax.withheld', before.withheld),
    ],
    rule: citing(rule),
    parts: [taxable],
  });
}

/**
 * Tax on what is paid once for retiring early: spread over the years to retirement, less a year's allowance each
 * (财税〔2018〕164号 art. 5).
 * @param years to the statutory age, at least 1
 */
export function earlyRetirementTax(amount: Fen, years: number, paidOn: Day): PayStep {
  const rule = ruleOn(EARLY_RETIREMENT, paidOn);
  const table = ruleOn(ANNUAL, paidOn);
  const yearly = atLeastZero(minus(by(ratio(amount), ratio(years)), ratio(rule.value)));
  return step('tax.earlyRetirement', toFen(times(taxOn(table.value, yearly), ratio(years))), 'tax.spread', {
    inputs: [
      numberInput('tax.years', years),
      money('tax.allowance.yearly', rule.value),
      ...bandInputs(bandOf(table.value, yearly)),
    ],
    rule: citing(rule),
    parts: [entered('retirement', amount)],
  });
}
