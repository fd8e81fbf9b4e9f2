import { Workbook } from 'exceljs';
import type { Day, Instant } from '#contracts/common';
import type { PayStep } from '#contracts/pay';
import type { PayFileExport, PayFilesView } from '#contracts/pay-files';
import type { PayPreview, PayRunView } from '#contracts/payroll';
import type { Payslip } from '#contracts/payslips';
import { askOf } from '../../local/demo/ask';
import { instantOf } from '../../local/demo/demo-days';
import { seedDemo } from '../../local/demo/seed-demo';
import { settleMonth } from '../../local/demo/seed-requests';
import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';
import { SEPTEMBER } from './support/made-before';
import type { Phone } from './support/phone';
import { picture } from './support/picture';
import { publishGrade } from './support/published-grade';

const company = useCompany(SEPTEMBER);
const pay = askOf('payroll');
const requests = askOf('requests');

/** Two of payroll, and the manager of those whom the story is about. */
const [OFFICER, SECOND, THIRD, MANAGER] = ['E0006', 'E0058', 'E0001', 'E0009'];
const [GRADED, JOINER, SICK, OVERTIME, BASED, BONUS, LEAVER] = [
  ...['E0012', 'E0013', 'E0014', 'E0016', 'E0021', 'E0023', 'E0020'],
] as const;
const PASS = '908172';
/** Of a full month, in yuan; nobody else is paid, so that a run is quick. */
const WAGES: Readonly<Record<string, number>> = {
  ...{
    [OFFICER]: 20_000,
    [SECOND]: 12_000,
    [THIRD]: 30_000,
    [MANAGER]: 20_000,
    E0046: 15_000,
    E0010: 20_000,
  },
  ...{ [GRADED]: 16_000, [JOINER]: 10_000, [SICK]: 21_750, [OVERTIME]: 17_400 },
  ...{ [BASED]: 12_000, [BONUS]: 10_000, [LEAVER]: 8_700 },
};
const SLIP = '/features/pay/pages/slip/slip?month=';
const RUN = '/features/pay/pages/run/run?month=2026-10';

