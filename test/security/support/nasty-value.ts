import fc from 'fast-check';

/** Values that programs trip over: empty ones, extreme numbers, names that mean something to JavaScript or a database. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', ' ', 0, -0, -1, 1e308, Number.NaN, Infinity, true, [], {}),
  fc.constantFrom('$where', '__proto__', 'constructor', '\u0000', '\ud800', '🙂'.repeat(99), '2026-02-30'),
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.double(),
);
