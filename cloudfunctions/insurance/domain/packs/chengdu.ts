import type { CityPack } from '../city-pack';
import { limits, rates, ruleOf } from './entry';
import { FUND_RANGE, pension } from './national';

const insurance = [
  limits(
    ruleOf('cn.chengdu.base', '2025-01-01', '2025-12-31', { source: '川人社办发〔2025〕39号' }),
    4_588,
    22_938,
  ),
  limits(
    ruleOf('cn.chengdu.base', '2026-01-01', '2026-12-31', {
      source: '四川省人社厅 2026-09-07 公布（川人社办发〔2026〕50号，文号与起始月待核实）',
      isUnverified: true,
    }),
    4_699,
    23_493,
  ),
];

const medicalBase = [
  limits(
    ruleOf('cn.chengdu.medicalBase', '2025-01-01', '2025-12-31', {
      source: '同 2025 年度社会保险缴费基数；另有来源称医保统一按 7,646 元，待核实',
      isUnverified: true,
    }),
    4_588,
    22_938,
  ),
  limits(
    ruleOf('cn.chengdu.medicalBase', '2026-01-01', '2026-12-31', {
      source: '同 2026 年度社会保险缴费基数，待核实',
      isUnverified: true,
    }),
    4_699,
    23_493,
  ),
];

// By calendar year.
const fund = [
  limits(
    ruleOf('cn.chengdu.fundBase', '2025-01-01', '2025-12-31', {
      source: '成都住房公积金 2025 年度缴存基数上下限（文号未核对，待核实）',
      isUnverified: true,
    }),
    2_330,
    31_378,
  ),
  limits(
    ruleOf('cn.chengdu.fundBase', '2026-01-01', '2026-12-31', {
      source: '成公积金委〔2026〕5号（正文未读，待核实）',
      isUnverified: true,
    }),
    2_330,
    32_969,
  ),
];

export const CHENGDU: CityPack = {
  city: 'chengdu',
  limits: {
    pension: insurance,
    medical: medicalBase,
    unemployment: insurance,
    injury: insurance,
    maternity: [],
    fund,
    supplementaryFund: [],
  },
  rates: {
    pension: [pension('chengdu')],
    // 6.75 %, maternity 0.8 % and the supplement for large bills 0.75 %.
    medical: [
      rates(
        ruleOf('cn.chengdu.medical', '2025-01-01', null, {
          source: '成都市职工医保单位 6.75%＋生育 0.8%＋大病 0.75%（文号未核对，待核实）',
          isUnverified: true,
        }),
        8.3,
        2,
      ),
    ],
    unemployment: [
      rates(
        ruleOf('cn.chengdu.unemployment', '2025-01-01', '2026-12-31', {
          source: '四川省失业保险阶段性费率（单位 0.6%、个人 0.4%，至 2026-12-31）',
        }),
        0.6,
        0.4,
      ),
    ],
    maternity: [],
  },
  injury: [
    {
      rule: ruleOf('cn.chengdu.injury', '2025-01-01', '2026-06-30', {
        source: '成都市工伤保险费率（一类 0.24%；单位实际费率以核定为准，待核实）',
        isUnverified: true,
      }),
      classes: [0.24],
    },
    {
      rule: ruleOf('cn.chengdu.injury', '2026-07-01', null, {
        source: '川人社规〔2026〕3号（上浮 20%；单位实际费率以核定为准，待核实）',
        isUnverified: true,
      }),
      classes: [0.288],
    },
  ],
  fund: [
    {
      rule: ruleOf('cn.chengdu.fund', '2025-01-01', '2026-12-31', { source: FUND_RANGE }),
      least: 5,
      most: 12,
    },
  ],
  supplementaryFund: [],
  fundRounding: 'yuan',
};