const at = (day: string, hour = 9, minute = 0): Instant => instantOf(day as Day, hour * 60 + minute);
const goTo = (day: string, hour = 9) => company.cloud.clock.set(at(day, hour));
/** To the fen, half up, as a person does it on paper. */
const fen = (yuan: number): number => Math.round(Math.round(yuan * 1e6) / 1e4);
const yuan = (amount: number): string =>
  `${amount < 0 ? '−' : ''}¥${(Math.abs(amount) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;

/** The days of the company as its people worked them, up to a morning, on which nobody was just missing. */
async function workUntil(day: string): Promise<void> {
  goTo(day);
  await seedDemo(company.cloud.db, at(day));
}

const setPerson = (id: string, change: object) =>
  company.cloud.db.updateMany('employees', { _id: id }, { $set: { ...change } });
const dayOff = (id: string, day: string) =>
  company.cloud.db.updateMany(
    'attendance_days',
    { _id: `${id}:${day}` },
    { $set: { punches: [], covers: [] } },
  );

/** Who is not in the story left long before it. */
async function beginWith(): Promise<void> {
  const { db } = company.cloud;
  for (const { _id } of await db.find('employees'))
    if (!(String(_id) in WAGES)) await setPerson(String(_id), { leftOn: '2026-05-31' });
  await setPerson(JOINER, { hiredOn: '2026-08-17', 'assignments.0.from': '2026-08-17' });
  await setPerson(SICK, { hiredOn: '2023-03-01' });
  const lines: { employeeId: string; from: Day; wage: number }[] = [];
  for (const [employeeId, wage] of Object.entries(WAGES)) {
    const { hiredOn: from } = (await db.get('employees', employeeId)) as unknown as { hiredOn: Day };
    lines.push({ employeeId, from, wage: fen(wage) });
  }
  // Nobody asks for or approves their own.
  const own = (id: string) => lines.filter(({ employeeId }) => employeeId === id);
  const others = lines.filter(({ employeeId }) => employeeId !== OFFICER && employeeId !== SECOND);
  await changeSalaries([OFFICER, SECOND], others, '2026-07-01');
  await changeSalaries([OFFICER, THIRD], own(SECOND), '2026-07-01');
  await changeSalaries([SECOND, THIRD], own(OFFICER), '2026-07-01');
  await saveBase(8_000, '2026-07-01');
}

/** One of payroll asks, another one approves. */
async function changeSalaries(
  [asker, decider]: readonly [string, string],
  lines: readonly object[],
  day: string,
): Promise<void> {
  const key = `story-pay-salary-${asker}-${decider}-${day}`;
  const { id, rev } = await pay<{ id: string; rev: number }>(
    company.cloud,
    { by: asker, at: at(day) },
    'askSalaryChange',
    { key, reason: '定薪', lines },
  );
  const who = { by: decider, at: at(day, 9, 30) };
  const { token: opening } = await pay<{ token: string }>(
    company.cloud,
    who,
    openings.has(decider) ? 'openPay' : 'setPass',
    { pass: PASS },
  );
  openings.add(decider);
  await pay(company.cloud, who, 'decideSalaryChange', { id, rev, verb: 'approve', opening });
}

const saveBase = (base: number, day: string, rev?: number) =>
  pay(company.cloud, { by: OFFICER, at: at(day) }, 'saveBases', {
    entries: [
      {
        ...{ employeeId: BASED, from: '2026-07', isLocal: false, isPensioner: false },
        ...{ insurance: base * 100, fund: base * 100, ...(rev !== undefined && { rev }) },
      },
    ],
  });

/** A request that everybody whom it waits for agrees to. */
async function approved(by: string, day: string, typeId: string, values: object): Promise<void> {
  const { cloud } = company;
  const key = `story-pay-${typeId}-${by}-${day}`;
  let { id, rev } = await requests<{ id: string; rev: number }>(cloud, { by, at: at(day) }, 'submit', {
    ...{ key, typeId, version: 1, values },
  });
  for (;;) {
    const found = (await cloud.db.get('requests', id)) as unknown as { waitingFor: string[]; state: string };
    const [approver] = found.waitingFor;
    if (found.state === 'approved' || !approver) return expect(found.state).toBe('approved');
    ({ id, rev } = await requests<{ id: string; rev: number }>(
      cloud,
      { by: approver, at: at(day, 10) },
      'decide',
      {
        id,
        rev,
        verb: 'approve',
      },
    ));
  }
}

const leaveOn = (day: string, leaveType: string) => ({
  ...{ leaveType, reason: '个人原因' },
  period: { unit: 'day', from: day, to: day },
});

/** By the functions: a month is settled, worked out by one, locked by another and published on the tenth of the next one. */
async function payMonth(month: string, paidOn: string): Promise<void> {
  // The demo has locked July.
  const settled = await company.cloud.db.get('settlements', month);
  if (settled?.state !== 'locked') await settleMonth(company.cloud, month);
  let run: PayRunView;
  do run = await pay(company.cloud, { by: OFFICER, at: at(paidOn) }, 'calculatePay', { month, paidOn });
  while (run.state === 'running');
  expect(run.blockers).toEqual([]);
  const locked = await pay<PayRunView>(company.cloud, { by: SECOND, at: at(paidOn, 10) }, 'lockPay', {
    ...{ month, rev: run.rev },
  });
  await pay(company.cloud, { by: OFFICER, at: at(paidOn, 11) }, 'publishPay', { month, rev: locked.rev });
}

/** Who has a passcode. */
const openings = new Set<string>();
async function openingOf(by: string): Promise<void> {
  if (openings.has(by)) return;
  openings.add(by);
  await pay(company.cloud, { by, at: company.cloud.clock.now() }, 'setPass', { pass: PASS });
}

/** What a slip pays, and its lines by path. */
async function slipOf(id: string, month: string): Promise<Readonly<Record<string, number>>> {
  await openingOf(id);
  const now = company.cloud.clock.now();
  const { token: opening } = await pay<{ token: string }>(company.cloud, { by: id, at: now }, 'openPay', {
    pass: PASS,
  });
  const { net } = await pay<Payslip>(company.cloud, { by: id, at: now }, 'payslip', { month, opening });
  const lines: Record<string, number> = { net: net.amount };
  const walk = (steps: readonly PayStep[], above: string): void => {
    for (const step of steps) {
      const path = above ? `${above}/${step.id}` : step.id;
      lines[path] = step.amount;
      if (step.formula === null) walk(step.parts, path);
    }
  };
  walk(net.parts, '');
  return lines;
}

/** Past the second check, which was set before or is set here. */
async function unlock(phone: Phone, isSetting: boolean): Promise<void> {
  await phone.type('#pass', PASS);
  if (isSetting) await phone.type('#pass-again', PASS);
  await phone.tap('#lock-ok');
}

/** July and August: who joins within a month, and sick days before and after the end of Shanghai's rule. */
async function summer(): Promise<void> {
  await approved(SICK, '2026-08-12', 'leave', leaveOn('2026-08-13', 'sick'));
  await approved(SICK, '2026-08-17', 'leave', leaveOn('2026-08-18', 'sick'));
  for (const day of ['2026-08-13', '2026-08-18']) await dayOff(SICK, day);
  await payMonth('2026-07', '2026-08-10');
  await payMonth('2026-08', '2026-09-10');

  // From the 17th on: ten workdays are missing. Two months of the allowance leave nothing to tax.
  const joined = await slipOf(JOINER, '2026-08');
  expect(joined).toMatchObject({ 'earnings/wage': fen((10_000 * 11.75) / 21.75), net: fen(5_402.3) });

  // 21,750 / 21.75 = 1,000 a day: 70 % until 15 August, then 80 % of the minimum wage of 2,740.
  const sick = await slipOf(SICK, '2026-08');
  const paid = fen(700) + fen((2_740 * 0.8) / 21.75);
  expect(sick).toMatchObject({ 'deductions/sick': -(fen(2_000) - paid), net: fen(21_750 - 2_000) + paid });
  const phone = await company.phoneOf(SICK, { page: `${SLIP}2026-08` });
  await unlock(phone, false);
  await phone.see(`#net:has-text("${yuan(sick.net ?? 0)}")`);
  await phone.tap('[id="line-deductions/sick"]');
  await picture(phone, 'pay-01-sick');
}

