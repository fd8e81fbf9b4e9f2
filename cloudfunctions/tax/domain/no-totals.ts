import type { Fen } from '#contracts/pay';
import type { TaxTotals } from '#contracts/tax';

const NONE = 0 as Fen;

export const NO_TOTALS: TaxTotals = {
  ...{ income: NONE, exempt: NONE, contributions: NONE },
  ...{ other: NONE, relief: NONE, withheld: NONE },
};
