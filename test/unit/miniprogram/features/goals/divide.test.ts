import fc from 'fast-check';
import { exactSum } from '../../../../../miniprogram/common/goals/progress';
import { divided, lastWeights } from '../../../../../miniprogram/features/goals/divide';

describe('a figure divided over people', () => {
  it.each([
    ['evenly', 120, [1, 1, 1, 1], [30, 30, 30, 30]],
    ['with a rest, to the first', 100, [1, 1, 1], [34, 33, 33]],
    ['by what they reached', 120, [32, 28, 24, 14], [39, 34, 30, 17]],
    ['to the largest remainder', 4, [333, 334, 333], [1, 2, 1]],
    ['in the decimals of the whole', 1.5, [1, 1], [0.8, 0.7]],
    ['below zero', -5, [1, 1], [-3, -2]],
    ['to nobody who reached nothing', 10, [0, 5], [0, 10]],
    ['evenly where nobody reached anything', 10, [0, 0], [5, 5]],
    ['of nothing', 0, [3, 1], [0, 0]],
  ] as const)('%s: %d by %j is %j', (_name, whole, weights, expected) => {
    expect(divided(whole, weights)).toEqual(expected);
  });

  it('always sums to the whole, and nobody is off by a step', () => {
    const figure = fc.integer({ min: 0, max: 10_000_000 }).map((units) => units / 100);
    const weights = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(figure, weights, (whole, parts) => {
        const shares = divided(whole, parts);
        expect(shares.reduce(exactSum, 0)).toBe(whole);
        const sum = parts.reduce((total, each) => total + each, 0);
        if (sum === 0) return;
        for (const [at, share] of shares.entries())
          expect(Math.abs(share - (whole * (parts[at] ?? 0)) / sum)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it('is empty for nobody', () => {
    expect(divided(10, [])).toEqual([]);
  });
});

test('who was not there last time counts half of the mean of the others', () => {
  expect(lastWeights([32, 28, 24, null])).toEqual([32, 28, 24, 14]);
  expect(lastWeights([10, 0, null])).toEqual([10, 0, 5]);
  expect(lastWeights([null, null])).toEqual([0.5, 0.5]);
});
