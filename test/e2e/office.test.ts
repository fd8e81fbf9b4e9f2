import { Workbook } from 'exceljs';
import { readCsv, readWorkbook } from '../support/spreadsheet';
import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';
import type { Phone } from './support/phone';

const company = useCompany();
const OFFICE = '/features/office/pages';
const HR = 'E0046';
const OTHER_HR = 'E0047';
const as = (employeeId: string) => ({ as: { kind: 'user' as const, openid: `demo_openid_${employeeId}` } });

/** A finger pulls the page down. */
const pull = (phone: Phone): Promise<void> =>
  phone.frame.evaluate(() => {
    const { wx } = globalThis as unknown as { wx: { startPullDownRefresh(): Promise<unknown> } };
    return wx.startPullDownRefresh().then(() => undefined);
  });

test('the team board: found from Today, filtered, and true again after a punch', async () => {
  const phone = await company.phoneOf('E0009');
  await phone.tap('#team-link');
  await phone.see('我的下属');
  const mine = () => phone.read('#member-E0012');
  expect(await mine()).toContain('未到');
  await phone.screenshot('office-team');
  const colleague = await company.phoneOf('E0012');
  await colleague.tap('#dial');
  await colleague.see('已打卡 08:57');
  await pull(phone);
  await company.until(async () => (await mine()).includes('08:57 上班'));
  expect(await mine()).toContain('在岗');
  await phone.tap('#chip-in');
  const shown = await phone.frame.locator('[id^=member-]').allTextContents();
  expect(shown.length).toBeGreaterThan(0);
  for (const row of shown) expect(row).toContain('在岗');
  expect(await phone.find('#choose').count()).toBe(0);
  await phone.tap('#member-E0012');
  await phone.see('工号 E0012');
  await phone.screenshot('office-person');
});

test('who is on leave next week is seen from the board', async () => {
  const phone = await company.phoneOf('E0009', { page: `${OFFICE}/team/team`, width: 320 });
  await phone.tap('#week');
  await phone.see('本周 11/23–11/29');
  await phone.tap('#next');
  await phone.see('下周 11/30–12/6');
  expect(await phone.read('#member-E0013')).toContain('待批');
  await phone.screenshot('office-week-320');
  await phone.tap('#member-E0013');
  await phone.see('工号 E0013');
});

test('the board looks again by itself while it is seen, and only then', async () => {
  const colleague = await company.phoneOf('E0012');
  await colleague.tap('#dial');
  await colleague.see('已打卡 08:57');
  const phone = await company.phoneOf('E0009', { page: `${OFFICE}/home/home` });
  await phone.frame.evaluate(() => {
    const seen = globalThis as unknown as {
      every: Map<number, () => void>;
      setInterval: unknown;
      clearInterval: unknown;
    };
    seen.every = new Map();
    seen.setInterval = (run: () => void) => seen.every.set(seen.every.size + 1, run).size;
    seen.clearInterval = (id: number) => seen.every.delete(id);
  });
  const ticks = () =>
    phone.frame.evaluate(() => {
      const { every } = globalThis as unknown as { every: Map<number, () => void> };
      for (const run of every.values()) run();
      return every.size;
    });
  await phone.tap('#office-team');
  await phone.see('08:57 更新');
  expect(await phone.read('#member-E0012')).toContain('在岗');
  await company.cloud.db.updateMany('attendance_days', { employeeId: 'E0012' }, { $set: { punches: [] } });
  expect(await ticks()).toBe(1);
  await company.until(async () => (await phone.read('#member-E0012')).includes('未到'));
  await phone.tap('.mp-back');
  await phone.find('#office-team').waitFor();
  expect(await ticks()).toBe(0);
});

