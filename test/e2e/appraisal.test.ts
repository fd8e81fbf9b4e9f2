import { APPRAISAL, beginAppraisal } from './support/appraisal-demo';
import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });

/** The sales team of the east: its leader, somebody of it, HR, and who leads the company. */
const [UNIT, LEADER, SELLER, HR, TOP] = ['D22', 'E0029', 'E0037', 'E0046', 'E0001'];
const BOARD = `/features/appraisal/pages/board/board?cycle=${APPRAISAL}&unit=${UNIT}`;
const REPORT = `/features/appraisal/pages/report/report?cycle=${APPRAISAL}`;

async function publish(): Promise<void> {
  const hr = await company.phoneOf(HR, { page: '/features/appraisal/pages/boards/boards' });
  await hr.tap(`#board-${UNIT}`, '#lock', '.mp-modal >> text="锁定"');
  await hr.see('已锁定');
  const list = await company.phoneOf(HR, { page: '/features/appraisal/pages/boards/boards' });
  await list.see('全部锁定，可以公布');
  await list.screenshot('appraisal-boards');
  await list.tap('#publish', '#sure');
  await list.see('已公布');
  await list.tap('#distribution');
  await list.see('分布对照', '.card:has-text("本期有分数的")');
}

test('a grade is changed with a reason, locked and published; the person reads it, appeals, and sees both versions', async () => {
  await beginAppraisal(company.cloud, UNIT);
  const leader = await company.phoneOf(LEADER, { page: BOARD });
  await leader.see('未锁定', '按分数排列', '.head:has-text("华东销售组")');
  await leader.screenshot('appraisal-board');
  await leader.tap(`#row-${SELLER}`);
  await leader.see('#to-A');
  await leader.tap('#to-A');
  await leader.type('#change-comment', '11 月承接停业门店客户 40 位，目标没有相应下调');
  await leader.screenshot('appraisal-change');
  await confirmSheet(
    leader,
    '#change-ok',
    `#row-${SELLER}:has-text("→ A")`,
    '.changed:has-text("11 月承接停业门店客户 40 位")',
  );

  const early = await company.phoneOf(SELLER, { page: REPORT });
  await early.see('没有取到评估报告');
  await publish();

  const phone = await company.phoneOf(SELLER, { page: REPORT });
  await phone.see('#grade:has-text("优秀 · 等级 A")', '评分依据', '#used:has-text("57.1/42.9")');
  await phone.screenshot('appraisal-report');
  await phone.tap('#node-goals');
  await phone.see('.basis:has-text("× 100%")');
  await phone.screenshot('appraisal-report-open');
  await phone.tap('#acknowledge');
  await phone.tap('#appeal');
  await phone.type('#appeal-comment', '投诉数里有两件不是我的客户');
  await confirmSheet(phone, '#appeal-ok', '等待答复', '投诉数里有两件不是我的客户');

  const top = await company.phoneOf(TOP, { page: '/features/appraisal/pages/appeals/appeals' });
  await top.tap(`#appeal-${SELLER}`);
  await top.see('#appeals:has-text("投诉数里有两件不是我的客户")');
  await top.tap('#decide');
  await top.type('#new-score', '90');
  await top.type('#decide-comment', '核对过，两件已改记');
  await top.screenshot('appraisal-decide');
  await confirmSheet(top, '#decide-ok', '每一版结果', '#versions:has-text("第 2 版 · 90 分")');

  const after = await company.phoneOf(SELLER, { page: '/pages/me/me' });
  await after.tap('#results');
  await after.see('我的结果', '未阅');
  await after.screenshot('appraisal-results');
  await after.tap(`[id="result-${APPRAISAL}:${SELLER}"]`);
  await after.see('90', '#versions:has-text("第 1 版")', '#versions:has-text("第 2 版 · 90 分")', '已调整');
  await after.screenshot('appraisal-report-changed');
});

test('a reason that was written is there until it has arrived, and is saved once', async () => {
  await beginAppraisal(company.cloud, UNIT);
  const leader = await company.phoneOf(LEADER, { page: BOARD });
  const why = '11 月承接停业门店客户 40 位';
  const written = () => leader.find('#change-comment textarea').inputValue();
  const changes = async () => {
    const [result] = await company.cloud.db.find('appraisal_results', { 'person.id': SELLER });
    return (result as unknown as { row: { changes: readonly unknown[] } }).row.changes;
  };
  await leader.tap(`#row-${SELLER}`, '#to-A');
  await leader.type('#change-comment', why);
  await leader.set({ network: 'offline' });
  await leader.tap('#change-ok');
  await leader.see('#change-error:has-text("现在没有网络，写的都在")');
  expect(await written()).toBe(why);
  await leader.screenshot('appraisal-change-offline');

  // It arrives, and the answer is lost.
  await leader.set({ network: 'lost' });
  await leader.tap('#change-ok');
  await leader.see('#change-error:has-text("没有收到答复，写的都在")');
  expect([await written(), (await changes()).length]).toEqual([why, 1]);

  // Closed and opened again it stands there still.
  await leader.set({ network: 'online' });
  await leader.tap('#change-cancel', `#row-${SELLER}`, '#to-A');
  expect(await written()).toBe(why);
  await leader.tap('#change-ok');
  await leader.see(`#row-${SELLER}:has-text("→ A")`, `.changed:has-text("${why}")`);
  expect(await changes()).toHaveLength(1);
});

test('HR sees the pool and changes what a grade is worth from a day on', async () => {
  await beginAppraisal(company.cloud, UNIT);
  await publish();
  const pool = await company.phoneOf(HR, { page: '/features/appraisal/pages/pool/pool' });
  await pool.see('#sentence:has-text("前 20% 是")');
  await pool.screenshot('appraisal-pool');
  const phone = await company.phoneOf(HR, { page: '/features/appraisal/pages/bonus/bonus' });
  await phone.see('.card:has-text("改动从某天起生效")');
  await phone.type('#percent-0-0', '18');
  await phone.screenshot('appraisal-bonus');
  await phone.tap('#save');
  await phone.see('#history:has-text("第 1 版")');
  expect((await company.cloud.db.get('bonus_rules', 'company'))?.rules).toMatchObject([
    { rates: [{ grade: 'A', percent: 18 }, {}, {}, {}] },
  ]);
});