const overtimeOf = (wage: number): number => fen((wage / 21.75) * 2);

/** Somebody doubts their wage of September: payroll enters the raise that was forgotten, and the answer says what it comes to. */
async function dispute(): Promise<void> {
  await workUntil('2026-10-09');
  await payMonth('2026-09', '2026-10-10');
  goTo('2026-10-12');
  // On a Saturday of the demo eight hours were worked at 200 %.
  const net = fen(16_000) + overtimeOf(16_000);
  expect((await slipOf(GRADED, '2026-09')).net).toBe(net);
  const phone = await company.phoneOf(GRADED, { page: '/features/pay/pages/slips/slips' });
  await phone.tap('#slip-2026-09');
  await unlock(phone, false);
  await phone.see(`#net:has-text("${yuan(net)}")`);
  await picture(phone, 'pay-02-slip');
  await phone.tap('[id="line-earnings/wage"]', '[id="doubt-earnings/wage"]');
  await phone.type('#doubt-comment', '九月起调薪到 17,000 元，这张还是 16,000 元');
  await picture(phone, 'pay-03-doubt');
  await confirmSheet(phone, '#doubt-ok', '#disputes');

  const raise = { employeeId: GRADED, from: '2026-09-01', wage: fen(17_000) };
  await changeSalaries([OFFICER, SECOND], [raise], '2026-10-12');
  const payroll = await company.phoneOf(OFFICER, { page: '/features/pay/pages/disputes/disputes' });
  await payroll.see('九月起调薪到 17,000 元，这张还是 16,000 元');
  await picture(payroll, 'pay-04-disputes');
  const english = await company.phoneOf(OFFICER, {
    page: '/features/pay/pages/disputes/disputes',
    lang: 'en',
  });
  await english.tap('#answer-0');
  await english.see('#answer-comment');
  await english.screenshot('pay-04-disputes-en');
  await payroll.tap('#answer-0');
  await payroll.type('#answer-comment', '调薪单漏录，已补录');
  await confirmSheet(payroll, '#answer-ok');
  const again = await company.phoneOf(GRADED, { page: `${SLIP}2026-09` });
  await unlock(again, false);
  await again.see('差额 ¥1,000.00，随下次工资发放');
  await picture(again, 'pay-05-answered');
}

