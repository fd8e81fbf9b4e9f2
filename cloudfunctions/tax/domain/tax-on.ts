import { compared, minus, plus, type Ratio, ratio, times } from '../../shared/figures/ratio';
import type { Band, TaxTable } from './packs/tables';

const ZERO = ratio(0);

/** The band in which an amount in fen lies; what is below zero lies in the first one. */
export function bandOf(table: TaxTable, amount: Ratio): Band {
  const band = table.find(({ upTo }) => upTo === null || compared(amount, ratio(upTo)) <= 0);
  if (!band) throw new RangeError('The last band of a tax table has no upper edge');
  return band;
}

/** `amount × rate − quick deduction`, exactly. */
export const taxInBand = ({ percent, quick }: Band, amount: Ratio): Ratio =>
  minus(times(amount, ratio(percent, 100)), ratio(quick));

/** The tax on a taxable amount in fen, exactly; nothing on what is not above zero. */
export const taxOn = (table: TaxTable, amount: Ratio): Ratio =>
  compared(amount, ZERO) <= 0 ? ZERO : taxInBand(bandOf(table, amount), amount);

export const atLeastZero = (amount: Ratio): Ratio => (compared(amount, ZERO) < 0 ? ZERO : amount);

/** The sum of whole amounts. */
export const sumOf = (...amounts: readonly number[]): Ratio =>
  amounts.reduce<Ratio>((sum, each) => plus(sum, ratio(each)), ZERO);
