import { useCompany } from './support/company';
import { sendForm } from './support/send-form';

const company = useCompany();
/** Of somebody who wants no messages: no sheet of WeChat's lies over the cards. */
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const NEW = { page: '/features/requests/pages/new/new' };
const APPLICANT = 'E0017';
/** As long as a reason may be, nearly. */
const REASON = '与客户签订年度合同。'.repeat(45);

test('用印: asked for in the app, signed by the head of the department, then by administration', async () => {
  const phone = await company.phoneOf(APPLICANT, NEW);
  await phone.tap('用印申请');
  await phone.see('部门负责人', '行政');
  await phone.screenshot('seal-form');
  await phone.tap('合同专用章');
  await phone.type('#input-copies', '3');
  await phone.type('#input-reason', REASON);
  await phone.tap('#submit');
  await phone.see('用印文件');
  expect(await company.cloud.db.count('requests', { applicantId: APPLICANT })).toBe(0);
  await phone.tap('#add-files', '拍照或从相册选', '测试照片 Test picture');
  await sendForm(phone);
  const sent = await company.requestOf(APPLICANT);
  expect(sent).toMatchObject({ kind: 'seal', title: { 'zh-CN': '合同专用章 3 份' }, state: 'pending' });

  for (const step of [0, 1]) {
    const { _id, waitingFor, rev } = await company.requestOf(APPLICANT);
    const desk = await company.phoneOf(waitingFor[0] ?? '', PENDING);
    await desk.see('示例员工庚辰 · 合同专用章 3 份');
    // However long the reason, card and buttons fit on one screen; the detail has all of it.
    const card = await desk.frame.locator(`#card-${_id}`).boundingBox();
    expect(card?.height).toBeLessThan(320);
    if (step === 0) await desk.screenshot('seal-card');
    await desk.tap(`#card-${_id} >> text="同意"`);
    await desk.see('已同意 1 项');
    await company.until(async () => (await company.requestOf(APPLICANT)).rev > rev);
  }
  expect(await company.requestOf(APPLICANT)).toMatchObject({ state: 'approved', waitingFor: [] });
  const detail = await company.phoneOf(APPLICANT, {
    page: `/features/requests/pages/detail/detail?id=${sent._id}`,
  });
  await detail.see('已同意');
  await detail.see(REASON);
  await detail.screenshot('seal-detail');
});
