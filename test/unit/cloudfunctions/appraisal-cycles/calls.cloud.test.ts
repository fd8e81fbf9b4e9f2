import { openWithReset } from '../../../support/open';
import { ID, openCycleCompany, STARTS } from '../support/cycle-company';
import { CYCLE_DRAFT, QUESTIONNAIRE } from '../support/cycle-drafts';
import { PEOPLE, type Who } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  cycles: [2, 1],
  cycle: [3, 2],
  openCycles: [3, 2],
  cycleSetup: [5, 3],
  'cycleSetup, of a draft': [6, 4],
  'saveCycle, new': [3, 2],
  'saveCycle, a change': [4, 3],
  saveQuestionnaire: [3, 2],
  dropCycle: [2, 1],
  'dryRun, ten people': [5, 4],
  'startCycle, ten people': [11, 10],
  'startCycle, again': [4, 3],
  'amendCycle, days': [3, 2],
  'amendCycle, one more person': [9, 8],
  endCycle: [3, 2],
  'cycleProgress, four late': [9, 8],
  'remindLate, four late': [10, 9],
};

const company = openWithReset(() => openCycleCompany(STARTS, { maxWorkers: 1 }));

const revOf = async () => Number((await company.db.get('appraisal_cycles', ID))?.rev);
const DAYS = { peersUntil: '2026-12-03', confirmUntil: '2026-12-07', answersUntil: '2026-12-18' };
const amending = async (change: object) => ({ cycleId: ID, rev: await revOf(), reason: '盘点', change });

/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<[Who, string, object]>> = {
  cycles: async () => ['hr', 'cycles', {}],
  cycle: async () => {
    await company.setUp();
    return ['hr', 'cycle', { cycleId: ID }];
  },
  openCycles: async () => {
    await company.start();
    return ['staff', 'openCycles', {}];
  },
  cycleSetup: async () => ['hr', 'cycleSetup', {}],
  'cycleSetup, of a draft': async () => {
    await company.setUp();
    return ['hr', 'cycleSetup', { cycleId: ID }];
  },
  'saveCycle, new': async () => ['hr', 'saveCycle', { rev: 0, draft: CYCLE_DRAFT }],
  'saveCycle, a change': async () => {
    await company.setUp();
    return ['hr', 'saveCycle', { rev: await revOf(), draft: { ...CYCLE_DRAFT, threshold: 5 } }];
  },
  saveQuestionnaire: async () => {
    await company.setUp();
    return [
      'hr',
      'saveQuestionnaire',
      { cycleId: ID, rev: await revOf(), id: 'leaders', questionnaire: QUESTIONNAIRE },
    ];
  },
  dropCycle: async () => {
    await company.setUp();
    return ['hr', 'dropCycle', { cycleId: ID, rev: await revOf() }];
  },
  'dryRun, ten people': async () => {
    await company.setUp();
    return ['hr', 'dryRun', { cycleId: ID }];
  },
  'startCycle, ten people': async () => {
    await company.setUp();
    return ['hr', 'startCycle', { cycleId: ID, rev: await revOf() }];
  },
  'startCycle, again': async () => {
    await company.start();
    return ['hr', 'startCycle', { cycleId: ID, rev: 1 }];
  },
  'amendCycle, days': async () => {
    await company.start();
    return ['hr', 'amendCycle', await amending({ what: 'deadline', ...DAYS })];
  },
  'amendCycle, one more person': async () => {
    await company.start({ departments: ['D2'] });
    return ['hr', 'amendCycle', await amending({ what: 'people', add: [PEOPLE.elsewhere], remove: [] })];
  },
  endCycle: async () => {
    await company.start();
    return ['hr', 'endCycle', { cycleId: ID, rev: await revOf(), reason: '交齐' }];
  },
  'cycleProgress, four late': async () => {
    await company.start();
    return ['hr', 'cycleProgress', { cycleId: ID }];
  },
  'remindLate, four late': async () => {
    await company.start();
    return ['hr', 'remindLate', { cycleId: ID }];
  },
};

/** HR and somebody else are known to the instance, and so are the calendar and the departments. */
async function warmUp(): Promise<void> {
  await company.ask('hr', 'cycleSetup');
  await company.ask('staff', 'openCycles');
}

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  if (warm) await warmUp();
  else company.clock.advance(61_000);
  expect((await company.ask(...plan)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
