import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayRule } from '#contracts/pay';
import { ruleOf, type Source } from './entry';

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
  month: Math.round(month * 100) as Fen,
});

/** Of the fund's notice of a year, whose cap is three times the average of the year before; the notice that names it was not read. */
const thirdOf = (cap: string): Source => ({
  source: `公积金缴存基数上限 ${cap} 元的三分之一（城镇非私营单位在岗职工月平均工资，未读到原文，待核实）`,
  isUnverified: true,
});

/**
 * Where none was found HR enters the one that the city has published, and until then severance there stops the run. Beijing:
 * the average behind its bases is for those alone, that of severance is another one (人社局 2019 年通告). Chengdu: of which
 * year the average behind its cap is was not found.
 */
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
  shenzhen: [
    average('shenzhen', 2024, 14_755, '2025-07-01', thirdOf('44,265')),
    average('shenzhen', 2025, 16_157, '2026-07-01', thirdOf('48,471')),
  ],
  guangzhou: [
    average('guangzhou', 2024, 13_276, '2025-07-01', thirdOf('39,828')),
    average('guangzhou', 2025, 13_899, '2026-07-01', thirdOf('41,697')),
  ],
  hangzhou: [
    average('hangzhou', 2024, 13_564.67, '2025-07-01', thirdOf('40,694')),
    average('hangzhou', 2025, 14_050.33, '2026-07-01', thirdOf('42,151')),
  ],
  chengdu: [],
};
