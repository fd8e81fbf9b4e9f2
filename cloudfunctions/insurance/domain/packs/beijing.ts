import type { CityPack } from '../city-pack';
import { limits, rates, ruleOf, yuan } from './entry';
import { FUND_RANGE, injury, pension, unemployment } from './national';

const insurance = [
  limits(
    ruleOf('cn.beijing.base', '2025-07-01', '2026-06-30', {
      source: '北京市 2025 年度社会保险缴费工资基数上下限（文号未核对，待核实）',
      isUnverified: true,
    }),
    7_162,
    35_811,
  ),
  limits(
    ruleOf('cn.beijing.base', '2026-07-01', '2027-06-30', {
      source: '京人社发〔2026〕7号',
      url: 'https://rsj.beijing.gov.cn/xxgk/2024zcwj/202608/t20260821_4831461.html',
    }),
    7_270,
    36_348,
  ),
];

const fund = [
  limits(
    ruleOf('cn.beijing.fundBase', '2025-07-01', '2026-06-30', {
      source: '北京住房公积金管理中心 2025 年度缴存通知（文号未核对，待核实）',
      isUnverified: true,
    }),
    2_540,
    35_811,
  ),
  limits(
    ruleOf('cn.beijing.fundBase', '2026-07-01', '2027-06-30', {
      source: '北京住房公积金管理中心 2026 年度缴存通知（文号未核对，待核实）',
      isUnverified: true,
    }),
    2_540,
    36_348,
  ),
];

export const BEIJING: CityPack = {
  city: 'beijing',
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
    pension: [pension('beijing')],
    // The three yuan are for large medical bills; maternity is within the 9.8 %.
    medical: [
      rates(
        ruleOf('cn.beijing.medical', '2025-01-01', null, {
          source: '北京市职工基本医疗保险缴费比例（单位 9.8%，个人 2%＋3 元；文号未核对，待核实）',
          isUnverified: true,
        }),
        9.8,
        { percent: 2, fixed: yuan(3) },
      ),
    ],
    unemployment: [unemployment('beijing', 0.5, 0.5, '人社部发〔2024〕40号')],
    maternity: [],
  },
  injury: [injury('beijing', { source: '人社部发〔2015〕71号；北京市行业基准费率 0.2%–1.9%' })],
  fund: [
    {
      rule: ruleOf('cn.beijing.fund', '2025-07-01', '2027-06-30', { source: FUND_RANGE }),
      least: 5,
      most: 12,
    },
  ],
  supplementaryFund: [],
  fundRounding: 'yuan',
};
