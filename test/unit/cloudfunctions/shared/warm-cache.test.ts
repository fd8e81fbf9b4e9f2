import { WarmCache } from '../../../../cloudfunctions/shared/data/warm-cache';

test('forgets by age, on the clock it is asked with', () => {
  const cache = new WarmCache<string>(3, 1_000);
  cache.set('a', 'x', 5_000);
  expect(cache.get('a', 5_999)).toBe('x');
  expect(cache.get('a', 6_000)).toBeUndefined();
});

test('does not trust an entry from the future', () => {
  const cache = new WarmCache<string>(3, 1_000);
  cache.set('a', 'x', 5_000);
  expect(cache.get('a', 4_999)).toBeUndefined();
});

test('the least recently used goes first', () => {
  const cache = new WarmCache<number>(2, 1_000);
  cache.set('a', 1, 0);
  cache.set('b', 2, 0);
  cache.get('a', 1);
  cache.set('c', 3, 1);
  expect([cache.get('a', 2), cache.get('b', 2), cache.get('c', 2)]).toEqual([1, undefined, 3]);
});

test('forgets what it is told to', () => {
  const cache = new WarmCache<number>(2, 1_000);
  cache.set('a', 1, 0);
  cache.delete('a');
  expect(cache.get('a', 0)).toBeUndefined();
});
