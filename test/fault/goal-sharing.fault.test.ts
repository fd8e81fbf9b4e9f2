import { callingWith } from '../support/calling';
import { openInstrumentedGoals, progressOf } from '../support/goal-race';
import { faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { CYCLE, metric, objective, person, TEAM } from '../unit/cloudfunctions/support/goal-company';
import { PEOPLE } from '../unit/cloudfunctions/support/request-company';

const company = openPerFile(() => openInstrumentedGoals('2026-11-16T18:00:00+08:00'));
const inject = faultsIn('goals that are shared', company);
type Documents = Awaited<ReturnType<typeof company.everything>>;
const calling = callingWith({
  ask: (...given) => company.goal(...given),
  begin: (from: Documents) => company.begin(from),
  async warmUp(who) {
    await company.goal(who, 'home');
    for (const owner of [TEAM, person('staff'), person('other')])
      await company.goal(who, 'sheet', { cycleId: CYCLE, owner });
  },
});

const PLACE = { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1' };
const ok = { ok: true };
/** What people are aligned to stays beside what is divided. */
const RESULTS = [
  metric('team-1', 1, { source: 'mean', measure: { kind: 'percent' }, weight: 50 }),
  metric('deals', 120, { weight: 50 }),
];
let tree: Documents;
beforeAll(async () => {
  tree = await company.beginTree();
});

/** The tree after what nothing disturbs. */
async function treeAfter(call: () => Promise<unknown>): Promise<Documents> {
  await company.begin(tree);
  expect(await call()).toMatchObject(ok);
  return company.everything();
}
const eventsOf = async () => (await company.db.find('messages')).map(({ event }) => event);

test('breakDown: it is divided once, and everybody is pushed their share and told once, after every fault', async () => {
  const from = await treeAfter(() => company.save('head', TEAM, 1, objective('team', RESULTS)));
  const before = (await eventsOf()).length;
  const rows = (['staff', 'other'] as const).map((who) => ({ owner: person(who), target: 60 }));
  const input = { cycleId: CYCLE, owner: TEAM, keyResultId: 'deals', rev: 2, id: 'part', weight: 40, rows };
  await inject(
    calling(from, ['head', 'breakDown', { ...input, deadline: '2026-11-19' }], async ({ data }) => {
      expect(data).toMatchObject({ pushed: rows.map(({ owner }) => owner), refused: [], rev: 3 });
      const team = await company.sheetOf('d-D2');
      expect(team.objectives[0]?.keyResults).toMatchObject([{}, { source: 'sum', divided: 'part' }]);
      for (const key of ['p-R03', 'p-R05'])
        expect((await company.sheetOf(key)).proposals).toMatchObject([{ id: 'part', state: 'open' }]);
      expect((await eventsOf()).slice(before)).toEqual(['goal.pushed', 'goal.pushed']);
      await company.expectSettled();
    }),
  );
});

test('answerAlignment: what was agreed counts once, and who asked is told once, after every fault', async () => {
  const far = objective('far', [metric('far-1', 10)], { alignedTo: [{ ...PLACE, weight: 1 }] });
  const from = await treeAfter(async () => {
    await company.save('elsewhere', person('elsewhere'), 0, far);
    return company.checkIn('elsewhere', person('elsewhere'), ['far-1', 10]);
  });
  const input = {
    cycleId: CYCLE,
    owner: person('elsewhere'),
    objectiveId: 'far',
    place: PLACE,
    accept: true,
  };
  await inject(
    calling(from, ['head', 'answerAlignment', input], async ({ data }) => {
      expect(data).toEqual({ state: 'accepted' });
      await company.expectSettled();
      // A third of what counts for the team is done.
      expect(progressOf(await company.sheetOf('d-D2')).counted).toBe(333_333_333);
      expect((await eventsOf()).filter((event) => event === 'goal.align-accepted')).toHaveLength(1);
    }),
  );
});

test('clone: the goal is there once, raised once, after every fault', async () => {
  const from = await treeAfter(() => company.goal('hr', 'saveCycle', { kind: 'month', from: '2026-12-01' }));
  const input = {
    ...{ cycleId: '2026-12', from: CYCLE, owner: person('staff'), rev: 0, objectiveIds: ['own'] },
    ...{ raise: 10, fromLast: true },
  };
  await inject(
    calling(from, ['staff', 'clone', input], async ({ data }) => {
      expect(data.rev).toBe(1);
      const copied = await company.db.get('goal_sheets', `2026-12:p-${PEOPLE.staff}`);
      expect(copied?.objectives).toMatchObject([{ keyResults: [{ measure: { target: 11 } }] }]);
    }),
  );
});
