import fc from 'fast-check';
import type { MetricValue } from '#contracts/improvement';
import { effectOf, LEAST_PEERS, SMALL_SAMPLE } from '../../cloudfunctions/improvement/domain/effect';
import { peerMeans } from '../../cloudfunctions/improvement/domain/peer-means';

const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
const better = fc.constantFrom('more' as const, 'less' as const);
const measured = (value: number, count: number | null = 100): MetricValue => ({
  ...{ value, count, from: '2026-10-01' as never, to: '2026-10-31' as never },
});
const effect = (
  way: 'more' | 'less',
  before: number,
  after: number,
  peers: Parameters<typeof effectOf>[2] = null,
) => effectOf({ better: way, target: null, baseline: measured(before) }, measured(after), peers);

test('the change has the sign of the difference, and its direction follows from what is better', () => {
  fc.assert(
    fc.property(figure, figure, better, (before, after, way) => {
      const { difference, change, direction } = effect(way, before, after);
      expect(Math.sign(difference)).toBe(Math.sign(after - before));
      if (before === 0) expect(change).toBeNull();
      else expect(Math.abs((change ?? 0) - ((after - before) / Math.abs(before)) * 100)).toBeLessThan(0.051);
      const moved = way === 'more' ? after - before : before - after;
      expect(direction).toBe(moved === 0 ? 'same' : moved > 0 ? 'better' : 'worse');
    }),
  );
});

test('what is better for more is worse for less, by the same figures', () => {
  fc.assert(
    fc.property(figure, figure, (before, after) => {
      const [more, less] = [effect('more', before, after), effect('less', before, after)];
      expect(more.change).toBe(less.change);
      if (before !== after) expect(more.direction).not.toBe(less.direction);
    }),
  );
});

test('no mean of fewer than five is ever in the answer', () => {
  const peers = fc.record({ before: figure, after: figure, people: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(figure, figure, better, peers, (before, after, way, others) => {
      const shown = effect(way, before, after, others).peers;
      if (others.people >= LEAST_PEERS)
        expect(shown).toMatchObject({ state: 'shown', people: others.people });
      else expect(shown).toEqual({ state: others.people === 0 ? 'none' : 'too-few' });
    }),
  );
});

test('who moves as the others do is not ahead of them, and ahead is the sum of both ways', () => {
  fc.assert(
    fc.property(figure, figure, better, (before, after, way) => {
      fc.pre(before !== 0);
      const same = effect(way, before, after, { before, after, people: 5 }).peers;
      expect(same).toMatchObject({ state: 'shown', ahead: 0 });
    }),
  );
});

test('a sample is small if one of the two is, and unknown if nobody said', () => {
  const counts = fc.option(fc.integer({ min: 0, max: 200 }), { nil: null });
  fc.assert(
    fc.property(counts, counts, (first, last) => {
      const { sample } = effectOf(
        { better: 'more', target: null, baseline: measured(1, first) },
        measured(2, last),
        null,
      );
      const isSmall = [first, last].some((count) => count !== null && count < SMALL_SAMPLE);
      const isUnknown = first === null || last === null;
      expect(sample).toBe(isSmall ? 'small' : isUnknown ? 'unknown' : 'enough');
    }),
  );
});

test('means are of those who have both figures, in any order of the people', () => {
  const value = fc.option(figure, { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 12 }), (values) => {
      const both = values.filter(([before, after]) => before !== null && after !== null);
      const found = peerMeans(values);
      expect(found?.people ?? 0).toBe(both.length);
      expect(peerMeans([...values].reverse())).toEqual(found);
      const mean = both.reduce((sum, [before]) => sum + Number(before), 0) / (both.length || 1);
      if (found) expect(Math.abs(found.before - mean)).toBeLessThan(0.0001);
    }),
  );
});

test.each([
  ['complaints of a hundred orders from 4.0 to 3.4', 'less', 4, 3.4, -15, 'better'],
  ['half away from zero, more', 'more', 2_000, 2_301, 15.1, 'better'],
  ['half away from zero, less', 'more', 2_000, 1_699, -15.1, 'worse'],
  ['from below zero up', 'more', -10, -5, 50, 'better'],
  ['from zero: nothing is a part of it', 'more', 0, 3, null, 'better'],
] as const)('%s', (_, way, before, after, change, direction) => {
  expect(effect(way, before, after)).toMatchObject({ change, direction });
});
