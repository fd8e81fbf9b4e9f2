import ExcelJS from 'exceljs';
import type { PayFileExport, PayFileId, PayFilesView } from '#contracts/pay-files';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID } from '../support/payroll-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany('2026-11-05T09:00:00+08:00', { payroll: { PAY_PEOPLE_PER_FILE: '3' } }),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
    const bases = { from: '2026-07', insurance: 1_000_000, fund: 1_000_000 };
    await opened.pay('payroll', 'saveBases', {
      entries: [{ employeeId: PEOPLE.staff, ...bases, isLocal: false, isPensioner: false }],
    });
    await opened.calculate();
    await opened.lock();
  },
);

const CARD = '6222020200099887766';
const ID = '11010519491231002X';
const PASS = '908172';
const opened = new Map<Who, string>();
beforeEach(() => opened.clear());
async function openingOf(who: Who): Promise<string> {
  const known = opened.get(who) ?? ((await company.pay(who, 'setPass', { pass: PASS })).data.token as string);
  opened.set(who, known);
  return known;
}
const entry = (who: Who, more: object = {}) => ({
  ...{ employeeId: PEOPLE[who], idKind: 'resident', idNumber: ID, phone: '13800000001' },
  ...{ account: CARD, bank: '示例银行上海分行', place: '上海', ...more },
});
const saveAll = async () => {
  const entries = (['staff', 'peer'] as const).map((who) => entry(who));
  return company.pay('payroll', 'savePayees', { entries, opening: await openingOf('payroll') });
};
const key = (number: number) => `pay-file-key-0000${number}`;
const once = async (file: PayFileId, more: object = {}, who: Who = 'payroll') =>
  company.pay(who, 'exportPayFile', {
    ...{ key: key(1), month: MONTH, file, format: 'xlsx', language: 'zh-CN' },
    ...{ opening: await openingOf(who), ...more },
  });
/** Until it is done. */
async function made(file: PayFileId, more: object = {}): Promise<PayFileExport> {
  for (;;) {
    const { data, error } = await once(file, more);
    expect(error).toBeUndefined();
    if (data.state === 'done') return data;
  }
}
const bytesOf = async (link: string) => (await fetch(link)).arrayBuffer();
/** The rows of all its files, by the names of the columns. */
async function rowsOf({ links }: PayFileExport) {
  const sheets = await Promise.all(links.map(async (link) => tableIn(await bytesOf(link))));
  return sheets.flatMap(([head = [], ...rows]) =>
    rows.map((row) => Object.fromEntries(head.map((title, at) => [String(title), row[at] ?? null]))),
  );
}
async function tableIn(bytes: ArrayBuffer): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const [sheet] = workbook.worksheets;
  const rows = sheet?.getRows(1, sheet.rowCount) ?? [];
  return rows.map((row) => (row.values as unknown[]).slice(1));
}
const listed = async (): Promise<PayFilesView> =>
  (await company.pay('payroll', 'payFiles', { month: MONTH, opening: await openingOf('payroll') })).data;
