import { openWithReset } from '../../../support/open';
import {
  COMPANY,
  CYCLE,
  goalKey,
  metric,
  objective,
  openGoalCompany,
  openTree,
  person,
  TEAM,
} from '../support/goal-company';
import type { Who } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  home: [7, 1],
  'sheet, of a person': [6, 1],
  'sheet, of the company': [4, 1],
  'tree, the top': [3, 1],
  'tree, below': [4, 2],
  alignable: [6, 1],
  team: [5, 2],
  teamDay: [3, 2],
  history: [7, 2],
  'saveObjective, the first of a sheet, two sheets above': [13, 11],
  'saveObjective, a change of a title': [10, 7],
  dropObjective: [6, 3],
  'checkIn, two sheets above': [8, 4],
  'checkIn, known already': [2, 1],
  report: [8, 4],
  undoCheckIn: [8, 4],
  'saveCycle, new': [2, 1],
  'saveCycle, there already': [3, 2],
  'closeCycle, four sheets': [18, 17],
};

const company = openWithReset(
  () => openGoalCompany('2026-11-16T18:00:00+08:00', { maxWorkers: 1 }),
  openTree,
);

const OWN = { cycleId: CYCLE, owner: person('staff') };
const RESULT = { keyResultId: 'own-1', mode: 'set', value: 4 };
const TEAM_PLACE = { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1' };
const own = (title: string) => ({
  ...objective('own', [metric('own-1', 10)], { alignedTo: [{ ...TEAM_PLACE, weight: 1 }] }),
  title,
});
const revOf = async (who: Who): Promise<number> =>
  (await company.goal(who, 'sheet', { cycleId: CYCLE, owner: person(who) })).data.sheet.rev;
const checkIn = () => ({ ...OWN, key: goalKey(), entries: [RESULT] });

/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<[Who, string, object]>> = {
  home: async () => ['staff', 'home', {}],
  'sheet, of a person': async () => ['head', 'sheet', OWN],
  'sheet, of the company': async () => ['staff', 'sheet', { cycleId: CYCLE, owner: COMPANY }],
  'tree, the top': async () => ['staff', 'tree', { cycleId: CYCLE }],
  'tree, below': async () => ['staff', 'tree', { cycleId: CYCLE, below: TEAM_PLACE }],
  alignable: async () => ['staff', 'alignable', OWN],
  team: async () => ['head', 'team', { cycleId: CYCLE }],
  teamDay: async () => ['head', 'teamDay', { cycleId: CYCLE, day: '2026-11-16' }],
  history: async () => {
    await company.goal('staff', 'checkIn', checkIn());
    return ['staff', 'history', { ...OWN, keyResultId: 'own-1' }];
  },
  'saveObjective, the first of a sheet, two sheets above': async () => [
    'other',
    'saveObjective',
    { cycleId: CYCLE, owner: person('other'), rev: 0, objective: own('新目标'), reason: '市场变化' },
  ],
  'saveObjective, a change of a title': async () => [
    'staff',
    'saveObjective',
    { ...OWN, rev: await revOf('staff'), objective: own('改过的目标'), reason: '市场变化' },
  ],
  dropObjective: async () => [
    'staff',
    'dropObjective',
    { ...OWN, rev: await revOf('staff'), objectiveId: 'own', reason: '市场变化' },
  ],
  'checkIn, two sheets above': async () => ['staff', 'checkIn', checkIn()],
  'checkIn, known already': async () => {
    const input = checkIn();
    await company.goal('staff', 'checkIn', input);
    return ['staff', 'checkIn', input];
  },
  report: async () => [
    'staff',
    'report',
    { key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text: '今天 4 单', entries: [RESULT] },
  ],
  undoCheckIn: async () => {
    const input = checkIn();
    await company.goal('staff', 'checkIn', input);
    return ['staff', 'undoCheckIn', { ...OWN, id: input.key }];
  },
  'saveCycle, new': async () => ['hr', 'saveCycle', { kind: 'month', from: '2026-12-01' }],
  'saveCycle, there already': async () => ['hr', 'saveCycle', { kind: 'month', from: '2026-11-01' }],
  'closeCycle, four sheets': async () => ['hr', 'closeCycle', { cycleId: CYCLE }],
};

/** Everybody is known to the instance, and so are their departments, the cycle and the calendar. */
async function warmUp(): Promise<void> {
  for (const who of ['staff', 'peer', 'head', 'other', 'hr'] as const) {
    await company.goal(who, 'home');
    for (const owner of [COMPANY, TEAM, person('staff')])
      await company.goal(who, 'sheet', { cycleId: CYCLE, owner });
  }
  await company.goal('head', 'team', { cycleId: CYCLE });
  await company.goal('staff', 'alignable', OWN);
}

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  if (warm) await warmUp();
  else company.clock.advance(61_000);
  expect((await company.goal(...plan)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
