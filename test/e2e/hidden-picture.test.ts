import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';
import { sendForm } from './support/send-form';

const company = useCompany();
const APPLICANT = 'E0017';
/** A picture, by its first bytes, that the simulated content check refuses. */
const REFUSED = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('违禁示例')]);
const NEW = { page: '/features/requests/pages/new/new' };
const detailOf = async () => ({
  page: `/features/requests/pages/detail/detail?id=${(await company.requestOf(APPLICANT))._id}`,
});

test('a picture that WeChat refuses is hidden, both sides are told, and the request goes on without it', async () => {
  const phone = await company.phoneOf(APPLICANT, NEW);
  await phone.tap('用印申请');
  await phone.tap('合同专用章');
  await phone.type('#input-copies', '1');
  await phone.type('#input-reason', '与客户签订年度合同');
  await phone.page.route('**/client/upload**', (route) => route.continue({ postData: REFUSED }));
  await phone.tap('#add-files', '拍照或从相册选', '测试照片 Test picture');
  await phone.see('删除');
  await sendForm(phone);
  await phone.page.unroute('**/client/upload**');
  const { _id, waitingFor } = await company.requestOf(APPLICANT);
  const hidden = async () =>
    ((await company.cloud.db.get('requests', _id))?.hiddenFiles as string[])?.length === 1;
  await company.until(hidden);

  const desk = await company.phoneOf(waitingFor[0] ?? '', { ...(await detailOf()), messages: 'refused' });
  await desk.see('已隐藏：没有通过微信的内容检查', '如果审批需要它，请退回申请');
  await desk.see('一张图片没有通过微信的内容检查，已隐藏');
  await desk.screenshot('hidden-picture-decider');
  await desk.tap('#more', '退回');
  await desk.see('退回给申请人修改');
  await confirmSheet(desk, '#sheet-ok');
  await company.until(async () => (await company.requestOf(APPLICANT)).state === 'returned');

  const inbox = await company.phoneOf(APPLICANT, { page: '/features/notices/pages/inbox/inbox' });
  await inbox.tap('你的申请里有一张图片没有通过微信的内容检查，已隐藏。打开申请看看可以怎么办');
  await inbox.see('去掉它或换一张，再重新提交');
  await inbox.screenshot('hidden-picture-owner');
  await inbox.tap('#do-resubmit');
  await inbox.see('删除');
  await inbox.tap('#submit');
  await inbox.see('有图片没有通过微信的内容检查，请删除或换一张');
});
