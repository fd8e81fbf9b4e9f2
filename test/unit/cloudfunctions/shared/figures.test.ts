import { ExactMean } from '../../../../cloudfunctions/shared/figures/exact-mean';
import { largestRemainder } from '../../../../cloudfunctions/shared/figures/largest-remainder';
import {
  decimal,
  exactText,
  isDecimal,
  ratio,
  rounded,
} from '../../../../cloudfunctions/shared/figures/ratio';

it.each([
  [84.95, 1, 85],
  [84.94, 1, 84.9],
  [-0.05, 1, 0],
  [-0.06, 1, -0.1],
  [1.005, 2, 1.01],
  [2.5, 0, 3],
])('%d with %d decimals is %d', (value, decimals, expected) => {
  expect(rounded(decimal(value), decimals)).toBeCloseTo(expected, 10);
});

it.each([
  [0.1, true],
  [99.9999, true],
  [0.00001, false],
  [100_000_000_000, true],
  [100_000_000_001, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('whether %d is a figure that is exact: %s', (value, isExact) => {
  expect(isDecimal(value)).toBe(isExact);
});

it('the mean of 50 four times and 100 once is 60; of nothing there is none', () => {
  const mean = new ExactMean();
  expect(mean.mean()).toBeNull();
  mean.add(4, ratio(50));
  mean.add(1, ratio(100));
  expect(mean.mean()).toEqual({ n: 60, d: 1 });
});

it('the mean of thirds, sevenths and a figure beyond exact integers is not rounded on the way', () => {
  const mean = new ExactMean();
  mean.add(1, ratio(1, 3));
  mean.add(1, ratio(1, 7));
  mean.add(1, ratio(Number.MAX_SAFE_INTEGER));
  mean.add(1, ratio(-Number.MAX_SAFE_INTEGER));
  expect(exactText(mean.mean() ?? ratio(0))).toBe('5/42');
});

describe('a mean whose sum or parts are no exact integers', () => {
  const LARGEST = Number.MAX_SAFE_INTEGER;

  it.each([
    [
      'the sum alone',
      [
        [1, LARGEST, 1],
        [1, LARGEST - 1, 1],
      ],
      '18014398509481981/2',
    ],
    [
      'what was there before',
      [
        [1, 5_000_000_000_000_001, 1],
        [1, -8_000_000_000_000_000, 3],
      ],
      '7000000000000003/6',
    ],
    [
      'what is added',
      [
        [1, -8_000_000_000_000_000, 3],
        [1, 5_000_000_000_000_001, 1],
      ],
      '7000000000000003/6',
    ],
  ] as const)('%s', (_, parts, expected) => {
    const mean = new ExactMean();
    for (const [weight, n, d] of parts) mean.add(weight, { n, d });
    expect(exactText(mean.mean() ?? ratio(0))).toBe(expected);
  });
});

it('of two equal fractions the first gets one more', () => {
  expect(largestRemainder(10, [1, 1, 1, 1])).toEqual([3, 3, 2, 2]);
  expect(largestRemainder(100, [40, 30])).toEqual([57, 43]);
  expect(largestRemainder(100, [])).toEqual([]);
});
