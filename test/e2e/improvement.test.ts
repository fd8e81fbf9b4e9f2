import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
/** An account manager and the leader of the team. */
const [SELLER, LEADER] = ['E0037', 'E0029'];

/** Grades of October are published, and the seller's asks for a plan. */
async function publishD(): Promise<string> {
  const { db } = company.cloud;
  const [person] = await db.find('employees', { _id: SELLER });
  const brief = { id: SELLER, name: person?.name, nameEn: person?.nameEn };
  const name = (zh: string, en: string) => ({ 'zh-CN': zh, en });
  const grade = (id: string, from: number | null, opensPlan: boolean) => ({
    ...{ id, name: name(id, id), from, share: null, opensPlan },
  });
  const parts = [
    { id: 'goals', name: name('目标', 'Goals'), kind: 'goals', share: 60 },
    { id: 'manager', name: name('主管评价', 'Manager'), kind: 'manager', share: 40 },
  ];
  const at = Date.parse('2026-11-20T10:00:00+08:00');
  await db.insertMany('appraisal_cycles', [
    {
      ...{ _id: 'a-2026-10', title: name('10月考核', 'October'), goalCycleId: '2026-10', rev: 9 },
      ...{ from: '2026-10-01', to: '2026-10-31', state: 'published', answersUntil: '2026-11-05' },
      scheme: {
        ...{ parts, curves: [], decimals: 1, leastShare: 50 },
        grades: {
          by: 'thresholds',
          grades: [grade('A', 60, false), grade('D', null, true)],
          enforcedFrom: null,
        },
      },
      ...{ review: null, departments: [], hiredUntil: '2026-10-01', appealDays: 5, training: [] },
      ...{ template: 'goals', createdBy: 'E0046', startedAt: at, closedAt: at, publishedAt: at, cursor: '' },
      amendments: [],
    },
  ]);
  const version = { number: 1, at, by: 'E0046', shown: 52.5, grade: 'D', score: {}, reason: null };
  await db.insertMany('appraisal_results', [
    {
      ...{ _id: `a-2026-10:${SELLER}`, cycleId: 'a-2026-10', boardId: 'x', rev: 1, person: brief },
      ...{ managerId: LEADER, job: person?.job, hiredOn: person?.hiredOn, inputs: [], ungraded: null },
      score: { total: { id: 'total', inputs: [] } },
      ...{ shown: 52.5, managerPoints: null, row: null, appeal: 'none', appealTo: [] },
      parts: [
        { id: 'goals', shown: 45, share: 60 },
        { id: 'manager', shown: 63.8, share: 40 },
      ],
      result: { employeeId: SELLER, versions: [version], read: [], acknowledgedAt: null, appeals: [] },
    },
  ]);
  await company.cloud.timers.runNow('appraisal');
  return `${SELLER}:a-2026-10`;
}