/** Of what nobody was paid in the month. */
const NOBODYS: readonly PayFileId[] = ['tax-bonus-11', 'tax-severance-10'];
const netOf = async () => (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run.sums;

test('the bank file has who is paid to an account, piece by piece, and names the others', async () => {
  await saveAll();
  const { data: first } = await once('cmb');
  expect(first).toMatchObject({ state: 'running', done: 3, people: 4, links: [] });
  const file = await made('cmb');
  expect(file.files.map(({ name, rows }) => [name, rows])).toEqual([
    ['招商银行（本行卡）_2026-10_P202610-1.xlsx', 2],
  ]);
  expect(file.leftOut.map(({ person, rule }) => [person.id, rule])).toEqual([
    [PEOPLE.payroll, 'no-account'],
    [PEOPLE.hr2, 'no-account'],
  ]);
  const rows = await rowsOf(file);
  expect(rows.map((row) => row.账号)).toEqual([CARD, CARD]);
  const total = rows.reduce((sum, row) => sum + Math.round(Number(row.金额) * 100), 0);
  expect(file.total).toBe(total);
  const { data } = await company.pay('payroll', 'previewPay', { month: MONTH });
  const paid = data.items.filter(({ person }: { person: { id: string } }) =>
    [PEOPLE.staff, PEOPLE.peer].includes(person.id as never),
  );
  expect(total).toBe(paid.reduce((sum: number, { net }: { net: number }) => sum + net, 0));
});

test('every file of a locked month can be made, in both formats, and adds up', async () => {
  await saveAll();
  const { files } = await listed();
  const open = files.filter(({ blocked, id }) => blocked === null && !NOBODYS.includes(id));
  expect(open.length).toBeGreaterThanOrEqual(10);
  const sums = await netOf();
  let number = 1;
  for (const { id, hasLanguages, format } of open)
    for (const language of hasLanguages ? ['zh-CN', 'en'] : ['zh-CN']) {
      number += 1;
      const other = format === 'csv' ? 'xlsx' : 'csv';
      const order = { key: key(number), format: language === 'en' ? other : format, language, again: true };
      let { data, error } = await once(id, order);
      while (data?.state === 'running') ({ data, error } = await once(id, order));
      // Nobody of them has joined in the month.
      if (id === 'insurance-join-12') expect(error?.code).toBe('PAY_FILE_EMPTY');
      else expect([id, error, data?.done]).toEqual([id, undefined, 4]);
    }
  const register = await rowsOf(await made('register', { key: key(90), again: true }));
  const isFoot = (row: (typeof register)[number]) => row.工号 === '本表合计';
  const people = register.filter((row) => !isFoot(row));
  const cents = (rows: typeof register, title: string) =>
    rows.reduce((sum, row) => sum + Math.round(Number(row[title]) * 100), 0);
  // The people add up to the run, and so do the last rows.
  for (const rows of [people, register.filter(isFoot)])
    expect(['应发', '实发', '个人所得税'].map((title) => cents(rows, title))).toEqual([
      ...[sums.gross, sums.net, sums.tax],
    ]);
});

test('the tax client gets the month’s wages and insurance, and who has no identity card is named', async () => {
  await saveAll();
  const file = await made('tax-wages-30');
  expect(file.leftOut.map(({ rule }) => rule)).toEqual(['no-id', 'no-id']);
  const [staff] = await rowsOf(file);
  expect(staff).toMatchObject({ 工号: PEOPLE.staff, '*证件号码': ID, 本期收入: 21_750, 住房公积金: 500 });
  expect(Object.keys(staff ?? {})).toHaveLength(30);
});

test('severance is a file of the tax client, with what of it is free of tax, and adds up to the run', async () => {
  const { data: run } = await company.publish();
  await company.pay('payroll', 'recallPay', { month: MONTH, rev: run.rev, reason: '有人离职' });
  const change = { hiredOn: '1996-11-05', leftOn: '2026-10-30' };
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: change });
  await company.pay('payroll', 'saveLeaving', {
    ...{ employeeId: PEOPLE.staff, month: MONTH, rev: 0 },
    leaving: { reason: 'dismissed', notice: 'given', meanWage: 2_175_000, average: null },
  });
  // Later than the run that was locked has begun.
  company.clock.advance(600_000);
  expect((await company.calculate(MONTH, { again: true })).data).toMatchObject({ blockers: [] });
  expect((await company.lock()).error).toBeUndefined();
  await saveAll();
  const file = await made('tax-severance-10');
  // Thirty years of 21,750, and three times the yearly average of 12,577 free of tax (财税〔2018〕164号).
  expect([file.total, file.leftOut]).toEqual([65_250_000, []]);
  expect(await rowsOf(file)).toMatchObject([
    {
      ...{ 工号: PEOPLE.staff, '*证件类型': '居民身份证', '*证件号码': ID },
      ...{ '*一次性补偿收入': 652_500, 免税收入: 452_772, 其他: null },
    },
  ]);
  expect((await once('tax-severance-10', { key: key(2), format: 'csv' })).error?.code).toBe(
    'PAY_FILE_EXPORTED',
  );
  const csv = await made('tax-severance-10', { key: key(3), format: 'csv', again: true });
  expect(csv.files[0]?.name).toContain('第2次导出');
  const lines = new TextDecoder().decode(await bytesOf(csv.links[0] ?? '')).split('\r\n');
  expect(lines[0]).toContain('*一次性补偿收入,免税收入,其他');
  expect(lines[1]).toContain('652500.00,452772.00,');
});

