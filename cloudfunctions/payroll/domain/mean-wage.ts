import type { Fen } from '#contracts/pay';
import { by, ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { linesOf } from './slip-changes';
import type { SlipContent } from './stored-slip';

/** What somebody was paid a month before a day on which it counts. */
export interface MeanWage {
  /** Slips that were counted, at most twelve. */
  readonly months: number;
  /** With bonuses and overtime, for severance (劳动合同法实施条例 27). */
  readonly wage: Fen;
  /** For unused annual leave (企业职工带薪年休假实施办法 11). */
  readonly withoutOvertime: Fen;
  /** Of the latest month. */
  readonly last: Fen;
}

/**
 * The mean of the slips of the months before, at most twelve, of fewer where somebody has been here for less; rounded
 * once. Severance itself is no wage. Null without a slip.
 * @param slips the latest first
 */
export function meanWage(slips: readonly Pick<SlipContent, 'net' | 'totals'>[]): MeanWage | null {
  const [last] = slips;
  if (!last) return null;
  const mean = (amountOf: (slip: Pick<SlipContent, 'net' | 'totals'>) => number): Fen =>
    toFen(by(ratio(slips.reduce((sum, slip) => sum + amountOf(slip), 0)), ratio(slips.length)));
  return {
    months: slips.length,
    wage: mean(wageOf),
    withoutOvertime: mean((slip) => wageOf(slip) - overtimeOf(slip)),
    last: wageOf(last) as Fen,
  };
}

const wageOf = ({ totals }: Pick<SlipContent, 'totals'>): number => totals.gross - totals.severance;

/** Overtime, and time off for it that was paid out. */
const overtimeOf = (slip: Pick<SlipContent, 'net'>): number =>
  [...linesOf(slip).values()]
    .filter(({ id }) => id.startsWith('overtime.') || id === 'comp_time')
    .reduce((sum, { amount }) => sum + amount, 0);
