import { CONSOLE_SECRET } from '../../../support/cloud';
import { openWithReset } from '../../../support/open';
import { readCsv, readWorkbook } from '../../../support/spreadsheet';
import { type Company, DAY_SHIFT, OPENIDS, openCompany } from '../support/company';
import { at, punched } from '../support/rules';

/** A Monday; the month before it is over. */
const NOW = '2026-11-23T09:40:00+08:00';
const HR = 'openid-of-hr';
const [zh, en] = ['zh-CN', 'en'];

const open = async (variables: Record<string, string> = {}) => {
  const opened = await openCompany(NOW, { variables: { reports: variables } });
  await opened.db.updateMany('employees', { _id: 'E0007' }, { $set: { roles: ['employee', 'hr'] } });
  await opened.db.insertMany('bindings', [
    { _id: HR, employeeId: 'E0007' },
    { _id: 'openid-manager', employeeId: 'E0005' },
  ]);
  return opened;
};
const usual = openWithReset(() => open());
/** The usual one, but for tests that open another one. */
let company: Company = usual;
afterEach(async () => {
  if (company !== usual) await company.close();
  company = usual;
});

const ORDER = { kind: 'attendance-month', month: '2026-11', format: 'xlsx', language: zh };
type Order = Partial<typeof ORDER> & { again?: boolean };
const exported = (order: Order = {}, as = 'console') =>
  company.act(as, 'reports.export', { ...ORDER, ...order });
async function file(order: Order = {}, as?: string): Promise<ArrayBuffer> {
  const { data, error } = await exported(order, as);
  expect(error).toBeUndefined();
  expect(data.state).toBe('done');
  expect(data.links).toHaveLength(1);
  return download(data.links[0]);
}
const download = async (link: string) => (await fetch(link)).arrayBuffer();
const sheet = async (order: Order = {}) => readWorkbook(await file(order));
const csv = async (order: Order) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file({ ...order, format: 'csv' }));
/** The row of a person, by the names of its columns. */
function rowAbout(
  rows: readonly (readonly unknown[])[],
  id: string,
  more: (row: Record<string, unknown>) => boolean = () => true,
) {
  const [head = [], ...body] = rows;
  const named = body.map((row) => Object.fromEntries(head.map((name, n) => [String(name), row[n]])));
  return named.find((row) => Object.values(row)[0] === id && more(row)) ?? {};
}

const punch = (slot: 'in' | 'out', time: string) => punched(slot, time, { key: `key-${time}`, site: null });
const worked = (id: string, day: string, from: string, to: string) => ({
  _id: `${id}:${day}`,
  employeeId: id,
  day,
  rev: 2,
  shift: DAY_SHIFT,
  punches: [punch('in', `${day} ${from}`), punch('out', `${day} ${to}`)],
  covers: [],
});

