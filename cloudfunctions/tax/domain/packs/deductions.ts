import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { TaxRule } from '../rule';
import { yuan } from './yuan';

/** 专项附加扣除: amounts per month if nothing else is said. */
export interface DeductionRates {
  readonly child: Fen;
  /** Null before the deduction was introduced. */
  readonly infant: Fen | null;
  readonly elder: Fen;
  /** At most, for somebody who shares with brothers and sisters. */
  readonly elderShared: Fen;
  readonly mortgage: Fen;
  readonly mortgageMonths: number;
  readonly rent: { readonly major: Fen; readonly large: Fen; readonly small: Fen };
  readonly degree: Fen;
  readonly degreeMonths: number;
  /** In the year in which it was obtained. */
  readonly certificate: Fen;
}

const SINCE_2019: DeductionRates = {
  child: yuan(1_000),
  infant: null,
  elder: yuan(2_000),
  elderShared: yuan(1_000),
  mortgage: yuan(1_000),
  mortgageMonths: 240,
  rent: { major: yuan(1_500), large: yuan(1_100), small: yuan(800) },
  degree: yuan(400),
  degreeMonths: 48,
  certificate: yuan(3_600),
};

const SINCE_2022: DeductionRates = { ...SINCE_2019, infant: yuan(1_000) };

const SINCE_2023: DeductionRates = {
  ...SINCE_2022,
  child: yuan(2_000),
  infant: yuan(2_000),
  elder: yuan(3_000),
  elderShared: yuan(1_500),
};

const ID = 'cn.tax.deductions';

export const DEDUCTIONS: readonly TaxRule<DeductionRates>[] = [
  {
    id: ID,
    from: '2019-01-01' as Day,
    until: '2021-12-31' as Day,
    source: '国发〔2018〕41号',
    value: SINCE_2019,
  },
  {
    id: ID,
    from: '2022-01-01' as Day,
    until: '2022-12-31' as Day,
    source: '国发〔2018〕41号、国发〔2022〕8号',
    value: SINCE_2022,
  },
  {
    id: ID,
    from: '2023-01-01' as Day,
    until: null,
    source: '国发〔2018〕41号、国发〔2022〕8号、国发〔2023〕13号',
    value: SINCE_2023,
  },
];

/** 个人养老金: deducted at most in a year, with the voucher of each contribution. */
export const PRIVATE_PENSION: readonly TaxRule<Fen>[] = [
  {
    id: 'cn.tax.private-pension',
    from: '2022-01-01' as Day,
    until: null,
    source: '财政部 税务总局公告2024年第21号（每年 12,000 元限额）',
    isUnverified: true,
    value: yuan(12_000),
  },
];