/** What happened in October, entered on the phone where it is decided. */
async function october(): Promise<void> {
  await approved(OVERTIME, '2026-09-28', 'overtime', {
    period: { unit: 'hour', from: '2026-10-01', start: 540, end: 1_080 },
    ...{ compensation: 'pay', reason: '国庆值守' },
  });
  await approved(OVERTIME, '2026-10-12', 'leave', leaveOn('2026-10-21', 'personal'));
  await setPerson(LEAVER, { leftOn: '2026-10-16' });
  await workUntil('2026-11-09');
  await dayOff(OVERTIME, '2026-10-21');
  await atWork(OVERTIME, '2026-10-01');
  // The only day of the month on which the demo lets them be missing.
  await atWork(GRADED, '2026-10-29');
  await publishGrade(company.cloud.db, { month: '2026-10', employeeId: GRADED });
  await saveBase(12_000, '2026-11-09', 1);
  await settleMonth(company.cloud, '2026-10');

  const bonuses = await company.phoneOf(OFFICER, {
    page: '/features/pay/pages/bonuses/bonuses?month=2026-10',
  });
  await bonuses.tap('#add');
  await bonuses.type('#person-search', BONUS);
  await bonuses.tap(`#person-${BONUS}`);
  await bonuses.type('#amount', '36001');
  await bonuses.tap('#check');
  // One yuan over the edge costs 2,310.10 of tax.
  await bonuses.see('#way-separate:has-text("¥3,390.10")', '#preview:has-text("¥36,000.00")');
  await picture(bonuses, 'pay-06-loss-zone');
  await bonuses.type('#amount', '36000');
  await bonuses.tap('#check');
  await bonuses.see('#way-separate:has-text("¥1,080.00")');
  await bonuses.tap('#way-separate');
  await picture(bonuses, 'pay-07-bonus');
  await bonuses.tap('#save');
  await bonuses.see(`#bonus-${BONUS}:has-text("¥36,000.00")`);

  const leavers = await company.phoneOf(OFFICER, {
    page: '/features/pay/pages/leavers/leavers?month=2026-10',
  });
  await leavers.see(`#leaver-${LEAVER}:has-text("¥2,400.00")`);
  await leavers.tap(`#edit-${LEAVER}`, '#reason-resigned');
  await picture(leavers, 'pay-08-leaver');
  await leavers.tap('#save');
  await leavers.see('.reason');
  await picture(leavers, 'pay-09-left');
}

/** In the office from nine to six. */
async function atWork(id: string, day: string): Promise<void> {
  const location = await company.siteOf(id);
  for (const [hour, minute] of [
    [8, 55],
    [18, 5],
  ] as const) {
    const now = at(day, hour, minute);
    const punchKey = `story-pay-${day}-${hour}`.padEnd(24, '0');
    const punch = { punchKey, tappedAt: now, mode: 'gps', location };
    await askOf('attendance')(company.cloud, { by: id, at: now }, 'punch', punch);
  }
}

