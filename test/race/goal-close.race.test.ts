import { openInstrumentedGoals } from '../support/goal-race';
import { openPerFile } from '../support/open';
import { OPEN_TO_SYSTEMS, outsideSystem } from '../support/outside-values';
import type { Racing } from '../support/racing';
import type { Answer } from '../unit/cloudfunctions/support/company';
import {
  CYCLE,
  checkInOf,
  goalKey,
  metric,
  objective,
  ofTeam,
  person,
  savingOf,
} from '../unit/cloudfunctions/support/goal-company';

const AT = '2026-11-30T18:00:00+08:00';
const company = openPerFile(() => openInstrumentedGoals(AT, OPEN_TO_SYSTEMS));
type Documents = Awaited<ReturnType<typeof company.everything>>;

const OWN = { cycleId: CYCLE, owner: person('staff') };
const PUSH = {
  ...{ cycleId: CYCLE, owners: [person('staff')], deadline: '2026-12-03' },
  objective: objective('push', [metric('push-1', 38)], { weight: 40 }),
};
const pushedTo = { ...OWN, id: 'push', rev: 1 };
const counter = { objective: { ...PUSH.objective, title: '少一点' }, reason: '培训' };
const BOOKED = checkInOf(person('staff'), ['own-1', 1]);
const { alignedTo } = ofTeam();
const amended = objective('own', [metric('own-1', 20, { words: ['sales.orders'] })], { alignedTo });
const LAST = '2026-10';
const NEXT = { cycleId: CYCLE, from: LAST, rev: 0, raise: 0, fromLast: false };

let system: Awaited<ReturnType<typeof outsideSystem>>;
let from: Documents;
beforeAll(async () => {
  await company.beginTwoMonths();
  const named = objective('own', [metric('own-1', 10, { words: ['sales.orders'] })], { alignedTo });
  const ready: readonly Racing[] = [
    ['staff', 'saveObjective', savingOf(person('staff'), 1, named)],
    ['staff', 'checkIn', BOOKED],
    ['head', 'push', PUSH],
    [
      'other',
      'saveObjective',
      savingOf(person('other'), 0, objective('own', [metric('own-1', 10)]), { cycleId: LAST }),
    ],
  ];
  for (const [who, action, input] of ready)
    expect(await company.goal(who, action, input)).toMatchObject({ ok: true });
  system = await outsideSystem(company);
  from = await company.everything();
});

/** What may be on its way when a month is closed; the last one a system outside. */
const CALLS: Record<string, Racing> = {
  'a check-in': ['staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4])],
  'a report of the day': [
    'staff',
    'report',
    {
      ...{ key: goalKey(), cycleId: CYCLE, day: '2026-11-30', text: '今天 4 单' },
      entries: [{ keyResultId: 'own-1', mode: 'set', value: 4 }],
    },
  ],
  'the first report of somebody without goals': [
    'other',
    'report',
    { key: goalKey(), cycleId: CYCLE, day: '2026-11-30', text: '今天盘点', entries: [] },
  ],
  'a check-in that is taken back': ['staff', 'undoCheckIn', { ...OWN, id: BOOKED.key }],
  'an amended target': ['staff', 'saveObjective', savingOf(person('staff'), 2, amended)],
  'the first goal of somebody': ['other', 'saveObjective', savingOf(person('other'), 0, ofTeam())],
  'a dropped goal': ['staff', 'dropObjective', { ...OWN, rev: 2, objectiveId: 'own', reason: '不做了' }],
  'a goal for somebody who has goals': ['head', 'push', { ...PUSH, owners: [person('peer')] }],
  'a goal for somebody who has none': ['head', 'push', { ...PUSH, owners: [person('other')] }],
  'a confirmed goal': ['staff', 'answerPush', pushedTo],
  'a goal that is to be changed': ['staff', 'answerPush', { ...pushedTo, counter }],
  'a goal that is withdrawn': [
    'head',
    'decidePush',
    { ...pushedTo, decision: 'withdraw', reason: '方向变了' },
  ],
  'a goal of the last month that is copied': [
    'other',
    'clone',
    { ...NEXT, owner: person('other'), objectiveIds: ['own'] },
  ],
  'a value of a system outside': ['staff', 'send', {}],
};

const REFUSED = ['CYCLE_NOT_RUNNING', 'BUSY'];
/** Of the database, in a transaction too. */
const WRITES = /^database[.].*(insert|modify|update|set|commit)/i;

const make = ([who, action, input]: Racing, requestId: string): Promise<Answer> =>
  action === 'send' ? system.send(7, { requestId }) : company.goal(who, action, input, { requestId });

/** A call that is held before its first write until HR has closed the month. */
async function closedMeanwhile(call: Racing): Promise<Answer> {
  const requestId = `held-${goalKey()}`;
  let isHeld = false;
  return company.requests.during(
    async (request, proceed) => {
      if (!isHeld && request.collection === 'goal_sheets' && WRITES.test(request.action)) {
        isHeld = true;
        expect(await company.goal('hr', 'closeCycle', { cycleId: CYCLE })).toMatchObject({
          ok: true,
          data: { cycle: { state: 'closed' }, open: 0 },
        });
      }
      return proceed();
    },
    async () => {
      const answer = await make(call, requestId);
      expect(isHeld).toBe(true);
      return answer;
    },
  );
}

test.each(Object.entries(CALLS))(
  '%s that comes after everything was closed is refused, and changes nothing that is closed',
  async (_, call) => {
    await company.begin(from);
    const answer = await closedMeanwhile(call);
    const { pushed = [], refused = [], results = [] } = answer.data ?? {};
    if (!answer.ok) expect(REFUSED).toContain(answer.error?.code);
    else if (call[1] === 'push') expect([pushed.length, refused[0]?.why]).toEqual([0, 'closed']);
    else expect(results).toEqual([{ line: 1, state: 'closed-cycle' }]);
    await company.expectSettled();
    await company.expectClosed();
  },
);