describe('attendance', () => {
  beforeEach(() =>
    company.db.insertMany('attendance_days', [
      worked('E0001', '2026-11-16', '08:55', '18:05'),
      worked('E0001', '2026-11-17', '09:42', '18:35'),
      worked('E0002', '2026-10-30', '08:55', '18:05'),
    ]),
  );

  test('a month: one row per person who was employed in it', async () => {
    company.clock.set(Date.parse(NOW));
    const { rows, title, note, totals, headBold, frozen, print, widths, filter } = await sheet();
    expect(rows.slice(1).map(([id]) => id)).toEqual(['E0001', 'E0002', 'E0003', 'E0005', 'E0006', 'E0007']);
    expect(rowAbout(rows, 'E0001')).toMatchObject({
      姓名: '员工E0001',
      部门: 'Team',
      '应出勤（天）': 21,
      '实际出勤（天）': 2,
      '工时（小时）': 16.05,
      '迟到（次）': 1,
      '迟到（分钟）': 12,
      '旷工（天）': 13,
    });
    expect(title).toBe('Company 考勤月报 2026-11');
    expect(note).toBe('2026-11 未锁定，系统 制作于 2026-11-23 09:40');
    expect(totals).toMatchObject({ 工号: '合计', 姓名: null, '迟到（次）': 1, '迟到（分钟）': 12 });
    expect([headBold, frozen, filter]).toEqual([true, [2, 3], 'A3:X9']);
    const onPaper = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
    expect(print).toEqual({ ...onPaper, printTitlesRow: '3:3' });
    expect(widths.every((width) => Number(width) >= 8)).toBe(true);
    const october = await sheet({ month: '2026-10' });
    expect(october.rows.map(([id]) => id)).toContain('E0004');
  });

  test('a month says what payroll needs: overtime by class, leave by type and share, whether it is locked', async () => {
    const span = (kind: string, day: string, minutes: number, more: object) => ({
      requestId: 'R',
      kind,
      state: 'approved',
      name: { 'zh-CN': '病假', en: 'Sick leave' },
      day,
      from: at(`${day} 00:00`),
      to: at(`${day} 24:00`),
      minutes,
      perDay: { [day]: minutes },
      ...more,
    });
    const spans = {
      o1: span('overtime', '2026-11-14', 240, { payClass: 200, compensation: 'pay' }),
      o2: span('overtime', '2026-11-16', 90, { payClass: 150, compensation: 'comp-time' }),
      l1: span('leave', '2026-11-12', 480, { leaveTypeId: 'sick', paidShare: 80 }),
      l2: span('leave', '2026-11-30', 480, { leaveTypeId: 'sick', paidShare: 80 }),
    };
    await company.db.insertMany('accounts', [{ _id: 'E0001', rev: 1, spans, entries: {} } as never]);
    await company.db.insertMany('settlements', [
      { _id: '2026-11', rev: 1, state: 'locked', lockedAt: 1, lockedById: null } as never,
    ]);
    const { rows, totals, note } = await sheet();
    expect(rowAbout(rows, 'E0001')).toMatchObject({
      '加班 150%（小时）': null,
      '加班 200%（小时）': 4,
      '加班 150% 换调休（小时）': 1.5,
      '请假（天）': 1,
      '请假计薪（天）': 0.8,
      '请假不计薪（天）': 0.2,
      '病假（小时）': 8,
      月份状态: '已锁定',
    });
    expect(rows[0]).not.toContain('加班 200% 换调休（小时）');
    expect(totals).toMatchObject({ '加班 200%（小时）': 4, '病假（小时）': 8 });
    expect(note).toContain('已锁定');
  });

  test('days: one row per person and day so far, with the reasons in words', async () => {
    const { rows, dates } = await sheet({ kind: 'attendance-days' });
    const late = rowAbout(rows, 'E0001', (row) => row.日期 === '2026-11-17');
    expect(late).toMatchObject({
      星期: '周二',
      日子: '工作日',
      班次: 'Day shift 09:00–18:00',
      上班卡: '09:42',
      下班卡: '18:35',
      结果: '迟到',
      '迟到（分钟）': 12,
      '早退（分钟）': null,
    });
    expect(late.怎么算的).toContain('09:42 打卡，晚于 09:00 加弹性 30 分钟，迟到 12 分钟');
    expect(rows.filter(([id]) => id === 'E0001')).toHaveLength(23);
    expect(dates).toEqual(['日期']);
    expect(rowAbout(rows, 'E0002', (row) => row.日期 === '2026-11-17')).toMatchObject({
      班次: 'Night shift 22:00–次日 06:00',
      结果: '旷工',
      '旷工（天）': 1,
    });
  });

  test('in English', async () => {
    const { rows } = await sheet({ kind: 'attendance-days', language: en });
    const late = rowAbout(rows, 'E0001', (row) => row.Date === '2026-11-17');
    expect(late).toMatchObject({ Name: 'Person E0001', Weekday: 'Tue', Result: 'Late', 'Late (min)': 12 });
    expect(late['How it was worked out']).toContain('12 min late');
    expect(JSON.stringify(rows[0])).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('as CSV with a byte order mark, the same cells', async () => {
    const text = await csv({});
    expect(text.startsWith('\uFEFF工号,姓名')).toBe(true);
    const rows = readCsv(text.slice(1));
    const { rows: cells } = await sheet();
    expect(rows).toEqual(cells.map((row) => row.map((cell) => String(cell ?? ''))));
  });
});

test('texts that a spreadsheet would run are harmless in both formats', async () => {
  const name = '=HYPERLINK("http://x","y")';
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { name, nameEn: '@SUM(A1)' } });
  const [, row] = readCsv((await csv({})).slice(1));
  expect(row?.[1]).toBe(`'${name}`);
  expect(readCsv((await csv({ language: en })).slice(1))[1]?.[1]).toBe("'@SUM(A1)");
  const { rows } = await sheet();
  expect(rows[1]?.[1]).toBe(name);
});

