import ExcelJS from 'exceljs';
import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { writePlain } from '../../../../cloudfunctions/pay-files/data/plain-file';
import { BANK_TEMPLATES } from '../../../../cloudfunctions/pay-files/domain/bank-templates';
import { columnTotal } from '../../../../cloudfunctions/pay-files/domain/check-table';
import { insuranceList } from '../../../../cloudfunctions/pay-files/domain/insurance-templates';
import {
  fundOf,
  grossOf,
  insuranceOf,
  netByParts,
  type PaidPerson,
} from '../../../../cloudfunctions/pay-files/domain/paid-person';
import { payFileOf } from '../../../../cloudfunctions/pay-files/domain/pay-files';
import { registerTemplate } from '../../../../cloudfunctions/pay-files/domain/register';
import { mismatchOf, NO_TALLY, withSlips } from '../../../../cloudfunctions/pay-files/domain/tally';
import {
  BONUS_TEMPLATE,
  PEOPLE_TEMPLATE,
  SEVERANCE_TEMPLATES,
  TAX_TEMPLATES,
} from '../../../../cloudfunctions/pay-files/domain/tax-templates';
import {
  type FileContext,
  type FileTable,
  tableOf,
} from '../../../../cloudfunctions/pay-files/domain/template';
import {
  imbalance,
  NO_VOUCHER,
  type PayAccounts,
  voucherLines,
  withPeople,
} from '../../../../cloudfunctions/pay-files/domain/voucher';
import { voucherDifference } from '../../../../cloudfunctions/pay-files/domain/voucher-difference';
import { VOUCHER_TEMPLATES } from '../../../../cloudfunctions/pay-files/domain/voucher-templates';
import { yuanText } from '../../../../cloudfunctions/pay-files/domain/yuan-text';

const fen = (yuan: number) => Math.round(yuan * 100) as Fen;
const local = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const CENTRE = { id: 'D1', name: local('门店', 'Shops'), account: { code: '5501', name: '销售费用-工资' } };

/** V85: Shanghai, 50,000 with the base at the cap of 2025-07. */
const RICH: PaidPerson = {
  ...{
    employeeId: 'E0001',
    name: '示例甲',
    nameEn: 'Demo A',
    idType: '居民身份证',
    idNumber: '110101199003070011',
    nationality: '中国',
  },
  ...{
    sex: '男',
    bornOn: '1990-03-07' as Day,
    phone: '13800000001',
    hiredOn: '2020-01-06' as Day,
    leftOn: null,
  },
  ...{ city: { 'zh-CN': '上海', en: 'Shanghai' }, costCentre: CENTRE },
  account: { number: '6222020200099887766', bank: '示例银行上海分行', place: '上海' },
  ...{ income: fen(50_000), exempt: fen(0), bonus: fen(0), severance: fen(0), severanceExempt: fen(0) },
  employee: { pension: fen(2_984.16), medical: fen(746.04), unemployment: fen(186.51), fund: fen(2_611) },
  employer: {
    ...{ pension: fen(5_968.32), medical: fen(3_357.18), unemployment: fen(186.51), injury: fen(74.6) },
    fund: fen(2_611),
  },
  deductions: { children: fen(4_000) },
  tax: { wages: fen(1_327.23), bonus: fen(0), severance: fen(0) },
  ...{ employerItems: fen(0), otherDeductions: fen(0), repaid: fen(0), carried: fen(0), net: fen(42_145.06) },
};
/** Owes more than was earned. */
const POOR: PaidPerson = {
  ...RICH,
  ...{
    employeeId: 'E0002',
    name: '示例乙',
    income: fen(500),
    tax: { wages: fen(0), bonus: fen(0), severance: fen(0) },
  },
  ...{
    employee: { pension: fen(596.8) },
    employer: { pension: fen(1_193.6) },
    carried: fen(96.8),
    net: fen(0),
  },
  costCentre: {
    id: 'A1',
    name: local('总部', 'Head office'),
    account: { code: '5502', name: '管理费用-工资' },
  },
};
const CASH: PaidPerson = { ...RICH, employeeId: 'E0003', account: null };
const CONTEXT: FileContext = {
  ...{
    month: '2026-10' as Month,
    paidOn: '2026-11-05' as Day,
    batch: 'P202610-1',
    purpose: '2026年10月工资',
  },
  payer: { name: '示例公司', account: '310066661018000001', bank: '示例银行' },
};
const ACCOUNTS: PayAccounts = {
  wagesPayable: { code: '2211.01', name: '应付职工薪酬-工资' },
  insurancePayable: { code: '2211.02', name: '应付职工薪酬-社保' },
  fundPayable: { code: '2211.03', name: '应付职工薪酬-公积金' },
  bank: { code: '1002', name: '银行存款' },
  incomeTax: { code: '2221.01', name: '应交税费-个人所得税' },
  keptInsurance: { code: '2241.01', name: '其他应付款-社保' },
  keptFund: { code: '2241.02', name: '其他应付款-公积金' },
  keptOther: { code: '2241.03', name: '其他应付款-其他' },
  owed: { code: '1221', name: '其他应收款-员工' },
};

