import type { CityPack } from '../city-pack';
import { limits, rates, ruleOf } from './entry';
import { FUND_RANGE, injury, NATIONAL_INJURY, pension, unemployment } from './national';

const pensionBase = [
  limits(
    ruleOf('cn.guangzhou.pensionBase', '2025-07-01', '2026-06-30', { source: '粤人社发〔2025〕32号' }),
    5_510,
    27_549,
  ),
];

const medicalBase = [
  limits(
    ruleOf('cn.guangzhou.medicalBase', '2025-01-01', '2025-12-31', {
      source: '广州市 2025 年职工医保缴费基数上下限（文号未核对，待核实）',
      isUnverified: true,
    }),
    6_236,
    31_179,
  ),
  limits(
    ruleOf('cn.guangzhou.medicalBase', '2026-01-01', '2026-12-31', {
      source: '广州市 2026 年职工医保缴费基数上下限（文号未核对，待核实）',
      isUnverified: true,
    }),
    6_234,
    31_170,
  ),
];

const unemploymentBase = [
  limits(
    ruleOf('cn.guangzhou.unemploymentBase', '2025-03-01', '2026-08-31', {
      source: '下限为最低工资 2,500 元；上限 44,265 元，另见 41,112 元，待核实',
      isUnverified: true,
    }),
    2_500,
    44_265,
  ),
  limits(
    ruleOf('cn.guangzhou.unemploymentBase', '2026-09-01', '2027-06-30', {
      source: '下限为最低工资 2,680 元（粤府函〔2026〕188号）；上限 44,265 元，另见 41,112 元，待核实',
      isUnverified: true,
    }),
    2_680,
    44_265,
  ),
];

const fund = [
  limits(
    ruleOf('cn.guangzhou.fundBase', '2025-07-01', '2026-06-30', {
      source: '广州住房公积金管理中心 2025 年度缴存基数通知（上限待核实）',
      isUnverified: true,
    }),
    2_500,
    39_828,
  ),
  limits(
    ruleOf('cn.guangzhou.fundBase', '2026-07-01', '2026-08-31', {
      source: '广州住房公积金管理中心 2026 年度缴存基数通知（post_10879601）',
    }),
    2_500,
    41_697,
  ),
  limits(
    ruleOf('cn.guangzhou.fundBase', '2026-09-01', '2027-06-30', {
      source: '广州住房公积金管理中心关于缴存基数下限的通知（post_10983424）',
    }),
    2_680,
    41_697,
  ),
];

export const GUANGZHOU: CityPack = {
  city: 'guangzhou',
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
    pension: [pension('guangzhou')],
    // The relief of 5.35 % in all, maternity included, ended with 2025.
    medical: [
      rates(
        ruleOf('cn.guangzhou.medical', '2025-01-01', '2025-12-31', {
          source: '广州市职工医保阶段性降费（单位合计 5.35%，其中生育 0.85%，至 2025-12-31；待核实）',
          isUnverified: true,
        }),
        4.5,
        2,
      ),
      rates(
        ruleOf('cn.guangzhou.medical', '2026-01-01', null, {
          source: '广州市职工医保单位费率 6%（2026-01-01 起恢复）',
        }),
        6,
        2,
      ),
    ],
    unemployment: [unemployment('guangzhou', 0.8, 0.2, '人社部发〔2024〕40号（广东单位 0.8%、个人 0.2%）')],
    maternity: [
      rates(
        ruleOf('cn.guangzhou.maternity', '2025-01-01', null, { source: '广州市生育保险单位费率 0.85%' }),
        0.85,
        0,
      ),
    ],
  },
  injury: [injury('guangzhou', NATIONAL_INJURY)],
  fund: [
    {
      rule: ruleOf('cn.guangzhou.fund', '2025-07-01', '2027-06-30', { source: FUND_RANGE }),
      least: 5,
      most: 12,
    },
  ],
  supplementaryFund: [],
  fundRounding: 'yuan',
};