test('a damaged record is left out of the board, named to HR, and gone from there once it is mended', async () => {
  const people = company.cloud.db;
  const [before] = await people.find('employees', { _id: 'E0012' });
  await people.updateMany('employees', { _id: 'E0012' }, { $unset: { assignments: '' } });
  const phone = await company.phoneOf('E0009', { page: `${OFFICE}/team/team` });
  await phone.see('有 1 人的资料有误，没有列入：E0012。人事可在“待修数据”里查看');
  await phone.screenshot('office-left-out');
  const hr = await company.phoneOf(HR, { page: `${OFFICE}/home/home` });
  await hr.tap('#office-data-faults');
  await hr.see('员工资料', 'E0012', '“assignments”不对：要是列表（没有就填 []），每一项都要完整');
  await hr.screenshot('office-data-faults');
  const small = { page: `${OFFICE}/data-faults/data-faults`, lang: 'en', dark: true, width: 320 } as const;
  const dark = await company.phoneOf(OTHER_HR, small);
  await dark.see('Field "assignments" is wrong: a list ([] for none) of complete items');
  await dark.screenshot('office-data-faults-dark-en-320');
  await people.updateMany('employees', { _id: 'E0012' }, { $set: { assignments: before?.assignments } });
  await pull(hr);
  await hr.see('没有待修的数据');
});

test('HR looks at any department; in English and dark', async () => {
  const phone = await company.phoneOf(OTHER_HR, { page: `${OFFICE}/team/team` });
  await phone.see('没有直属下属');
  await phone.tap('#choose');
  await phone.see('机房组');
  await phone.screenshot('office-departments');
  await phone.tap('#department-D41');
  await phone.see('夜间客服组', '示例员工甲寅');
  const dark = await company.phoneOf('E0009', { page: `${OFFICE}/team/team`, lang: 'en', dark: true });
  await dark.see('My team');
  await dark.screenshot('office-team-dark-en');
  await dark.tap('#week');
  await dark.see('This week 11/23–11/29');
  await dark.screenshot('office-week-dark-en');
  expect((await dark.text()).replaceAll(/示例\S+/g, '')).not.toMatch(/[一-鿿]/);
});

const RULE = {
  id: 'honest-places',
  version: 1,
  source: { 'zh-CN': '公司考勤真实性核查规则', en: 'Company rule on honest attendance' },
};
const flag = (employeeId: string, kind: string, data: object) => ({
  _id: `2026-11-20:${employeeId}:${kind}`,
  employeeId,
  day: '2026-11-20',
  flag: kind,
  evidence: [{ at: Date.parse('2026-11-20T09:50:00+08:00'), data }],
  rule: RULE,
  rev: 1,
  ...{ state: 'open', note: '', decidedById: null, decidedByName: null, decidedAt: null },
});
const TRAVEL = {
  from: { 'zh-CN': '上海总部', en: 'Shanghai HQ' },
  to: '北京客户现场',
  metres: 1_070_000,
  minutes: 60,
  kmh: 1_070,
  limit: 300,
  before: Date.parse('2026-11-20T08:50:00+08:00'),
};

test('flagged punches: evidence in words, a decision, and one that somebody else has made meanwhile', async () => {
  await company.cloud.db.insertMany('attendance_flags', [
    flag('E0013', 'shared-phone', { people: 2, others: 'E0014', limit: 7 }),
    flag('E0014', 'impossible-travel', TRAVEL),
    flag('E0015', 'same-coordinates', { days: 3, limit: 3 }),
  ]);
  const phone = await company.phoneOf(HR, { page: `${OFFICE}/home/home` });
  await phone.tap('#office-flags');
  await phone.see(
    '09:50 打卡，距 08:50 的上一次打卡 1070 公里，隔 1 小时，合每小时 1070 公里（超过 300 需核实）',
  );
  await phone.see('上海总部 → 北京客户现场', '09:50 打卡的手机，7 天内还有 示例员工丁丑 用过，共 2 人');
  await phone.screenshot('office-flags');
  const other = await company.phoneOf(OTHER_HR, { page: `${OFFICE}/flags/flags`, lang: 'en', dark: true });
  await other.see('Shanghai HQ → 北京客户现场');
  await other.screenshot('office-flags-dark-en');

  await phone.tap('[id="fine-2026-11-20:E0014:impossible-travel"]');
  await phone.see('记为没有问题');
  await phone.find('#note textarea').fill('乘飞机出差，有登机牌');
  await phone.screenshot('office-flag-sheet');
  await phone.tap('#save');
  await phone.see('已记为没有问题');
  await phone.find('上海总部 → 北京客户现场').waitFor({ state: 'hidden' });

  await other.tap('[id="follow-up-2026-11-20:E0014:impossible-travel"]', '#save');
  await other.see('Demo Jiyou has just decided "Fine"; your decision was not saved');
  await other.see('乘飞机出差，有登机牌');
  await other.screenshot('office-flag-conflict');
  expect(await company.cloud.db.find('attendance_flags', { state: 'fine' })).toMatchObject([
    { decidedById: HR },
  ]);
  await other.tap('[id="follow-up-2026-11-20:E0014:impossible-travel"]', '#save');
  await other.see('Marked for follow-up');
  await phone.tap('#choice-follow-up');
  await phone.see('上海总部 → 北京客户现场');
  await phone.tap('#choice-fine');
  await phone.see('还没有记为没有问题的');
});

