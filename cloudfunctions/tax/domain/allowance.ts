import type { Day } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { AllowanceRule } from '#contracts/tax';
import { FIRST_JOB, MONTHLY_ALLOWANCE, SIXTY_THOUSAND } from './packs/allowances';
import { citing, ruleOn } from './rule';
import { money, months, step } from './steps';

/**
 * 累计减除费用 of the year up to a payment: 5,000 per month of employment here; with the first wage of the year per month
 * since January (公告2020年第13号); or the 60,000 of the whole year at once (公告2020年第19号).
 * @throws AppError PAY_RULE_MISSING before the rule began
 */
export function allowanceStep(kind: AllowanceRule, paidOn: Day, monthsHere: number): PayStep {
  if (kind === 'sixty-thousand') {
    const rule = ruleOn(SIXTY_THOUSAND, paidOn);
    return step('allowance', rule.value, 'tax.allowance.year', {
      inputs: [money('tax.allowance.yearly', rule.value)],
      rule: citing(rule),
    });
  }
  const isFirst = kind === 'first-job';
  const rule = ruleOn(isFirst ? FIRST_JOB : MONTHLY_ALLOWANCE, paidOn);
  const count = isFirst ? Number(paidOn.slice(5, 7)) : monthsHere;
  const formula = isFirst ? 'tax.allowance.sinceJanuary' : 'tax.allowance.months';
  return step('allowance', (rule.value * count) as Fen, formula, {
    inputs: [months('tax.allowance.count', count), money('tax.allowance.monthly', rule.value)],
    rule: citing(rule),
  });
}