test('what a person is paid is what was earned less what was taken (V85)', () => {
  for (const person of [RICH, POOR]) expect(netByParts(person)).toBe(person.net);
  expect(grossOf({ ...RICH, exempt: fen(300), bonus: fen(36_000), severance: fen(20_000) })).toBe(
    fen(106_300),
  );
});

test('in a file of the bank is who is paid to an account; the others are named with the reason', () => {
  const cmb = payFileOf('cmb');
  if (cmb.kind !== 'people') throw new Error('No file of people');
  expect([RICH, POOR, CASH].map(cmb.leftOut)).toEqual([null, 'nothing-to-pay', 'no-account']);
});

test.each(BANK_TEMPLATES.map((each) => [each.id, each] as const))(
  'the file %s has the account and its holder under their own heads, and adds up',
  (_, template) => {
    const table = tableOf(template, [RICH], CONTEXT);
    const at = (...titles: string[]) =>
      table.rows[0]?.[table.head.findIndex((title) => titles.includes(title))];
    expect(at('账号', '收款人账号')).toEqual({ text: '6222020200099887766' });
    expect(at('户名', '收款人名称')).toEqual({ text: '示例甲' });
    expect(columnTotal(table, '金额')).toBe(fen(42_145.06));
    expect(table.total).toBe(fen(42_145.06));
  },
);

test('ICBC: payer and receiver are not exchanged', () => {
  const table = tableOf(BANK_TEMPLATES.find(({ id }) => id === 'icbc') as never, [RICH] as never, CONTEXT);
  const row = Object.fromEntries(table.head.map((title, at) => [title, table.rows[0]?.[at]]));
  expect(table.head).toHaveLength(19);
  expect(row).toMatchObject({
    '付款人账号/卡号': { text: '310066661018000001' },
    '付款人名称/卡名称': { text: '示例公司' },
    收款人名称: { text: '示例甲' },
  });
});

test('the tax client gets the head of its version, the month in yuan, and the year so far', () => {
  expect(TAX_TEMPLATES.map(({ columns }) => columns.length)).toEqual([30, 29, 28]);
  for (const template of TAX_TEMPLATES) {
    const table = tableOf(template, [RICH], CONTEXT);
    const row = Object.fromEntries(table.head.map((title, at) => [title, table.rows[0]?.[at]]));
    expect(row).toMatchObject({
      ...{
        工号: { text: 'E0001' },
        '*证件号码': { text: '110101199003070011' },
        本期收入: { fen: fen(50_000) },
      },
      ...{
        基本养老保险费: { fen: fen(2_984.16) },
        基本医疗保险费: { fen: fen(746.04) },
        住房公积金: { fen: fen(2_611) },
      },
      ...{ 失业保险费: { fen: fen(186.51) }, 累计子女教育: { fen: fen(4_000) }, 累计住房租金: null },
    });
    expect(table.head.at(-1)).toBe('备注');
  }
  expect(TAX_TEMPLATES[0]?.columns.map(({ title }) => title)).toContain('住房公积金调整');
  expect(BONUS_TEMPLATE.columns).toHaveLength(11);
  expect(PEOPLE_TEMPLATE.columns).toHaveLength(51);
});

test('severance stands with what of it is free of tax, under the head of the client', () => {
  const leaver = { ...RICH, severance: fen(905_544), severanceExempt: fen(452_772) };
  const [template] = SEVERANCE_TEMPLATES;
  if (!template) throw new Error('No layout');
  const table = tableOf(template, [leaver], CONTEXT);
  expect(table.sheet).toBe('解除劳动合同一次性补偿金');
  expect(table.head).toEqual([
    ...['工号', '*姓名', '*证件类型', '*证件号码', '*一次性补偿收入', '免税收入'],
    ...['其他', '准予扣除的捐赠额', '减免税额', '备注'],
  ]);
  expect(table.rows[0]?.slice(3, 7)).toEqual([
    { text: '110101199003070011' },
    { fen: fen(905_544) },
    { fen: fen(452_772) },
    null,
  ]);
  const file = payFileOf('tax-severance-10');
  if (file.kind !== 'people') throw new Error('No file of people');
  expect([RICH, leaver].map((person) => file.isAbout(person, '2026-10'))).toEqual([false, true]);
  expect(file.leftOut({ ...leaver, idNumber: '' })).toBe('no-id');
});

