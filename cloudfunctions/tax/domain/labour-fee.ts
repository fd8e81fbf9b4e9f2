import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import { minus, type Ratio, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { LABOUR_COSTS } from './packs/allowances';
import { LABOUR } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, deducted, entered, money, step, sumStep } from './steps';
import { atLeastZero, bandOf, taxOn } from './tax-on';

/** Tax to withhold from a labour fee that is paid by itself (国家税务总局公告2018年第61号 art. 8). */
export function labourFeeTax(fee: Fen, paidOn: Day): PayStep {
  const rule = ruleOn(LABOUR_COSTS, paidOn);
  const table = ruleOn(LABOUR, paidOn);
  const { smallUpTo, smallCosts, costPercent } = rule.value;
  const costs: Ratio = fee <= smallUpTo ? ratio(smallCosts) : times(ratio(fee), ratio(costPercent, 100));
  const taxable = atLeastZero(minus(ratio(fee), costs));
  return step('tax.labour', toFen(taxOn(table.value, taxable)), 'tax.table', {
    inputs: [money('tax.taxable', toFen(taxable)), ...bandInputs(bandOf(table.value, taxable))],
    rule: citing(table),
    parts: [
      sumStep('taxable', [
        entered('fee', fee),
        deducted(step('costs', toFen(costs), 'tax.labourCosts', { rule: citing(rule) })),
      ]),
    ],
  });
}
