import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { TaxRule } from '../rule';
import { yuan } from './yuan';

/** Up to `upTo`, included, the rate in percent and the quick deduction 速算扣除数 hold. */
export interface Band {
  /** Null for the last band. */
  readonly upTo: Fen | null;
  readonly percent: number;
  readonly quick: Fen;
}
export type TaxTable = readonly Band[];

const band = (upTo: number | null, percent: number, quick: number): Band => ({
  upTo: upTo === null ? null : yuan(upTo),
  percent,
  quick: yuan(quick),
});

const LAW = { from: '2019-01-01' as Day, until: null };

/** 税率表一 of the law, and 预扣率表一 of the measures on withholding. */
export const ANNUAL: readonly TaxRule<TaxTable>[] = [
  {
    id: 'cn.tax.annual-table',
    ...LAW,
    source: '《个人所得税法》税率表一；国家税务总局公告2018年第61号附件2',
    value: [
      band(36_000, 3, 0),
      band(144_000, 10, 2_520),
      band(300_000, 20, 16_920),
      band(420_000, 25, 31_920),
      band(660_000, 30, 52_920),
      band(960_000, 35, 85_920),
      band(null, 45, 181_920),
    ],
  },
];

/** 按月换算后的综合所得税率表: for the bonus that is taxed by itself, and for people who are not residents. */
export const MONTHLY: readonly TaxRule<TaxTable>[] = [
  {
    id: 'cn.tax.monthly-table',
    ...LAW,
    source: '财税〔2018〕164号附件；国家税务总局公告2018年第61号附件2',
    value: [
      band(3_000, 3, 0),
      band(12_000, 10, 210),
      band(25_000, 20, 1_410),
      band(35_000, 25, 2_660),
      band(55_000, 30, 4_410),
      band(80_000, 35, 7_160),
      band(null, 45, 15_160),
    ],
  },
];

/** 预扣率表二: labour fees that are withheld payment by payment. */
export const LABOUR: readonly TaxRule<TaxTable>[] = [
  {
    id: 'cn.tax.labour-table',
    ...LAW,
    source: '国家税务总局公告2018年第61号第八条及附件2',
    value: [band(20_000, 20, 0), band(50_000, 30, 2_000), band(null, 40, 7_000)],
  },
];
