import type { Fen } from '#contracts/pay';
import { compared, minus, type Ratio, ratio, rounded } from './ratio';

const ZERO = ratio(0);

/** An amount in fen, rounded once to the nearest fen, half away from zero: 0.5 is 1, -0.5 is -1. */
export function toFen(fen: Ratio): Fen {
  const isNegative = compared(fen, ZERO) < 0;
  const whole = rounded(isNegative ? minus(ZERO, fen) : fen, 0);
  return (isNegative && whole !== 0 ? -whole : whole) as Fen;
}