test('a second export says who made the first one and when, and is made once that is confirmed', async () => {
  await saveAll();
  await made('cmb');
  const again = await once('cmb', { key: key(2) });
  expect(again.error).toEqual({
    code: 'PAY_FILE_EXPORTED',
    data: { by: expect.any(String), at: expect.any(Number), count: 1 },
  });
  // Another format is the same money.
  expect((await once('cmb', { key: key(3), format: 'csv' })).error?.code).toBe('PAY_FILE_EXPORTED');
  const second = await made('cmb', { key: key(4), again: true });
  expect(second.files[0]?.name).toContain('第2次导出');
  expect(second).toMatchObject({ count: 2, first: { by: { id: PEOPLE.payroll } } });
  const offer = (await listed()).files.find(({ id }) => id === 'cmb');
  expect(offer).toMatchObject({ count: 2, first: { version: 1 }, last: { version: 1 } });
});

test('a retry of the last call answers the same files, and counts no second export', async () => {
  await saveAll();
  const file = await made('cmb');
  expect((await made('cmb')).files).toEqual(file.files);
  expect((await listed()).files.find(({ id }) => id === 'cmb')?.count).toBe(1);
});

test('a slip that is not what was locked is noticed before anybody is offered a file', async () => {
  await saveAll();
  await company.db.updateMany('payslips', { employeeId: PEOPLE.peer }, { $set: { month: '2026-01' } });
  let { data, error } = await once('cmb');
  while (data?.state === 'running') ({ data, error } = await once('cmb'));
  expect(error).toEqual({ code: 'PAY_FILE_UNBALANCED', data: { rule: 'people', file: 3, run: 4 } });
  const [stored] = await company.db.find('pay_files');
  expect(stored).toMatchObject({ files: [], count: 0, events: [] });
});

test('a voucher is replaced by the run after a recall; in a closed period the difference is booked', async () => {
  const before = await rowsOf(await made('voucher-24'));
  expect((await once('voucher-24-difference')).error?.data).toMatchObject({ rule: 'nothing-booked' });
  const { data: run } = await company.publish();
  await company.pay('payroll', 'recallPay', { month: MONTH, rev: run.rev, reason: '少了补贴' });
  await company.setSalary('staff', 23_750, { from: '2026-10-01' });
  await company.calculate(MONTH, { again: true });
  expect((await once('voucher-24', { key: key(2), again: true })).error?.data).toEqual({
    rule: 'not-locked',
    month: MONTH,
  });
  await company.lock();
  const difference = await rowsOf(await made('voucher-24-difference', { key: key(3) }));
  const after = await rowsOf(await made('voucher-24', { key: key(4), again: true }));
  const numbers = (rows: typeof before) => [...new Set(rows.map((row) => row.凭证号))];
  expect(numbers(after)).toEqual(numbers(before));
  expect(numbers(difference)).toEqual(['P202610C2-1', 'P202610C2-3']);
  const net = (rows: typeof before, code: string) =>
    rows
      .filter((row) => row.科目代码 === code)
      .reduce((sum, row) => sum + Math.round((Number(row.借方金额) - Number(row.贷方金额)) * 100), 0);
  for (const code of ['6602.01', '2211.01', '1002', '2221.01'])
    expect(net(before, code) + net(difference, code)).toBe(net(after, code));
  expect(net(after, '6602.01') - net(before, '6602.01')).toBe(200_000);
});

test('each person’s data that was in a file was read, which is recorded', async () => {
  await saveAll();
  await made('cmb');
  const readings = await company.db.find('readings', { what: 'pay-file' });
  expect(readings.flatMap(({ ownerIds }) => ownerIds).sort()).toEqual(PAID.map((who) => PEOPLE[who]).sort());
});

