import fc from 'fast-check';
import { ExactMean } from '../../cloudfunctions/shared/figures/exact-mean';
import { largestRemainder } from '../../cloudfunctions/shared/figures/largest-remainder';
import {
  by,
  compared,
  exactText,
  minus,
  plus,
  type Ratio,
  ratio,
  rounded,
  times,
} from '../../cloudfunctions/shared/figures/ratio';

const RUNS = { numRuns: 1_000 };
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Small ones as scores are, and ones whose products are no exact integers. */
const whole = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -LARGEST, max: LARGEST }));
const above = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 100_000_000 }));

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));
/** In lowest terms, by big integers alone. */
function lowest(n: bigint, d: bigint): string {
  const [sign, common] = [d < 0n ? -1n : 1n, divisor(n, d)];
  const [top, bottom] = [(sign * n) / common, (sign * d) / common];
  return bottom === 1n ? `${top}` : `${top}/${bottom}`;
}
const halfUp = (n: bigint, d: bigint, unit: bigint): number => {
  const [top, bottom] = [2n * n * unit + d, 2n * d];
  const rest = ((top % bottom) + bottom) % bottom;
  return Number((top - rest) / bottom) / Number(unit);
};

test('sums, products and quotients are those of big integers, in lowest terms', () => {
  const two = fc.tuple(whole, above, whole, above);
  fc.assert(
    fc.property(two, ([n, d, m, e]) => {
      const [a, b] = [ratio(n, d), ratio(m, e)];
      const [N, D, M, E] = [BigInt(n), BigInt(d), BigInt(m), BigInt(e)];
      expect([plus(a, b), minus(a, b), times(a, b)].map(exactText)).toEqual([
        lowest(N * E + M * D, D * E),
        lowest(N * E - M * D, D * E),
        lowest(N * M, D * E),
      ]);
      if (m !== 0) expect(exactText(by(a, b))).toBe(lowest(N * E, D * M));
      const order = N * E - M * D;
      expect(Math.sign(compared(a, b))).toBe(order < 0n ? -1 : order > 0n ? 1 : 0);
    }),
    RUNS,
  );
});

test('a mean is the one that big integers give, in lowest terms, and its decimals are half up', () => {
  const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), whole, above), { maxLength: 8 });
  fc.assert(
    fc.property(parts, fc.nat(2), (given, decimals) => {
      const mean = new ExactMean();
      // Not in lowest terms, as the sum and the number of answers are not.
      for (const [weight, n, d] of given) mean.add(weight, { n, d });
      const value: Ratio | null = mean.mean();
      const weights = given.reduce((sum, [weight]) => sum + BigInt(weight), 0n);
      if (weights === 0n) {
        expect(value).toBeNull();
        return;
      }
      const bottom = given.reduce((product, [, , d]) => product * BigInt(d), 1n);
      const top = given.reduce(
        (sum, [weight, n, d]) => sum + (BigInt(weight) * BigInt(n) * bottom) / BigInt(d),
        0n,
      );
      expect(value && exactText(value)).toBe(lowest(top, bottom * weights));
      const decimal = halfUp(top, bottom * weights, BigInt(10 ** decimals));
      expect(value && rounded(value, decimals)).toBe(decimal);
      const unreduced = mean.unreduced();
      expect(unreduced && rounded(unreduced, decimals)).toBe(decimal);
    }),
    RUNS,
  );
});

test('the largest whole numbers are rounded exactly: just below a half, at it, and above', () => {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / 20) - 10;
  fc.assert(
    fc.property(
      fc.integer({ min: Math.floor(most / 2), max: most }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (n, d, isLess) => {
        const signed = isLess ? -n : n;
        expect(rounded({ n: signed, d }, 1)).toBe(halfUp(BigInt(signed), BigInt(d), 10n));
      },
    ),
    RUNS,
  );
});

test('what is divided by weights sums to the whole, none is one away from its ideal, and none without a weight has any', () => {
  const weights = fc
    .array(fc.nat(1_000), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.nat(10_000), weights, (size, given) => {
      const counts = largestRemainder(size, given);
      const sum = given.reduce((total, weight) => total + weight, 0);
      expect(counts.reduce((total, count) => total + count, 0)).toBe(size);
      counts.forEach((count, index) => {
        const weight = given[index] ?? 0;
        expect(Number.isInteger(count) && Math.abs(count * sum - size * weight) < sum).toBe(true);
        if (weight === 0) expect(count).toBe(0);
      });
    }),
    RUNS,
  );
});
