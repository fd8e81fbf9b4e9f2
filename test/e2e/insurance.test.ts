import { useCompany } from './support/company';
import { picture } from './support/picture';

const company = useCompany();
const BASES = '/features/pay-insurance/pages/bases/bases';
const PROFILE = '/features/pay-insurance/pages/profile/profile';
const PAYROLL = 'E0006';

test('payroll pastes bases, is told of a damaged amount, and sees what a rate comes to before it is saved', async () => {
  const payroll = await company.phoneOf(PAYROLL, { page: BASES });
  await payroll.see('还没有填');
  await payroll.tap('#paste');
  await payroll.type('#paste-text', '工号\t起始月份\t社保\t公积金\nE0012\t2026-07\t2.0E+04\t20000');
  await payroll.see('第 2 行：金额“2.0E+04”看不懂，可能被表格软件改过');
  await payroll.screenshot('insurance-paste-wrong');
  await payroll.type('#paste-text', 'E0012\t2026-07\t20000\t20000\nE0013\t2026-07\t50,000\t50,000\t\t7%\t8%');
  await payroll.tap('#check');
  await payroll.see('第 2 行：E0013 的补充公积金比例要在 1% 到 5% 之间');
  await payroll.screenshot('insurance-percent-refused');
  await payroll.type(
    '#paste-text',
    'E0012\t2026-07\t20000\t20000\nE0013\t2026-07\t50,000\t50,000\t\t7%\t3%/5%',
  );
  await payroll.tap('#check');
  await payroll.see(
    '还没有填 → 2026年7月起 · 社保 ¥50,000.00 · 公积金 ¥50,000.00 · 公积金 7% · 补充公积金 单位 3%、个人 5%',
  );
  await picture(payroll, 'insurance-paste-checked');
  await payroll.tap('#save');
  await company.until(async () => (await company.cloud.db.find('insurance_bases', {})).length === 2);
  await payroll.see('2026年7月起 · 社保 ¥20,000.00 · 公积金 ¥20,000.00');
  await payroll.screenshot('insurance-bases');

  const settings = await company.phoneOf(PAYROLL, { page: PROFILE });
  await settings.see('已过期，请录入新通知');
  await settings.screenshot('insurance-profile');
  await settings.type('#injury', '0.4');
  await settings.type('#fund-employer', '7');
  await settings.type('#supplementary-employer', '2');
  await settings.see('补充公积金的两个比例要么都填，要么都空着；要在 0 到 100 之间，最多四位小数');
  await settings.type('#supplementary-employee', '2');
  await settings.tap('#add-notice');
  await settings.tap('#way-averages');
  await settings.type('#notice-second', '13,000');
  await settings.type('#notice-source', '测试用通知');
  await settings.find('#way-averages').scrollIntoViewIfNeeded();
  await settings.screenshot('insurance-average');
  await settings.tap('#preview');
  await settings.see('2026年11月：2 人中有 2 人变化');
  await settings.find('#effect').scrollIntoViewIfNeeded();
  await picture(settings, 'insurance-effect');
  await settings.tap('#save');
  await company.until(async () => (await company.cloud.db.find('insurance_profiles', {})).length === 1);
  await settings.see('2025 年 ¥13,000.00，11月23日公布。依据：测试用通知');
  await settings.find('#averages').scrollIntoViewIfNeeded();
  await settings.screenshot('insurance-averages');
  await settings.find('#history').scrollIntoViewIfNeeded();
  expect(await settings.text()).toMatch(/改到第 1 版/);
  await picture(settings, 'insurance-saved');
  const narrow = await company.phoneOf(PAYROLL, { page: PROFILE, width: 320 });
  await narrow.see('已过期，请录入新通知');
  await narrow.screenshot('insurance-profile-320');
  const english = await company.phoneOf(PAYROLL, { page: PROFILE, lang: 'en' });
  await english.see('Ended: enter the new notice');
  await picture(english, 'insurance-profile-en');
});
