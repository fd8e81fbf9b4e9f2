import fc from 'fast-check';
import type { ErrorCode } from '#contracts/errors';
import type { Reply } from '#contracts/reply';
import { main as attendance } from '../../cloudfunctions/attendance/index';
import { main as notices } from '../../cloudfunctions/notices/index';
import { main as people } from '../../cloudfunctions/people/index';
import { main as reports } from '../../cloudfunctions/reports/index';
import { main as schedule } from '../../cloudfunctions/schedule/index';
import { DRAFT } from '../unit/cloudfunctions/support/shift-draft';
import { nastyValue } from './support/nasty-value';

/** A database without a document, and a WeChat user whom nobody knows: only typed errors can come out. */
jest.mock('../../cloudfunctions/shared/platform/cloud', () => {
  const command = new Proxy({}, { get: (_, name) => (value: unknown) => ({ [`$${String(name)}`]: value }) });
  const found = { orderBy: () => found, get: async () => ({ data: [] }) };
  const query = {
    limit: () => found,
    count: async () => ({ total: 0 }),
    update: async () => ({ stats: { updated: 0 } }),
    remove: async () => ({ stats: { removed: 0 } }),
  };
  const stages = { match: () => stages, lookup: () => stages, end: async () => ({ list: [] }) };
  const collection = () => ({
    where: () => query,
    add: async () => ({ _id: 'x' }),
    aggregate: () => stages,
  });
  return {
    ...jest.requireActual('../../cloudfunctions/shared/platform/cloud'),
    database: () => ({ command, collection }),
    identity: () => ({ context: { OPENID: 'openid-fuzz' }, env: { CALLS_PER_MINUTE: '100000000' } }),
  };
});

const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
/** Answered before any action runs, by the entry of a bundle. */
type EntryCode = 'RUNTIME_TOO_OLD' | 'TIME_LIMIT_TOO_SHORT';
/** What may come out; the type makes the list complete. */
const CODES: Record<Exclude<ErrorCode, EntryCode>, true> = {
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
  JOBS_FAILED: true,
  RECORD_FAULTY: true,
  RATE_LIMITED: true,
  SETUP_MISSING: true,
  INTERNAL: true,
  INVITE_INVALID: true,
  SECOND_CHECK_NEEDED: true,
  PASS_UNSET: true,
  PASS_WRONG: true,
  PASS_LOCKED: true,
  PASS_WEAK: true,
  PHONE_CHECK_FAILED: true,
  REPORTING_LOOP: true,
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
  SITE_CODE_INVALID: true,
  BEACON_NOT_FOUND: true,
  WIFI_NOT_ACCEPTED: true,
  BIOMETRIC_FAILED: true,
  BIOMETRIC_REQUIRED: true,
  MONTH_LOCKED: true,
  MONTH_NOT_OVER: true,
  UNLOCK_OWN: true,
  UNLOCK_NOBODY: true,
  TYPE_DISABLED: true,
  TYPE_CHANGED: true,
  REQUEST_KEY_REUSED: true,
  REQUEST_CHANGED: true,
  WARNING_UNSEEN: true,
  FORM_INVALID: true,
  PERIOD_INVALID: true,
  LEAVE_BALANCE_SHORT: true,
  LEAVE_TYPE_UNAVAILABLE: true,
  LEAVE_TOO_LONG: true,
  NO_WORKING_TIME: true,
  PERIOD_OVERLAPS: true,
  BLOCKED_DAY: true,
  ATTACHMENT_REQUIRED: true,
  OVERTIME_LIMIT: true,
  CORRECTION_QUOTA: true,
  CORRECTION_TOO_LATE: true,
  CORRECTION_NOT_NEEDED: true,
  RECEIPT_DUPLICATE: true,
  FILE_INVALID: true,
  EXPENSE_PAID: true,
  NOBODY_TO_APPROVE: true,
  URGE_TOO_SOON: true,
  HANDOVER_OPEN: true,
  SETTLED: true,
  TEXT_REFUSED: true,
  REVIEW_CLOSED: true,
  PEERS_INVALID: true,
  CUSTOMER_CODE_INVALID: true,
  CUSTOMERS_FULL: true,
  CUSTOMERS_ONLY: true,
  REVIEW_EMPTY: true,
  CYCLE_NOT_RUNNING: true,
  CYCLE_EXISTS: true,
  REVIEW_NOT_OPEN: true,
  REVIEW_CONFIRMED: true,
  REVIEW_HANDED_IN: true,
  OBJECTIVE_AGREED: true,
  WEIGHTS_NOT_WHOLE: true,
  MEASURE_INVALID: true,
  FIGURE_INVALID: true,
  ALIGNMENT_LOOP: true,
  PAY_FORMULA_INVALID: true,
  PAY_FORMULA_FAILED: true,
  PAY_ITEM_LOOP: true,
  PAY_ITEM_INVALID: true,
  SALARY_INVALID: true,
  PAY_RUN_REFUSED: true,
  ONE_OFF_REFUSED: true,
  PAY_DISPUTE_REFUSED: true,
  PAY_FILE_REFUSED: true,
  PAY_FILE_ACCOUNTS: true,
  PAY_FILE_EXPORTED: true,
  PAY_FILE_EMPTY: true,
  PAY_FILE_UNBALANCED: true,
  PAYEES_INVALID: true,
  PROOF_UNKNOWN: true,
  PROOF_LIMIT: true,
  ALIGNED_FULL: true,
  GOALS_FULL: true,
  PROPOSAL_DECIDED: true,
  CHECK_IN_KEY_REUSED: true,
  FEEDBACK_REFUSED: true,
  PLAN_REFUSED: true,
  REPORT_DAY_INVALID: true,
  PLAN_INVALID: true,
  APPRAISAL_EXISTS: true,
  SCHEME_INVALID: true,
  SCORE_INPUT_INVALID: true,
  APPRAISAL_STATE: true,
  BOARDS_OPEN: true,
  CALIBRATION_REFUSED: true,
  FIGURES_REFUSED: true,
  GRADES_OVER_QUOTA: true,
  APPEAL_REFUSED: true,
  APPEAL_TOO_LATE: true,
  BONUS_RULE_INVALID: true,
  BONUS_RULES_PAID: true,
  ALLOWANCE_REFUSED: true,
  BONUS_SEPARATE_USED: true,
  CARRY_IN_INVALID: true,
  DEDUCTION_INVALID: true,
  DEDUCTION_REFUSED: true,
  LOCAL_AVERAGE_MISSING: true,
  PAY_RULE_ENDED: true,
  PAY_RULE_MISSING: true,
  INSURANCE_INVALID: true,
  BASES_INVALID: true,
  BASE_INVALID: true,
  RATE_OUT_OF_RANGE: true,
  RATE_NOT_IN_STEPS: true,
  VERSION_CONFLICT: true,
  REPORT_EMPTY: true,
  REPORT_UNVERIFIED: true,
  SIGNATURE_INVALID: true,
  SIGNATURE_EXPIRED: true,
  IDEMPOTENCY_KEY_REUSED: true,
  OUT_OF_SCOPE: true,
  VALUE_IN_FUTURE: true,
  KEY_LIMIT: true,
  CLIENT_LIMIT: true,
};
const ACTIONS = [
  ...['me', 'bind', 'setLanguage', 'departments', 'createInvite', 'unbind', 'unbound', 'invite'],
  ...['today', 'punch', 'month'],
  ...['screenCode', 'soterChallenge', 'teamToday', 'ownFlags', 'sites', 'saveSite', 'flags', 'decideFlag'],
  ...['settle', 'settlement', 'lockMonth', 'differences', 'askUnlock', 'decideUnlock'],
  ...['openPunches', 'openRequests'],
  ...['inbox', 'markRead', 'countConsent', 'templates', 'export', 'list'],
  ...['shifts', 'saveShift', 'roster', 'saveRoster', 'calendar', 'saveCalendar'],
];