/** The bytes of what the viewer shows. */
const viewed = async (phone: Phone): Promise<ArrayBuffer> => {
  const bytes = await phone.find('.mp-document-file').evaluate(async (link) => {
    const file = await fetch((link as unknown as { href: string }).href);
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  return Uint8Array.from(bytes).buffer;
};
const clipboard = (phone: Phone): Promise<string> =>
  phone.frame.evaluate(async () => {
    const { wx } = globalThis as unknown as { wx: { getClipboardData(): Promise<{ data: string }> } };
    return (await wx.getClipboardData()).data;
  });

test('exports: a Chinese workbook is opened, an English CSV comes by its link, and nothing says so', async () => {
  const phone = await company.phoneOf(HR, { page: `${OFFICE}/home/home` });
  await phone.tap('#office-exports');
  await phone.see('还没有导出过。');
  await phone.screenshot('office-exports-empty');
  await phone.tap('#start');
  await phone.see('2026年10月 考勤月报');
  await phone.tap('#file-2026-10_attendance-month_zh-CN_xlsx-0');
  await phone.find('.mp-document-file').waitFor();
  const file = phone.find('.mp-document-file');
  expect(await file.getAttribute('download')).toMatch(/^考勤月报_2026-10_.+\.xlsx$/);
  const { rows } = await readWorkbook(await viewed(phone));
  expect(rows[0]?.slice(0, 2)).toEqual(['工号', '姓名']);
  expect(rows.map(([id]) => id)).toContain('E0012');
  await phone.tap('.mp-document-close');

  await phone.tap('#kind-attendance-days', '#choice-csv', '#choice-en', '#start');
  await phone.tap('#file-2026-10_attendance-days_en_csv-0');
  await phone.see('链接已复制，两小时内有效');
  await phone.screenshot('office-exports');
  const text = await (await fetch(await clipboard(phone))).text();
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('csv');
  sheet.addRows(readCsv(text.replace(/^\uFEFF/, '')));
  expect(sheet.getRow(1).getCell(1).value).toBe('Employee no.');
  expect(sheet.rowCount).toBeGreaterThan(1_000);

  await phone.set({ undeclared: 'clipboard' });
  await phone.tap('#file-2026-10_attendance-days_en_csv-0');
  await phone.see('管理员还没有在小程序的隐私保护指引里声明这项功能，微信因此不允许使用。请联系管理员');
  await phone.set({ undeclared: '' });

  await phone.tap('#kind-requests', '#start');
  await phone.see('这个月没有可以导出的内容');
  const dark = await company.phoneOf(OTHER_HR, { page: `${OFFICE}/exports/exports`, lang: 'en', dark: true });
  await dark.tap('#report-2026-10_attendance-month_zh-CN_xlsx');
  await dark.see('Make it anew');
  await dark.screenshot('office-exports-dark-en');
});

const LATE = '2026-12-07T10:00:00+08:00';
const LAST = '2026-11-30';

/** Came in and forgot to clock out on the last day of November. */
async function forgetPunch(employeeId: string): Promise<void> {
  const day = await company.day(employeeId, '2026-11-18');
  const [first] = day?.punches ?? [];
  if (!day || !first) throw new Error(`${employeeId} has no day to copy`);
  const at = Date.parse(`${LAST}T08:55:00+08:00`);
  const punch = { ...first, at, tappedAt: at, slot: 'in', key: 'forgotten-punch-0001', flags: [] };
  await company.cloud.db.insertMany('attendance_days', [
    { ...day, _id: `${employeeId}:${LAST}`, day: LAST, rev: 1, covers: [], punches: [punch] } as never,
  ]);
}

test('a month is settled and locked; a correction approved later is a difference, and everybody is told', async () => {
  company.cloud.clock.set(Date.parse(LATE));
  await forgetPunch('E0017');
  const hr = await company.phoneOf(HR, { page: `${OFFICE}/home/home` });
  await hr.tap('#office-settlement');
  await hr.see('还没有结算。结算把每个人这个月的结果固定下来，作为算工资的依据。');
  await hr.screenshot('office-settlement-none');
  await hr.tap('#start');
  await hr.find('#lock').waitFor();
  expect(await hr.read('#check-missing')).toMatch(/\d+ 次/);
  await hr.screenshot('office-settlement-done');
  await hr.tap('#check-missing');
  await hr.find('#person-E0017').waitFor();
  expect(await hr.read('#person-E0017')).toContain('11月30日 周一缺下班卡');
  await hr.screenshot('office-open-punches');
  await hr.tap('.mp-back', '#check-changed');
  await company.until(async () => (await hr.read('#check-changed')).includes('没有'));
  await hr.tap('#lock');
  await hr.see('锁定2026年11月的考勤');
  expect(await hr.read('.van-dialog__message')).toContain('还没有处理：缺卡 ');
  await hr.screenshot('office-settlement-lock');
  await hr.tap('锁定');
  await hr.see('没有差异。锁定后批准的更正会出现在这里，写明锁定时和现在的结果。');

  const person = await company.phoneOf('E0017', {
    page: `/features/requests/pages/form/form?type=correction&day=${LAST}&slot=out`,
  });
  await person.tap('#input-time', '.mp-picker-column >> text="18"', '确定');
  await person.type('#input-reason', '下班忘记打卡');
  const told = '已锁定：2026年11月的考勤已结算并锁定，批准后不改结算结果，列入差异由人事处理';
  await person.see(told);
  await person.screenshot('office-late-correction');
  await person.tap('#submit', '拒绝');
  await person.see('已提交');
  const [request] = await company.cloud.db.find('requests', { applicantId: 'E0017' });
  const desk = await company.phoneOf('E0009', { page: '/pages/pending/pending', messages: 'refused' });
  await desk.see(told);
  await desk.tap(`#card-${request?._id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(
    async () => (await company.cloud.db.get('requests', String(request?._id)))?.state === 'approved',
  );

  await pull(hr);
  await hr.find('#difference-E0017').waitFor();
  const difference = await hr.read('#difference-E0017');
  expect(difference).toContain('11月30日 周一');
  expect(difference).toContain('缺卡 → 正常');
  expect(difference).toContain('缺卡（次）');
  await hr.screenshot('office-differences');
  const settled = await company.cloud.db.get('settled_months', 'E0017:2026-11');
  expect(settled).toMatchObject({
    rev: 1,
    days: expect.arrayContaining([expect.objectContaining({ day: LAST, state: 'missing' })]),
  });
  const refused = await company.cloud.invoke(
    'attendance',
    { action: 'settle', input: { month: '2026-11', again: true } },
    as(HR),
  );
  expect(refused.result).toMatchObject({ error: { code: 'MONTH_LOCKED' } });

  await hr.tap('#unlock');
  await hr.type('#unlock-comment', '补卡漏批了一天');
  await hr.screenshot('office-unlock-reason');
  await confirmSheet(hr, '#unlock-ok', '你申请了解锁，等另一位人事或管理员同意。原因：补卡漏批了一天');
  const dark = await company.phoneOf(OTHER_HR, {
    page: `${OFFICE}/settlement/settlement`,
    lang: 'en',
    dark: true,
  });
  await dark.see('Differences since the lock', 'Demo Jiyou asks to unlock: 补卡漏批了一天');
  await dark.find('#difference-E0017').waitFor();
  await dark.screenshot('office-differences-dark-en');
  await dark.tap('#confirm');
  await dark.see('Unlock Nov 2026');
  await dark.tap('.van-dialog >> text="Unlock"');
  await company.until(async () => (await dark.read('#state')).includes('Unlocked by Demo Gengxu'));
  await dark.see('Missing punches');
  await dark.find('#difference-E0017').waitFor();
  await dark.screenshot('office-unlocked-dark-en');
  await pull(hr);
  await hr.find('#history').waitFor();
  expect(await hr.read('#history')).toContain('补卡漏批了一天');
  await hr.tap('#again');
  await company.until(async () => (await company.cloud.db.get('settled_months', 'E0017:2026-11'))?.rev === 2);
  await hr.find('#lock').waitFor();
  await hr.screenshot('office-settled-again');
});