test('leave balances of the ledger, at the end of the month', async () => {
  const entry = (kind: string, minutes: number, time: string, more = {}) => ({
    kind,
    typeId: 'annual',
    minutes,
    at: at(time),
    grantId: 'G1',
    requestId: null,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: null,
    note: '',
    ...more,
  });
  const entries = {
    G1: entry('grant', 2_400, '2026-01-05 00:00', { expiresOn: '2026-12-31' }),
    h1: entry('hold', -480, '2026-10-09 10:00'),
    r1: entry('release', 480, '2026-10-10 10:00'),
    u1: entry('use', -480, '2026-10-10 10:00'),
    h2: entry('hold', -240, '2026-11-02 10:00'),
  };
  await company.db.insertMany('accounts', [{ _id: 'E0001', rev: 5, spans: {}, entries }]);
  await company.db.insertMany('leave_types', [
    {
      _id: 'annual',
      name: { 'zh-CN': '年假', en: 'Annual leave' },
      rules: [{ region: 'china', from: '2008-01-01', grant: { by: 'service' } }],
    },
  ]);
  const order = { kind: 'leave-balances' };
  expect(rowAbout((await sheet({ ...order, month: '2026-10' })).rows, 'E0001')).toEqual({
    工号: 'E0001',
    姓名: '员工E0001',
    部门: 'Team',
    假期类型: '年假',
    剩余: 4,
    审批中: 0,
    已发放: 5,
    已使用: 1,
    已过期: 0,
    不再享受: 0,
    离职折现: null,
    单位: '天',
    最近到期日: '2026-12-31',
  });
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { leftOn: '2026-10-30' } });
  const leaver = rowAbout((await sheet({ ...order, month: '2026-10', again: true })).rows, 'E0001');
  expect(leaver).toMatchObject({ 剩余: 4, 离职折现: 4 });
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { leftOn: null } });
  const now = rowAbout((await sheet({ ...order, language: en })).rows, 'E0001');
  expect(now).toMatchObject({ 'Leave type': 'Annual leave', Left: 3.5, Held: 0.5, Unit: 'days' });
});

const entryOf = (kind: string, typeId: string, minutes: number, time: string, more = {}) => ({
  ...{ kind, typeId, minutes, at: at(time), grantId: 'G1', requestId: null },
  ...{ validFrom: null, expiresOn: null, basis: [], byId: null, note: '', ...more },
});
const HOURLY = {
  _id: 'nursing',
  name: { 'zh-CN': '哺乳假', en: 'Nursing' },
  rules: [{ region: 'china', from: '2008-01-01', unit: 'hour', grant: { by: 'year' } }],
};

test('a type that is counted in hours is in hours, in balances, in the ledger and in the month', async () => {
  const entries = {
    G1: entryOf('grant', 'nursing', 600, '2026-10-05 00:00', { validFrom: '2026-10-05', note: '产后' }),
    u1: entryOf('use', 'nursing', -60, '2026-10-10 10:00', { requestId: 'E0001-request-key-00001' }),
    u2: entryOf('use', 'nursing', -60, '2026-11-10 10:00'),
  };
  const span = {
    requestId: 'E0001-request-key-00001',
    ...{ kind: 'leave', state: 'approved', name: HOURLY.name, day: '2026-10-12' },
    ...{ from: at('2026-10-12 09:00'), to: at('2026-10-12 10:00'), minutes: 60, leaveTypeId: 'nursing' },
  };
  await company.db.insertMany('accounts', [{ _id: 'E0001', rev: 1, spans: { R1: span }, entries }]);
  await company.db.insertMany('leave_types', [HOURLY]);
  await company.db.insertMany('requests', [
    { _id: 'E0001-request-key-00001', applicantId: 'E0001', submittedAt: at('2026-10-09 10:00') },
  ]);
  const october = { month: '2026-10' };
  const balance = rowAbout((await sheet({ kind: 'leave-balances', ...october })).rows, 'E0001');
  expect(balance).toMatchObject({ 假期类型: '哺乳假', 剩余: 9, 已使用: 1, 单位: '小时' });
  const [, ...ledger] = (await sheet({ kind: 'leave-ledger', ...october })).rows;
  expect(ledger.map((row) => row.slice(4))).toEqual([
    ['哺乳假', '发放', 10, '小时', '2026-10-05', null, null, '产后'],
    ['哺乳假', '使用', -1, '小时', null, null, 'E0001-20261009-100000', null],
  ]);
  expect(rowAbout((await sheet(october)).rows, 'E0001')).toMatchObject({ '哺乳假（小时）': 1 });
});

