import type { ReviewFigures } from '#contracts/review';
import { useCompany } from './support/company';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
const HOME = { page: '/features/reviews/pages/home/home' };
const CYCLE = 'a-2026-11';

/** A leader with a manager above, three of their reports, and colleagues elsewhere. */
const [LEADER, MANAGER] = ['E0029', 'E0002'];
const REPORTS = ['E0037', 'E0038', 'E0039'];
const PEERS = ['E0010', 'E0011', 'E0012', 'E0013', 'E0014'];
const HR = 'E0046';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const LEVELS = [
  { value: 1, text: text('很少做到') },
  { value: 3, text: text('大多做到') },
  { value: 5, text: text('总是做到，并带动别人') },
];
const QUESTIONNAIRE = {
  ...{ id: 'q', name: text('通用'), jobs: [] },
  sections: [
    {
      ...{ id: 's', name: text('协作'), weight: 100 },
      items: [
        { id: 'team', kind: 'rating', name: text('配合与响应'), weight: 1, levels: LEVELS },
        {
          ...{ id: 'care', kind: 'rating', name: text('关心团队里的人'), weight: 1, levels: LEVELS },
          relations: ['self', 'manager', 'peer', 'report'],
        },
        { id: 'keep', kind: 'text', name: text('请继续做什么') },
      ],
    },
  ],
};

async function begin(): Promise<void> {
  const { db } = company.cloud;
  const people = new Map((await db.find('employees')).map((person) => [String(person._id), person]));
  const briefOf = (id: string) => ({ id, name: people.get(id)?.name, nameEn: people.get(id)?.nameEn });
  const personOf = (id: string, managerId: string, reports: readonly string[]) => ({
    ...{ _id: `${CYCLE}:${id}`, cycleId: CYCLE, person: briefOf(id), managerId, reports },
    ...{ departmentId: people.get(id)?.departmentId, departmentPath: [], job: people.get(id)?.job },
    ...{ hiredOn: '2024-01-05', questionnaireId: 'q' },
  });
  await db.insertMany('appraisal_cycles', [
    {
      ...{
        _id: CYCLE,
        rev: 1,
        state: 'running',
        template: 'own',
        createdBy: HR,
        title: text('2026 年 11 月考核'),
      },
      ...{ goalCycleId: '2026-11', from: '2026-11-01', to: '2026-11-30', departments: [], training: [] },
      scheme: {
        parts: [],
        curves: [],
        decimals: 1,
        leastShare: 50,
        grades: { by: 'quota', grades: [], enforcedFrom: null },
      },
      review: {
        ...{ scale: { least: 1, most: 5 }, threshold: 3, peers: { least: 3, most: 8 } },
        weights: { self: 10, manager: 30, peer: 30, report: 20, customer: 10 },
        ...{ questionnaires: [QUESTIONNAIRE], peersUntil: '2026-11-24', confirmUntil: '2026-11-25' },
      },
      ...{ hiredUntil: '2026-11-01', answersUntil: '2026-11-27', appealDays: 5 },
      ...{ startedAt: Date.parse('2026-11-15T09:00:00+08:00'), closedAt: null, publishedAt: null },
      ...{ cursor: '', amendments: [] },
    },
  ]);
  await db.insertMany('appraisal_people', [
    personOf(LEADER, MANAGER, REPORTS),
    ...REPORTS.map((id) => personOf(id, LEADER, [])),
  ]);
}

