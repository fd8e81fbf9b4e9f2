import { FAULTS } from '../support/fault-kinds';
import { openInstrumentedGoals } from '../support/goal-race';
import { openPerFile } from '../support/open';
import type { Racing } from '../support/racing';
import {
  CYCLE,
  goalKey,
  metric,
  objective,
  person,
  savingOf,
} from '../unit/cloudfunctions/support/goal-company';

const company = openPerFile(() => openInstrumentedGoals('2026-11-30T18:00:00+08:00'));
type Documents = Awaited<ReturnType<typeof company.everything>>;

const LAST = '2026-10';
const OTHER = person('other');
/** Calls that add the first sheet of the month to somebody without goals, and write the cycle neither before nor with it. */
const CALLS: Record<string, Racing> = {
  'a pushed goal': [
    'head',
    'push',
    {
      ...{ cycleId: CYCLE, owners: [OTHER], deadline: '2026-12-03' },
      objective: objective('push', [metric('push-1', 38)], { weight: 40 }),
    },
  ],
  'a copied goal': [
    'other',
    'clone',
    {
      ...{ cycleId: CYCLE, from: LAST, rev: 0, raise: 0, fromLast: false, owner: OTHER },
      objectiveIds: ['own'],
    },
  ],
  'a report of the day': [
    'other',
    'report',
    { key: goalKey(), cycleId: CYCLE, day: '2026-11-30', text: '今天盘点', entries: [] },
  ],
};

let from: Documents;
beforeAll(async () => {
  await company.beginTwoMonths();
  const saved = savingOf(OTHER, 0, objective('own', [metric('own-1', 10)]), { cycleId: LAST });
  expect(await company.goal('other', 'saveObjective', saved)).toMatchObject({ ok: true });
  from = await company.everything();
});

const tell = (call: Racing, requestId = `again-${goalKey()}`) =>
  company.goal(call[0], call[1], call[2], { requestId });
const closing = () => company.goal('hr', 'closeCycle', { cycleId: CYCLE });

/** The month is closed just before the call adds its sheet, and the call dies just after it. */
async function diesInClosed(call: Racing): Promise<void> {
  const requestId = `dying-${goalKey()}`;
  let isDead = false;
  await company.requests.during(
    async (request, proceed) => {
      const isAdding = request.collection === 'goal_sheets' && /insert/i.test(request.action);
      if (isDead || request.origin !== requestId || !isAdding) return proceed();
      isDead = true;
      expect(await closing()).toMatchObject({ data: { cycle: { state: 'closed' }, open: 0 } });
      return FAULTS.killed(request, proceed);
    },
    async () => {
      const [told] = await Promise.allSettled([tell(call, requestId)]);
      expect([isDead, told]).toEqual([true, expect.objectContaining({ status: 'rejected' })]);
    },
  );
}

test.each(Object.entries(CALLS))(
  '%s whose call dies between adding a sheet to a month that was closed meanwhile and looking again leaves nothing',
  async (_, call) => {
    await company.begin(from);
    await company.goal('head', 'home');
    await diesInClosed(call);
    const added = await company.sheetOf('p-R05');
    expect(added).toMatchObject({ state: 'open' });
    const ofMonth = async () => (await company.sheets()).filter(({ cycleId }) => cycleId === CYCLE);
    const closed = (await ofMonth()).filter(({ _id }) => _id !== added._id);

    await company.expectSettled();
    await company.expectClosed();
    expect(await ofMonth()).toEqual(closed);
    // The month is looked at for a minute, and no longer.
    expect(await company.db.get('goal_cycles', CYCLE)).toMatchObject({ recheckUntil: null });
    expect(await tell(call)).toMatchObject({ ok: false, error: { code: 'CYCLE_NOT_RUNNING' } });
    expect(await ofMonth()).toEqual(closed);
  },
);

test('a sheet that was just added is left to the call that may still be running', async () => {
  await company.begin(from);
  await diesInClosed(CALLS['a copied goal'] as Racing);
  await company.timers.runNow('goals');
  expect(await company.sheetOf('p-R05')).toMatchObject({ state: 'open' });
  await company.expectSettled();
  await company.expectClosed();
});
