import type { CityPack } from '../city-pack';
import { limits, rates, ruleOf } from './entry';
import { FUND_RANGE, injury, NATIONAL_INJURY, pension, unemployment } from './national';

const insurance = [
  limits(
    ruleOf('cn.hangzhou.base', '2025-01-01', '2025-12-31', { source: '浙人社发〔2025〕52号' }),
    4_986,
    25_299,
  ),
];

const fund = [
  limits(
    ruleOf('cn.hangzhou.fundBase', '2025-07-01', '2026-06-30', { source: '杭公积金〔2025〕21号' }),
    2_490,
    40_694,
  ),
  limits(
    ruleOf('cn.hangzhou.fundBase', '2026-07-01', '2027-06-30', { source: '杭公积金〔2026〕38号' }),
    2_660,
    42_151,
  ),
];

export const HANGZHOU: CityPack = {
  city: 'hangzhou',
  limits: {
    pension: insurance,
    medical: insurance,
    unemployment: insurance,
    injury: insurance,
    maternity: [],
    fund,
    supplementaryFund: [],
  },
  rates: {
    pension: [pension('hangzhou')],
    medical: [
      rates(
        ruleOf('cn.hangzhou.medical', '2025-01-01', null, {
          source: '杭州市职工医保费率（单位 9.5% 含生育，个人 2%；文号未核对，待核实）',
          isUnverified: true,
        }),
        9.5,
        2,
      ),
    ],
    unemployment: [unemployment('hangzhou', 0.5, 0.5, '人社部发〔2024〕40号')],
    maternity: [],
  },
  injury: [injury('hangzhou', NATIONAL_INJURY)],
  fund: [
    {
      rule: ruleOf('cn.hangzhou.fund', '2025-07-01', '2027-06-30', { source: FUND_RANGE }),
      least: 5,
      most: 12,
    },
  ],
  supplementaryFund: [],
  fundRounding: 'yuan',
};