/** One works the month out on the phone; the other one locks it, who is the only one that can. */
async function runOctober(): Promise<void> {
  goTo('2026-11-10');
  const officer = await company.phoneOf(OFFICER, { page: RUN });
  await officer.tap('#calculate');
  await officer.see('#hint:has-text("你参与了计算，你录入了")', '#sums');
  expect(await officer.frame.locator('#lock').count()).toBe(0);
  await picture(officer, 'pay-10-calculated');
  const second = await company.phoneOf(SECOND, { page: RUN });
  await second.tap('#lock');
  await picture(second, 'pay-10-lock');
  await second.tap('.van-dialog >> text="锁定"');
  await second.tap('#publish', '.van-dialog >> text="发布"');
  await second.see('13 张工资条已发布');
  await picture(second, 'pay-11-published');
  const { history } = (await company.cloud.db.get('payroll_runs', '2026-10')) as unknown as PayRunView;
  expect(history.map(({ kind, by }) => `${kind} ${by.id}`)).toEqual([
    `calculated ${OFFICER}`,
    `locked ${SECOND}`,
    `published ${SECOND}`,
  ]);
}

/** Each figure as it is worked out by hand. */
async function checkSlips(): Promise<void> {
  // Tax: 3 % of what the year's wages are over eleven allowances; those before July were paid by nobody.
  const taxOf = (...months: number[]) =>
    fen(Math.max(0, months.reduce((sum, each) => sum + each, 0) - 55_000) * 0.03);

  const graded = await slipOf(GRADED, '2026-10');
  // The wage, and the Saturday that is worth more by it.
  const difference = fen(1_000) + overtimeOf(17_000) - overtimeOf(16_000);
  // Three hours off that were not taken in half a year lapse, and are paid out at 200 %.
  const timeOff = fen((17_000 / 21.75) * (3 / 8) * 2);
  const gross = 17_000 + 17_000 * 0.15 + (difference + timeOff) / 100;
  const before = 48_000 + overtimeOf(16_000) / 100;
  expect(graded).toMatchObject({
    ...{ 'earnings/wage': fen(17_000), 'earnings/grade_bonus': fen(2_550) },
    ...{ 'earnings/difference.2026-09': difference, 'earnings/comp_time': timeOff },
    ...{ 'tax.wages': -taxOf(before, gross) },
    net: fen(gross) - taxOf(before, gross),
  });

  // 17,400 / 21.75 = 800 a day and 100 an hour: eight hours at 300 %, and one day without pay.
  const worked = await slipOf(OVERTIME, '2026-10');
  expect(worked).toMatchObject({
    ...{ 'earnings/overtime.300': fen(2_400), 'deductions/leave.personal.0': fen(-800) },
    // Of what is due by November, 3 % of 2,200 was withheld in October.
    net: fen(19_000) - (taxOf(3 * 17_400, 19_000) - fen(66)),
  });

  // 8 % + 2 % + 0.5 % and 5 % of the fund: of 12,000 in October, and of 4,000 more in each of three months.
  const based = await slipOf(BASED, '2026-10');
  expect(based.contributions).toBe(-(fen(12_000 * 0.155) + 3 * fen(4_000 * 0.155)));
  expect(based.net).toBe(fen(12_000 - 3_720));

  expect(await slipOf(BONUS, '2026-10')).toMatchObject({
    ...{ 'earnings/bonus': fen(36_000), 'tax.bonus': fen(-1_080), net: fen(44_920) },
  });

  // Ten of twenty days are missing; 289 days of the year are worth three of five days of leave, at 200 %.
  // Who has left opens nothing any more: payroll sees it beside the month before.
  const now = company.cloud.clock.now();
  const { items } = await pay<{ items: PayPreview[] }>(
    company.cloud,
    { by: OFFICER, at: now },
    'previewPay',
    {
      month: '2026-10',
    },
  );
  const left = items.find(({ person }) => person.id === LEAVER);
  expect(left).toMatchObject({ net: fen(7_100), gross: fen(7_100) });
  expect(left?.changes.map((each) => [each.line, each.now])).toEqual([
    ['earnings/wage', fen(8_700 - 10 * 400)],
    ['earnings/unused_leave', fen(3 * 400 * 2)],
  ]);
}

