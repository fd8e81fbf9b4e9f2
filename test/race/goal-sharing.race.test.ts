import { openInstrumentedGoals, progressOf } from '../support/goal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { codesOf, type Racing, racingWith } from '../support/racing';
import {
  CYCLE,
  checkInOf,
  metric,
  objective,
  person,
  TEAM,
} from '../unit/cloudfunctions/support/goal-company';

const AT = '2026-11-16T18:00:00+08:00';
const company = openPerFile(() => openInstrumentedGoals(AT));
type Documents = Awaited<ReturnType<typeof company.everything>>;
const race = racingWith({
  explore: racesIn('goals that are shared', company),
  ask: (...given) => company.goal(...given),
  begin: (from: Documents) => company.begin(from),
  now: Date.parse(AT),
  settle: () => company.expectSettled(),
});

const PLACE = { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1' };
const divide = (id: string, shares: readonly (readonly ['staff' | 'peer' | 'other', number])[]): Racing => [
  'head',
  'breakDown',
  {
    ...{ cycleId: CYCLE, owner: TEAM, keyResultId: 'deals', rev: 2, id, weight: 40, deadline: '2026-11-19' },
    rows: shares.map(([who, target]) => ({ owner: person(who), target })),
  },
];
const answer = (accept: boolean): Racing => [
  'head',
  'answerAlignment',
  { cycleId: CYCLE, owner: person('elsewhere'), objectiveId: 'far', place: PLACE, accept },
];
const NEXT = { cycleId: '2026-12', from: CYCLE, owner: person('staff'), rev: 0, raise: 10, fromLast: true };
const copy: Racing = ['staff', 'clone', { ...NEXT, objectiveIds: ['own'] }];

/** What people are aligned to stays beside what is divided. */
const RESULTS = [
  metric('team-1', 1, { source: 'mean', measure: { kind: 'percent' }, weight: 50 }),
  metric('deals', 120, { weight: 50 }),
];
let divided: Documents;
let asked: Documents;
let opened: Documents;
const ok = { ok: true };
beforeAll(async () => {
  const tree = await company.beginTree();
  expect(await company.save('head', TEAM, 1, objective('team', RESULTS))).toMatchObject(ok);
  divided = await company.everything();
  await company.begin(tree);
  const far = objective('far', [metric('far-1', 10)], { alignedTo: [{ ...PLACE, weight: 1 }] });
  expect(await company.save('elsewhere', person('elsewhere'), 0, far)).toMatchObject(ok);
  asked = await company.everything();
  await company.begin(tree);
  expect(await company.goal('hr', 'saveCycle', { kind: 'month', from: '2026-12-01' })).toMatchObject(ok);
  opened = await company.everything();
});

const pushedTo = async (key: string) =>
  ((await company.sheetOf(key))?.proposals ?? []).map(({ id, state }) => [id, state]);

test('a key result is divided twice at once: one holds, and nobody has two shares of it', () =>
  race(divided, [divide('one', [['staff', 60]]), divide('two', [['staff', 50]])], async (answers) => {
    expect(codesOf(answers).toSorted()).toEqual(['VERSION_CONFLICT', 'ok']);
    expect(await pushedTo('p-R03')).toEqual([[answers[0]?.ok ? 'one' : 'two', 'open']]);
  }));

test('the same division on two phones at once: everybody is pushed their share once', () =>
  race(divided, [divide('one', [['staff', 60]]), divide('one', [['staff', 60]])], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect(await pushedTo('p-R03')).toEqual([['one', 'open']]);
    expect((await company.db.find('messages')).filter(({ event }) => event === 'goal.pushed')).toHaveLength(
      1,
    );
  }));

test('a figure is reported while an alignment is agreed: it counts above, whichever comes first', () =>
  race(
    asked,
    [answer(true), ['elsewhere', 'checkIn', checkInOf(person('elsewhere'), ['far-1', 10])]],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      expect(progressOf(await company.sheetOf('d-D2')).counted).toBeGreaterThan(0);
    },
  ));

test('an alignment is agreed while its objective is dropped: nothing is left above', () =>
  race(
    asked,
    [
      answer(true),
      [
        'elsewhere',
        'dropObjective',
        { cycleId: CYCLE, owner: person('elsewhere'), rev: 1, objectiveId: 'far', reason: '不做了' },
      ],
    ],
    async (answers) => {
      expect(answers[1]?.ok).toBe(true);
      const { parts } = await company.sheetOf('d-D2');
      const far = Object.entries(parts['team-1'] ?? {}).filter(
        ([key, { weight }]) => key.includes('/far') && weight > 0,
      );
      expect(far).toEqual([]);
    },
  ));

test('the same goal is copied on two phones at once: it is there once', () =>
  race(opened, [copy, copy], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    const copied = await company.db.get('goal_sheets', `2026-12:p-${person('staff').id}`);
    expect(copied?.objectives).toHaveLength(1);
  }));