const nasty = fc.oneof(
  nastyValue,
  fc.constant('9e999'),
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
    'cursor',
    'until',
    'accepted',
    'kind',
    'format',
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
  { cursor: '1795395420000.R1' },
  { kind: 'requests', month: '2026-11', format: 'csv', language: 'en', again: true },
  { until: 1_795_395_420_000 },
  { key: 'k'.repeat(20), accepted: ['result'] },
  { month: '2026-12', rows: [{ employeeId: 'E0001', rev: 0, days: { '2026-12-01': 'off' } }] },
  { year: '2026', rev: 0, days: [] },
  { shift: DRAFT, expectedVersion: 0 },
  {
    punchKey: 'k'.repeat(20),
    tappedAt: 1_795_395_420_000,
    mode: 'field',
    location: { latitude: 31, longitude: 121, accuracy: 10 },
    field: { photo: 'cloud://a/b', placeName: 'x', note: '' },
  },
  { punchKey: 'k'.repeat(20), tappedAt: 1_795_395_420_000, mode: 'code', code: 'TX1.S1.1.abc' },
  {
    punchKey: 'k'.repeat(20),
    tappedAt: 1_795_395_420_000,
    mode: 'beacon',
    beacons: [{ uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: 1, minor: 2, rssi: -70 }],
    biometric: { resultJSON: '{}', resultJSONSignature: 'x' },
  },
  { siteId: 'S1' },
  { month: '2026-10', rev: 1 },
  { month: '2026-10', again: true },
  { id: '2026-11-23:E0001:shared-phone', rev: 1, verdict: 'fine', note: '' },
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

const FUNCTIONS = Object.entries({ people, attendance, notices, reports, schedule });

/** With the processor's time that it took, ms: on a busy machine a call also waits for others. */
async function answer(main: typeof people, sent: unknown) {
  const before = process.cpuUsage();
  const reply = (await main(sent)) as Reply<unknown>;
  const { user, system } = process.cpuUsage(before);
  return { reply, ms: (user + system) / 1_000 };
}

test.each(FUNCTIONS)(
  `%s answers ${RUNS} bad payloads with typed errors, none of them INTERNAL`,
  async (_, main) => {
    const slow: number[] = [];
    await fc.assert(
      fc.asyncProperty(event, async (sent) => {
        const { reply, ms } = await answer(main, sent);
        if (ms > 50) slow.push(ms);
        expect(typeof reply.now).toBe('number');
        if (reply.ok) return;
        expect(CODES[reply.error.code as keyof typeof CODES]).toBe(true);
        expect(reply.error.code).not.toBe('INTERNAL');
        expect(typeof reply.requestId).toBe('string');
        for (const value of Object.values(reply.error.data)) expect(typeof value).not.toBe('object');
        expect(JSON.stringify(reply).length).toBeLessThan(400);
      }),
      { numRuns: RUNS },
    );
    // A pause of the garbage collector may hit one call; a slow path would hit many.
    expect(slow.length).toBeLessThanOrEqual(Math.ceil(RUNS / 500));
  },
);

test.each(FUNCTIONS)('%s takes the same payloads as JSON text', async (_, main) => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 6 }), fc.constantFrom(...ACTIONS), async (text, action) => {
      const { reply } = await answer(main, JSON.parse(`{"action":"${action}","input":${text}}`));
      if (!reply.ok) expect(reply.error.code).not.toBe('INTERNAL');
    }),
    { numRuns: RUNS },
  );
});
