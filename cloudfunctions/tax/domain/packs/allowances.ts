import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { TaxRule } from '../rule';
import { yuan } from './yuan';

/** 减除费用: per month of employment here. */
export const MONTHLY_ALLOWANCE: readonly TaxRule<Fen>[] = [
  {
    id: 'cn.tax.allowance',
    from: '2019-01-01' as Day,
    until: null,
    source: '《个人所得税法》第六条；国家税务总局公告2018年第61号第六条',
    value: yuan(5_000),
  },
];

/** The first wage of the year: 5,000 a month from January on. */
export const FIRST_JOB: readonly TaxRule<Fen>[] = [
  {
    id: 'cn.tax.first-job',
    from: '2020-07-01' as Day,
    until: null,
    source: '国家税务总局公告2020年第13号第一条',
    value: yuan(5_000),
  },
];

/** A year before with all months here and not more than 60,000: the whole year's allowance from January on. */
export const SIXTY_THOUSAND: readonly TaxRule<Fen>[] = [
  {
    id: 'cn.tax.sixty-thousand',
    from: '2021-01-01' as Day,
    until: null,
    source: '国家税务总局公告2020年第19号第一条',
    value: yuan(60_000),
  },
];

interface LabourRule {
  /** What is left of the fee for costs 费用, in percent. */
  readonly costPercent: number;
  readonly monthlyAllowance: Fen;
}

/** Students in full-time academic education who are paid for an internship. */
export const STUDENTS: readonly TaxRule<LabourRule>[] = [
  {
    id: 'cn.tax.students',
    from: '2020-07-01' as Day,
    until: null,
    source: '国家税务总局公告2020年第13号第二条',
    value: { costPercent: 20, monthlyAllowance: yuan(5_000) },
  },
];

interface FeeRule {
  readonly costPercent: number;
  /** Up to this fee the costs are a fixed amount. */
  readonly smallUpTo: Fen;
  readonly smallCosts: Fen;
}

/** Labour fees that are withheld payment by payment. */
export const LABOUR_COSTS: readonly TaxRule<FeeRule>[] = [
  {
    id: 'cn.tax.labour-fee',
    from: '2019-01-01' as Day,
    until: null,
    source: '国家税务总局公告2018年第61号第八条',
    value: { costPercent: 20, smallUpTo: yuan(4_000), smallCosts: yuan(800) },
  },
];

/** People who are not residents: each month by itself, without deductions. */
export const NON_RESIDENTS: readonly TaxRule<Fen>[] = [
  {
    id: 'cn.tax.non-residents',
    from: '2019-01-01' as Day,
    until: null,
    source: '国家税务总局公告2018年第61号第九条',
    value: yuan(5_000),
  },
];
