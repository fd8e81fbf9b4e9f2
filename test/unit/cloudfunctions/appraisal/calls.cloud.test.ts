import { openWithReset } from '../../../support/open';
import { APPRAISAL, openAppraisalCompany, publishAll } from '../support/appraisal-company';
import { PEOPLE, type Who } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  'boards, three (HR)': [5, 3],
  'board, three people': [6, 4],
  'distribution, three units (HR)': [4, 3],
  'figures, seven people (HR)': [6, 5],
  'saveFigures, two new (HR)': [6, 5],
  'changeGrade (a transaction)': [8, 6],
  lockBoard: [6, 4],
  'openBoard (a transaction)': [7, 6],
  results: [5, 4],
  'results, with a team': [7, 6],
  'report, of oneself': [5, 2],
  'report, of somebody below': [9, 3],
  acknowledge: [4, 3],
  appeal: [9, 4],
  withdrawAppeal: [4, 3],
  appeals: [3, 2],
  'decideAppeal (HR)': [12, 8],
  'bonusRules (HR, payroll)': [2, 1],
  'saveBonusRules (HR, payroll)': [5, 4],
  'pool, seven people (HR)': [4, 3],
};

const company = openWithReset(
  () => openAppraisalCompany(undefined, { maxWorkers: 1 }),
  (opened) => opened.run(),
);

const UNIT = { cycleId: APPRAISAL, unitId: 'D2' };
const CYCLE = { cycleId: APPRAISAL };
const RULE = {
  ...{ from: '2026-12-01', to: null, rates: [{ grade: 'A', percent: 20, opensPlan: false }] },
  source: { 'zh-CN': '奖金办法', en: 'Bonus rules' },
};

const FIGURES = {
  ...{ ...CYCLE, partId: 'figure', better: 'more', source: '安全考试', on: '2026-11-20' },
  rows: [PEOPLE.staff, PEOPLE.peer].map((employeeId) => ({ employeeId, value: 18, target: 20 })),
};
/** The cycle runs again, with a part that HR enters figures for. */
const openFigures = () =>
  company.db.updateMany(
    'appraisal_cycles',
    {},
    {
      $set: {
        state: 'running',
        'scheme.parts': [{ id: 'figure', kind: 'figure', name: { 'zh-CN': '考试', en: 'Exam' }, share: 100 }],
      },
    },
  );

const revOf = async (): Promise<number> => (await company.appraise('hr', 'board', UNIT)).data.rev;
const publish = () => publishAll(company);
async function appealed(): Promise<void> {
  await publish();
  await company.appraise('staff', 'appeal', { ...CYCLE, text: '请再看看' });
}

/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<[Who, string, object]>> = {
  'boards, three (HR)': async () => ['hr', 'boards', {}],
  'board, three people': async () => ['head', 'board', UNIT],
  'distribution, three units (HR)': async () => ['hr', 'distribution', CYCLE],
  'figures, seven people (HR)': async () => {
    await openFigures();
    return ['hr', 'figures', CYCLE];
  },
  'saveFigures, two new (HR)': async () => {
    await openFigures();
    return ['hr', 'saveFigures', FIGURES];
  },
  'changeGrade (a transaction)': async () => [
    'head',
    'changeGrade',
    { ...CYCLE, employeeId: PEOPLE.staff, to: 'A', reason: '承接停业门店', rev: 0 },
  ],
  lockBoard: async () => ['head', 'lockBoard', { ...UNIT, rev: await revOf() }],
  'openBoard (a transaction)': async () => {
    await company.appraise('hr', 'lockBoard', { ...UNIT, rev: await revOf() });
    return ['hr', 'openBoard', { ...UNIT, reason: '漏了一位' }];
  },
  results: async () => {
    await publish();
    return ['staff', 'results', {}];
  },
  'results, with a team': async () => {
    await publish();
    return ['head', 'results', {}];
  },
  'report, of oneself': async () => {
    await publish();
    return ['staff', 'report', CYCLE];
  },
  'report, of somebody below': async () => {
    await publish();
    return ['boss', 'report', { ...CYCLE, employeeId: PEOPLE.staff }];
  },
  acknowledge: async () => {
    await publish();
    return ['staff', 'acknowledge', { ...CYCLE, version: 1 }];
  },
  appeal: async () => {
    await publish();
    return ['staff', 'appeal', { ...CYCLE, text: '请再看看' }];
  },
  withdrawAppeal: async () => {
    await appealed();
    return ['staff', 'withdrawAppeal', CYCLE];
  },
  appeals: async () => {
    await appealed();
    return ['boss', 'appeals', {}];
  },
  'decideAppeal (HR)': async () => {
    await appealed();
    const decision = { grade: 'A', shown: 86, answer: '情况属实', rev: 1 };
    return ['hr2', 'decideAppeal', { ...CYCLE, employeeId: PEOPLE.staff, ...decision }];
  },
  'bonusRules (HR, payroll)': async () => ['payroll', 'bonusRules', {}],
  'saveBonusRules (HR, payroll)': async () => [
    'payroll',
    'saveBonusRules',
    { rules: [RULE], expectedVersion: 0 },
  ],
  'pool, seven people (HR)': async () => {
    await publish();
    return ['hr', 'pool', {}];
  },
};

/** Everybody is known to the instance, and so are their departments, those above them and the rules. */
async function warmUp(): Promise<void> {
  for (const who of ['staff', 'head', 'boss', 'hr', 'hr2', 'payroll'] as const)
    for (const action of ['results', 'boards', 'appeals']) await company.appraise(who, action);
  await company.appraise('hr', 'board', UNIT);
  await company.appraise('hr', 'report', { ...CYCLE, employeeId: PEOPLE.staff });
  await company.appraise('boss', 'report', { ...CYCLE, employeeId: PEOPLE.staff });
  // Refused, after those who are told were looked up.
  await company.appraise('head', 'appeal', { ...CYCLE, text: '请再看看' });
}

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  if (warm) await warmUp();
  else company.clock.advance(61_000);
  expect((await company.appraise(...plan)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