test('files are removed after a day, and nothing in the store is plain', async () => {
  await saveAll();
  await made('cmb');
  const [before] = await company.db.find('pay_files');
  const kept = async () => (await company.files.list(`${before?.folder}/`, 0, 10)).files;
  expect(await kept()).toHaveLength(1);
  const store = JSON.stringify(
    await Promise.all(
      ['pay_files', 'pay_details', 'pay_file_settings', 'readings'].map((each) => company.db.find(each)),
    ),
  );
  for (const secret of [CARD, ID, '13800000001', 'nothing-to-pay', 'no-account'])
    expect(store).not.toContain(secret);
  company.clock.advance(25 * 3_600_000);
  await company.timers.runDue();
  expect(await kept()).toEqual([]);
  expect(await company.db.find('pay_files')).toMatchObject([{ files: [], count: 1 }]);
});

test.each([
  [{ idNumber: '110105194912310000' }, 'id-number'],
  [{ account: '6222020200099880000' }, 'account-damaged'],
  [{ account: '6.22202E+18' }, 'account'],
  [{ bank: '' }, 'bank'],
  [{ employeeId: 'R99' }, 'unknown'],
  [{ employeeId: PEOPLE.payroll }, 'own'],
])('a sheet with %j is refused as a whole', async (change, rule) => {
  const opening = await openingOf('payroll');
  const entries = [entry('staff'), entry('peer', change)];
  const { error } = await company.pay('payroll', 'savePayees', { entries, opening });
  expect(error).toMatchObject({ code: 'PAYEES_INVALID', data: { line: 2, rule } });
  expect(await company.db.find('pay_details')).toEqual([]);
});

test('who enters accounts sees four digits of them, and a sheet without an account leaves it as it was', async () => {
  await saveAll();
  const opening = await openingOf('payroll');
  const phone = { ...entry('staff'), idNumber: '', account: '', bank: '', place: '', phone: '13900000002' };
  expect((await company.pay('payroll', 'savePayees', { entries: [phone], opening })).data).toEqual({
    saved: 1,
  });
  expect((await company.pay('payroll', 'savePayees', { entries: [phone], opening })).data).toEqual({
    saved: 0,
  });
  const { data } = await company.pay('payroll', 'payees', { opening });
  const staff = data.items.find(({ person }: { person: { id: string } }) => person.id === PEOPLE.staff);
  expect(staff).toMatchObject({
    idEnd: '002X',
    accountEnd: '7766',
    bank: '示例银行上海分行',
    hasPhone: true,
  });
});

test('each look at accounts is a record of its own, and its id names nobody to whom it is shown', async () => {
  const opening = await openingOf('payroll');
  const cursor = [...PAID.map((who) => PEOPLE[who])].sort()[0];
  for (const more of [{}, { cursor }])
    expect((await company.pay('payroll', 'payees', { opening, ...more })).error).toBeUndefined();
  await company.pay('payroll', 'checkSalaryChange', {
    lines: [{ employeeId: PEOPLE.staff, from: '2026-12-01', wage: 2_500_000 }],
  });
  const readings = await company.db.find('readings', { readerId: PEOPLE.payroll });
  expect(readings.map(({ what }) => what).sort()).toEqual(['payees', 'payees', 'salary-change']);
  const shown = (await company.act(openidOf('staff'), 'people.dataReaders', {})).data.items;
  expect(shown.length).toBeGreaterThanOrEqual(2);
  for (const { id } of shown) expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(readings.map(({ aboutId }) => aboutId))).not.toContain(cursor);
});

const toldOf = async (who: Who) =>
  (await company.db.find('messages', { event: 'pay.account-changed' })).filter(({ to }) =>
    (to as string[]).includes(PEOPLE[who]),
  );