/** The line of the grade opens to the rate, and leads to the result that it comes from. */
async function readSlip(): Promise<void> {
  const slip = await slipOf(GRADED, '2026-10');
  const phone = await company.phoneOf(GRADED, { page: `${SLIP}2026-10` });
  await unlock(phone, false);
  await phone.see(`#net:has-text("${yuan(slip.net ?? 0)}")`, '#composition canvas');
  await picture(phone, 'pay-12-slip');
  await phone.tap('[id="line-earnings/grade_bonus"]');
  await phone.see('.basis:has-text("15")', '.basis:has-text("考核等级")');
  await picture(phone, 'pay-13-grade');
  await phone.tap('[id="report-earnings/grade_bonus"]');
  await phone.see('#grade:has-text("等级 A")');
  await picture(phone, 'pay-13-report');
}

/** Every file that the month can give, opened and added up. */
async function exportFiles(): Promise<void> {
  const { cloud } = company;
  const now = () => ({ by: OFFICER, at: cloud.clock.now() });
  await openingOf(OFFICER);
  const { token: opening } = await pay<{ token: string }>(cloud, now(), 'openPay', { pass: PASS });
  await enterPayees(opening);
  const view = await pay<PayFilesView>(cloud, now(), 'payFiles', { month: '2026-10', opening });
  const accountsUntil = view.accounts[0]?.at;
  const { sums } = (await pay<{ run: PayRunView }>(cloud, now(), 'payMonth', { month: '2026-10' })).run;
  const totals: Record<string, number> = {};
  for (const { id, format, blocked } of view.files) {
    // Nobody joined in the month, or got severance.
    if (blocked || id === 'insurance-join-12' || id === 'tax-severance-10') continue;
    const key = `story-pay-file-${id}`.padEnd(32, '0');
    // The accounts were entered after the lock, which is confirmed.
    const order = { key, month: '2026-10', file: id, format, language: 'zh-CN', opening, accountsUntil };
    const made = await pay<PayFileExport>(cloud, now(), 'exportPayFile', order);
    // Only one of them has a base.
    const leftOut = id === 'insurance-list' ? Object.keys(WAGES).length - 1 : 0;
    expect([id, made.state, made.leftOutCount]).toEqual([id, 'done', leftOut]);
    const [link = ''] = made.links;
    const rows = await rowsOf(await (await fetch(link)).arrayBuffer(), format);
    // A head, and sums in the sheet that people sign.
    const around = id === 'register' ? 2 : 1;
    expect([id, rows.length]).toEqual([id, (made.files[0]?.rows ?? 0) + around]);
    if (made.total !== null) totals[id] = made.total;
  }
  const wages = sums.gross - fen(36_000);
  expect(totals).toMatchObject({
    ...{ cmb: sums.net, 'cmb-other': sums.net, icbc: sums.net, 'bank-csv': sums.net, register: sums.net },
    ...{ 'tax-wages-30': wages, 'tax-wages-29': wages, 'tax-wages-28': wages, 'tax-bonus-11': fen(36_000) },
    ...{ 'voucher-24': sums.net, 'voucher-u8': sums.net },
  });

  const officer = await company.phoneOf(OFFICER, { page: '/features/pay/pages/files/files?month=2026-10' });
  await unlock(officer, false);
  await officer.tap('#file-register');
  await officer.see('#export-register');
  await picture(officer, 'pay-14-files');
}

