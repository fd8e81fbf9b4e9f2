import type { Month } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { CarriedPay } from './computed-slip';

export interface CarriedOver {
  /** What is paid; never below zero. */
  readonly net: Fen;
  readonly repaid: Fen;
  readonly repaidSteps: readonly PayStep[];
  /** Open after this month, the earliest first. */
  readonly carried: readonly CarriedPay[];
}

/**
 * What is left of the month pays back what earlier months could not, the earliest first; a month that is below zero itself
 * adds an entry of its own and pays back nothing.
 */
export function carryOver(month: Month, left: Fen, open: readonly CarriedPay[]): CarriedOver {
  if (left < 0) {
    const entry = { month, amount: -left as Fen };
    return { net: 0 as Fen, repaid: 0 as Fen, repaidSteps: [], carried: [...open, entry] };
  }
  let rest: number = left;
  const paid = open.map((entry) => {
    const amount = Math.min(rest, entry.amount) as Fen;
    rest -= amount;
    return { entry, amount };
  });
  return {
    net: rest as Fen,
    repaid: (left - rest) as Fen,
    repaidSteps: paid.filter(({ amount }) => amount > 0).map(repaidStep),
    carried: paid
      .map(({ entry, amount }) => ({ ...entry, amount: (entry.amount - amount) as Fen }))
      .filter(({ amount }) => amount > 0),
  };
}

const repaidStep = ({ entry, amount }: { readonly entry: CarriedPay; readonly amount: Fen }): PayStep => ({
  ...{ id: `carried.${entry.month}`, amount, formula: 'carried', rule: null, parts: [] },
  inputs: [
    { name: 'carried_month', kind: 'text', value: { 'zh-CN': entry.month, en: entry.month } },
    { name: 'carried_open', kind: 'money', value: entry.amount },
  ],
});
