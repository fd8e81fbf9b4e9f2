import fc from 'fast-check';
import { main as attendance } from '../../cloudfunctions/attendance/index';
import { main as people } from '../../cloudfunctions/people/index';
import type { ErrorCode } from '../../typings/contracts/errors';

/** A database without a document, and a WeChat user whom nobody knows: only typed errors can come out. */
jest.mock('../../cloudfunctions/shared/data/cloud', () => {
  const command = new Proxy({}, { get: (_, name) => (value: unknown) => ({ [`$${String(name)}`]: value }) });
  const query = {
    limit: () => ({ get: async () => ({ data: [] }) }),
    update: async () => ({ stats: { updated: 0 } }),
    remove: async () => ({ stats: { removed: 0 } }),
  };
  const collection = () => ({ where: () => query, add: async () => ({ _id: 'x' }) });
  return {
    database: () => ({ command, collection }),
    identity: () => ({ context: { OPENID: 'openid-fuzz' }, env: {} }),
  };
});

const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
/** What may come out; the type makes the list complete. */
const CODES: Record<ErrorCode, true> = {
  EVENT_INVALID: true,
  EVENT_TOO_LARGE: true,
  ACTION_UNKNOWN: true,
  INPUT_INVALID: true,
  CALLER_REFUSED: true,
  NOT_BOUND: true,
  ACCESS_ENDED: true,
  NOT_FOUND: true,
  FORBIDDEN: true,
  BUSY: true,
  INTERNAL: true,
  INVITE_INVALID: true,
  BIND_LIMIT: true,
  ALREADY_BOUND: true,
  OUTSIDE_FENCE: true,
  LOCATION_IMPRECISE: true,
  FIELD_NOT_ALLOWED: true,
  CLOCK_AHEAD: true,
  PUNCH_TOO_LATE: true,
  PUNCH_KEY_REUSED: true,
  PUNCH_LIMIT: true,
  PHOTO_INVALID: true,
  NO_SITE: true,
  MONTH_OUT_OF_RANGE: true,
};
const ACTIONS = ['me', 'bind', 'setLanguage', 'createInvite', 'unbind', 'today', 'punch', 'month'];

const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', ' ', 0, -0, -1, 1e308, Number.NaN, Infinity, true, [], {}),
  fc.constantFrom(
    '$where',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '🙂'.repeat(99),
    '2026-02-30',
    '9e999',
  ),
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.double(),
  fc.bigInt(),
  fc.date(),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
);
const key = fc.oneof(
  fc.constantFrom(
    'punchKey',
    'tappedAt',
    'mode',
    'location',
    'field',
    'code',
    'month',
    'language',
    'employeeId',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', '$gt', 'openid', 'a.b', '', 'length'),
  fc.string({ maxLength: 12 }),
);
const anyInput = fc.oneof(
  nasty,
  fc.dictionary(key, nasty, { maxKeys: 8, noNullPrototype: false }),
  fc.jsonValue({ maxDepth: 12 }),
);
/** Good inputs with one field bent: they get furthest. */
const GOOD: Record<string, unknown>[] = [
  { code: 'ABCD2345' },
  { language: 'en' },
  { employeeId: 'E0001' },
  { month: '2026-11' },
  {
    punchKey: 'k'.repeat(20),
    tappedAt: 1_795_395_420_000,
    mode: 'field',
    location: { latitude: 31, longitude: 121, accuracy: 10 },
    field: { photo: 'cloud://a/b', placeName: 'x', note: '' },
  },
];
const bent = fc
  .tuple(fc.constantFrom(...GOOD), key, nasty, fc.boolean())
  .map(([good, name, value, inside]) =>
    inside && 'location' in good
      ? { ...good, location: { ...(good.location as object), [name]: value } }
      : { ...good, [name]: value },
  );
const event = fc.oneof(
  { arbitrary: nasty, weight: 1 },
  {
    arbitrary: fc.record({ action: fc.oneof(fc.constantFrom(...ACTIONS), fc.string()), input: anyInput }),
    weight: 4,
  },
  { arbitrary: fc.record({ action: fc.constantFrom(...ACTIONS), input: bent }), weight: 6 },
  {
    arbitrary: fc.record({ action: fc.constantFrom(...ACTIONS), input: anyInput, extra: nasty }),
    weight: 1,
  },
);

beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

/** Slowest of two: the first call of a schema also compiles. */
async function answer(main: typeof people, sent: unknown) {
  const started = performance.now();
  const reply = await main(sent);
  return { reply, ms: performance.now() - started };
}

test.each([
  ['people', people],
  ['attendance', attendance],
])(`%s answers ${RUNS} bad payloads with typed errors, none of them INTERNAL`, async (_, main) => {
  const slow: number[] = [];
  await fc.assert(
    fc.asyncProperty(event, async (sent) => {
      const { reply, ms } = await answer(main, sent);
      if (ms > 50) slow.push(ms);
      expect(typeof reply.now).toBe('number');
      if (reply.ok) return;
      expect(CODES[reply.error.code]).toBe(true);
      expect(reply.error.code).not.toBe('INTERNAL');
      expect(typeof reply.requestId).toBe('string');
      for (const value of Object.values(reply.error.data)) expect(typeof value).not.toBe('object');
      expect(JSON.stringify(reply).length).toBeLessThan(400);
    }),
    { numRuns: RUNS },
  );
  // A pause of the garbage collector may hit one call; a slow path would hit many.
  expect(slow.length).toBeLessThanOrEqual(Math.ceil(RUNS / 500));
});

test.each([
  ['people', people],
  ['attendance', attendance],
])('%s takes the same payloads as JSON text', async (_, main) => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 6 }), fc.constantFrom(...ACTIONS), async (text, action) => {
      const { reply } = await answer(main, JSON.parse(`{"action":"${action}","input":${text}}`));
      if (!reply.ok) expect(reply.error.code).not.toBe('INTERNAL');
    }),
    { numRuns: RUNS },
  );
});
