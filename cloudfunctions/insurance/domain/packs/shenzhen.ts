import type { CityPack } from '../city-pack';
import { limits, rates, ruleOf } from './entry';
import { FUND_RANGE, injury, NATIONAL_INJURY, pension, unemployment } from './national';

const pensionBase = [
  limits(
    ruleOf('cn.shenzhen.pensionBase', '2025-07-01', '2026-06-30', { source: '粤人社发〔2025〕32号' }),
    4_775,
    27_549,
  ),
];

const medicalBase = [
  limits(
    ruleOf('cn.shenzhen.medicalBase', '2025-01-01', '2025-12-31', {
      source: '深圳市 2025 年职工医保缴费基数上下限（文号未核对，待核实）',
      isUnverified: true,
    }),
    6_733,
    33_666,
  ),
  limits(
    ruleOf('cn.shenzhen.medicalBase', '2026-01-01', '2026-12-31', {
      source: '深圳市 2026 年职工医保缴费基数上下限（文号未核对，待核实）',
      isUnverified: true,
    }),
    6_727,
    33_633,
  ),
];

// The floor is the minimum wage, the cap three times the city's average.
const unemploymentBase = [
  limits(
    ruleOf('cn.shenzhen.unemploymentBase', '2025-07-01', '2026-08-31', {
      source: '深圳市 2025 年度缴费基数上下限；深圳市最低工资标准（2025-03-01）',
    }),
    2_520,
    44_265,
  ),
  limits(
    ruleOf('cn.shenzhen.unemploymentBase', '2026-09-01', '2027-06-30', {
      source: '深圳市最低工资标准（2026-09-01）；上限 48,471 元见于一处来源，待核实',
      isUnverified: true,
    }),
    2_700,
    48_471,
  ),
];

const fund = [
  limits(
    ruleOf('cn.shenzhen.fundBase', '2025-07-01', '2026-06-30', {
      source: '深圳市住房公积金 2025 年度缴存基数上下限；下限为最低工资 2,520 元（待核实）',
      isUnverified: true,
    }),
    2_520,
    44_265,
  ),
  limits(
    ruleOf('cn.shenzhen.fundBase', '2026-07-01', '2026-08-31', {
      source: '深圳市住房公积金 2026 年度缴存基数上下限；上限 48,471 元见于一处来源，待核实',
      isUnverified: true,
    }),
    2_520,
    48_471,
  ),
  limits(
    ruleOf('cn.shenzhen.fundBase', '2026-09-01', '2027-06-30', {
      source: '深圳市最低工资标准（2026-09-01）；上限 48,471 元见于一处来源，待核实',
      isUnverified: true,
    }),
    2_700,
    48_471,
  ),
];

const medicalNow = { source: '深圳市医疗保障局职工医保费率（一档 6%，二档 1.5%；2026-01-01 起恢复）' };
const medicalBefore = {
  source: '深圳市职工医保阶段性降费（一档 5%，至 2025-12-31；文号未核对，待核实）',
  isUnverified: true,
} as const;

export const SHENZHEN: CityPack = {
  city: 'shenzhen',
  limits: {
    pension: pensionBase,
    medical: medicalBase,
    unemployment: unemploymentBase,
    injury: pensionBase,
    maternity: medicalBase,
    fund,
    supplementaryFund: [],
  },
  rates: {
    pension: [
      pension('shenzhen'),
      // With the local supplement of one percent, for people of the city's household register.
      rates(
        ruleOf('cn.shenzhen.pension', '2025-01-01', null, {
          source: '深圳市地方补充养老保险（本市户籍，单位另 1%；文号未核对，待核实）',
          isUnverified: true,
        }),
        17,
        8,
        'local',
      ),
    ],
    medical: [
      rates(ruleOf('cn.shenzhen.medical', '2025-01-01', '2025-12-31', medicalBefore), 5, 2),
      rates(ruleOf('cn.shenzhen.medical', '2025-01-01', null, medicalNow), 1.5, 0.5, 'tier2'),
      rates(ruleOf('cn.shenzhen.medical', '2026-01-01', null, medicalNow), 6, 2),
    ],
    unemployment: [unemployment('shenzhen', 0.8, 0.2, '人社部发〔2024〕40号（广东单位 0.8%、个人 0.2%）')],
    maternity: [
      rates(
        ruleOf('cn.shenzhen.maternity', '2025-01-01', null, {
          source: '深圳市生育保险单位费率 0.5%（文号未核对，待核实）',
          isUnverified: true,
        }),
        0.5,
        0,
      ),
    ],
  },
  injury: [injury('shenzhen', NATIONAL_INJURY)],
  fund: [
    {
      rule: ruleOf('cn.shenzhen.fund', '2025-07-01', '2027-06-30', { source: FUND_RANGE }),
      least: 5,
      most: 12,
    },
  ],
  supplementaryFund: [],
  fundRounding: 'yuan',
};
