import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';
import { SEPTEMBER } from './support/made-before';
import { pickPeriod } from './support/pickers';

/** Monday, 28 September 2026: the leave lies in the week before, with Mid-Autumn on its Friday. */
const company = useCompany(SEPTEMBER);
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const LEAVE = { page: '/features/requests/pages/form/form?type=leave' };
const CALENDAR = '/features/schedule/pages/calendar/calendar';

test('somebody back early from two days of leave gets one back, once the manager has approved it', async () => {
  const phone = await company.phoneOf('E0017', LEAVE);
  await pickPeriod(phone, '2026-09-23', '2026-09-25');
  await phone.tap('#submit');
  await phone.tap('允许');
  await phone.see('已提交');
  const { _id } = await company.requestOf('E0017');
  await company.approveAll('E0017');

  const own = await company.phoneOf('E0017', { page: `/features/requests/pages/detail/detail?id=${_id}` });
  await own.tap('#do-shorten');
  await own.see('从这时起上班');
  await own.screenshot('story-back-early-sheet');
  await own.type('#comment', '项目需要');
  await confirmSheet(own, '#sheet-ok');
  const asked = async () => (await company.cloud.db.find('requests', { cancels: _id }))[0];
  await company.until(async () => (await asked()) !== undefined);
  // What was asked for is found from the leave that it ends.
  const asking = await company.phoneOf('E0017', { page: `/features/requests/pages/detail/detail?id=${_id}` });
  await asking.see('撤销或提前返岗的申请正在审批');
  await asking.screenshot('story-back-early-asked');
  await asking.tap('#undoing');
  await asking.see('撤回', '催办');
  const again = await company.phoneOf('E0009', PENDING);
  await again.see('示例员工庚辰 · 年休假（提前返岗） 1 天');
  await again.see('9月24日 周四 返岗，2 天 → 1 天');
  await again.screenshot('story-back-early-card');
  await company.approveAll('E0017');
  await company.until(async () => (await company.cloud.db.get('requests', _id))?.amountMinutes === 480);
  const balances = await company.phoneOf('E0017', { page: '/features/requests/pages/balances/balances' });
  await balances.see('已用 1 天 · 9 天 在 12月31日 周四 到期');
});

describe('a year whose exchanged days are not announced', () => {
  test('says so in the calendar, in both languages, until HR has entered them', async () => {
    const phone = await company.phoneOf('E0046', { page: CALENDAR });
    await phone.tap('#next-year');
    await phone.see(
      '2027 年的调休安排还没有公布。法定节假日已按法律列出，其余的日子暂按周末计算，请假天数和加班倍数可能变化。',
    );
    await phone.see('中秋节');
    await phone.screenshot('calendar-open-year');
    await phone.tap('#complete');
    await phone.see('未保存：是否录完');
    await phone.tap('#save');
    await phone.see('放假安排是否录完：未录完 → 已录完');
    expect(await company.cloud.db.get('calendars', '2027')).toMatchObject({ complete: true });
    expect(await phone.text()).not.toContain('还没有公布');
    const english = await company.phoneOf('E0046', { page: CALENDAR, lang: 'en', width: 320, dark: true });
    await english.tap('#next-year');
    await english.see('All holidays of this year are entered');
    await english.screenshot('calendar-open-year-en');
  });
  test('warns in the leave form and on the roster', async () => {
    const phone = await company.phoneOf('E0017', LEAVE);
    await pickPeriod(phone, '2027-01-04', '2027-01-05');
    await phone.see('放假安排：2027 年的调休安排还没有公布，这里按周末计算，公布后可能变化');
    await phone.screenshot('leave-open-year');
  });
});
