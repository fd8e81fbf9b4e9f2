import { answersOf, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedRequests } from '../support/request-race';
import { ownType } from '../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../unit/cloudfunctions/support/rule-drafts';

/** Instances are warmed up this much earlier, and stay warm for a minute. */
const WARM = 30_000;
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

const company = openPerFile(() => openInstrumentedRequests('2026-11-23T09:00:00+08:00'));
const explore = racesIn('rules', company);

const { _id, current, version, ...OWN } = ownType([{ approvers: [{ by: 'department-head' }] }]);

/** Two inputs of one action, and where what is saved of them stands. */
const CASES = {
  saveType: {
    inputs: [1, 2].map((hours) => ({
      type: { ...OWN, flow: { ...OWN.flow, escalateAfterHours: hours } },
      expectedVersion: 1,
    })),
    before: { request_types: [{ ...OWN, _id: OWN.id, current: true, version: 1 }] },
    stored: () => company.db.get('request_types', OWN.id),
    saved: { version: 2, history: { length: 1 } },
  },
  'saveType, a new one': {
    inputs: [1, 2].map((hours) => ({
      type: { ...OWN, flow: { ...OWN.flow, escalateAfterHours: hours } },
      expectedVersion: 0,
    })),
    before: {},
    stored: () => company.db.get('request_types', OWN.id),
    saved: { version: 1, history: { length: 1 } },
  },
  saveLeaveType: {
    inputs: [true, false].map((enabled) => ({ type: { ...BIRTHDAY, enabled }, expectedVersion: 0 })),
    before: {},
    stored: () => company.db.get('leave_types', BIRTHDAY.id),
    saved: { version: 1, history: { length: 1 } },
  },
  saveCompanyRules: {
    inputs: [8, 9].map((expiryNoticeDays) => ({
      rules: { ...COMPANY_RULES, expiryNoticeDays },
      expectedVersion: 0,
    })),
    before: {},
    stored: () => company.db.get('request_rules', 'company'),
    saved: { version: 1, history: { length: 1 } },
  },
};

test.each(Object.entries(CASES))('%s by two at once: one is saved, the other is told', async (title, of) => {
  const [action = ''] = title.split(',');
  const calls = (now: number) =>
    of.inputs.map((input) => (requestId: string) => company.ask('admin', action, input, { requestId, now }));
  const report = await explore({
    setup: () => company.begin(of.before),
    calls: calls(NOW),
    warmUp: calls(NOW - WARM),
    async invariant(outcomes) {
      const answers = answersOf(outcomes);
      expect(answers.map(({ ok, error }) => (ok ? 'ok' : error?.code)).sort()).toEqual([
        'VERSION_CONFLICT',
        'ok',
      ]);
      const winner = of.inputs[answers.findIndex(({ ok }) => ok)];
      const stored = await of.stored();
      expect(stored).toMatchObject(of.saved);
      const { flow, enabled, expiryNoticeDays } = stored as Record<string, unknown>;
      expect(winner).toMatchObject(
        action === 'saveCompanyRules'
          ? { rules: { expiryNoticeDays } }
          : { type: { enabled, ...(flow ? { flow } : {}) } },
      );
    },
    maxSchedules: 200,
  });
  expect(report.exhaustive).toBe(true);
});
