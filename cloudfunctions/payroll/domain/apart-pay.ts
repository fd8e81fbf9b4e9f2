import type { Fen, PayStep } from '#contracts/pay';

/** What is taxed apart from the wages of the year: a separate yearly bonus, and severance with the month instead of notice. */
export interface ApartPay {
  readonly bonus: readonly PayStep[];
  readonly severance: readonly PayStep[];
  /** One step each, or none. */
  readonly bonusTax: readonly PayStep[];
  readonly severanceTax: readonly PayStep[];
}

export const NOTHING_APART: ApartPay = { bonus: [], severance: [], bonusTax: [], severanceTax: [] };

/** What it adds to the totals of a slip; both are in its gross, and the taxes in its tax. */
export interface ApartTotals {
  readonly bonus: Fen;
  readonly bonusTax: Fen;
  readonly severance: Fen;
  readonly severanceTax: Fen;
}

const sumOf = (steps: readonly PayStep[]): Fen => steps.reduce((sum, { amount }) => sum + amount, 0) as Fen;

export const apartTotals = (apart: ApartPay): ApartTotals => ({
  bonus: sumOf(apart.bonus),
  bonusTax: sumOf(apart.bonusTax),
  severance: sumOf(apart.severance),
  severanceTax: sumOf(apart.severanceTax),
});
