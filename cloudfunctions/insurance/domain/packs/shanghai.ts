import type { CityPack } from '../city-pack';
import { limits, rates, ruleOf } from './entry';
import { injury, pension, unemployment } from './national';

const insurance = [
  limits(
    ruleOf('cn.shanghai.base', '2025-07-01', '2026-06-30', {
      source: '上海市人社局 2025 年度社会保险缴费基数上下限公告（2025-09-18）',
      url: 'https://rsj.sh.gov.cn/tgsgg_17341/20250918/t0035_1435637.html',
    }),
    7_460,
    37_302,
  ),
  // Published in August for July: differences were payable until 2026-09-30 without a charge.
  limits(
    ruleOf('cn.shanghai.base', '2026-07-01', '2027-06-30', {
      source: '上海市人社局 2026 年度社会保险缴费基数上下限公告（2026-08-18）',
      url: 'https://rsj.sh.gov.cn/tgsgg_17341/20260818/t0035_1443203.html',
    }),
    7_546,
    37_731,
  ),
];

const fund = [
  limits(
    ruleOf('cn.shanghai.fundBase', '2025-07-01', '2026-06-30', { source: '沪公积金管委会〔2025〕8号' }),
    2_690,
    37_302,
  ),
  limits(
    ruleOf('cn.shanghai.fundBase', '2026-07-01', '2027-06-30', { source: '沪公积金管委会〔2026〕3号' }),
    2_740,
    37_731,
  ),
];

export const SHANGHAI: CityPack = {
  city: 'shanghai',
  limits: {
    pension: insurance,
    medical: insurance,
    unemployment: insurance,
    injury: insurance,
    maternity: [],
    fund,
    supplementaryFund: fund,
  },
  rates: {
    pension: [pension('shanghai')],
    // With maternity: 8.5 % and 0.5 %.
    medical: [
      rates(
        ruleOf('cn.shanghai.medical', '2025-01-20', '2026-02-28', {
          source: '上海市人社局 2025-01-20 公布的缴费比例（含生育 0.5%）',
        }),
        9,
        2,
      ),
      rates(
        ruleOf('cn.shanghai.medical', '2026-03-01', '2027-02-28', {
          source: '沪医保规〔2026〕2号（8.5%＋生育 0.5%）',
        }),
        9,
        2,
      ),
    ],
    unemployment: [unemployment('shanghai', 0.5, 0.5, '人社部发〔2024〕40号；沪人社规〔2024〕25号')],
    maternity: [],
  },
  injury: [injury('shanghai', { source: '上海市工伤保险行业基准费率（八类）' })],
  fund: [
    {
      rule: ruleOf('cn.shanghai.fund', '2025-07-01', '2027-06-30', {
        source: '沪公积金管委会〔2025〕8号、〔2026〕3号（5%–7%，取整数）',
      }),
      least: 5,
      most: 7,
      step: 1,
    },
  ],
  supplementaryFund: [
    {
      rule: ruleOf('cn.shanghai.supplementaryFund', '2025-07-01', '2027-06-30', {
        source: '沪公积金管委会〔2025〕8号、〔2026〕3号（1%–5%，取整数）',
      }),
      least: 1,
      most: 5,
      step: 1,
    },
  ],
  fundRounding: 'yuan',
};
