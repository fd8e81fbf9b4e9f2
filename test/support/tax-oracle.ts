import Decimal from 'decimal.js';

/**
 * A second reckoning of the income tax, written from the texts of the law with decimal.js and sharing nothing with the
 * product: progressive slices instead of quick deductions, and yuan instead of fen.
 */

/** 《个人所得税法》税率表一: from this many yuan a year on, this rate holds for what is above. */
const SLICES: readonly (readonly [number, string])[] = [
  [0, '0.03'],
  [36_000, '0.10'],
  [144_000, '0.20'],
  [300_000, '0.25'],
  [420_000, '0.30'],
  [660_000, '0.35'],
  [960_000, '0.45'],
];

interface Slice {
  readonly above: Decimal;
  readonly rate: Decimal;
  /** The tax on everything below the slice. */
  readonly below: Decimal;
}

function slicesOf(months: number): readonly Slice[] {
  let below = new Decimal(0);
  return SLICES.map(([above, rate], index) => {
    const [before = 0, beforeRate = '0'] = SLICES[index - 1] ?? [];
    below = below.plus(new Decimal(above - before).times(beforeRate));
    const part = new Decimal(months).div(12);
    return { above: new Decimal(above).times(part), rate: new Decimal(rate), below: below.times(part) };
  });
}
const YEAR = slicesOf(12);
const MONTH = slicesOf(1);

function progressive(slices: readonly Slice[], amount: Decimal): Decimal {
  const slice = slices.findLast(({ above }) => amount.gt(above));
  return slice ? amount.minus(slice.above).times(slice.rate).plus(slice.below) : new Decimal(0);
}

export const yearlyTax = (yuan: Decimal.Value): Decimal => progressive(YEAR, new Decimal(yuan));
export const monthlyTax = (yuan: Decimal.Value): Decimal => progressive(MONTH, new Decimal(yuan));

export const inFen = (yuan: Decimal): number =>
  yuan.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
const inYuan = (fen: number): Decimal => new Decimal(fen).div(100);

/** One month, in fen. */
export interface OracleMonth {
  readonly income: number;
  readonly exempt: number;
  readonly contributions: number;
  readonly other: number;
  readonly special: number;
  readonly relief: number;
}

/** What each month withholds, in fen: 公告2018年第61号 art. 6, with the allowances of 2020年第13号 and 第19号. */
export function withheldByMonth(
  months: readonly OracleMonth[],
  firstMonth: number,
  allowance: 'monthly' | 'first-job' | 'sixty-thousand',
): number[] {
  let [balance, relief, withheld] = [0, 0, 0];
  return months.map((month, index) => {
    balance += month.income - month.exempt - month.contributions - month.other - month.special;
    relief += month.relief;
    const deducted =
      allowance === 'sixty-thousand'
        ? 60_000
        : 5_000 * (allowance === 'first-job' ? firstMonth + index : index + 1);
    const due = yearlyTax(inYuan(balance).minus(deducted)).minus(inYuan(relief + withheld));
    const now = due.isNegative() ? 0 : inFen(due);
    withheld += now;
    return now;
  });
}

/** 公告2023年第30号: a twelfth finds the rate, and one month's quick deduction is allowed. */
export function bonusTaxOf(fen: number): number {
  const bonus = inYuan(fen);
  const twelfth = bonus.div(12);
  // 速算扣除数 is what the rate on everything takes too much from one month's amount in its slice.
  const slice = MONTH.findLast(({ above }) => bonus.gt(above.times(12))) ?? MONTH[0];
  if (!slice || twelfth.isZero()) return 0;
  return inFen(bonus.times(slice.rate).minus(slice.above.times(slice.rate).minus(slice.below)));
}

/** 公告2020年第13号 art. 2: fees of students, 80 % of them, in fen. */
export function studentByMonth(fees: readonly number[]): number[] {
  let [sum, withheld] = [0, 0];
  return fees.map((fee, index) => {
    sum += fee;
    const due = yearlyTax(
      inYuan(sum)
        .times('0.8')
        .minus(5_000 * (index + 1)),
    ).minus(inYuan(withheld));
    const now = due.isNegative() ? 0 : inFen(due);
    withheld += now;
    return now;
  });
}

/** 财税〔2018〕164号 art. 5: the part above three yearly averages, in fen. */
export const severanceOf = (fen: number, monthlyAverage: number): number =>
  inFen(yearlyTax(Decimal.max(0, inYuan(fen).minus(inYuan(monthlyAverage).times(36)))));

/** 公告2018年第61号 art. 9, in fen. */
export const nonResidentOf = (fen: number): number => inFen(monthlyTax(inYuan(fen).minus(5_000)));

/** 公告2019年第35号 art. 3: six times the tax of a sixth, in fen. */
export const nonResidentBonusOf = (fen: number): number =>
  // A sixth has no end in decimals; half a fen is found again behind the twelfth one.
  inFen(monthlyTax(inYuan(fen).div(6)).times(6).toDecimalPlaces(12));