/** Goals of the leader, with what was reported early and late in the cycle. */
async function addGoals(): Promise<void> {
  const { db } = company.cloud;
  await db.updateMany('employees', { _id: LEADER }, { $set: { managerId: MANAGER } });
  const checkIn = (day: string, value: number, note: string) => ({
    ...{ id: `check-in-${day}`, at: Date.parse(`${day}T18:00:00+08:00`), day, source: 'check-in', note },
    by: { id: LEADER, name: '示例', nameEn: 'Demo' },
    entries: [{ keyResultId: 'kr', mode: 'set', value }],
  });
  const keyResult = {
    ...{ id: 'kr', title: '华东新签门店', weight: 100, source: 'own' },
    measure: { kind: 'raise', start: 0, target: 20, unit: '家' },
  };
  const shape = { weight: 100, alignedWeight: 0, alignedTo: [], state: 'active' };
  await db.insertMany('goal_sheets', [
    {
      ...{ _id: `2026-11:p-${LEADER}`, cycleId: '2026-11', owner: { kind: 'person', id: LEADER }, tier: 0 },
      objectives: [{ ...shape, id: 'o', title: '把华东做成样板区', keyResults: [keyResult] }],
      ...{ base: {}, archived: [], parts: {}, above: [], left: [], memory: [], amendments: [], revs: {} },
      log: [checkIn('2026-11-04', 6, '月初谈下六家'), checkIn('2026-11-18', 9, '两家推迟到下月')],
      ...{ rev: 1, planRev: 1, state: 'open', rollUp: 'done', touchedAt: 1 },
    },
  ]);
}

const call = async (openid: string, action: string, input: object) => {
  const as = { kind: 'user', openid } as const;
  const { result } = await company.cloud.invoke('appraisal', { action, input }, { as });
  const { ok, data, error } = result as { ok: boolean; data: Record<string, never>; error: unknown };
  if (!ok) throw new Error(`${action}: ${JSON.stringify(error)}`);
  return data;
};
const openidOf = (id: string): string => `demo_openid_${id}`;
const send = (id: string, ratings: object, texts: object = {}) =>
  call(openidOf(id), 'sendReview', { cycleId: CYCLE, subjectId: LEADER, ratings, texts });

