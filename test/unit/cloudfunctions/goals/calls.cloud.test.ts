import { MAX_ADDITIONS } from '../../../../cloudfunctions/goals/domain/additions';
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
import { openidOf, PEOPLE, type Who } from '../support/request-company';
import { upload } from '../support/staff';

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
  'checkIn, one sheet above': [6, 3],
  'checkIn, two sheets above': [7, 3],
  'checkIn, three sheets above': [7, 3],
  'checkIn, three sheets above, of which one is full': [8, 4],
  'checkIn, with a file': [8, 4],
  'checkIn, known already': [2, 1],
  'keepFile, new': [3, 2],
  'keepFile, known': [2, 1],
  report: [7, 3],
  undoCheckIn: [7, 3],
  'saveCycle, new': [2, 1],
  'saveCycle, there already': [3, 2],
  'closeCycle, four sheets': [20, 19],
  review: [5, 1],
  handInReview: [6, 3],
  confirmReview: [7, 3],
  teamReviews: [6, 3],
  'push, to two people': [8, 6],
  pushed: [3, 1],
  proposal: [2, 1],
  'answerPush, confirmed': [10, 7],
  'answerPush, a change': [5, 3],
  'decidePush, withdrawn': [5, 3],
  division: [7, 5],
  'breakDown, to two people': [10, 7],
  answerAlignment: [10, 5],
  dependents: [4, 2],
  cloneable: [4, 2],
  'clone, two sheets above': [10, 7],
};

const company = openWithReset(
  () => openGoalCompany('2026-11-16T18:00:00+08:00', { maxWorkers: 1 }),
  openTree,
);

