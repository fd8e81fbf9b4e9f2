/** A fraction, not necessarily in lowest terms: numbers while they are exact integers, otherwise big integers. */
export type Fraction =
  | { readonly top: number; readonly bottom: number }
  | { readonly top: bigint; readonly bottom: bigint };

/** A weighted mean of fractions that is never rounded on the way. */
export class ExactMean {
  private top = 0;
  private bottom = 1;
  private weights = 0;
  /** Instead of the three, once one of them is no exact integer any more. */
  private big: { top: bigint; bottom: bigint; weights: bigint } | null = null;

  /** @param weight whole and above zero */
  add(weight: number, { top, bottom }: Fraction): void {
    if (this.big || typeof top !== 'number' || typeof bottom !== 'number') {
      this.addBig(weight, top, bottom);
      return;
    }
    const isSame = this.bottom === bottom;
    const nextTop = isSame ? this.top + weight * top : this.top * bottom + weight * top * this.bottom;
    const nextBottom = isSame ? bottom : this.bottom * bottom;
    const weights = this.weights + weight;
    // Nothing is below zero, so that every product on the way is at most one of these two.
    if (!Number.isSafeInteger(nextTop) || !Number.isSafeInteger(nextBottom * weights)) {
      this.addBig(weight, top, bottom);
      return;
    }
    [this.top, this.bottom, this.weights] = [nextTop, nextBottom, weights];
  }

  /** Null of nothing. */
  mean(): Fraction | null {
    if (this.big) return lowest(this.big.top, this.big.bottom * this.big.weights);
    return this.weights === 0 ? null : { top: this.top, bottom: this.bottom * this.weights };
  }

  private addBig(weight: number, top: number | bigint, bottom: number | bigint): void {
    this.big ??= { top: BigInt(this.top), bottom: BigInt(this.bottom), weights: BigInt(this.weights) };
    const divisor = BigInt(bottom);
    this.big.top = this.big.top * divisor + BigInt(weight) * BigInt(top) * this.big.bottom;
    this.big.bottom *= divisor;
    this.big.weights += BigInt(weight);
  }
}

/** One decimal, half up. The fraction is not below zero. */
export function oneDecimal({ top, bottom }: Fraction): number {
  if (typeof top === 'number' && typeof bottom === 'number') {
    const [dividend, divisor] = [20 * top + bottom, 2 * bottom];
    if (Number.isSafeInteger(dividend)) return (dividend - (dividend % divisor)) / divisor / 10;
  }
  const divisor = BigInt(bottom);
  return Number((20n * BigInt(top) + divisor) / (2n * divisor)) / 10;
}

/** In lowest terms, such as `25/6` or `4`. */
export function exactText(value: Fraction): string {
  const { top, bottom } = lowest(value.top, value.bottom);
  return Number(bottom) === 1 ? `${top}` : `${top}/${bottom}`;
}

function lowest(top: number | bigint, bottom: number | bigint): Fraction {
  if (typeof top === 'number' && typeof bottom === 'number') {
    let [a, b] = [bottom, top % bottom];
    while (b !== 0) [a, b] = [b, a % b];
    return { top: top / a, bottom: bottom / a };
  }
  const [n, d] = [BigInt(top), BigInt(bottom)];
  let [a, b] = [d, n % d];
  while (b !== 0n) [a, b] = [b, a % b];
  return { top: n / a, bottom: d / a };
}