test('doubtful punches of the month with what was decided about them', async () => {
  const flag = (day: string, id: string, more = {}) => ({
    _id: `${day}:${id}:shared-phone`,
    ...{ employeeId: id, day, flag: 'shared-phone', rev: 1, state: 'open', note: '' },
    evidence: [{ at: at(`${day} 08:59`), data: { people: 2, others: 'E0002', limit: 7 } }],
    rule: { id: 'honest-places', version: 1, source: { 'zh-CN': '核查规则', en: 'Rule' } },
    ...{ decidedById: null, decidedByName: null, decidedAt: null, ...more },
  });
  const fine = {
    state: 'fine',
    note: '借手机',
    decidedByName: '员工E0007',
    decidedAt: at('2026-11-02 10:00'),
  };
  await company.db.insertMany('attendance_flags', [
    flag('2026-10-01', 'E0001', fine),
    flag('2026-10-31', 'E0003'),
    flag('2026-11-01', 'E0003'),
  ]);
  const [, ...rows] = (await sheet({ kind: 'attendance-flags', month: '2026-10' })).rows;
  expect(rows.map(([id, , , , ...row]) => [id, ...row])).toEqual([
    [
      ...['E0001', '共用一部手机', '08:59', '员工E0002', 'honest-places v1 核查规则', '没有问题'],
      ...['员工E0007', expect.anything(), '借手机'],
    ],
    ['E0003', '共用一部手机', '08:59', '员工E0002', 'honest-places v1 核查规则', '待核实', null, null, null],
  ]);
});

test('receipts of the month, and the requests that use them', async () => {
  const receipt = (n: number, time: string, more = {}) => ({
    _id: `hash-${n}`,
    ...{ hash: `0123456789abcdef-${n}`, employeeId: 'E0001', fileId: `f${n}`, bytes: 2_000, rev: 1 },
    ...{ at: at(time), requestId: null, byOther: false, ...more },
  });
  await company.db.insertMany('receipts', [
    receipt(1, '2026-10-31 23:59', { requestId: 'E0001-request-key-00002', byOther: true }),
    receipt(2, '2026-10-05 09:00'),
    receipt(3, '2026-11-01 00:00'),
  ]);
  await company.db.insertMany('requests', [
    { _id: 'E0001-request-key-00002', applicantId: 'E0001', submittedAt: at('2026-11-01 08:00') },
  ]);
  const [, ...rows] = (await sheet({ kind: 'receipts', month: '2026-10' })).rows;
  expect(rows.map((row) => row.slice(4))).toEqual([
    [null, 2, null, '0123456789abcdef'],
    ['E0001-20261101-080000', 2, '是', '0123456789abcdef'],
  ]);
});

