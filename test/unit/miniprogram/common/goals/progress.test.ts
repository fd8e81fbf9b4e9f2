import fc from 'fast-check';
import type { Measure, Standing } from '#contracts/goal';
import {
  isInside,
  measureProblem,
  progressOf,
  withDirection,
} from '../../../../../miniprogram/common/goals/progress';
import { FULL, percentText, ratio } from '../../../../../miniprogram/common/goals/share';

const metric = (start: number, target: number): Measure =>
  withDirection({ kind: 'raise', start, target, unit: '' });
const shown = (measure: Measure, standing: Standing) => {
  const { raw, counted, note } = progressOf(measure, standing);
  return { raw: raw === null ? null : percentText(raw), counted: percentText(counted), note };
};
const at = (value: number | null): Standing => ({ value });

// Where the cases are from: the scoring tests of puzzle/okr, okr-tracker, BurningOKR and Horilla, and an OKR scoring guide.
describe('how far a key result is', () => {
  test.each([
    ['half of the way', 0, 10, 5, '50', '50', null],
    ['a third', 0, 3, 1, '33.3', '33.3', null],
    ['the start counts nothing, whatever the target', 5, 10, 5, '0', '0', null],
    ['all of it', 0, 10, 10, '100', '100', null],
    ['more than all is shown and counts all', 0, 10, 15, '150', '100', 'over-target'],
    ['a figure that has to fall', 100, 0, 80, '20', '20', null],
    ['a figure that has fallen', 100, 0, 0, '100', '100', null],
    ['a figure that fell further than asked', 100, 20, 0, '125', '100', 'over-target'],
    ['a figure that fell a little', 100, 20, 80, '25', '25', null],
    ['a figure that rose instead of falling', 200, 100, 250, '-50', '0', 'below-start'],
    ['below zero', 0, -100, -70, '70', '70', null],
    ['from 32 to 45, now 42', 32, 45, 42, '76.9', '76.9', null],
    ['from 8 to 5 %, now 6', 8, 5, 6, '66.7', '66.7', null],
    ['400 of 500 thousand', 0, 500_000, 400_000, '80', '80', null],
    ['decimals that floating point does not have', 0.1, 0.4, 0.3, '66.7', '66.7', null],
    ['a half of a tenth is rounded up', 0, 2000, 1699, '85', '85', null],
    ['just under the half is not', 0, 10000, 8494, '84.9', '84.9', null],
  ] as const)('%s', (_, start, target, value, raw, counted, note) => {
    expect(shown(metric(start, target), at(value))).toEqual({ raw, counted, note });
  });

  test('no report yet counts nothing and says so', () => {
    for (const measure of [
      metric(0, 10),
      { kind: 'percent' },
      { kind: 'yes-no' },
      { kind: 'keep-below', limit: 3, unit: '' },
      { kind: 'milestones', milestones: [{ id: 'a', title: 'A', weight: 100 }] },
    ] satisfies Measure[])
      expect(progressOf(measure, at(null))).toEqual({ raw: null, counted: 0, note: 'no-data' });
  });

  test('milestones count by their weights', () => {
    const weights = [20, 30, 20, 20, 10];
    const milestones = weights.map((weight, index) => ({ id: `m${index}`, title: 'step', weight }));
    const measure: Measure = { kind: 'milestones', milestones };
    expect(shown(measure, { value: null, done: ['m0', 'm1', 'm2'] }).counted).toBe('70');
    expect(shown(measure, { value: null, done: [] })).toEqual({ raw: '0', counted: '0', note: null });
    expect(shown(measure, { value: null, done: ['m0', 'unknown'] }).counted).toBe('20');
  });

  test('a limit counts the reports that kept it, and says when the last one did not', () => {
    const measure: Measure = { kind: 'keep-below', limit: 3, unit: '%' };
    expect(shown(measure, { value: 2, inside: 3, counted: 4 })).toEqual({
      raw: '75',
      counted: '75',
      note: null,
    });
    expect(shown(measure, { value: 3.1, inside: 3, counted: 4 }).note).toBe('outside-limit');
    expect([isInside(measure, 3), isInside(measure, 3.0001)]).toEqual([true, false]);
    const above: Measure = { kind: 'keep-above', limit: 90, unit: '%' };
    expect([isInside(above, 90), isInside(above, 89.9)]).toEqual([true, false]);
  });

  test('yes is all and no is nothing', () => {
    expect(shown({ kind: 'yes-no' }, at(1)).counted).toBe('100');
    expect(shown({ kind: 'yes-no' }, at(0))).toEqual({ raw: '0', counted: '0', note: null });
  });

  test('a metric that starts at its target has no way to go', () => {
    expect(() => progressOf(metric(10, 10), at(10))).toThrow(RangeError);
  });
});

describe('how a key result may be measured', () => {
  test.each([
    ['start and target are the same', metric(10, 10), 'start-is-target'],
    ['five decimals', metric(0, 0.00001), 'too-many-decimals'],
    ['more than ten thousand million', metric(0, 10_000_000_001), 'out-of-range'],
    [
      'milestones of 90',
      { kind: 'milestones', milestones: [{ id: 'a', title: 'A', weight: 90 }] },
      'milestone-weights',
    ],
    ['a limit of five decimals', { kind: 'keep-above', limit: 0.00001, unit: '' }, 'too-many-decimals'],
    ['a metric', metric(10, 5), null],
    ['yes or no', { kind: 'yes-no' }, null],
  ] as const)('%s', (_, measure, problem) => {
    expect(measureProblem(measure as Measure)).toBe(problem);
  });

  test('the direction is that of the figures', () => {
    expect([metric(5, 1).kind, metric(1, 5).kind]).toEqual(['lower', 'raise']);
  });
});

describe('shares', () => {
  const whole = fc.integer({ min: 1, max: 200_000_000_000_000 });
  const part = fc.integer({ min: -200_000_000_000_000, max: 200_000_000_000_000 });

  test('are what exact division gives, half up', () => {
    fc.assert(
      fc.property(part, whole, (numerator, denominator) => {
        const [size, of] = [BigInt(Math.abs(numerator)), BigInt(denominator)];
        const exact = (2n * size * BigInt(FULL) + of) / (2n * of);
        const expected = exact > 10_000n * BigInt(FULL) ? 10_000n * BigInt(FULL) : exact;
        expect(BigInt(Math.abs(ratio(numerator, denominator)))).toBe(expected);
      }),
    );
  });

  test('nearer to the target is never less', () => {
    const figure = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(figure, figure, figure, figure, (start, target, one, other) => {
        fc.pre(start !== target);
        const [near, far] = Math.abs(target - one) <= Math.abs(target - other) ? [one, other] : [other, one];
        const isOnWay = (value: number) => (target > start ? value <= target : value >= target);
        fc.pre(isOnWay(near) && isOnWay(far));
        const counted = (value: number) => progressOf(metric(start, target), at(value)).counted;
        expect(counted(near)).toBeGreaterThanOrEqual(counted(far));
        expect(counted(near)).toBeGreaterThanOrEqual(0);
        expect(counted(near)).toBeLessThanOrEqual(FULL);
      }),
    );
  });
});
