import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayRule } from '#contracts/pay';
import { ruleOf, type Source, yuan } from './entry';

/** What is paid a month for work in the heat, in these calendar months. */
export interface HeatAllowance {
  readonly rule: PayRule;
  readonly month: Fen;
  readonly months: readonly number[];
}

const SUMMER = [6, 7, 8, 9];

const heat = (
  city: InsuranceCity,
  from: string,
  month: number,
  months: readonly number[],
  source: Source,
): HeatAllowance => ({
  rule: ruleOf(`cn.${city}.heatAllowance`, from, null, source),
  month: yuan(month),
  months,
});

const GUANGDONG: Source = { source: '广东省高温津贴标准（6–10 月，文号未核对，待核实）', isUnverified: true };

/** Empty where no monthly figure was found: the company enters a pay item of its own. */
export const HEAT_ALLOWANCES: Readonly<Record<InsuranceCity, readonly HeatAllowance[]>> = {
  beijing: [],
  shanghai: [
    heat('shanghai', '2019-06-01', 300, SUMMER, { source: '上海市高温津贴标准（6–9 月，每月 300 元）' }),
  ],
  shenzhen: [heat('shenzhen', '2021-06-01', 300, [...SUMMER, 10], GUANGDONG)],
  guangzhou: [heat('guangzhou', '2021-06-01', 300, [...SUMMER, 10], GUANGDONG)],
  hangzhou: [],
  chengdu: [],
};
