import { useCompany } from './support/company';
import { actors } from './support/story';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
const { goals } = actors(company);
const GOALS = { page: '/pages/goals/goals' };
const CYCLE = '2026-11';

/** An account manager, the leader of the team, and of the company. */
const [SELLER, LEADER, TOP] = ['E0037', 'E0029', 'E0001'];

const ringOf = async (page: string, person: string) => {
  const phone = await company.phoneOf(person, { page });
  await phone.see('目标');
  return phone;
};

test('what somebody did today moves their key results, the team and the company at once', async () => {
  const phone = await company.phoneOf(SELLER, GOALS);
  await phone.see('华东新客户', '成交客户', '今天做了什么');
  await phone.screenshot('goals-mine');
  await phone.tap('#report');
  await phone.see('其他关键结果');
  await phone.type('#text', '接待 50 位客户，成交 3 位客户，处理客户投诉 2 起');
  await phone.frame.locator('#proposal-0').waitFor();
  await phone.screenshot('goals-report');
  // Two figures with the word customers: the person says which is which.
  await phone.tap('#proposal-0 >> text="不算"', '#proposal-1 >> text="成交客户"', '#save');
  await phone.see('跟着动的', '华东销售组', '销售部', '示例科技');
  await phone.screenshot('goals-moved');
  const sheet = await company.cloud.db.get('goal_sheets', `${CYCLE}:p-${SELLER}`);
  expect(sheet?.log).toMatchObject([{}, { source: 'report', day: '2026-11-23' }]);

  const head = await company.phoneOf(LEADER, GOALS);
  await head.tap('#segment-team');
  await head.see('示例员工辛丑');
  await head.screenshot('goals-team');
  await head.tap('#team-day');
  await head.see('接待 50 位客户，成交 3 位客户，处理客户投诉 2 起');
  await head.screenshot('goals-team-day');
  const top = await company.phoneOf(TOP, GOALS);
  await top.tap('#segment-company');
  await top.see('全年收入增长 30%', '新增客户');
  await top.tap('[aria-label="1 个下级"] >> nth=1');
  await top.see('销售部');
  await top.screenshot('goals-tree');
});

test('a figure is reported with one tap and a number, and taken back', async () => {
  const phone = await ringOf('/pages/goals/goals', SELLER);
  await phone.tap('#key-result-result');
  await phone.see('更新进展', '填过的进展');
  await phone.type('#value', '2');
  await phone.frame.locator('#preview').waitFor();
  await phone.screenshot('goals-key-result');
  await phone.tap('#confidence-at-risk', '#save');
  await phone.see('跟着动的', '增加 2\u00a0位', '50% → 60%');
  expect(await phone.tightSpots()).toEqual([]);
  await phone.tap('撤回', '.mp-modal >> text="撤回"');
  await phone.see('已撤回');
});

test('an objective is written, aligned, and refused while its weights do not sum to 100', async () => {
  const phone = await company.phoneOf('E0038', GOALS);
  await phone.tap('#objective-own');
  await phone.see('关键结果 1', '权重合计 100%');
  expect(await phone.tightSpots()).toEqual([]);
  await phone.screenshot('goals-objective');
});

test('the goals of a cycle are copied into the next one, further than they were', async () => {
  await goals('E0046', 'saveCycle', { kind: 'month', from: '2026-12-01' });
  const phone = await company.phoneOf(SELLER, {
    page: `/features/goals/pages/clone/clone?sheet=${encodeURIComponent(`2026-12:p-${SELLER}`)}`,
  });
  await phone.see('复制到2026年12月', '2026年11月', '华东新客户', '权重合计 100%');
  await phone.type('#raise', '10');
  await phone.frame.locator('.was').first().waitFor();
  await phone.screenshot('goals-clone');
  await phone.tap('#save');
  await company.until(async () => {
    const sheet = await company.cloud.db.get('goal_sheets', `2026-12:p-${SELLER}`);
    return (sheet?.objectives as { title: string }[] | undefined)?.[0]?.title === '华东新客户';
  });
});
