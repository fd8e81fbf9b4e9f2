import type { Exact } from '#contracts/common';

interface Small {
  readonly n: number;
  readonly d: number;
}

interface Big {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * A rational number in lowest terms with a positive denominator. Numbers where both fit into exact integers, which is
 * nearly always; otherwise big integers, so that no sum is ever rounded on the way.
 */
export type Ratio = Small | Big;

/** Decimals that figures from outside may have. */
const MAX_DECIMALS = 4;
/** Beyond it a figure with all of its decimals is not exact. */
const MAX_FIGURE = 100_000_000_000;
const DECIMAL_UNIT = 10 ** MAX_DECIMALS;
/** Of so many decimals: a power takes longer than the division. */
const UNITS: readonly number[] = [1, 10, 100];

const { MAX_SAFE_INTEGER } = Number;
/** Whether a whole number that was calculated is the right one. */
export const isExact = (value: number): boolean => value <= MAX_SAFE_INTEGER && value >= -MAX_SAFE_INTEGER;

/** `n / d` of whole numbers. */
export function ratio(n: number, d = 1): Ratio {
  if (d === 1) return { n, d };
  const divisor = d < 0 ? -divisorOf(n, d) : divisorOf(n, d);
  return { n: n / divisor || 0, d: d / divisor };
}

/** In lowest terms. */
export const reduced = (value: Ratio): Ratio =>
  isSmall(value) ? ratio(value.n, value.d) : narrowed(value.n, value.d);

/** A decimal number with at most four decimals, exactly as it is written. */
export const decimal = (value: number): Ratio =>
  Number.isInteger(value) ? { n: value, d: 1 } : ratio(Math.round(value * DECIMAL_UNIT), DECIMAL_UNIT);

/** Whether a figure is finite, not too large, and has at most four decimals. */
export const isDecimal = (value: number): boolean =>
  Math.abs(value) <= MAX_FIGURE && Math.round(value * DECIMAL_UNIT) / DECIMAL_UNIT === value;

export function plus(a: Ratio, b: Ratio): Ratio {
  if (isSmall(a) && isSmall(b)) {
    if (a.d === b.d) {
      const sum = a.n + b.n;
      if (isExact(sum)) return ratio(sum, a.d);
    } else {
      const [left, right, d] = [a.n * b.d, b.n * a.d, a.d * b.d];
      if (isExact(left) && isExact(right) && isExact(left + right) && isExact(d))
        return ratio(left + right, d);
    }
  }
  const [x, y] = [big(a), big(b)];
  return narrowed(x.n * y.d + y.n * x.d, x.d * y.d);
}

export function times(a: Ratio, b: Ratio): Ratio {
  if (isSmall(a) && isSmall(b)) {
    const [n, d] = [a.n * b.n, a.d * b.d];
    if (isExact(n) && isExact(d)) return ratio(n, d);
  }
  const [x, y] = [big(a), big(b)];
  return narrowed(x.n * y.n, x.d * y.d);
}

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, times(b, { n: -1, d: 1 }));

/** `b` is not zero. */
export function by(a: Ratio, b: Ratio): Ratio {
  if (isSmall(b)) return times(a, b.n < 0 ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
  return times(a, b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
}

/** Below zero if `a` is less than `b`, above if it is more. */
export const compared = (a: Ratio, b: Ratio): number => Number(minus(a, b).n);

/** The value with so many decimals, half up: 84.95 is 85.0, 84.94 is 84.9. */
export function rounded(value: Ratio, decimals: number): number {
  const unit = UNITS[decimals] ?? 10 ** decimals;
  if (isSmall(value)) {
    const [dividend, divisor] = [2 * value.n * unit + value.d, 2 * value.d];
    // The quotient of exact integers is nearer to the whole number above it than a division can tell only beyond them.
    if (isExact(dividend) && isExact(divisor)) return Math.floor(dividend / divisor) / unit;
  }
  const { n, d } = big(value);
  const [dividend, divisor] = [2n * n * BigInt(unit) + d, 2n * d];
  const rest = ((dividend % divisor) + divisor) % divisor;
  return Number((dividend - rest) / divisor) / unit;
}

export const exactText = ({ n, d }: Ratio): Exact => (Number(d) === 1 ? `${n}` : `${n}/${d}`) as Exact;

/** The inverse of `exactText`. */
export function fromExact(text: Exact): Ratio {
  const [n = '0', d = '1'] = text.split('/');
  return narrowed(BigInt(n), BigInt(d));
}

export const isSmall = (value: Ratio): value is Small => typeof value.n === 'number';

const big = (value: Ratio): Big => ({ n: BigInt(value.n), d: BigInt(value.d) });

/** In lowest terms, as numbers again where they fit. */
function narrowed(n: bigint, d: bigint): Ratio {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b) [a, b] = [b, a % b];
  const [top, bottom] = [n / a, d / a];
  const fits = bottom <= MAX_SAFE_INTEGER && top <= MAX_SAFE_INTEGER && top >= -MAX_SAFE_INTEGER;
  return fits ? { n: Number(top), d: Number(bottom) } : { n: top, d: bottom };
}

/** The greatest common divisor, above zero. */
function divisorOf(n: number, d: number): number {
  let a = Math.abs(n);
  let b = Math.abs(d);
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a || 1;
}
