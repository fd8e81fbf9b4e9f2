import { faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { runTimerUntilSettled } from '../support/request-calls';
import { openInstrumentedRequests } from '../support/request-race';
import { holiday, stepsIn } from '../unit/cloudfunctions/support/change-steps';
import { employeeDocument, PEOPLE } from '../unit/cloudfunctions/support/request-company';

const NOW = '2026-11-23T09:00:00+08:00';
const MINUTE = 60_000;
const company = openPerFile(() => openInstrumentedRequests(NOW));
const inject = faultsIn('consequences', company);
const { approvedLeave, leave, balance, hr } = stepsIn(company);

/** Days of approved leave that a change takes away, and a request that waits. */
async function beginning() {
  await setupFrom({})();
  await approvedLeave('annual', '2026-12-08', '2026-12-09');
  await leave('annual', '2026-12-15', '2026-12-15');
  return company.snapshot();
}

let late = 0;
const setupFrom = (start: Parameters<typeof company.begin>[0]) => async () => {
  await company.begin(start);
  // A cold instance: what it remembers is older than it may be.
  late += 2 * MINUTE;
  company.clock.set(Date.parse(NOW) + late);
};

/** The timer comes by until both passes are done. */
async function settled(): Promise<void> {
  await runTimerUntilSettled(company);
  await runTimerUntilSettled(company);
  await runTimerUntilSettled(company);
  // A change with a last day waits for the day after it.
  for (const { state, pass } of await company.db.find('saved_changes'))
    if (pass !== 3) expect(state).toBe('done');
}

const messages = async (event: string) =>
  (await company.db.find('messages')).filter((each) => each.event === event).length;

test('a holiday under approved leave: killed anywhere, the day returns once and the person is told once', async () => {
  const input = { year: '2026', rev: 0, days: holiday('2026-12-08') };
  const { points } = await inject({
    setup: setupFrom(await beginning()),
    call: (requestId) =>
      company.act(`openid-of-${PEOPLE.hr.toLowerCase()}`, 'saveCalendar', input, { requestId }),
    kinds: ['killed'],
    async invariant() {
      await settled();
      expect(await balance('annual')).toMatchObject({ used: 480, held: 480 });
      expect(await messages('request.recounted')).toBe(1);
      const recounts = (await company.requestsNow()).flatMap(({ timeline }) =>
        timeline.filter(({ verb }) => verb === 'recount'),
      );
      expect(recounts).toHaveLength(1);
    },
  });
  expect(points).toContain('database.modifyDocument requests');
  expect(points).toContain('database.modifyDocument accounts');
});

test('a last day and another manager: killed anywhere, all of it happens once', async () => {
  const { departmentId, assignments } = employeeDocument('staff') as Record<string, unknown>;
  const settings = { departmentId, assignments, managerId: PEOPLE.admin, lastDay: '2026-12-08' };
  const input = { id: PEOPLE.staff, rev: 1, ...settings };
  const { points } = await inject({
    setup: setupFrom(await beginning()),
    call: (requestId) =>
      company.act(`openid-of-${PEOPLE.hr.toLowerCase()}`, 'people.saveEmployee', input, { requestId }),
    kinds: ['killed'],
    async invariant() {
      await settled();
      expect(await balance('annual')).toMatchObject({ used: 480, held: 0 });
      expect(await messages('person.changed')).toBe(1);
      const found = await company.requestsNow();
      expect(found.map(({ state }) => state).sort()).toEqual(['approved', 'cancelled']);
      expect(await company.db.get('employees', PEOPLE.staff)).toMatchObject({ rev: 2, leftOn: '2026-12-08' });
    },
  });
  expect(points).toContain('database.modifyDocument employees');
});

test('a change that is done is not begun again', async () => {
  await setupFrom(await beginning())();
  await hr('saveCalendar', { year: '2026', rev: 0, days: holiday('2026-12-08') });
  await settled();
  const before = await company.snapshot();
  await runTimerUntilSettled(company);
  expect(await company.snapshot()).toEqual(before);
});
