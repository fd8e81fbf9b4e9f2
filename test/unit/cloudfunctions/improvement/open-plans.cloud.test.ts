import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const PUBLISHED = Date.parse('2026-11-15T10:00:00+08:00');
const text = (words: string) => ({ 'zh-CN': words, en: words });
const grade = (id: string, from: number | null, opensPlan: boolean) => ({
  ...{ id, name: text(id), from, share: null, opensPlan },
});
const cycle = (more: object = {}) => ({
  ...{ _id: 'a-2026-10', title: text('10月考核'), goalCycleId: '2026-10', rev: 9, state: 'published' },
  ...{
    from: '2026-10-01',
    to: '2026-10-31',
    answersUntil: '2026-11-05',
    publishedAt: PUBLISHED,
    amendments: [],
  },
  scheme: {
    parts: [
      { id: 'goals', name: text('目标') },
      { id: 'manager', name: text('主管评价') },
    ],
    grades: { by: 'thresholds', grades: [grade('A', 60, false), grade('D', null, true)], enforcedFrom: null },
  },
  ...more,
});
const result = (who: Who, given: string | null) => ({
  ...{ _id: `a-2026-10:${PEOPLE[who]}`, cycleId: 'a-2026-10', boardId: 'x', rev: 1, managerId: null },
  person: { id: PEOPLE[who], name: `员工${who}`, nameEn: `Person ${who}` },
  ...{ hiredOn: '2024-01-05', inputs: [], score: { total: { id: 'total', inputs: [] } }, ungraded: null },
  ...{ shown: 52.5, managerPoints: null, row: null, appeal: 'none', appealTo: [] },
  parts: [
    { id: 'goals', shown: 45, share: 60 },
    { id: 'manager', shown: 63.8, share: 40 },
  ],
  result: given && {
    ...{ employeeId: PEOPLE[who], acknowledgedAt: null, appeals: [] },
    versions: [{ number: 1, at: PUBLISHED, by: 'R06', shown: 52.5, grade: given, score: {}, reason: null }],
    read: [],
  },
});

const company = openWithReset(() => openRequestCompany('2026-11-16T10:00:00+08:00'));
const begin = async (more: object = {}) => {
  await company.db.insertMany('appraisal_cycles', [cycle(more)]);
  await company.db.insertMany('appraisal_results', [
    ...[result('staff', 'D'), result('peer', 'A'), result('other', null), result('left', 'D')],
  ]);
};
const tick = () => company.timers.runNow('appraisal');
const plans = () => company.db.find('improvement_plans');

test('a draft is opened for whom the published grade asks for one, with what was below, and both are told', async () => {
  await begin();
  await tick();
  expect(await plans()).toMatchObject([
    {
      ...{ _id: `${PEOPLE.staff}:a-2026-10`, state: 'draft', from: '2026-11-16', measures: [] },
      source: { kind: 'appraisal', cycleId: 'a-2026-10', score: 52.5 },
      gaps: [{ id: 'goals', score: 45 }],
    },
  ]);
  const messages = await company.db.find('messages');
  expect(messages).toMatchObject([{ event: 'plan.opened', to: [PEOPLE.staff, PEOPLE.head] }]);
});

test('is opened once, however often the timer comes, and what was written stays', async () => {
  await begin();
  await tick();
  await company.db.updateMany('improvement_plans', {}, { $set: { title: '减少投诉' } });
  await tick();
  company.clock.advance(24 * 3_600_000);
  await tick();
  expect(await plans()).toMatchObject([{ title: '减少投诉' }]);
  expect(await company.db.count('messages')).toBe(1);
});

test('is opened the day after for whom an appeal has changed the grade', async () => {
  await begin();
  await tick();
  const changed = result('peer', 'D').result;
  await company.db.updateMany(
    'appraisal_results',
    { _id: `a-2026-10:${PEOPLE.peer}` },
    { $set: { result: changed } },
  );
  await tick();
  expect(await company.db.count('improvement_plans')).toBe(1);
  company.clock.advance(24 * 3_600_000);
  await tick();
  expect(await company.db.count('improvement_plans')).toBe(2);
});

test.each([
  ['is being calibrated', { state: 'calibration', publishedAt: null }],
  ['was published long ago', { publishedAt: Date.parse('2026-08-01T10:00:00+08:00') }],
])('nobody has a plan of a cycle that %s', async (_, more) => {
  await begin(more);
  await tick();
  expect(await plans()).toEqual([]);
});