test('requests that were sent in the month', async () => {
  const request = (id: string, time: string, more = {}) => ({
    _id: id,
    applicantId: 'E0001',
    kind: 'leave',
    typeName: { 'zh-CN': '请假', en: 'Leave' },
    title: { 'zh-CN': '年假', en: 'Annual leave' },
    state: 'approved',
    period: { unit: 'half', from: '2026-11-20', fromHalf: 2, to: '2026-11-23', toHalf: 1 },
    amountMinutes: 480,
    amountFen: null,
    reason: '回家, "探亲"',
    submittedAt: at(time),
    decidedAt: at('2026-11-12 09:30'),
    spanFrom: at('2026-11-20 13:00'),
    timeline: [],
    values: {},
    ...more,
  });
  await company.db.insertMany('requests', [
    request('R2', '2026-11-11 09:00', {
      timeline: [
        { verb: 'submit', byName: '员工E0001', byNameEn: 'Person E0001' },
        { verb: 'approve', byName: '主管甲', byNameEn: 'Lead A' },
        { verb: 'approve', byName: '人事乙', byNameEn: 'HR B' },
      ],
    }),
    request('R1', '2026-11-10 09:00', {
      kind: 'expense',
      period: { unit: 'hour', from: '2026-11-20', start: 1_320, end: 1_500 },
      amountMinutes: null,
      amountFen: 12_345,
      state: 'pending',
      decidedAt: null,
    }),
    request('R0', '2026-10-31 23:59'),
    request('R3', '2026-11-10 09:00', {
      applicantId: 'E0002',
      kind: 'correction',
      amountMinutes: null,
      spanFrom: at('2026-11-09 18:02'),
      values: { slot: 'out' },
    }),
    request('R4', '2026-11-10 09:00', {
      applicantId: 'E0003',
      period: { unit: 'hour', from: '2026-11-20', start: 540, end: 690 },
      amountMinutes: 150,
    }),
  ]);
  const { rows, dates, totals } = await sheet({ kind: 'requests' });
  expect(rows.slice(1).map((row) => row[3])).toEqual([
    'E0001-20261110-090000',
    'E0001-20261111-090000',
    'E0002-20261110-090000',
    'E0003-20261110-090000',
  ]);
  expect(rowAbout(rows, 'E0003')).toMatchObject({ '请假（天）': null, '请假（小时）': 2.5 });
  expect(dates).toEqual(['补卡时间', '提交时间', '办结时间']);
  expect(totals).toMatchObject({ '请假（天）': 1, '金额（元）': 123.45 });
  expect(rowAbout(rows, 'E0002')).toMatchObject({ 补的卡: '下班', 补卡时间: '2026-11-09 18:02' });
  expect(rowAbout(rows, 'E0001')).toMatchObject({
    时间: '2026-11-20 22:00 – 次日 01:00',
    '请假（天）': null,
    '金额（元）': 123.45,
    状态: '审批中',
    办结时间: null,
  });
  expect(rowAbout(rows, 'E0001', (row) => row.编号 === 'E0001-20261111-090000')).toMatchObject({
    时间: '2026-11-20 下午 – 2026-11-23 上午',
    '请假（天）': 1,
    事由: '回家, "探亲"',
    状态: '已同意',
    办结时间: '2026-11-12 09:30',
    审批人: '主管甲、人事乙',
  });
  expect(readCsv((await csv({ kind: 'requests' })).slice(1))[2]?.[11]).toBe('回家, "探亲"');
});

describe('who may', () => {
  const code = async (as: string) => (await exported({}, as)).error?.code;
  test('HR in the Mini Program, and the cloud console', async () => {
    const data = await file({}, HR);
    expect((await readWorkbook(data)).rows.length).toBeGreaterThan(1);
    expect((await company.act(HR, 'reports.list')).data.reports).toHaveLength(1);
  });
  test.each([
    ['an employee', OPENIDS.day, 'FORBIDDEN'],
    ['a manager', 'openid-manager', 'FORBIDDEN'],
    ['somebody who left', OPENIDS.left, 'ACCESS_ENDED'],
    ['a stranger', OPENIDS.stranger, 'NOT_BOUND'],
  ])('%s may not', async (_, as, expected) => {
    expect(await code(as)).toBe(expected);
    expect((await company.act(as, 'reports.list')).error?.code).toBe(expected);
    expect(await company.db.find('reports')).toEqual([]);
  });
});

describe('a month without rows is REPORT_EMPTY and nothing is stored', () => {
  test.each([
    ['before anybody was hired', { month: '2025-12' }],
    ['that has not begun', { month: '2026-12' }],
    ['without requests', { kind: 'requests' }],
    ['without balances', { kind: 'leave-balances', format: 'csv' }],
  ])('%s', async (_, order) => {
    expect((await exported(order)).error).toEqual({ code: 'REPORT_EMPTY', data: {} });
    expect(await company.db.find('reports')).toEqual([]);
  });
});

