import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { openWithReset } from '../../../support/open';
import { ID, openCycleCompany } from '../support/cycle-company';
import { CYCLE_DRAFT, QUESTIONNAIRE } from '../support/cycle-drafts';

type Section = (typeof QUESTIONNAIRE.sections)[number];
type Item = Section['items'][number];

const company = openWithReset(() => openCycleCompany());

const cycles = async () => (await company.db.find('appraisal_cycles')) as unknown as AppraisalCycle[];
const RESEARCH = {
  template: 'research',
  shares: [
    { id: 'goals', share: 40 },
    { id: 'peer', share: 30 },
    { id: 'manager', share: 30 },
  ],
};

test('HR sees what a cycle can be set up from, with days after the period by workdays', async () => {
  const { data } = await company.ask('hr', 'cycleSetup');
  expect(data.templates.map(({ id }: { id: string }) => id)).toEqual([
    'retail',
    'research',
    'sales',
    'office',
  ]);
  expect(data.periods).toMatchObject([
    {
      id: '2026-11',
      isTaken: false,
      title: { 'zh-CN': '2026年11月考核', en: 'Appraisal Nov 2026' },
      dates: {
        hiredUntil: '2026-11-01',
        peersUntil: '2026-12-04',
        confirmUntil: '2026-12-08',
        answersUntil: '2026-12-15',
      },
    },
  ]);
  expect(data.departments).toHaveLength(3);
});

test('a draft has everything of its template: questionnaires by post, weights of who is asked, the period', async () => {
  expect((await company.setUp()).data).toEqual({ cycleId: ID, rev: 1 });
  const { cycle, people } = (await company.ask('hr2', 'cycle', { cycleId: ID })).data;
  expect(people).toBe(0);
  expect(cycle).toMatchObject({
    ...{
      _id: ID,
      state: 'draft',
      template: 'retail',
      createdBy: 'R06',
      from: '2026-11-01',
      to: '2026-11-30',
    },
    review: { threshold: 4, weights: { customer: 60, manager: 40 }, scale: { least: 1, most: 5 } },
  });
  expect(cycle.review.questionnaires.map(({ jobs }: { jobs: string[] }) => jobs.length > 0)).toEqual([
    false,
    true,
  ]);
  const { data } = await company.ask('hr', 'cycleSetup', { cycleId: ID });
  expect(data.periods[0].isTaken).toBe(true);
  expect(data.draft._id).toBe(ID);
});

test('a period is appraised once: who sets it up again after a lost answer gets the same, others are told', async () => {
  await company.setUp();
  expect((await company.setUp()).data).toEqual({ cycleId: ID, rev: 1 });
  expect((await company.setUp({}, 'hr2')).error).toEqual({ code: 'APPRAISAL_EXISTS', data: { cycleId: ID } });
  expect(await cycles()).toHaveLength(1);
});

test('where nobody is asked there is no questionnaire, and a part of 0 is left out', async () => {
  await company.setUp({
    shares: [
      { id: 'kpi', share: 100 },
      { id: 'customer', share: 0 },
    ],
  });
  expect(await cycles()).toMatchObject([{ review: null, scheme: { parts: [{ id: 'kpi', share: 100 }] } }]);
});

test('colleagues are asked in a template without them once HR gives them a share', async () => {
  await company.setUp({
    shares: [
      { id: 'kpi', share: 50 },
      { id: 'customer', share: 20 },
      { id: 'manager', share: 20 },
      { id: 'peer', share: 10 },
    ],
  });
  expect(await cycles()).toMatchObject([
    {
      review: { weights: { customer: 40, manager: 40, peer: 20 } },
      scheme: { parts: [{}, {}, {}, { id: 'peer', kind: 'peer', share: 10, scale: { least: 1, most: 5 } }] },
    },
  ]);
});

