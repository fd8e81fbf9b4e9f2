import fc from 'fast-check';
import {
  CODE_STEP_MS,
  codeBody,
  isCurrent,
  readCode,
  stepOf,
} from '../../cloudfunctions/sites/domain/site-code';

const RUNS = { numRuns: 1_000 };
const instant = fc.integer({ min: 1_577_836_800_000, max: 4_102_444_800_000 });

test('a code is good for its own thirty seconds and the step on either side, and at no other time', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -10 * CODE_STEP_MS, max: 10 * CODE_STEP_MS }), (shown, later) => {
      const start = stepOf(shown) * CODE_STEP_MS;
      const used = shown + later;
      const isInWindow = used >= start - CODE_STEP_MS && used < start + 2 * CODE_STEP_MS;
      expect(isCurrent(stepOf(shown), used)).toBe(isInWindow);
    }),
    RUNS,
  );
});

test('every body that is signed is read back as it was', () => {
  const code = fc.record({
    siteId: fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/),
    version: fc.integer({ min: 1, max: 999_999 }),
    step: instant.map(stepOf),
  });
  fc.assert(
    fc.property(code, (said) => {
      expect(readCode(`${codeBody(said)}.${'s'.repeat(43)}`)).toEqual({
        code: said,
        signature: 's'.repeat(43),
      });
    }),
    RUNS,
  );
});

test('nothing else is read as a code', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 130 }), (text) => {
      const read = readCode(text);
      if (read) expect(text).toBe(`${codeBody(read.code)}.${read.signature}`);
    }),
    RUNS,
  );
});
