import { openInstrumentedCompany } from '../support/instrumented-company';
import { answersOf, type CompanyRace, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { OPENID_ROLES, withRoles } from '../unit/cloudfunctions/support/company';
import { DRAFT } from '../unit/cloudfunctions/support/shift-draft';

/** Instances are warmed up this much earlier, and stay warm for a minute. */
const WARM = 30_000;
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

const company = openPerFile(() => openInstrumentedCompany('2026-11-23T09:00:00+08:00', { maxWorkers: 3 }));
const explore = racesIn('schedule', company);

const row = (employeeId: string, shiftId: string) => ({
  employeeId,
  rev: 0,
  days: { '2026-12-05': shiftId },
});
/** HR makes all these calls at once. */
function saving(action: string, inputs: readonly object[]): Omit<CompanyRace, 'invariant'> {
  const calls = (now: number) =>
    inputs.map(
      (input) => (requestId: string) => company.act(OPENID_ROLES, action, input, { requestId, now }),
    );
  return {
    async setup() {
      await company.reset();
      await withRoles(company, 'hr');
    },
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
  };
}

test('two sheets with one person in common: one of them, whole', async () => {
  const sheets = [
    { month: '2026-12', rows: [row('E0001', 'SH-DAY'), row('E0002', 'SH-DAY')] },
    { month: '2026-12', rows: [row('E0002', 'off'), row('E0003', 'off')] },
  ];
  const report = await explore({
    ...saving('saveRoster', sheets),
    maxSchedules: 60,
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
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
});

test('two versions of one shift: one is saved, the other is told', async () => {
  const drafts = [450, 480].map((start) => ({
    shift: { ...DRAFT, id: 'SH-DAY', start },
    expectedVersion: 3,
  }));
  const report = await explore({
    ...saving('saveShift', drafts),
    maxSchedules: 60,
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
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
});
