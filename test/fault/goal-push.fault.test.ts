import { openInstrumentedGoals } from '../support/goal-race';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { CYCLE, metric, objective, person } from '../unit/cloudfunctions/support/goal-company';
import type { Who } from '../unit/cloudfunctions/support/request-company';

const company = openPerFile(() => openInstrumentedGoals('2026-11-16T18:00:00+08:00'));
const inject = faultsIn('goals', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;

const goalOf = (target = 38) =>
  objective('push', [metric('push-1', target)], { weight: 40, title: '新增客户' });
const at = (rev = 1) => ({ cycleId: CYCLE, owner: person('staff'), id: 'push', rev });
const PUSH = {
  ...{ cycleId: CYCLE, owners: [person('staff'), person('other')], objective: goalOf() },
  deadline: '2026-11-19',
};
const COUNTER = { ...at(), counter: { objective: goalOf(30), reason: '培训' } };

let tree: Documents;
let pushed: Documents;
let countered: Documents;
beforeAll(async () => {
  tree = await company.beginTree();
  await company.goal('head', 'push', PUSH);
  pushed = await company.everything();
  await company.goal('staff', 'answerPush', COUNTER);
  countered = await company.everything();
});

const calling = (
  who: Who,
  action: string,
  input: object,
  { from, ...more }: { from: Documents } & Pick<CompanyFaults, 'invariant'>,
): CompanyFaults => ({
  async setup() {
    await company.begin(from);
    // Warms up the caller, and the people that it is about.
    await company.goal(who, 'home');
    for (const owner of PUSH.owners) await company.goal(who, 'sheet', { cycleId: CYCLE, owner });
  },
  call: (requestId) => company.goal(who, action, input, { requestId }),
  kinds: KINDS_WITHOUT_WAITING,
  ...more,
});

const eventsOf = async () => (await company.db.find('messages')).map(({ event }) => event);
const stepsOf = async (key = 'p-R03') =>
  (await company.sheetOf(key)).proposals?.map(({ state, history }) => [
    state,
    ...history.map(({ what }) => what),
  ]);
const goalsOf = async () => (await company.sheetOf('p-R03')).objectives.map(({ id, weight }) => [id, weight]);

test('push: everybody has it once, and one message that says so, after every fault', async () => {
  const { points } = await inject(
    calling('head', 'push', PUSH, {
      from: tree,
      async invariant({ data }) {
        expect(data).toEqual({ pushed: PUSH.owners, refused: [] });
        for (const key of ['p-R03', 'p-R05']) expect(await stepsOf(key)).toEqual([['open', 'pushed']]);
        expect(await eventsOf()).toEqual(['goal.pushed', 'goal.pushed']);
        await company.expectSettled();
      },
    }),
  );
  expect(points.filter((point) => point.includes('goal_sheets'))).toHaveLength(3);
});

test('answerPush: it is one goal of the sheet, which made room once, after every fault', async () => {
  await inject(
    calling('staff', 'answerPush', at(), {
      from: pushed,
      async invariant({ data }) {
        expect(data).toEqual({ state: 'confirmed', rev: 2 });
        expect(await stepsOf()).toEqual([['confirmed', 'confirmed', 'pushed']]);
        expect(await goalsOf()).toEqual([
          ['own', 60],
          ['push', 40],
        ]);
        expect(await eventsOf()).toEqual(['goal.pushed', 'goal.pushed', 'goal.confirmed']);
        await company.expectSettled();
      },
    }),
  );
});

test('answerPush with a change: it is asked for once after every fault', async () => {
  await inject(
    calling('staff', 'answerPush', COUNTER, {
      from: pushed,
      async invariant({ data }) {
        expect(data).toEqual({ state: 'countered', rev: 2 });
        expect(await stepsOf()).toEqual([['countered', 'countered', 'pushed']]);
        expect(await eventsOf()).toEqual(['goal.pushed', 'goal.pushed', 'goal.countered']);
      },
    }),
  );
});

test('decidePush: the change is accepted once, and the goal is the changed one, after every fault', async () => {
  await inject(
    calling(
      'head',
      'decidePush',
      { ...at(2), decision: 'accept' },
      {
        from: countered,
        async invariant({ data }) {
          expect(data).toEqual({ state: 'confirmed', rev: 3 });
          expect(await stepsOf()).toEqual([['confirmed', 'accepted', 'countered', 'pushed']]);
          const [, goal] = (await company.sheetOf('p-R03')).objectives;
          expect(goal?.keyResults).toMatchObject([{ measure: { target: 30 } }]);
          expect(await eventsOf()).toEqual(['goal.pushed', 'goal.pushed', 'goal.countered', 'goal.accepted']);
          await company.expectSettled();
        },
      },
    ),
  );
});

test('decidePush: it is withdrawn, or pushed again, once after every fault', async () => {
  const again = { decision: 'change', objective: goalOf(34), deadline: '2026-11-20' };
  for (const [more, state, step, event] of [
    [{ decision: 'withdraw', reason: '方向变了' }, 'withdrawn', 'withdrawn', 'goal.withdrawn'],
    [again, 'open', 'changed', 'goal.changed'],
  ] as const)
    await inject(
      calling(
        'head',
        'decidePush',
        { ...at(2), ...more },
        {
          from: countered,
          async invariant({ data }) {
            expect(data).toEqual({ state, rev: 3 });
            expect(await stepsOf()).toEqual([[state, step, 'countered', 'pushed']]);
            expect(await eventsOf()).toEqual(['goal.pushed', 'goal.pushed', 'goal.countered', event]);
          },
        },
      ),
    );
});