async function enterPayees(opening: string): Promise<void> {
  const entries = Object.keys(WAGES).map((employeeId) => ({
    ...{ employeeId, idKind: 'resident', idNumber: '11010519491231002X', phone: '13800000001' },
    ...{ account: `62220202000998${employeeId.slice(1)}7`, bank: '示例银行上海分行', place: '上海' },
  }));
  const by = (id: string) => ({ by: id, at: company.cloud.clock.now() });
  const others = entries.filter(({ employeeId }) => employeeId !== OFFICER);
  await pay(company.cloud, by(OFFICER), 'savePayees', { entries: others, opening });
  await openingOf(SECOND);
  const { token } = await pay<{ token: string }>(company.cloud, by(SECOND), 'openPay', { pass: PASS });
  const own = entries.filter(({ employeeId }) => employeeId === OFFICER);
  await pay(company.cloud, by(SECOND), 'savePayees', { entries: own, opening: token });
  const settings = await pay<Record<string, unknown>>(company.cloud, by(OFFICER), 'payFileSettings', {
    opening,
  });
  const { accounts, expense } = settings;
  const payer = { name: '示例科技有限公司', account: '310066661018000001', bank: '示例银行上海分行' };
  await pay(company.cloud, by(OFFICER), 'savePayFileSettings', {
    ...{ settings: { payer, accounts, expense, centres: [] }, expectedVersion: 0, opening },
  });
}

async function rowsOf(bytes: ArrayBuffer, format: string): Promise<unknown[]> {
  if (format === 'csv') return Buffer.from(bytes).toString('utf8').trimEnd().split('\r\n');
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const [sheet] = workbook.worksheets;
  return sheet?.getRows(1, sheet.rowCount) ?? [];
}

/** Whose slip, of which month, and the line that opens on it. */
const SLIPS = [
  ['joiner', JOINER, '2026-08', 'earnings/wage'],
  ['sick', SICK, '2026-08', 'deductions/sick'],
  ['doubt', GRADED, '2026-09', 'earnings/wage'],
  ['grade', GRADED, '2026-10', 'earnings/grade_bonus'],
  ['holiday', OVERTIME, '2026-10', 'earnings/overtime.300'],
  ['base', BASED, '2026-10', 'contributions/contributionDifferences'],
  ['bonus', BONUS, '2026-10', 'tax.bonus'],
] as const;
/** Pages of payroll, what is seen on each, and whether a second check comes first. */
const DESK = [
  ['run', RUN, '#sums', false],
  ['changes', '/features/pay/pages/changes/changes?month=2026-10', '#all', false],
  ['bonuses', '/features/pay/pages/bonuses/bonuses?month=2026-10', `#bonus-${BONUS}`, false],
  ['leavers', '/features/pay/pages/leavers/leavers?month=2026-10', `#leaver-${LEAVER}`, false],
  ['files', '/features/pay/pages/files/files?month=2026-10', '#payees', true],
] as const;

/** Every slip of the story with the line that it is about, and the pages of payroll: in Chinese, in English and in the dark. */
async function lookAgain(): Promise<void> {
  for (const [name, look] of [
    ['zh', {}],
    ['en', { lang: 'en' }],
    ['dark', { lang: 'en', dark: true }],
  ] as const) {
    for (const [about, id, month, line] of SLIPS) {
      const phone = await company.phoneOf(id, { page: `${SLIP}${month}`, height: 1_600, ...look });
      await unlock(phone, false);
      await phone.tap(`[id="line-${line}"]`);
      await phone.see('.basis');
      await phone.screenshot(`pay-slip-${about}-${name}`);
    }
    for (const [about, page, seen, isLocked] of DESK) {
      const phone = await company.phoneOf(OFFICER, { page, height: 1_600, ...look });
      if (isLocked) await unlock(phone, false);
      await phone.see(seen);
      await phone.screenshot(`pay-desk-${about}-${name}`);
    }
  }
}

test('four months of pay: sick days, a joiner, a question, a holiday worked, a bonus, a leaver, and the files', async () => {
  await beginWith();
  await summer();
  await dispute();
  await october();
  await runOctober();
  await checkSlips();
  await readSlip();
  await exportFiles();
  await lookAgain();
});