const FOLDER = /reports\/2026-11\/[0-9a-f]{32}\/attendance-month-zh-CN\.xlsx$/;

test('the same report is made once, and again in another folder when asked to', async () => {
  const folders = async () => (await company.files.list('reports/', 0, 10)).total;
  const before = await folders();
  const first = (await exported()).data;
  company.clock.advance(60_000);
  const second = (await exported()).data;
  expect({ ...second, links: [] }).toEqual({ ...first, links: [] });
  expect(company.lastCalls()).toBe(1);
  await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { name: '新名字' } });
  company.clock.advance(60_000);
  const anew = (await exported({ again: true })).data;
  expect(anew.files[0].fileId).toMatch(FOLDER);
  expect(anew.files[0].fileId).not.toBe(first.files[0].fileId);
  expect(anew.startedAt).toBeGreaterThan(first.startedAt);
  expect((await readWorkbook(await download(anew.links[0]))).rows[1]?.[1]).toBe('新名字');
  expect(anew.files[0]).toMatchObject({ name: '考勤月报_2026-11_Company.xlsx', rows: 6 });
  expect((await folders()) - before).toBe(1);
});

test('a link shows the same file until the report was made again, and works for two hours', async () => {
  const first = (await exported()).data;
  const before = Buffer.from(await download(first.links[0]));
  company.clock.advance(7_190_000);
  expect(Buffer.from(await download(first.links[0]))).toEqual(before);
  company.clock.advance(20_000);
  expect((await fetch(first.links[0])).status).toBe(400);
  const [again] = (await exported()).data.links;
  expect(Buffer.from(await download(again))).toEqual(before);
});

