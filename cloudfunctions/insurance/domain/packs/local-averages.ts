import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayRule } from '#contracts/pay';
import { ruleOf, type Source, yuan } from './entry';

/** The average wage of a city. `rule.from` is the day of publication: before it nobody could use it. */
export interface LocalAverage {
  readonly rule: PayRule;
  /** The year that it is about. */
  readonly year: number;
  readonly month: Fen;
}

/** The next year's figure is out by the end of September; after that an average that is still used is told. */
const average = (
  city: InsuranceCity,
  year: number,
  month: number,
  published: string,
  source: Source,
): LocalAverage => ({
  rule: ruleOf(`cn.${city}.average`, published, `${year + 2}-09-30`, source),
  year,
  month: yuan(month),
});

/** Where none was found HR enters the one that the city has published. */
export const LOCAL_AVERAGES: Readonly<Record<InsuranceCity, readonly LocalAverage[]>> = {
  beijing: [],
  shanghai: [
    average('shanghai', 2024, 12_434, '2025-09-18', {
      source: '上海市 2024 年度全口径城镇单位就业人员月平均工资（随 2025 年度缴费基数公布）',
      url: 'https://rsj.sh.gov.cn/tgsgg_17341/20250918/t0035_1435637.html',
    }),
    average('shanghai', 2025, 12_577, '2026-08-18', {
      source: '上海市 2025 年度全口径城镇单位就业人员月平均工资（随 2026 年度缴费基数公布）',
      url: 'https://rsj.sh.gov.cn/tgsgg_17341/20260818/t0035_1443203.html',
    }),
  ],
  shenzhen: [],
  guangzhou: [],
  hangzhou: [],
  chengdu: [],
};