test('whose account is entered or changed is told, once each, and never by whom or which', async () => {
  await saveAll();
  const [message] = await toldOf('staff');
  expect(message).toMatchObject({ to: [PEOPLE.staff], data: {}, template: 'result', delivery: 'due' });
  expect(JSON.stringify(message)).not.toContain(CARD.slice(-4));
  await saveAll();
  expect(await toldOf('staff')).toHaveLength(1);
  const opening = await openingOf('payroll');
  const save = (more: object) =>
    company.pay('payroll', 'savePayees', { entries: [entry('staff', more)], opening });
  // A phone number is no account.
  await save({ phone: '13900000002' });
  expect(await toldOf('staff')).toHaveLength(1);
  await save({ phone: '13900000002', account: '6217000010001234567' });
  expect(await toldOf('staff')).toHaveLength(2);
  expect(await toldOf('peer')).toHaveLength(1);
});

test('the month-end names whose account has changed since the last lock, until it is published', async () => {
  const changedIn = async (month: string) =>
    (await company.pay('hr2', 'payMonth', { month })).data.accountsChanged;
  company.clock.advance(3_600_000);
  await saveAll();
  // The first month has nothing to compare with; the next one says it.
  expect(await changedIn(MONTH)).toBeNull();
  expect(await changedIn('2026-11')).toMatchObject({
    count: 2,
    people: expect.arrayContaining([expect.objectContaining({ id: PEOPLE.staff })]),
  });
  const { rev } = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run;
  company.clock.advance(1_000);
  await company.pay('payroll', 'recallPay', { month: MONTH, rev, reason: '再算一遍' });
  expect(await changedIn('2026-11')).toBeNull();
});

test('without the second check, or after five minutes, there is no file and no list of them', async () => {
  await saveAll();
  for (const [action, input] of [
    ['exportPayFile', { key: key(1), month: MONTH, file: 'cmb', format: 'xlsx', language: 'zh-CN' }],
    ['payFiles', { month: MONTH }],
  ] as const)
    expect((await company.pay('payroll', action, input)).error?.code).toBe('SECOND_CHECK_NEEDED');
  company.clock.advance(300_001);
  expect((await once('cmb')).error?.code).toBe('SECOND_CHECK_NEEDED');
});

test('the cloud console makes the same file with its secret', async () => {
  await saveAll();
  const order = { key: key(1), month: MONTH, file: 'register', format: 'csv', language: 'en' };
  let answer = await company.act('console', 'payroll.exportPayFile', order);
  while (answer.data?.state === 'running')
    answer = await company.act('console', 'payroll.exportPayFile', order);
  const text = new TextDecoder().decode(await bytesOf(answer.data.links[0]));
  expect(text.split('\r\n')[0]).toContain('Employee,Name,Cost centre,Gross');
  expect(answer.data.first.by).toMatchObject({ id: '', nameEn: 'Cloud console' });
});

test('a file for the bank names the accounts that were changed after the lock, and is made once they were looked at', async () => {
  // Later than the lock of what the company begins with.
  company.clock.advance(3_600_000);
  expect(await listed()).toMatchObject({ accounts: [], accountsCount: 0 });
  const opening = await openingOf('payroll');
  const entries = [entry('staff', { account: '6222020200099887774' })];
  expect((await company.pay('payroll', 'savePayees', { entries, opening })).error).toBeUndefined();
  const view = await listed();
  expect(view).toMatchObject({
    accounts: [{ person: { id: PEOPLE.staff }, by: { id: PEOPLE.payroll }, at: expect.any(Number) }],
    accountsCount: 1,
  });
  expect(JSON.stringify(view)).not.toContain('0099887774');
  const at = view.accounts[0]?.at;
  expect((await once('cmb')).error).toEqual({ code: 'PAY_FILE_ACCOUNTS', data: { count: 1, at } });
  // A file that pays nobody is made.
  expect((await made('register', { key: key(2) })).state).toBe('done');
  expect((await made('cmb', { accountsUntil: at })).state).toBe('done');
  // Another one since is looked at as well.
  company.clock.advance(60_000);
  await company.pay('payroll', 'savePayees', { entries: [entry('peer')], opening });
  expect((await once('cmb', { key: key(3), again: true, accountsUntil: at })).error?.data).toMatchObject({
    count: 2,
  });
});
