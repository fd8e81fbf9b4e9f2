import { useCompany } from './support/company';

const company = useCompany();
const HR = 'E0046';
const LIST = { page: '/features/appraisal-office/pages/cycles/cycles' };

test('HR sets up an appraisal from the template for shops, looks ahead and starts it', async () => {
  const phone = await company.phoneOf(HR, LIST);
  await phone.see('还没有考核');
  await phone.screenshot('appraisal-none');
  await phone.tap('新建考核');
  await phone.see('1 用哪套模板', '门店');
  await phone.tap('#template-retail');
  await phone.see('合计 100%');
  await phone.screenshot('appraisal-setup');
  await phone.tap('#save');
  await phone.see('启动前检查', '开始前看一看');
  await phone.screenshot('appraisal-check');
  await phone.tap('#questionnaires');
  await phone.see('这是本周期的问卷，启动前可以修改，启动后固定', '其他所有岗位');
  await phone.screenshot('questionnaires');
  await phone.tap('#questionnaire-everybody');
  await phone.tap('#item-service');
  await phone.type('#item-name-service', '接待顾客');
  await phone.type('#section-weight-customers', '50');
  await phone.see('各部分占比合计 90%，要正好 100%');
  await phone.screenshot('questionnaire-edit');
  await phone.type('#section-weight-customers', '60');
  await phone.tap('#mode-preview');
  await phone.see('接待顾客');
  await phone.screenshot('questionnaire-preview');
  await phone.tap('#save');
  await phone.see('给某些岗位单独一份');
  await phone.tap('.mp-back');
  await phone.see('启动前检查');
  await phone.tap('#start', '.mp-modal >> text="启动"');
  await phone.see('考核进度', '填写中', '还没完成的人');
  await phone.screenshot('appraisal-cycle');
  const [cycle] = await company.cloud.db.find('appraisal_cycles');
  expect(cycle).toMatchObject({ state: 'running', template: 'retail' });
  expect(JSON.stringify(cycle?.review)).toContain('接待顾客');
  expect(await company.cloud.db.count('appraisal_people')).toBeGreaterThan(40);

  await phone.tap('#remind', '.mp-modal >> text="发送"');
  await phone.see('#late');
  await company.until(async () =>
    (await company.cloud.db.find('messages')).some(({ event }) => event === 'appraisal.late'),
  );
  await phone.tap('#amend');
  await phone.see('改什么');
  await phone.screenshot('appraisal-amend');
  await phone.tap('#what-title');
  await phone.type('#title-zh', '十一月门店考核');
  await phone.type('#reason', '名称写得更清楚');
  await phone.tap('#save');
  await phone.see('十一月门店考核', '名称写得更清楚');
  await phone.screenshot('appraisal-amended');

  const staff = await company.phoneOf('E0012', {
    page: '/features/appraisal-office/pages/state/state',
  });
  await staff.see('十一月门店考核', '正在填写', '你在这一期里');
  await staff.screenshot('appraisal-state');
});
