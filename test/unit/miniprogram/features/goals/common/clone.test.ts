import fc from 'fast-check';
import type { Measure } from '#contracts/goal';
import { withDirection } from '../../../../../../miniprogram/common/goals/progress';
import { clonedMeasure } from '../../../../../../miniprogram/features/goals/common/clone';

const metric = (start: number, target: number, unit = '单'): Measure => ({
  ...{ kind: target > start ? 'raise' : 'lower', start, target, unit },
});
const next = (measure: Measure, raise: number, last: number | null = null) => {
  const { start, target } = clonedMeasure(measure, { raise, last }) as { start: number; target: number };
  return [start, target];
};

it.each([
  ['as it was', metric(0, 38), 0, null, [0, 38]],
  ['raised, whole as before, half up', metric(0, 5), 10, null, [0, 6]],
  ['raised in its decimals', metric(0, 1.25), 10, null, [0, 1.375]],
  ['what has to fall falls further', metric(20, 10), 10, null, [20, 9]],
  ['half falls to the side that asks for more', metric(20, 5), 10, null, [20, 4]],
  ['nothing is less than no complaint', metric(8, 0), 50, null, [8, 0]],
  ['of a hundred percent nothing is more', metric(80, 95, '%'), 10, null, [80, 100]],
  ['growth beyond a hundred percent is raised', metric(0, 130, '%'), 10, null, [0, 143]],
  ['a loss that shrinks', metric(-200, -100), 10, null, [-200, -90]],
  ['goes on from the last figure', metric(20, 35, '%'), 10, 31, [31, 39]],
  ['keeps its start when the last figure is beyond the target', metric(20, 35, '%'), 0, 36, [20, 35]],
  ['a last figure on the target is no start either', metric(20, 35, '%'), 0, 35, [20, 35]],
  ['falls on from the last figure', metric(20, 10), 0, 12, [12, 10]],
] as const)('%s', (_, measure, raise, last, expected) => {
  expect(next(measure, raise, last)).toEqual(expected);
});

it('copies what has no target as it is', () => {
  const limit: Measure = { kind: 'keep-below', limit: 3, unit: '起' };
  expect(clonedMeasure(limit, { raise: 10, last: 2 })).toEqual(limit);
});

it('never turns the direction of a key result round, whatever it is raised by and starts at', () => {
  const whole = fc.integer({ min: -1_000, max: 1_000 });
  fc.assert(
    fc.property(
      ...([
        whole,
        whole,
        fc.integer({ min: 0, max: 100 }),
        fc.option(whole),
        fc.constantFrom('单', '%'),
      ] as const),
      (start, target, raise, last, unit) => {
        fc.pre(start !== target);
        const measure = withDirection(metric(start, target, unit));
        const copy = clonedMeasure(measure, { raise, last });
        expect(withDirection(copy)).toEqual(copy);
        const [before, after] = [measure, copy] as [
          Measure & { target: number },
          Measure & { target: number },
        ];
        const further =
          measure.kind === 'raise' ? after.target - before.target : before.target - after.target;
        expect(further).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
