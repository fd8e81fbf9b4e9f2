import fc from 'fast-check';
import { nastyValue } from './nasty-value';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** What nobody's phone sends: operators and prototypes as keys, depth, size, years that no calendar has. */
const hostile: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $ne: null },
  JSON.parse('{"__proto__":{"roles":["admin"]}}'),
  JSON.parse('{"constructor":{"prototype":{"ok":true}}}'),
  { length: 1e9 },
  '../..',
  'cloud://x/../../y',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13',
  '2026-13-45T99:99:99Z',
  8.64e15,
  -8.64e15,
  1e15,
  2 ** 53,
  '9e999',
  '\u202e\u200b\ufeff',
  '\u0000'.repeat(9),
  '＄１，０００',
  'x'.repeat(70_000),
  '啊'.repeat(20_000),
  nested(2_000),
  Array(20_000).fill(0),
  Array(60).fill({}),
  Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`k${at}`, at])),
  { unit: 'day', from: '0000-01-01', to: '9999-12-31' },
  { unit: 'day', from: '2026-12-05', to: '2020-01-01' },
  { unit: 'hour', from: '2026-12-05', start: -1, end: 1e9 },
);

const bad: fc.Arbitrary<unknown> = fc.oneof(
  nastyValue,
  hostile,
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, maxDepth: 3 }),
);

const moreKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '$gt', '$set', 'openid', 'roles', 'a.b', '', '_id'),
  fc.string({ maxLength: 12 }),
);

/** Somewhere in a good input one value is another, or one more is there: such inputs get furthest. */
export const bent = (good: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(good))
    return fc.oneof(bad, ...good.map((_, at) => bent(good[at]).map((value) => good.with(at, value))));
  if (typeof good !== 'object' || good === null) return bad;
  const inside = Object.entries(good).map(([key, value]) =>
    bent(value).map((other) => ({ ...good, [key]: other })),
  );
  const more = fc.tuple(moreKey, bad).map(([key, value]) => ({ ...good, [key]: value }));
  return fc.oneof(bad, more, ...inside);
};
