import { FULL } from '../../miniprogram/common/goals/share';
import { openInstrumentedGoals, progressOf } from '../support/goal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { codesOf, type Racing, racingWith } from '../support/racing';
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
import type { Who } from '../unit/cloudfunctions/support/request-company';

const NOW = Date.parse('2026-11-16T18:00:00+08:00');

const company = openPerFile(() => openInstrumentedGoals('2026-11-16T18:00:00+08:00'));
const explore = racesIn('goals', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let tree: Documents;
beforeAll(async () => {
  tree = await company.beginTree();
});

/** The tree after calls that nobody disturbs. */
async function treeAfter(...calls: readonly Racing[]): Promise<Documents> {
  await company.begin(tree);
  for (const [who, action, input] of calls)
    expect(await company.goal(who, action, input)).toMatchObject({ ok: true });
  return company.everything();
}

const racing = racingWith({
  explore,
  ask: (...given) => company.goal(...given),
  begin: (from: Documents) => company.begin(from),
  now: NOW,
  settle: () => company.expectSettled(),
});
/** Two calls from the same beginning; afterwards the timer has completed what they left. */
const race = (
  calls: readonly Racing[],
  check: (answers: readonly Answer[]) => Promise<void>,
  from: Documents = tree,
): Promise<void> => racing(from, calls, check);

const above = async () =>
  (await Promise.all(['d-D2', 'c'].map(company.sheetOf))).map((sheet) => progressOf(sheet).counted);

test('two people of a team check in at once: both count, up to the company', () =>
  race(
    [
      ['staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4])],
      ['peer', 'checkIn', checkInOf(person('peer'), ['own-1', 6])],
    ],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      expect(await above()).toEqual([0.5 * FULL, 0.5 * FULL]);
    },
  ));

test('a check-in while HR closes the month counts everywhere or is refused', () =>
  race(
    [
      ['staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4])],
      ['hr', 'closeCycle', { cycleId: CYCLE }],
    ],
    async (answers) => {
      const [booked, closed] = answers;
      expect(closed?.ok).toBe(true);
      if (!booked?.ok) expect(booked?.error?.code).toBe('CYCLE_NOT_RUNNING');
      const { log, state } = await company.sheetOf('p-R03');
      expect([log.length, state]).toEqual([booked?.ok ? 1 : 0, 'closed']);
      expect(await above()).toEqual(booked?.ok ? [0.2 * FULL, 0.2 * FULL] : [0, 0]);
      expect(await company.db.get('goal_cycles', CYCLE)).toMatchObject({ state: 'closed' });
    },
  ));

const CLOSE: Racing = ['hr', 'closeCycle', { cycleId: CYCLE }];

test('a target is amended while HR closes the month: it is there with its reason, or refused', () => {
  const { alignedTo } = ofTeam();
  const amended = savingOf(person('staff'), 1, objective('own', [metric('own-1', 20)], { alignedTo }));
  return race([['staff', 'saveObjective', amended], CLOSE], async (answers) => {
    const [saved] = answers;
    if (!saved?.ok) expect(saved?.error?.code).toBe('CYCLE_NOT_RUNNING');
    const { amendments, objectives } = await company.sheetOf('p-R03');
    expect(amendments).toHaveLength(saved?.ok ? 2 : 1);
    expect(objectives[0]?.keyResults[0]?.measure).toMatchObject({ target: saved?.ok ? 20 : 10 });
    await company.expectClosed();
  });
});

test('two saves of one sheet at one revision: one is saved, the other is told', () => {
  const { alignedTo } = ofTeam();
  const saves = [20, 30].map(
    (target): Racing => [
      'staff',
      'saveObjective',
      savingOf(person('staff'), 1, objective('own', [metric('own-1', target)], { alignedTo })),
    ],
  );
  return race(saves, async (answers) => {
    expect(codesOf(answers).sort()).toEqual(['VERSION_CONFLICT', 'ok']);
    const target = answers[0]?.ok ? 20 : 30;
    const { amendments, objectives } = await company.sheetOf('p-R03');
    expect(amendments).toHaveLength(2);
    expect(objectives[0]?.keyResults[0]?.measure).toMatchObject({ target });
  });
});

test('two alignments that close a loop together: exactly one of them is saved', async () => {
  const aligned = (to: Who) => ({
    alignedTo: [{ sheetId: `${CYCLE}:p-${person(to).id}`, objectiveId: 'own', weight: 1 }],
  });
  const aligning = (who: Who, to: Who, rev: number): Racing => [
    who,
    'saveObjective',
    savingOf(person(who), rev, objective('own', [metric('own-1', 10)], aligned(to))),
  ];
  // Above the one stands a third person, above the other a fourth.
  const from = await treeAfter(aligning('other', 'peer', 0), aligning('hr2', 'staff', 0));
  const both = [aligning('staff', 'other', 1), aligning('peer', 'hr2', 1)];
  await race(
    both,
    async (answers) => {
      const codes = codesOf(answers);
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      expect(['ALIGNMENT_LOOP', 'BUSY']).toContain(codes.find((code) => code !== 'ok'));
    },
    from,
  );
});

test('a report that is sent twice at once is booked once', () => {
  const input = {
    ...{ key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text: '成交 3 单' },
    entries: [{ keyResultId: 'own-1', value: 3, mode: 'add', words: '成交 3 单', known: '成交 单' }],
  };
  const twice: Racing[] = [
    ['staff', 'report', input],
    ['staff', 'report', input],
  ];
  return race(twice, async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect((await company.sheetOf('p-R03')).log).toHaveLength(1);
    expect(await above()).toEqual([0.15 * FULL, 0.15 * FULL]);
  });
});

test('a check-in that is taken back twice at once is gone once', async () => {
  const right = checkInOf(person('staff'), ['own-1', 4]);
  const wrong = checkInOf(person('staff'), ['own-1', 3, 'add']);
  const from = await treeAfter(['staff', 'checkIn', right], ['staff', 'checkIn', wrong]);
  const undo = { cycleId: CYCLE, owner: person('staff'), id: wrong.key };
  const twice: Racing[] = [
    ['staff', 'undoCheckIn', undo],
    ['staff', 'undoCheckIn', undo],
  ];
  await race(
    twice,
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const { log } = await company.sheetOf('p-R03');
      expect(log.flatMap(({ id, undone }) => (undone ? [] : [id]))).toEqual([right.key]);
      expect(await above()).toEqual([0.2 * FULL, 0.2 * FULL]);
    },
    from,
  );
});