test('a leader chooses colleagues, the manager confirms them, everybody answers, and of two customers nothing is shown', async () => {
  await begin();
  await addGoals();
  const leader = await company.phoneOf(LEADER, HOME);
  await leader.see('2026 年 11 月考核', '自评', '你的下属', '选择同事', '邀请客户');
  await leader.screenshot('reviews-home');
  await leader.tap('#link-peers');
  await leader.see('还没有选', '常一起工作的');
  for (const id of PEERS.slice(0, 3)) {
    await leader.tap('#find');
    await leader.type('#person-search', id);
    await leader.tap(`#person-${id}`);
  }
  await leader.see('已选 3 位');
  await leader.screenshot('reviews-peers');
  await leader.tap('#save');
  await leader.see('已选 3 位，等主管确认');

  const manager = await company.phoneOf(MANAGER, HOME);
  await manager.see('1 人的同事名单等你确认');
  await manager.tap('#link-team');
  await manager.see('同事名单等确认（3 位）');
  await manager.screenshot('reviews-team');
  await manager.tap(`#person-${LEADER}`);
  for (const id of PEERS.slice(3)) {
    await manager.tap('#find');
    await manager.type('#person-search', id);
    await manager.tap(`#person-${id}`);
  }
  await manager.tap('#save', '.mp-modal >> text="确认名单"');
  await manager.see('同事 5 位');

  await leader.tap('#link-customers');
  await leader.see('还没有邀请客户');
  const codes: string[] = [];
  for (const name of ['星河科技 王经理', '远山贸易']) {
    await leader.type('#note', name);
    await leader.tap('#invite');
    await leader.see(`给${name}的邀请`, '发给客户');
    await leader.tap('#share');
    codes.push(/code=([\w-]{22})/.exec(await leader.read('.mp-modal'))?.[1] ?? '');
    await leader.tap('.mp-modal >> text="确定"');
  }
  await leader.screenshot('reviews-customers');

  const peer = await company.phoneOf(PEERS[0] ?? '', { ...HOME, messages: 'ask' });
  await peer.see('同事', '未开始');
  await peer.tap(`#task-${LEADER}`);
  await peer.see('配合与响应');
  expect(await peer.read('#privacy')).toContain('你的名字和单份答案不会给任何人看');
  await peer.tap('#facts');
  await peer.see('把华东做成样板区', '收到的反馈');
  expect(await peer.read('.screen')).not.toContain('月初谈下六家');
  await peer.tap('#level-team-4', '#level-care-5');
  await peer.type('#text-keep', '每周把计划讲清楚');
  await peer.see('已保存', '已答 2/2');
  await peer.screenshot('reviews-form');
  // What the server does not have is there again after the app was closed, and is not sent by itself.
  await peer.set({ network: 'offline' });
  await peer.type('#text-keep', '每周把计划讲清楚，很有帮助');
  await peer.see('还没保存上，联网后自动再存');
  await peer.reload();
  await peer.see('这份评估没有加载出来');
  await peer.set({ network: 'online' });
  await peer.see('找回了上次没保存上的 1 项，不会自动提交');
  await peer.screenshot('reviews-restored');
  await peer.tap('#send');
  expect(await peer.read('#question')).toContain('提交后不能再改');
  await peer.screenshot('reviews-sure');
  await peer.tap('#not-sure');
  expect(await peer.text()).not.toContain('申请给你发送');
  await peer.tap('#send', '#sure');
  await peer.see('申请给你发送以下消息各一次', 'demo-waiting');
  await peer.tap('允许');
  await peer.see('已提交');

  const rater = await company.phoneOf(MANAGER, {
    page: `/features/reviews/pages/form/form?cycle=${CYCLE}&id=${LEADER}`,
  });
  await rater.tap('#facts');
  await rater.see('每周汇报', '月初谈下六家', '两家推迟到下月');
  await rater.screenshot('reviews-facts');

  const customer = await company.phone({
    person: 'customer-of-galaxy',
    page: `/features/reviews/pages/customer/customer?code=${codes[0]}`,
  });
  await customer.see('配合与响应');
  expect(await customer.read('#privacy')).toContain('不会告诉任何人是谁答的');
  await customer.tap('#level-team-5');
  await customer.screenshot('reviews-customer');
  await customer.tap('#send');
  expect(await customer.read('#question')).toContain('提交后不能再改');
  await customer.tap('#sure');
  await customer.see('已提交，谢谢');

  const thief = await company.phone({
    person: 'who-has-photographed-it',
    page: `/features/reviews/pages/customer/customer?code=${codes[0]}`,
  });
  await thief.see('打不开这个邀请');
  const cut = await company.phone({
    person: 'whose-link-was-cut',
    page: '/features/reviews/pages/customer/customer',
  });
  await cut.see('这个邀请不存在、已用过或已截止，请向邀请你的人要一个新的');

  await call('customer-of-hills', 'answerAsCustomer', { code: codes[1], ratings: { team: 1 }, texts: {} });
  await send(LEADER, { team: 5, care: 4 });
  await send(MANAGER, { team: 4, care: 4 });
  for (const [at, id] of PEERS.slice(1).entries())
    await send(id, { team: 3 + (at % 2), care: 4 }, { keep: `第 ${at} 条建议：多开短会` });
  for (const id of REPORTS) await send(id, { team: 4, care: 3 });
  company.cloud.clock.set(Date.parse('2026-11-28T09:00:00+08:00'));
  // Moving the clock starts timers that are due.
  await company.cloud.timers.runDue();
  await company.cloud.timers.runNow('appraisal');
  await company.cloud.db.updateMany('appraisal_cycles', { _id: CYCLE }, { $set: { state: 'published' } });
  company.cloud.clock.set(Date.parse('2026-11-28T09:05:00+08:00'));

  const published = await call(openidOf(LEADER), 'reviewFigures', { cycleId: CYCLE, employeeId: LEADER });
  const { groups } = published.figures as unknown as Pick<ReviewFigures, 'groups'>;
  const meanOf = new Map(groups.map(({ relation, mean }) => [relation, mean]));
  expect([meanOf.get('self')?.mean, meanOf.get('peer')?.mean, meanOf.get('customer')]).toEqual([
    4.5,
    3.9,
    null,
  ]);
  const said = groups.flatMap(({ texts }) => texts.flatMap(({ texts: all }) => all));
  expect(said).toContain('每周把计划讲清楚，很有帮助');
});

test('who has nothing to do is told what will be here; an invitation that is none says so', async () => {
  const nobody = await company.phoneOf('E0012', HOME);
  await nobody.see('现在没有要填的评估');
  await nobody.screenshot('reviews-empty');
  const stranger = await company.phone({
    person: 'somebody',
    page: `/features/reviews/pages/customer/customer?code=${'x'.repeat(22)}`,
  });
  await stranger.see('打不开这个邀请');
  await stranger.screenshot('reviews-customer-wrong');
});
