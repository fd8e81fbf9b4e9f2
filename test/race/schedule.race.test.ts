import { type InstrumentedCompany, openInstrumentedCompany } from '../support/instrumented-company';
import { explore } from '../support/race-explorer';
import { OPENID_ROLES, withRoles } from '../unit/cloudfunctions/support/company';
import { DRAFT } from '../unit/cloudfunctions/support/shift-draft';

/** Instances are warmed up this much earlier, and stay warm for a minute. */
const WARM = 30_000;
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let company: InstrumentedCompany;
let schedules = 0;
beforeAll(async () => {
  company = await openInstrumentedCompany('2026-11-23T09:00:00+08:00', { maxWorkers: 3 });
});
afterAll(async () => {
  console.info(`schedule: ${schedules} schedules`);
  await company.close();
});

const row = (employeeId: string, shiftId: string) => ({
  employeeId,
  rev: 0,
  days: { '2026-12-05': shiftId },
});
const call = (action: string, input: object, now: number) => (requestId: string) =>
  company.act(OPENID_ROLES, action, input, { requestId, now });

test('two sheets with one person in common: one of them, whole', async () => {
  const sheets = [
    { month: '2026-12', rows: [row('E0001', 'SH-DAY'), row('E0002', 'SH-DAY')] },
    { month: '2026-12', rows: [row('E0002', 'off'), row('E0003', 'off')] },
  ];
  const calls = (now: number) => sheets.map((sheet) => call('saveRoster', sheet, now));
  const report = await explore({
    requests: company.requests,
    async setup() {
      await company.reset();
      await withRoles(company, 'hr');
    },
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
    maxSchedules: 60,
    async invariant(outcomes) {
      const answers = outcomes.map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
      const saved = answers.flatMap(({ ok }, index) => (ok ? [index] : []));
      for (const { ok, error } of answers)
        if (!ok) expect(['VERSION_CONFLICT', 'BUSY']).toContain(error?.code);
      expect(saved.length).toBeLessThanOrEqual(1);
      const stored = (await company.db.find('rosters')).map(({ _id, days }) => [_id, days]);
      const wanted = saved.flatMap((index) =>
        (sheets[index]?.rows ?? []).map(({ employeeId, days }) => [`${employeeId}:2026-12`, days]),
      );
      expect(stored).toEqual(wanted);
    },
  });
  expect(report.schedules).toBeGreaterThan(10);
  schedules += report.schedules;
});

test('two versions of one shift: one is saved, the other is told', async () => {
  const drafts = [450, 480].map((start) => ({
    shift: { ...DRAFT, id: 'SH-DAY', start },
    expectedVersion: 3,
  }));
  const calls = (now: number) => drafts.map((draft) => call('saveShift', draft, now));
  const report = await explore({
    requests: company.requests,
    async setup() {
      await company.reset();
      await withRoles(company, 'hr');
    },
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
    maxSchedules: 60,
    async invariant(outcomes) {
      const answers = outcomes.map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)?.error?.code).toBe('VERSION_CONFLICT');
      const start = answers.find(({ ok }) => ok)?.data.shift.start;
      expect(await company.db.get('shifts', 'SH-DAY')).toMatchObject({
        version: 4,
        start,
        history: { length: 1 },
      });
    },
  });
  expect(report.schedules).toBeGreaterThan(10);
  schedules += report.schedules;
});
