import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { answersOf } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { explore } from '../support/race-explorer';
import { type Answer, OPENIDS } from '../unit/cloudfunctions/support/company';
import { STAFF, staffDocuments } from '../unit/cloudfunctions/support/office';

const NOW = Date.parse('2026-11-23T08:57:05+08:00');
/** Instances are warmed up this much earlier, and stay warm for a minute. */
const WARM = 25_000;

let code: string;
let secret: unknown;
const company = openPerFile(() => openInstrumentedCompany('2026-11-23T08:57:05+08:00'));
beforeAll(async () => {
  await company.reset(staffDocuments());
  code = (await company.act(STAFF.hr, 'screenCode', { siteId: 'S1' }, { now: NOW })).data.code;
  secret = (await company.db.get('sites', 'S1'))?.secret;
});

const tapped = (key: string, ago: number) => ({
  punchKey: `race-code-${key}`.padEnd(20, '0'),
  tappedAt: NOW - ago,
  mode: 'code',
  code,
});

test.each([
  ['taps a minute apart', 70_000, 'SITE_CODE_INVALID'],
  ['taps of the same minute', 20_000, null],
])('two phones of one person with one code, %s: one punch', async (_, ago, refusal) => {
  const calls = (now: number) =>
    [tapped('a', ago), tapped('b', 0)].map(
      (tap) => (requestId: string) => company.act(OPENIDS.day, 'punch', tap, { requestId, now }),
    );
  const report = await explore<Answer>({
    requests: company.requests,
    async setup() {
      await company.reset();
      await company.db.updateMany('sites', { _id: 'S1' }, { $set: { secret } });
    },
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
      const day = (await company.db.get('attendance_days', 'E0001:2026-11-23')) as unknown as AttendanceDay;
      expect(day.punches).toHaveLength(1);
      const booked = answers.filter(({ data }) => data?.outcome === 'booked');
      expect(booked).toHaveLength(1);
      const [other] = answers.filter((answer) => answer !== booked[0]);
      if (refusal === null) expect(other?.data?.outcome).toBe('already');
      else expect(other?.error).toEqual({ code: refusal, data: { reason: 'used' } });
    },
  });
  expect(report.exhaustive).toBe(true);
});
