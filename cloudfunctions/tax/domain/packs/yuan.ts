import type { Fen } from '#contracts/pay';

/** Whole yuan, as laws name them. */
export const yuan = (amount: number): Fen => (amount * 100) as Fen;
