import { integer, maxValue, minValue, number, pipe, transform } from 'valibot';
import type { Fen } from '#contracts/pay';

/** A net pay in fen; ten million yuan at most. */
export const netPay = pipe(
  number(),
  integer(),
  minValue(0),
  maxValue(1_000_000_000),
  transform((value) => value as Fen),
);
