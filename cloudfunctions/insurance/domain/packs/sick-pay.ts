import type { InsuranceCity } from '#contracts/insurance';
import type { PayRule } from '#contracts/pay';
import { ruleOf } from './entry';

/** Percent of the usual pay from so many months of service with the employer on. */
export interface SickTier {
  readonly months: number;
  readonly percent: number;
}

/** What sick days are paid at least. */
export interface SickPayRule {
  readonly rule: PayRule;
  /** Null: the contract says, and the law has the floor alone. */
  readonly tiers: readonly SickTier[] | null;
  /** Once an illness has lasted over half a year. */
  readonly longTiers: readonly SickTier[] | null;
  /** Percent of the local minimum wage that is paid at least. */
  readonly floorPercent: number;
}

const tiers = (...pairs: readonly (readonly [number, number])[]): SickTier[] =>
  pairs.map(([years, percent]) => ({ months: years * 12, percent }));

const NATIONAL_FLOOR = 80;
const NATIONAL = '劳部发〔1995〕309号第59条（不低于最低工资的 80%）';

const floorAlone = (from: string): SickPayRule => ({
  rule: ruleOf('cn.sickPay', from, null, { source: NATIONAL }),
  tiers: null,
  longTiers: null,
  floorPercent: NATIONAL_FLOOR,
});

/** The start of the notice of 1995; nothing is calculated so far back, but no day is left without a rule. */
const SINCE_1995 = '1995-08-04';

/** In Shanghai a ladder by service until both of its notices ended; since then, as elsewhere, the floor alone. */
export const SICK_PAY: Readonly<Record<InsuranceCity, readonly SickPayRule[]>> = {
  beijing: [floorAlone(SINCE_1995)],
  shanghai: [
    {
      rule: ruleOf('cn.shanghai.sickPay', '2000-01-01', '2026-08-15', {
        source: '沪劳保发〔95〕83号；沪劳保保发〔2000〕14号（延至 2026-08-15，已失效）',
        url: 'https://rsj.sh.gov.cn/tqt_17733/20210508/t0035_1399394.html',
      }),
      tiers: tiers([0, 60], [2, 70], [4, 80], [6, 90], [8, 100]),
      longTiers: tiers([0, 40], [1, 50], [3, 60]),
      floorPercent: NATIONAL_FLOOR,
    },
    floorAlone('2026-08-16'),
  ],
  shenzhen: [
    {
      rule: ruleOf('cn.shenzhen.sickPay', '2005-01-01', null, {
        source: '《深圳市员工工资支付条例》（不低于正常工作时间工资的 60%，且不低于最低工资的 80%）',
      }),
      tiers: tiers([0, 60]),
      longTiers: null,
      floorPercent: NATIONAL_FLOOR,
    },
  ],
  guangzhou: [floorAlone(SINCE_1995)],
  hangzhou: [floorAlone(SINCE_1995)],
  chengdu: [floorAlone(SINCE_1995)],
};
