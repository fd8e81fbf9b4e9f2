import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayRule } from '#contracts/pay';
import { ruleOf, type Source, yuan } from './entry';

/** The lowest pay for a full month, and for an hour of part-time work. */
export interface MinimumWage {
  readonly rule: PayRule;
  readonly month: Fen;
  readonly hour: Fen;
  /** Whether it is what is left after the employee's own insurance and fund. */
  readonly isNet: boolean;
}

const wage = (
  city: InsuranceCity,
  from: string,
  [month, hour]: readonly [number, number],
  source: Source,
  isNet = false,
): MinimumWage => ({
  rule: ruleOf(`cn.${city}.minimumWage`, from, null, source),
  month: yuan(month),
  hour: Math.round(hour * 100) as Fen,
  isNet,
});

const GUANGDONG_2026: Source = { source: '粤府函〔2026〕188号' };
const GUANGDONG_2025 = '广东省最低工资标准（2025-03-01 起）';
const BEIJING_NET = '不含个人缴纳的社保和公积金依旧文件，待核实';

export const MINIMUM_WAGES: Readonly<Record<InsuranceCity, readonly MinimumWage[]>> = {
  beijing: [
    wage(
      'beijing',
      '2025-09-01',
      [2_540, 27.7],
      {
        source: `北京市人社局最低工资通知（2025-09-01 起）；${BEIJING_NET}`,
        url: 'https://rsj.beijing.gov.cn/weimenhu/wmtgz/202507/t20250724_4157298.html',
        isUnverified: true,
      },
      true,
    ),
  ],
  shanghai: [
    wage(
      'shanghai',
      '2024-07-01',
      [2_690, 24],
      { source: '沪人社规〔2025〕10号载明的调整前标准（小时标准待核实）', isUnverified: true },
      true,
    ),
    wage(
      'shanghai',
      '2025-07-01',
      [2_740, 25],
      {
        source: '沪人社规〔2025〕10号',
        url: 'https://rsj.sh.gov.cn/tgzfl_17732/20250714/t0035_1434097.html',
      },
      true,
    ),
  ],
  shenzhen: [
    wage('shenzhen', '2025-03-01', [2_520, 23.7], {
      source: GUANGDONG_2025,
      url: 'https://www.sz.gov.cn/szzt2010/wgkzl/jcgk/jcygk/zdzcjc/content/post_12014799.html',
    }),
    wage('shenzhen', '2026-09-01', [2_700, 25.4], GUANGDONG_2026),
  ],
  guangzhou: [
    wage('guangzhou', '2025-03-01', [2_500, 23.7], {
      source: GUANGDONG_2025,
      url: 'https://www.gz.gov.cn/xw/tzgg/content/post_10134789.html',
    }),
    wage('guangzhou', '2026-09-01', [2_680, 25.4], GUANGDONG_2026),
  ],
  hangzhou: [
    wage('hangzhou', '2024-01-01', [2_490, 24], {
      source: '浙江省最低工资标准（2024-01-01 起，文号未核对，待核实）',
      isUnverified: true,
    }),
    wage('hangzhou', '2025-12-01', [2_660, 25.6], {
      source: '浙政发〔2025〕23号（小时标准待核实）',
      isUnverified: true,
    }),
  ],
  chengdu: [
    wage('chengdu', '2025-01-01', [2_330, 23], {
      source: '成府规〔2025〕4号（第一档）',
      url: 'https://www.chengdu.gov.cn/gkml/cdsrmzfbgt/xzgfxwj/1380564429229260800.shtml',
    }),
  ],
};