test.each<[string, object, string, object]>([
  ['a cycle of goals that is not there', { goalCycleId: '2026-10' }, 'PLAN_INVALID', { path: 'goalCycleId' }],
  ['a template that is not there', { template: 'shop' }, 'PLAN_INVALID', { path: 'template' }],
  ['an earlier cycle that is not there', { template: 'a-2025' }, 'PLAN_INVALID', { path: 'template' }],
  ['a department that is not there', { departments: ['D9'] }, 'PLAN_INVALID', { path: 'departments.0' }],
  ['shares of 99', { shares: [{ id: 'kpi', share: 99 }] }, 'SCHEME_INVALID', { path: 'parts', sum: 99 }],
  [
    'a share of an unknown part',
    { shares: [{ id: 'report', share: 100 }] },
    'PLAN_INVALID',
    { path: 'shares.report' },
  ],
  ['a threshold of two', { threshold: 2 }, 'PLAN_INVALID', { path: 'threshold', rule: 'out-of-range' }],
  ['a threshold of eleven', { threshold: 11 }, 'PLAN_INVALID', { path: 'threshold' }],
  [
    'answers that ended yesterday',
    { answersUntil: '2026-11-30' },
    'PLAN_INVALID',
    { path: 'answersUntil', rule: 'past' },
  ],
  [
    'answers that end in seventy years',
    { answersUntil: '2099-01-01' },
    'PLAN_INVALID',
    { path: 'answersUntil', rule: 'out-of-range' },
  ],
  [
    'people hired after the period',
    { hiredUntil: '2026-12-01' },
    'PLAN_INVALID',
    { path: 'hiredUntil', rule: 'order' },
  ],
  [
    'fewer peers than raters',
    { ...RESEARCH, peers: { least: 3, most: 8 } },
    'PLAN_INVALID',
    { rule: 'below-threshold' },
  ],
  ['nine peers', { ...RESEARCH, peers: { least: 4, most: 9 } }, 'PLAN_INVALID', { path: 'peers.most' }],
  [
    'peers confirmed before they are chosen',
    { ...RESEARCH, confirmUntil: '2026-12-02' },
    'PLAN_INVALID',
    { path: 'confirmUntil', rule: 'order' },
  ],
  [
    'answers that end before peers are confirmed',
    { ...RESEARCH, answersUntil: '2026-12-04' },
    'PLAN_INVALID',
    { path: 'answersUntil', rule: 'order' },
  ],
])('%s is refused, and the field is named', async (_, more, code, data) => {
  expect((await company.setUp(more)).error).toMatchObject({ code, data });
  expect(await cycles()).toEqual([]);
});

test('a cycle of goals that has not begun is not appraised', async () => {
  await company.db.replaceAll({
    goal_cycles: [
      { _id: '2026-12', kind: 'month', from: '2026-12-01', to: '2026-12-31', state: 'planned', rev: 1 },
    ],
  });
  expect((await company.setUp({ goalCycleId: '2026-12' })).error?.data).toEqual({
    path: 'goalCycleId',
    rule: 'not-begun',
  });
});

test('a draft is changed in place of what stood there, and removed', async () => {
  await company.setUp();
  const draft = { ...CYCLE_DRAFT, ...RESEARCH, threshold: 5, peers: { least: 5, most: 8 } };
  expect((await company.ask('hr2', 'saveCycle', { rev: 1, draft })).data).toEqual({ cycleId: ID, rev: 2 });
  const other = { ...draft, threshold: 4 };
  expect((await company.ask('hr', 'saveCycle', { rev: 1, draft: other })).error).toEqual({
    code: 'VERSION_CONFLICT',
    data: { version: 2 },
  });
  expect((await company.ask('hr', 'dropCycle', { cycleId: ID, rev: 1 })).error?.code).toBe(
    'VERSION_CONFLICT',
  );
  expect((await company.ask('hr', 'dropCycle', { cycleId: ID, rev: 2 })).ok).toBe(true);
  expect((await company.ask('hr', 'dropCycle', { cycleId: ID, rev: 2 })).ok).toBe(true);
  expect(await cycles()).toEqual([]);
});

test('setting up the same again gives the one that is there; what says something else is refused and not thrown away', async () => {
  const typo = { answersUntil: '2027-01-05' };
  await company.setUp(typo);
  expect((await company.setUp(typo)).data).toEqual({ cycleId: ID, rev: 1 });
  expect((await company.setUp()).error).toEqual({ code: 'APPRAISAL_EXISTS', data: { cycleId: ID } });
  expect((await company.setUp(typo, 'hr2')).error?.code).toBe('APPRAISAL_EXISTS');
  expect((await cycles())[0]).toMatchObject({ ...typo, rev: 1 });
});