test('a D opens a plan, which both agree on; the verdict says what it brought, and the next goal is taken over', async () => {
  const id = await publishD();
  const phone = await company.phoneOf(SELLER, { page: '/features/notices/pages/inbox/inbox' });
  const name = String((await company.cloud.db.get('employees', SELLER))?.name);
  await phone.tap(`${name}的考核结果需要一份改进计划，请写好并双方确认`);
  await phone.see('来自10月考核：D，52.5 分', '45 分');
  await phone.screenshot('plan-opened');
  await phone.tap('#edit');
  await phone.type('#plan-title', '减少客户投诉');
  await phone.tap('#add');
  await phone.type('#measure-text-0', '参加客户沟通培训');
  await phone.tap('#measure-0 .kind-training', '#metric-typed');
  await phone.type('#metric-name', '每百单投诉');
  await phone.type('#metric-value', '4');
  await phone.type('#metric-unit', '起');
  await phone.type('#metric-count', '200');
  await phone.type('#metric-source', '客服系统');
  await phone.type('#target', '3.5');
  await phone.screenshot('plan-form');
  await phone.tap('#save', '#agree', '#sure');
  await phone.see('减少客户投诉');

  const leader = await company.phoneOf(LEADER, { page: '/pages/me/me' });
  await leader.tap('#plans', '#segment-team');
  await leader.see('等你确认');
  await leader.screenshot('plans-team');
  await leader.tap('#plan-0', '#agree', '#sure', '#report');
  await leader.see('#before:has-text("计划前 4 起")', '#unit:has-text("起")');
  await leader.type('#write-comment', '第一周回顾：每天记录投诉原因');
  await leader.type('#value', '3.7');
  await leader.screenshot('plan-report');
  await confirmSheet(leader, '#write-ok', '最近 3.7 起');
  await leader.tap('#finish-0');
  await leader.type('#write-comment', '证书 2026-118');
  await confirmSheet(leader, '#write-ok', '证书 2026-118');
  await leader.screenshot('plan-running');
  await leader.tap('#decide', '#result-reached');
  await leader.type('#reason', '达到预期，结束计划');
  await leader.type('#value', '3.4');
  await leader.type('#count', '214');
  await leader.type('#peersBefore', '3.6');
  await leader.type('#peersAfter', '3.5');
  await leader.type('#people', '9');
  await leader.type('#nextTitle', '投诉响应更快');
  await leader.type('#nextResult', '首响 10 分钟内');
  await leader.type('#start', '60');
  await leader.type('#target', '90');
  await leader.type('#unit', '%');
  await leader.screenshot('plan-verdict');
  await leader.tap('#save', '.mp-modal >> text="给出结论"');
  await leader.see('计划前 4 起，−15%');

  const own = await company.phoneOf(SELLER, {
    page: `/features/improvement/pages/plan/plan?id=${encodeURIComponent(id)}`,
  });
  await own.see('同岗 9 人同期 3.6 起 → 3.5 起（−2.8%），比同岗好 12.2 个百分点', '达到预期，结束计划');
  await own.screenshot('plan-effect');
  await own.tap('#take');
  await own.see('关键结果 1');
  await own.frame.locator('#title input').waitFor();
  expect(await own.frame.locator('#title input').inputValue()).toBe('投诉响应更快');
  await own.screenshot('plan-next-goal');

  for (const [lang, dark, width] of [
    ['en', false, 320],
    ['zh_CN', true, 390],
    ['en', false, 820],
  ] as const) {
    const look = await company.phoneOf(SELLER, {
      ...{ page: `/features/improvement/pages/plan/plan?id=${encodeURIComponent(id)}`, lang, dark, width },
    });
    await look.frame.locator('#loop').waitFor();
    await look.screenshot(`plan-effect-${lang}-${width}${dark ? '-dark' : ''}`);
  }
});

test('plans are on Pending for whom nothing else waits: those to act on first, own ones among the own requests', async () => {
  const id = `${SELLER}:hand`;
  const person = await company.cloud.db.get('employees', SELLER);
  const plan = {
    ...{ rank: '1:hand', employeeId: SELLER, managerId: LEADER, title: '减少客户投诉', rev: 1, gaps: [] },
    person: { id: SELLER, name: person?.name, nameEn: person?.nameEn },
    ...{ from: '2026-11-23', until: '2027-01-31', state: 'draft', source: { kind: 'hand' }, measures: [] },
    ...{ agreed: { person: null, manager: null }, entries: [], changes: [], metric: null, verdict: null },
  };
  await company.cloud.db.insertMany('improvement_plans', [{ _id: id, ...plan }]);
  const today = await company.phoneOf(SELLER);
  await today.see('改进计划要写 1 份');
  await today.tap('待办');
  await today.see('#segment-waiting.segment-on', '#office-plan-write');
  await today.screenshot('pending-own-plan');

  const agreed = {
    ...{ state: 'agreed', agreed: { person: 1, manager: 1 } },
    measures: [{ id: 'm', kind: 'step', text: '每周复盘', dueOn: '2026-12-01', done: null }],
  };
  await company.cloud.db.updateMany('improvement_plans', { _id: id }, { $set: agreed });
  const idle = await company.phoneOf(SELLER, { page: '/pages/pending/pending' });
  await idle.tap('#segment-mine');
  await idle.see('进行中的改进计划 1 份');
  await idle.screenshot('pending-plan-open');
  await idle.tap('#office-plan-open');
  await idle.see('每周复盘');
});