test('what is added to the fund is fund in books, register and tax, and a column of its own in the list', () => {
  const added = {
    ...RICH,
    employee: { ...RICH.employee, supplementaryFund: fen(1_887) },
    employer: { ...RICH.employer, supplementaryFund: fen(1_887) },
    net: fen(40_258.06),
  };
  expect(netByParts(added)).toBe(added.net);
  expect(fundOf(added.employee)).toBe(fen(2_611 + 1_887));
  expect(insuranceOf(added.employee)).toBe(insuranceOf(RICH.employee));
  const cell = (table: FileTable, title: string) => table.rows[0]?.[table.head.indexOf(title)];
  const [wages] = TAX_TEMPLATES;
  if (!wages) throw new Error('No layout');
  expect(cell(tableOf(wages, [added], CONTEXT), '住房公积金')).toEqual({ fen: fen(4_498) });
  const list = tableOf(insuranceList('zh-CN'), [added], CONTEXT);
  expect(cell(list, '公积金（个人）')).toEqual({ fen: fen(2_611) });
  expect(cell(list, '补充公积金（个人）')).toEqual({ fen: fen(1_887) });
  expect(columnTotal(list, '合计')).toBe(list.total);
  const register = tableOf(registerTemplate('en'), [added], CONTEXT);
  expect(cell(register, 'Fund (own)')).toEqual({ fen: fen(4_498) });
  const lines = linesOf([added]);
  expect(imbalance(lines)).toEqual({ accrual: 0, employer: 0, payment: 0 });
  expect(sideOf('2241.02', 'credit', lines)).toBe(fen(4_498));
});

test('the list of insurances names both sides and adds up', () => {
  const table = tableOf(insuranceList('zh-CN'), [RICH, POOR], CONTEXT);
  const own = 2_984.16 + 746.04 + 186.51 + 2_611;
  const company = 5_968.32 + 3_357.18 + 186.51 + 74.6 + 2_611;
  expect(table.total).toBe(fen(own + company + 596.8 + 1_193.6));
  expect(columnTotal(table, '合计')).toBe(table.total);
});

test('the register says the same in both languages', () => {
  const tables = (['zh-CN', 'en'] as const).map((language) =>
    tableOf(registerTemplate(language), [RICH, POOR], CONTEXT),
  );
  const textsOf = (at: number) => tables[at]?.rows.map((row) => row.slice(0, 3));
  const figuresOf = (at: number) => tables[at]?.rows.map((row) => row.slice(3));
  expect(figuresOf(0)).toEqual(figuresOf(1));
  expect(textsOf(0)?.[0]).toEqual([RICH.employeeId, RICH.name, '门店'].map((each) => ({ text: each })));
  expect(textsOf(1)?.[0]).toEqual([RICH.employeeId, RICH.nameEn, 'Shops'].map((each) => ({ text: each })));
  expect(columnTotal(tables[0] as never, '实发')).toBe(fen(42_145.06));
  expect(columnTotal(tables[1] as never, 'Net')).toBe(fen(42_145.06));
});

const linesOf = (people: readonly PaidPerson[]) =>
  voucherLines(withPeople(NO_VOUCHER, people), ACCOUNTS, '2026-10');
const LINES = linesOf([RICH, POOR, CASH]);
const sideOf = (code: string, side: 'debit' | 'credit', lines = LINES) =>
  lines.filter(({ account }) => account.code === code).reduce((sum, line) => sum + line[side], 0);

