import { openInstrumentedGoals } from '../support/goal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { codesOf, type Racing, racingWith } from '../support/racing';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { CYCLE, checkInOf, metric, objective, person } from '../unit/cloudfunctions/support/goal-company';

const NOW = Date.parse('2026-11-16T18:00:00+08:00');

const company = openPerFile(() => openInstrumentedGoals('2026-11-16T18:00:00+08:00'));
const explore = racesIn('goals', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;

const goalOf = (target = 38) =>
  objective('push', [metric('push-1', target)], { weight: 40, title: '新增客户' });
const PUSH = { cycleId: CYCLE, owners: [person('staff')], objective: goalOf(), deadline: '2026-11-19' };
const at = (rev = 1) => ({ cycleId: CYCLE, owner: person('staff'), id: 'push', rev });
const CONFIRM: Racing = ['staff', 'answerPush', at()];
const COUNTER: Racing = [
  'staff',
  'answerPush',
  { ...at(), counter: { objective: goalOf(30), reason: '培训' } },
];
const WITHDRAW: Racing = ['head', 'decidePush', { ...at(), decision: 'withdraw', reason: '方向变了' }];

let pushed: Documents;
let countered: Documents;
beforeAll(async () => {
  await company.beginTree();
  expect(await company.goal('head', 'push', PUSH)).toMatchObject({ ok: true });
  pushed = await company.everything();
  expect(await company.goal(...COUNTER)).toMatchObject({ ok: true });
  countered = await company.everything();
});

const racing = racingWith({
  explore,
  ask: (...given) => company.goal(...given),
  begin: (from: Documents) => company.begin(from),
  now: NOW,
  settle: () => company.expectSettled(),
});
const race = (
  calls: readonly Racing[],
  check: (answers: readonly Answer[]) => Promise<void>,
  from: Documents,
): Promise<void> => racing(from, calls, check);

const stateOf = async () => {
  const { proposals = [], objectives } = await company.sheetOf('p-R03');
  const goal = objectives.find(({ id }) => id === 'push');
  return { state: proposals[0]?.state, steps: proposals[0]?.history.map(({ what }) => what), goal };
};

test('confirmed and withdrawn at once: one of them holds, and only what is confirmed counts', () =>
  race(
    [CONFIRM, WITHDRAW],
    async (answers) => {
      const { state, goal, steps } = await stateOf();
      expect(codesOf(answers)).toEqual(
        state === 'confirmed' ? ['ok', 'PROPOSAL_DECIDED'] : ['PROPOSAL_DECIDED', 'ok'],
      );
      expect(goal !== undefined).toBe(state === 'confirmed');
      expect(steps).toHaveLength(2);
    },
    pushed,
  ));

test('a change asked for and a withdrawal at once: nothing counts, and no step is lost', () =>
  race(
    [COUNTER, WITHDRAW],
    async (answers) => {
      const { state, goal, steps } = await stateOf();
      expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(1);
      expect(state).toBe(answers[0]?.ok ? 'countered' : 'withdrawn');
      expect([goal, steps?.length]).toEqual([undefined, 2]);
    },
    pushed,
  ));

test('confirmed on two phones at once: it is one goal, and both are told so', () =>
  race(
    [CONFIRM, CONFIRM],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const { state, steps } = await stateOf();
      expect([state, steps]).toEqual(['confirmed', ['confirmed', 'pushed']]);
      const { objectives } = await company.sheetOf('p-R03');
      expect(objectives.map(({ id, weight }) => [id, weight])).toEqual([
        ['own', 60],
        ['push', 40],
      ]);
    },
    pushed,
  ));

test('the original confirmed and its change accepted at once: one version is agreed', () =>
  race(
    [
      ['staff', 'answerPush', at(2)],
      ['head', 'decidePush', { ...at(2), decision: 'accept' }],
    ],
    async (answers) => {
      expect(codesOf(answers).filter((code) => code === 'ok')).toHaveLength(1);
      const { state, goal } = await stateOf();
      expect(state).toBe('confirmed');
      const [row] = goal?.keyResults ?? [];
      expect(row?.measure).toMatchObject({ target: answers[0]?.ok ? 38 : 30 });
    },
    countered,
  ));

test('a figure reported while a goal is confirmed: neither is lost', () =>
  race(
    [CONFIRM, ['staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4])]],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const { log, objectives } = await company.sheetOf('p-R03');
      expect([log.length, objectives.length]).toEqual([1, 2]);
    },
    pushed,
  ));

test('two managers push to somebody without goals at once: both arrive', () =>
  race(
    (['head', 'boss'] as const).map((who): Racing => {
      const own = objective(`by-${who}`, [metric(`${who}-1`, 5)], { weight: 30 });
      return [who, 'push', { ...PUSH, owners: [person('other')], objective: own }];
    }),
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const { proposals = [] } = await company.sheetOf('p-R05');
      expect(proposals.map(({ id }) => id).sort()).toEqual(['by-boss', 'by-head']);
    },
    pushed,
  ));