test('questionnaires that HR has written stay when days change, and go with the template', async () => {
  await company.setUp();
  const saved = await company.ask('hr', 'saveQuestionnaire', {
    ...{ cycleId: ID, rev: 1, id: 'leaders', questionnaire: QUESTIONNAIRE },
  });
  expect(saved.data).toEqual({ rev: 2 });
  const names = async () => (await cycles())[0]?.review?.questionnaires.map((each) => each.name['zh-CN']);
  expect(await names()).toEqual(['通用问卷', '店长']);
  await company.ask('hr', 'saveCycle', { rev: 2, draft: { ...CYCLE_DRAFT, answersUntil: '2026-12-20' } });
  expect(await names()).toEqual(['通用问卷', '店长']);
  await company.ask('hr', 'saveCycle', { rev: 3, draft: { ...CYCLE_DRAFT, ...RESEARCH } });
  expect(await names()).toEqual(['通用问卷', '带团队的岗位']);
});

const [SHOP, WORDS] = QUESTIONNAIRE.sections as [Section, Section];
const [ORDER] = SHOP.items as [Item];
const withShop = (more: object) => ({ sections: [{ ...SHOP, ...more }, WORDS] });

test.each<[string, object, object]>([
  [
    'levels that do not reach the top',
    withShop({ items: [{ ...ORDER, rated: { weight: 1, levels: ORDER.rated?.levels.slice(1) } }] }),
    { rule: 'levels' },
  ],
  ['sections of 90', withShop({ weight: 90 }), { rule: 'sections-not-100', sum: 90 }],
  ['a weight for texts', { sections: [SHOP, { ...WORDS, weight: 10 }] }, { rule: 'out-of-range' }],
  [
    'an item twice',
    { sections: [SHOP, { ...WORDS, items: [{ ...WORDS.items[0], id: 'order' }] }] },
    { rule: 'twice' },
  ],
  [
    'nothing for customers to rate',
    withShop({ items: [{ ...ORDER, relations: ['manager'] }] }),
    { rule: 'not-asked' },
  ],
  ['a second one for everybody', { jobs: [] }, { rule: 'twice' }],
])('a questionnaire with %s is refused', async (_, change, data) => {
  await company.setUp();
  const questionnaire = { ...QUESTIONNAIRE, ...change };
  const { error } = await company.ask('hr', 'saveQuestionnaire', {
    cycleId: ID,
    rev: 1,
    id: 'leaders',
    questionnaire,
  });
  expect(error).toMatchObject({ code: 'PLAN_INVALID', data });
  expect((await cycles())[0]?.rev).toBe(1);
});

test('the questionnaire for everybody cannot be removed, another one can', async () => {
  await company.setUp();
  const remove = (id: string, rev: number) =>
    company.ask('hr', 'saveQuestionnaire', { cycleId: ID, rev, id, questionnaire: null });
  expect((await remove('everybody', 1)).error?.data).toEqual({ path: 'questionnaires.jobs', rule: 'empty' });
  expect((await remove('leaders', 1)).data).toEqual({ rev: 2 });
});

test('an earlier cycle is a template: its questionnaires and scheme', async () => {
  await company.setUp();
  await company.ask('hr', 'saveQuestionnaire', {
    cycleId: ID,
    rev: 1,
    id: 'leaders',
    questionnaire: QUESTIONNAIRE,
  });
  await company.ask('hr', 'startCycle', { cycleId: ID, rev: 2 });
  await company.db.replaceAll({
    goal_cycles: [
      { _id: '2026-12', kind: 'month', from: '2026-12-01', to: '2026-12-31', state: 'running', rev: 1 },
    ],
  });
  const setup = (await company.ask('hr', 'cycleSetup')).data;
  expect(setup.templates.at(-1)).toMatchObject({ id: ID, about: null });
  const next = await company.setUp({ template: ID, goalCycleId: '2026-12', answersUntil: '2027-01-15' });
  expect(next.data).toEqual({ cycleId: 'a-2026-12', rev: 1 });
  expect(await company.db.get('appraisal_cycles', 'a-2026-12')).toMatchObject({
    review: { questionnaires: [{}, { name: { 'zh-CN': '店长' } }] },
  });
});