test('vouchers are balanced, by cost centre, and pay what the bank file pays', () => {
  expect(imbalance(LINES)).toEqual({ accrual: 0, employer: 0, payment: 0 });
  expect(
    sideOf(
      '5501',
      'debit',
      LINES.filter(({ voucher }) => voucher === 'accrual'),
    ),
  ).toBe(fen(100_000));
  expect(
    sideOf(
      '5502',
      'debit',
      LINES.filter(({ voucher }) => voucher === 'accrual'),
    ),
  ).toBe(fen(500));
  expect(sideOf('1002', 'credit')).toBe(2 * fen(42_145.06));
  expect(sideOf('2221.01', 'credit')).toBe(2 * fen(1_327.23));
  expect(sideOf('1221', 'debit')).toBe(fen(96.8));
  expect(sideOf('2211.01', 'debit')).toBe(sideOf('2211.01', 'credit'));
  for (const { debit, credit } of LINES) expect(Math.min(debit, credit)).toBe(0);
  for (const { debit, credit } of LINES) expect(debit + credit).toBeGreaterThan(0);
});

test('what is paid back, and what a company adds by itself, is booked and balanced as well', () => {
  const owing = { ...RICH, repaid: fen(96.8), employerItems: fen(50), net: fen(42_048.26) };
  const lines = linesOf([owing]);
  expect(netByParts(owing)).toBe(owing.net);
  expect(imbalance(lines)).toEqual({ accrual: 0, employer: 0, payment: 0 });
  expect(sideOf('1221', 'credit', lines)).toBe(fen(96.8));
  expect(sideOf('2241.03', 'credit', lines)).toBe(fen(50));
});

describe('the file is compared with the run', () => {
  const totals = {
    ...{ gross: fen(50_000), contributions: fen(6_527.71), tax: fen(1_327.23), deductions: 0 },
    ...{ net: fen(42_145.06), employer: fen(12_197.1) },
  };
  const tally = withSlips(NO_TALLY, { people: [RICH], totals: [totals] }, false);
  const run = { people: 1, sums: totals as never };
  const net = ({ sums }: { sums: { net: number } }) => sums.net;

  test('and agrees with who was left out', () => {
    const half = { ...tally, inFile: fen(42_000), leftOut: fen(145.06) };
    expect(mismatchOf(half, run, net)).toBeNull();
  });

  test.each([
    ['a row that was lost', { inFile: 0 }, { file: 0, run: fen(42_145.06) }],
    ['a fen too much', { inFile: fen(42_145.07) }, { file: fen(42_145.07), run: fen(42_145.06) }],
    ['a slip too few', { inFile: fen(42_145.06), people: 0 }, { file: 0, run: 1 }],
    ['parts that are another net', { inFile: fen(42_145.06), parts: 1 }, { file: 1, run: fen(42_145.06) }],
  ])('and is refused for %s', (_, change, expected) => {
    expect(mismatchOf({ ...tally, ...change }, run, net)).toMatchObject(expected);
  });
});

test('lines of one voucher are next to each other, and numbered as in every export of the run', () => {
  const [layout] = VOUCHER_TEMPLATES;
  if (!layout) throw new Error('No layout');
  const table = tableOf(layout, LINES, CONTEXT);
  const numbers = table.rows.map((row) => (row[2] as { text: string }).text);
  expect([...new Set(numbers)]).toEqual(['P202610-1-1', 'P202610-1-2', 'P202610-1-3']);
  expect(numbers).toEqual([...numbers].sort());
  const first = table.rows.filter((row) => (row[4] as { text: string }).text === '1');
  expect(first.map((row) => (row[2] as { text: string }).text)).toEqual([...new Set(numbers)]);
  expect(columnTotal(table, '借方金额')).toBe(columnTotal(table, '贷方金额'));
});

test('in a closed period the difference is booked, so that both vouchers together are the right one', () => {
  const raised = { ...RICH, income: fen(51_000), net: fen(43_145.06) };
  const now = linesOf([raised, POOR]);
  const difference = voucherDifference(LINES, now);
  expect(imbalance(difference)).toEqual({ accrual: 0, employer: 0, payment: 0 });
  for (const code of Object.values(ACCOUNTS).map((account) => account.code)) {
    const both = [...LINES, ...difference];
    const net = (lines: typeof LINES) => sideOf(code, 'debit', lines) - sideOf(code, 'credit', lines);
    expect(net(both)).toBe(net(now));
  }
  for (const { debit, credit } of difference) expect(Math.min(debit, credit)).toBe(0);
  expect(voucherDifference(LINES, LINES)).toEqual([]);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [123_450, '1234.50'],
  [-5, '-0.05'],
  [1_234_567_890, '12345678.90'],
])('%i fen are written as %s', (value, expected) => expect(yuanText(value as Fen)).toBe(expected));

