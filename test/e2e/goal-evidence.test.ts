import { useCompany } from './support/company';

const company = useCompany();
const CYCLE = '2026-11';
/** An account manager, and the leader of the team. */
const [SELLER, LEADER] = ['E0037', 'E0029'];
/** A picture, by its first bytes, that the simulated content check refuses. */
const REFUSED = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('违禁示例')]);
const KEY_RESULT = `/features/goals/pages/key-result/key-result?sheet=${CYCLE}%3Ap-${SELLER}&id=result`;

test('a picture goes with a check-in and a report, the leader sees it, and one that WeChat refuses is hidden', async () => {
  const phone = await company.phoneOf(SELLER, { page: KEY_RESULT });
  await phone.see('照片或文件（选填，最多 3 个）');
  await phone.type('#value', '2');
  await phone.tap('#add-file', '拍照或从相册选', '测试照片 Test picture');
  await phone.see('附件 1', '删除');
  await phone.screenshot('goal-evidence-form');
  await phone.tap('#save');
  await phone.see('跟着动的');
  await phone.frame.locator('.shown .thumb').first().waitFor();
  await phone.screenshot('goal-evidence-history');

  const report = await company.phoneOf(SELLER, {
    page: `/features/goals/pages/report/report?cycle=${CYCLE}`,
  });
  await report.type('#text', '门店陈列已调整');
  await report.page.route('**/client/upload**', (route) => route.continue({ postData: REFUSED }));
  await report.tap('#add-file', '拍照或从相册选', '测试照片 Test picture');
  await report.see('附件 1', '删除');
  await report.screenshot('goal-evidence-report');
  await report.tap('#save');
  await report.page.unroute('**/client/upload**');
  const isHidden = async () =>
    (await company.cloud.db.find('goal_files', {})).some(
      ({ check }) => (check as { state: string } | undefined)?.state === 'refused',
    );
  await company.until(isHidden);

  const head = await company.phoneOf(LEADER, {
    page: `/features/goals/pages/team-day/team-day?cycle=${CYCLE}`,
  });
  await head.see('门店陈列已调整', '附件 1 已隐藏');
  await head.screenshot('goal-evidence-team-day');
  const seen = await company.phoneOf(LEADER, { page: KEY_RESULT });
  await seen.frame.locator('.shown .thumb').first().waitFor();
});
