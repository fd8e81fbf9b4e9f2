import type { Day, Month } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { PayStep } from '#contracts/pay';
import { HEAT_ALLOWANCES } from './packs/heat-allowances';

/** The month's allowance for work in the heat as a step of pay, or null outside of the season or without a figure. */
export function heatAllowance(city: InsuranceCity, month: Month): PayStep | null {
  const day = `${month}-01` as Day;
  const allowance = HEAT_ALLOWANCES[city].findLast(({ rule }) => rule.from <= day);
  if (!allowance?.months.includes(Number(month.slice(5)))) return null;
  return {
    id: 'heatAllowance',
    amount: allowance.month,
    formula: 'heat.monthly',
    inputs: [],
    rule: allowance.rule,
    parts: [],
  };
}