describe('a report whose path is known', () => {
  /** The file, put there by a phone under the storage rule of the company. */
  const forge = async (as: string, fileId: string): Promise<string | undefined> => {
    const cloudPath = fileId.split('/').slice(3).join('/');
    const response = await fetch(`${company.url}/client/upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      body: 'forged',
      headers: { 'x-demo-openid': as, 'content-type': 'application/json' },
    });
    return ((await response.json()) as { code?: string }).code;
  };
  const readDirectly = async (as: string, fileId: string) => {
    const response = await fetch(`${company.url}/client/temp-urls`, {
      method: 'POST',
      body: JSON.stringify({ fileList: [fileId] }),
      headers: { 'x-demo-openid': as, 'content-type': 'application/json' },
    });
    const { fileList } = (await response.json()) as { fileList: { errMsg: string; tempFileURL: string }[] };
    return [fileList[0]?.errMsg, fileList[0]?.tempFileURL];
  };

  test('is read and overwritten by no phone, not even by HR’s', async () => {
    const { files, links } = (await exported()).data;
    const [{ fileId }] = files;
    const before = Buffer.from(await download(links[0]));
    for (const as of [OPENIDS.day, HR]) {
      expect(await readDirectly(as, fileId)).toEqual(['STORAGE_EXCEED_AUTHORITY', '']);
      expect(await forge(as, fileId)).toBe('STORAGE_EXCEED_AUTHORITY');
    }
    const again = (await exported()).data.links[0];
    expect(Buffer.from(await download(again))).toEqual(before);
  });

  test('gets no link once another file is in its place, until it is made again', async () => {
    const storageRule = { read: false, write: true };
    company = await openCompany(NOW, { storageRule });
    const { files } = (await exported()).data;
    expect(await forge(OPENIDS.day, files[0].fileId)).toBeUndefined();
    const { name } = files[0];
    expect((await exported()).error).toEqual({ code: 'REPORT_UNVERIFIED', data: { name } });
    const anew = (await exported({ again: true })).data;
    expect((await readWorkbook(await download(anew.links[0]))).rows.length).toBeGreaterThan(1);
  });
});

describe('a report from before its folder had a random name', () => {
  const name = '考勤月报_2026-11_Company.xlsx';
  const insert = async (more: object) => {
    const { fileId } = (await exported()).data.files[0];
    const [old] = await company.db.find('reports');
    const { folder: _, ...without } = (old ?? {}) as Record<string, unknown>;
    await company.db.replaceAll({ reports: [{ ...without, ...more } as never] });
    return fileId;
  };

  test('opens as it is, if what was exported is known', async () => {
    const fileId = await insert({});
    const { files, links } = (await exported()).data;
    expect(files[0].fileId).toBe(fileId);
    expect((await readWorkbook(await download(links[0]))).rows.length).toBeGreaterThan(1);
  });

  test('is made again where that is not known', async () => {
    const fileId = await insert({ files: [{ fileId: await insert({}), name, rows: 6, bytes: 1 }] });
    expect((await exported()).error).toEqual({ code: 'REPORT_UNVERIFIED', data: { name } });
    const { files, links } = (await exported({ again: true })).data;
    expect(files[0].fileId).not.toBe(fileId);
    expect(links).toHaveLength(1);
  });

  test('continues in a folder of its own if it was not finished', async () => {
    await insert({ state: 'running', files: [], cursor: '' });
    const { files } = (await exported()).data;
    expect(files[0]).toMatchObject({ name, fileId: expect.stringMatching(FOLDER) });
  });
});

test('a storage rule that lets everybody read is named in the log', async () => {
  const logged = async () => {
    const event = { action: 'export', input: ORDER, secret: CONSOLE_SECRET };
    const { logs, result } = await company.invoke('reports', event, { as: { kind: 'console' } });
    expect(result).toMatchObject({ ok: true });
    return logs.map(({ text }) => text).join();
  };
  expect(await logged()).not.toContain('STORAGE_PUBLIC');
  company = await openCompany(NOW, { storageRule: { read: true, write: false } });
  expect(await logged()).toContain('STORAGE_PUBLIC');
});

describe('in pieces', () => {
  const inPieces = openWithReset(() => open({ REPORT_PEOPLE_PER_FILE: '3' }));
  beforeEach(() => {
    company = inPieces;
  });
  afterEach(() => {
    company = usual;
  });

  async function all(order: Order = {}) {
    const answers = [(await exported(order)).data];
    while (answers.at(-1).state === 'running') answers.push((await exported(order)).data);
    return answers;
  }

  test('each call makes one file; together they have everybody once', async () => {
    const answers = await all({ format: 'csv' });
    expect(answers.map(({ state }) => state)).toEqual(['running', 'running', 'done']);
    expect(answers[0].links).toEqual([]);
    expect(answers[2].files.map(({ name }: { name: string }) => name)).toEqual([
      '考勤月报_2026-11_Company.csv',
      '考勤月报_2026-11_Company_2.csv',
      '考勤月报_2026-11_Company_3.csv',
    ]);
    const texts = await Promise.all(
      answers[2].links.map(async (link: string) => new TextDecoder().decode(await download(link))),
    );
    const ids = texts.flatMap((text) =>
      readCsv(text)
        .slice(1)
        .map(([id]) => id),
    );
    expect(ids).toEqual(['E0001', 'E0002', 'E0003', 'E0005', 'E0006', 'E0007']);
  });

  test('fewer files than before: those that are left over go', async () => {
    await company.db.insertMany('leave_types', []);
    const before = (await all()).at(-1);
    await company.db.updateMany('employees', { _id: 'E0007' }, { $set: { leftOn: '2026-01-31' } });
    await exported({ again: true });
    const after = (await all()).at(-1);
    expect([before.files.length, after.files.length]).toEqual([3, 2]);
    expect((await fetch(before.links[2])).status).not.toBe(200);
    expect((await fetch(after.links[1])).status).toBe(200);
  });

  test('while one call works, another is told how far it is', async () => {
    const [one, other] = await Promise.all([exported(), exported()]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    const done = (await all()).at(-1);
    expect(done.files.map(({ rows }: { rows: number }) => rows)).toEqual([3, 2, 1]);
  });
});

test('on the first of a month the timer leaves the files of the last one', async () => {
  company.clock.set(Date.parse('2026-12-01T08:00:30+08:00'));
  const { result } = await company.timers.runNow('reports');
  expect(result).toMatchObject({ ok: true, data: { monthly: { done: 2, empty: 2 } } });
  const { reports } = (await company.act('console', 'reports.list')).data;
  expect(reports.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ['2026-11_attendance-days_zh-CN_xlsx', 'done'],
    ['2026-11_attendance-month_zh-CN_xlsx', 'done'],
  ]);
});
