import { readSheet } from 'read-excel-file/node';
import { useCompany } from './support/company';
import type { Phone } from './support/phone';
import { pickPeriod } from './support/pickers';
import { sendForm } from './support/send-form';

/** The last Monday of 2026: how the State Council exchanges days of 2027 is not entered yet. */
const company = useCompany('2026-12-28T08:50:00+08:00');
const PERSON = 'E0017';
const OFFICE = '/features/office/pages';

/** Taps what closes a sheet, and waits until it no longer lies over the page. */
async function close(phone: Phone, button: string): Promise<void> {
  await phone.tap(button);
  await phone.frame.locator('.van-overlay').filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

test('leave over New Year gets a day back when HR enters the calendar late, and December is locked and exported', async () => {
  await askedAndApproved();
  await calendarEntered();
  await todayOnNewYear();
  await decemberLocked();
  await exported();
});

async function askedAndApproved() {
  const phone = await company.phoneOf(PERSON, { page: '/features/requests/pages/form/form?type=leave' });
  await pickPeriod(phone, '2026-12-30', '2027-01-04');
  await phone.see('放假安排：2027 年的调休安排还没有公布，这里按周末计算，公布后可能变化', '元旦 · 不计');
  await phone.screenshot('new-year-form');
  await sendForm(phone);
  const { _id, amountMinutes } = await company.requestOf(PERSON);
  expect(amountMinutes).toBe(3 * 480);
  const desk = await company.phoneOf('E0009', { page: '/pages/pending/pending', messages: 'refused' });
  await desk.find(`#card-${_id}`).waitFor();
  await desk.screenshot('new-year-card');
  await desk.tap(`#card-${_id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => !(await company.requestOf(PERSON)).waitingFor.includes('E0009'));
  await company.approveAll(PERSON);
}

async function calendarEntered() {
  const hr = await company.phoneOf('E0046', { page: '/features/schedule/pages/calendar/calendar' });
  await hr.tap('#next-year', '#tile-2027-01');
  const enter = async (day: string, kind: string, name: string, count = 1) => {
    await hr.tap(`#day-${day}`, `#kind-${kind}`);
    await hr.find('#name-zh input').fill(name);
    for (let more = 1; more < count; more += 1) await hr.tap('#more');
    await close(hr, '#apply');
  };
  await enter('2027-01-02', 'restday', '元旦', 3);
  await enter('2027-01-09', 'makeup', '元旦调休上班');
  await hr.tap('#complete');
  await hr.screenshot('new-year-calendar');
  await hr.tap('#save');
  await hr.see('退回假期 1 天', '3 天 → 2 天');
  await hr.frame.locator('#effects-save').click({ trial: true });
  await hr.screenshot('new-year-effects');
  await close(hr, '#effects-save');
  await company.until(async () => (await company.requestOf(PERSON)).amountMinutes === 2 * 480);
}

async function todayOnNewYear() {
  await company.goTo('2027-01-01T10:00:00+08:00');
  const phone = await company.phoneOf(PERSON);
  await phone.see('1月1日 周五 · 元旦，休息');
  await phone.screenshot('new-year-today');
}

async function decemberLocked() {
  await company.goTo('2027-01-05T10:00:00+08:00');
  const hr = await company.phoneOf('E0046', { page: `${OFFICE}/settlement/settlement` });
  await hr.tap('#again');
  await hr.find('#lock').waitFor();
  await hr.screenshot('new-year-settled');
  await hr.tap('#lock');
  await hr.see('锁定2026年12月的考勤');
  expect(await hr.read('.van-dialog__message')).toMatch(/还没有处理：缺卡 \d+ 次.*待审批的申请 \d+ 个/s);
  await hr.frame.locator('.van-dialog').getByText('锁定', { exact: true }).click({ trial: true });
  await hr.screenshot('new-year-lock');
  await hr.tap('锁定');
  await hr.see('没有差异。锁定后批准的更正会出现在这里，写明锁定时和现在的结果。');
}

async function exported() {
  const hr = await company.phoneOf('E0046', { page: `${OFFICE}/exports/exports` });
  expect(await rowsOf(hr, 'attendance-month')).toEqual([
    expect.objectContaining({
      '应出勤（天）': 23,
      '请假（天）': 2,
      '请假计薪（天）': 2,
      '年休假（小时）': 16,
      '假期内法定节假日（天）': 0,
      月份状态: '已锁定',
    }),
  ]);
  await hr.tap('.mp-document-close');
  const ledger = await rowsOf(hr, 'leave-ledger');
  const ofRequest = ledger.filter((row) => row.申请编号 !== null);
  expect(ofRequest.map((row) => [row.变动, row.数量])).toEqual([
    ['申请占用', -16],
    ['申请占用', -8],
    ['占用退回', 16],
    ['占用退回', 8],
    ['使用', -16],
    ['使用', -8],
    ['撤销退回', 8],
  ]);
  await hr.tap('.mp-document-close', '#next');
  // The statutory day is January's: paid as any other, and none of the leave.
  expect(await rowsOf(hr, 'attendance-month', '2027-01')).toEqual([
    expect.objectContaining({ '请假（天）': 0, '假期内法定节假日（天）': 1 }),
  ]);
}

/** The person's rows in the workbook of a month that HR makes, by the names of the columns. */
async function rowsOf(hr: Phone, kind: string, month = '2026-12'): Promise<Record<string, unknown>[]> {
  await hr.tap(`#kind-${kind}`, '#start', `#file-${month}_${kind}_zh-CN_xlsx-0`);
  const bytes = await hr.find('.mp-document-file').evaluate(async (link) => {
    const file = await fetch((link as unknown as { href: string }).href);
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  const [, , head = [], ...body] = await readSheet(Buffer.from(bytes));
  return body
    .filter(([id]) => id === PERSON)
    .map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at]])));
}