test('accounts and ID numbers are texts in the spreadsheet, amounts are figures with two decimals', async () => {
  const [cmb] = BANK_TEMPLATES;
  if (!cmb) throw new Error('No layout');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writePlain(tableOf(cmb, [RICH], CONTEXT), 'xlsx')) as never);
  const sheet = workbook.getWorksheet('代发工资');
  expect(sheet?.getRow(1).values).toEqual([undefined, '账号', '户名', '金额']);
  expect(sheet?.getCell('A2')).toMatchObject({ value: '6222020200099887766', numFmt: '@' });
  expect(sheet?.getCell('C2')).toMatchObject({ value: 42_145.06, numFmt: '0.00' });
  expect(sheet?.rowCount).toBe(2);
  // Neither an account nor a name in Chinese runs into the next column, and the print is as wide as the paper.
  expect([1, 2, 3].map((at) => sheet?.getColumn(at).width)).toEqual([21, 10, 10]);
  expect(sheet?.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, printTitlesRow: '1:1' });
  // Bold letters of a head that is longer than what stands below it are not cut off.
  const list = new ExcelJS.Workbook();
  await list.xlsx.load((await writePlain(tableOf(insuranceList('en'), [RICH], CONTEXT), 'xlsx')) as never);
  const head = list.worksheets[0]?.getRow(1);
  head?.eachCell((cell, at) => {
    expect(list.worksheets[0]?.getColumn(at).width).toBeGreaterThanOrEqual(
      Math.min(40, String(cell.value).length * 1.2),
    );
  });
});

test('wages for the tax office are what is taxed as wages: neither a bonus by itself nor what is paid for leaving', () => {
  const leaver = { ...RICH, bonus: fen(36_000), severance: fen(20_000) };
  const totals = { gross: grossOf(leaver), contributions: 0, tax: 0, deductions: 0, net: 0, employer: 0 };
  const { bonus, severance, employerItems } = withSlips(
    NO_TALLY,
    { people: [leaver], totals: [totals] },
    false,
  );
  for (const id of ['tax-wages-30', 'tax-wages-29', 'tax-wages-28'] as const) {
    const file = payFileOf(id);
    if (file.kind !== 'people') throw new Error(`${id} is no file of people`);
    const inFile = file.template('zh-CN').total(leaver);
    expect(file.control({ sums: totals as never, bonus, severance, employerItems })).toBe(inFile);
    expect(inFile).toBe(fen(50_000));
  }
});

test('a name that a spreadsheet would run as a formula stays a text in csv', async () => {
  const csv = BANK_TEMPLATES.find(({ id }) => id === 'bank-csv');
  if (!csv) throw new Error('No layout');
  const table = tableOf(csv, [{ ...RICH, name: '=1+1' }], CONTEXT);
  const file = (await writePlain(table, 'csv')).toString('utf8');
  expect(file.startsWith('\uFEFF序号,工号,')).toBe(true);
  expect(file).toContain(
    `1,E0001,'=1+1,6222020200099887766,示例银行上海分行,42145.06,2026年10月工资,P202610-1\r\n`,
  );
});

test('the register ends with the sums of its amounts, which its check does not count; no other file has them', async () => {
  for (const [language, title, net] of [
    ['zh-CN', '本表合计', '实发'],
    ['en', 'Total of this file', 'Net'],
  ] as const) {
    const table = tableOf(registerTemplate(language), [RICH, POOR], CONTEXT);
    expect(table.foot?.[0]).toEqual({ text: title });
    expect(table.foot?.[table.head.indexOf(net)]).toEqual({ fen: columnTotal(table, net) });
    expect(table.rows).toHaveLength(2);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writePlain(table, 'xlsx')) as never);
    const [sheet] = workbook.worksheets;
    expect(sheet?.rowCount).toBe(4);
    expect(sheet?.getRow(4).getCell(table.head.indexOf(net) + 1).value).toBe(42_145.06);
    // Heads of amounts stand above them, also where nobody has one.
    const aligned = table.head.map((_, at) => sheet?.getRow(1).getCell(at + 1).alignment?.horizontal);
    expect(aligned).toEqual(table.head.map((_, at) => (at < 3 ? undefined : 'right')));
    // Programs read csv, where every row is a person.
    expect((await writePlain(table, 'csv')).toString('utf8')).not.toContain(title);
  }
  const others = [...BANK_TEMPLATES, ...TAX_TEMPLATES, insuranceList('en')];
  expect(others.filter((each) => tableOf(each, [RICH], CONTEXT).foot !== null)).toEqual([]);
});
