import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { TaxRule } from '../rule';
import { yuan } from './yuan';

/** Income that is taxed apart from the wages of the year. */

/** 全年一次性奖金: divided by so many months to find the band. */
export const BONUS: readonly TaxRule<{ readonly months: number }>[] = [
  {
    id: 'cn.tax.bonus',
    from: '2019-01-01' as Day,
    until: '2021-12-31' as Day,
    source: '财税〔2018〕164号第一条',
    value: { months: 12 },
  },
  {
    id: 'cn.tax.bonus',
    from: '2022-01-01' as Day,
    until: '2023-12-31' as Day,
    source: '财政部 税务总局公告2021年第42号',
    value: { months: 12 },
  },
  {
    id: 'cn.tax.bonus',
    from: '2024-01-01' as Day,
    until: '2027-12-31' as Day,
    source: '财政部 税务总局公告2023年第30号',
    value: { months: 12 },
  },
];

/** 数月奖金 of people who are not residents. */
export const NON_RESIDENT_BONUS: readonly TaxRule<{ readonly months: number }>[] = [
  {
    id: 'cn.tax.non-resident-bonus',
    from: '2019-01-01' as Day,
    until: null,
    source: '财政部 税务总局公告2019年第35号第三条',
    value: { months: 6 },
  },
];

/** Ids of the rules by which a yearly bonus is taxed by itself. */
export const BONUS_RULES: ReadonlySet<string> = new Set(
  [...BONUS, ...NON_RESIDENT_BONUS].map(({ id }) => id),
);

/** 一次性补偿收入: exempt up to so many times the local average wage of the year before. */
export const SEVERANCE: readonly TaxRule<{ readonly times: number }>[] = [
  {
    id: 'cn.tax.severance',
    from: '2019-01-01' as Day,
    until: null,
    source: '财税〔2018〕164号第五条第（一）项',
    value: { times: 3 },
  },
];

/** 提前退休一次性补贴: the allowance of a year, per year that is missing to retirement. */
export const EARLY_RETIREMENT: readonly TaxRule<Fen>[] = [
  {
    id: 'cn.tax.early-retirement',
    from: '2019-01-01' as Day,
    until: null,
    source: '财税〔2018〕164号第五条第（二）项',
    value: yuan(60_000),
  },
];

/** 股权激励 of listed companies: the whole year's income on the annual table, without deductions. */
export const EQUITY: readonly TaxRule<null>[] = [
  {
    id: 'cn.tax.equity',
    from: '2019-01-01' as Day,
    until: '2021-12-31' as Day,
    source: '财税〔2018〕164号第二条',
    value: null,
  },
  {
    id: 'cn.tax.equity',
    from: '2022-01-01' as Day,
    until: '2022-12-31' as Day,
    source: '财政部 税务总局公告2021年第42号',
    isUnverified: true,
    value: null,
  },
  {
    id: 'cn.tax.equity',
    from: '2023-01-01' as Day,
    until: '2027-12-31' as Day,
    source: '财政部 税务总局公告2023年第25号',
    isUnverified: true,
    value: null,
  },
];
