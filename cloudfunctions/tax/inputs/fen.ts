import { pipe, transform } from 'valibot';
import type { Fen } from '#contracts/pay';
import { integerBetween } from '../../shared/inputs';

/** Whole fen. */
export const fenBetween = (min: number, max: number) =>
  pipe(
    integerBetween(min, max),
    transform((value) => value as Fen),
  );
