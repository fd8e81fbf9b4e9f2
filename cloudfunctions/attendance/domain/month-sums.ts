import type { Minutes } from '#contracts/common';
import type { MonthSums } from '#contracts/settlement';
import { totalsOf } from './month-totals';
import type { SettledFigures } from './settled-month';

const NONE = totalsOf([]);

export const NO_SUMS: MonthSums = {
  totals: NONE,
  overtimeMinutes: 0,
  corrections: 0,
  openPeople: 0,
  unconfirmed: 0,
};

/** Sums so far, with the months of more people. Figures that were not kept when a month was settled count as none. */
export function addToSums(sums: MonthSums, months: readonly SettledFigures[]): MonthSums {
  const totals = [sums, ...months].map((each) => ({ ...NONE, ...each.totals }));
  const add = (of: (month: SettledFigures) => number) => months.reduce((sum, each) => sum + of(each), 0);
  const overtime = add(({ pay }) => (pay?.overtime ?? []).reduce((sum, { minutes }) => sum + minutes, 0));
  return {
    totals: totalsOf(totals),
    overtimeMinutes: (sums.overtimeMinutes + overtime) as Minutes,
    corrections: sums.corrections + add(({ pay }) => pay?.corrections ?? 0),
    openPeople: sums.openPeople + months.filter(({ open = [] }) => open.length > 0).length,
    unconfirmed:
      sums.unconfirmed + add(({ open = [] }) => open.filter(({ kind }) => kind === 'unconfirmed').length),
  };
}