const OWN = { cycleId: CYCLE, owner: person('staff') };
const RESULT = { keyResultId: 'own-1', mode: 'set', value: 4 };
const REVIEWED = { cycleId: CYCLE, employeeId: PEOPLE.staff };
const SCORES = [{ id: 'own-1', score: 70 }];
const handing = { cycleId: CYCLE, rev: 0, scores: SCORES, summary: '都做完了' };
/** Reviews are handed in from the last day on. */
const atTheEnd = async () => company.clock.set(Date.parse('2026-11-30T18:00:00+08:00'));
const TEAM_PLACE = { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1' };
const own = (title: string) => ({
  ...objective('own', [metric('own-1', 10)], { alignedTo: [{ ...TEAM_PLACE, weight: 1 }] }),
  title,
});
const revOf = async (who: Who): Promise<number> =>
  (await company.goal(who, 'sheet', { cycleId: CYCLE, owner: person(who) })).data.sheet.rev;
const PUSH = {
  ...{ cycleId: CYCLE, owners: [person('staff'), person('peer')], deadline: '2026-11-19' },
  objective: objective('push', [metric('push-1', 38)], { weight: 40 }),
};
const paper = () =>
  upload(company, openidOf('staff'), `requests/${PEOPLE.staff}/a.pdf`, Buffer.from('%PDF-1.7 paper'));
const OF_TEAM = { cycleId: CYCLE, owner: TEAM };
const withFigure = () => company.save('head', TEAM, 1, objective('team', [metric('deals', 120)]));
const checkIn = () => ({ ...OWN, key: goalKey(), entries: [RESULT] });

/** Somebody whose goal counts for their head's, which counts for the team's. */
async function withThreeAbove(): Promise<void> {
  const mean = { source: 'mean', measure: { kind: 'percent' } };
  const ofHead = objective('lead', [metric('lead-1', 1, mean)], {
    alignedTo: [{ ...TEAM_PLACE, weight: 1 }],
  });
  await company.save('head', person('head'), 0, ofHead);
  const lead = { sheetId: `${CYCLE}:p-${PEOPLE.head}`, objectiveId: 'lead', keyResultId: 'lead-1' };
  const below = objective('own', [metric('own-1', 10)], { alignedTo: [{ ...lead, weight: 1 }] });
  await company.save('other', person('other'), 0, below);
  const agreed = { cycleId: CYCLE, owner: person('other'), objectiveId: 'own', place: lead, accept: true };
  await company.goal('head', 'answerAlignment', agreed);
}

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
  'checkIn, one sheet above': async () => {
    const top = { sheetId: `${CYCLE}:c`, objectiveId: 'gmv', keyResultId: 'gmv-1', weight: 1 };
    await company.save(
      'other',
      person('other'),
      0,
      objective('own', [metric('own-1', 10)], { alignedTo: [top] }),
    );
    return ['other', 'checkIn', { ...checkIn(), owner: person('other') }];
  },
  'checkIn, three sheets above': async () => {
    await withThreeAbove();
    return ['other', 'checkIn', { ...checkIn(), owner: person('other') }];
  },
  'checkIn, three sheets above, of which one is full': async () => {
    await withThreeAbove();
    for (let value = 1; value <= MAX_ADDITIONS; value += 1)
      expect(await company.checkIn('other', person('other'), ['own-1', value / 2])).toMatchObject({
        ok: true,
      });
    return ['other', 'checkIn', { ...checkIn(), entries: [{ ...RESULT, value: 9 }], owner: person('other') }];
  },
  'checkIn, with a file': async () => {
    const { data } = await company.goal('staff', 'keepFile', { fileId: await paper() });
    return ['staff', 'checkIn', { ...checkIn(), files: [data.fileId] }];
  },
  'keepFile, new': async () => ['staff', 'keepFile', { fileId: await paper() }],
  'keepFile, known': async () => {
    const input = { fileId: await paper() };
    await company.goal('staff', 'keepFile', input);
    return ['staff', 'keepFile', input];
  },
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
  'push, to two people': async () => ['head', 'push', PUSH],
  pushed: async () => {
    await company.goal('head', 'push', PUSH);
    return ['head', 'pushed', {}];
  },
  proposal: async () => {
    await company.goal('head', 'push', PUSH);
    return ['staff', 'proposal', { ...OWN, id: 'push' }];
  },
  'answerPush, confirmed': async () => {
    await company.goal('head', 'push', PUSH);
    return ['staff', 'answerPush', { ...OWN, id: 'push', rev: 1 }];
  },
  'answerPush, a change': async () => {
    await company.goal('head', 'push', PUSH);
    const changed = { ...PUSH.objective, title: '少一点' };
    return [
      'staff',
      'answerPush',
      { ...OWN, id: 'push', rev: 1, counter: { objective: changed, reason: '培训' } },
    ];
  },
  'decidePush, withdrawn': async () => {
    await company.goal('head', 'push', PUSH);
    return ['head', 'decidePush', { ...OWN, id: 'push', rev: 1, decision: 'withdraw', reason: '方向变了' }];
  },
  division: async () => {
    await withFigure();
    return ['head', 'division', { ...OF_TEAM, keyResultId: 'deals' }];
  },
  'breakDown, to two people': async () => {
    await withFigure();
    const rows = (['staff', 'peer'] as const).map((who) => ({ owner: person(who), target: 60 }));
    const more = { keyResultId: 'deals', rev: 2, id: 'part', weight: 40, deadline: '2026-11-19', rows };
    return ['head', 'breakDown', { ...OF_TEAM, ...more }];
  },
  answerAlignment: async () => {
    const far = objective('far', [metric('far-1', 10)], { alignedTo: [{ ...TEAM_PLACE, weight: 1 }] });
    await company.save('elsewhere', person('elsewhere'), 0, far);
    const input = { cycleId: CYCLE, owner: person('elsewhere'), objectiveId: 'far', place: TEAM_PLACE };
    return ['head', 'answerAlignment', { ...input, accept: true }];
  },
  dependents: async () => ['head', 'dependents', { ...OF_TEAM, objectiveId: 'team' }],
  cloneable: async () => {
    await company.goal('hr', 'saveCycle', { kind: 'month', from: '2026-12-01' });
    return ['staff', 'cloneable', { cycleId: '2026-12', owner: person('staff') }];
  },
  'clone, two sheets above': async () => {
    await company.goal('hr', 'saveCycle', { kind: 'month', from: '2026-12-01' });
    const next = { cycleId: '2026-12', from: CYCLE, rev: 0, raise: 10, fromLast: true };
    await company.goal('boss', 'clone', { ...next, owner: COMPANY, objectiveIds: ['gmv'] });
    await company.goal('head', 'clone', { ...next, owner: TEAM, objectiveIds: ['team'] });
    return ['staff', 'clone', { ...next, owner: person('staff'), objectiveIds: ['own'] }];
  },
  'closeCycle, four sheets': async () => ['hr', 'closeCycle', { cycleId: CYCLE }],
  review: async () => ['head', 'review', REVIEWED],
  handInReview: async () => {
    await atTheEnd();
    return ['staff', 'handInReview', handing];
  },
  confirmReview: async () => {
    await atTheEnd();
    await company.goal('staff', 'handInReview', handing);
    return ['head', 'confirmReview', { ...REVIEWED, rev: 1, scores: SCORES, comment: '' }];
  },
  teamReviews: async () => ['head', 'teamReviews', { cycleId: CYCLE }],
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
  await company.goal('head', 'review', REVIEWED);
  await company.goal('staff', 'review', { cycleId: CYCLE });
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
