import type { Day, LocalText, Month } from '#contracts/common';
import type { Fact, FactCode, FactData } from '#contracts/fact';
import { factLine, factSentence } from '../../../../miniprogram/locales/fact-text';
import { wordsIn } from '../../../../miniprogram/locales/words';
import { zhCN } from '../../../../miniprogram/locales/zh-CN';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const day = (value: string) => value as Day;
const annual: LocalText = { 'zh-CN': '年假', en: 'Annual leave' };
const law: LocalText = { 'zh-CN': '条例第 4 条', en: 'Regulations, art. 4' };

const SAID: { readonly [C in FactCode]: readonly [FactData[C], string] } = {
  BALANCE: [{ type: annual, before: 3_840, after: 2_400 }, '8 天 → 5 天'],
  UNLIMITED: [{ type: annual }, '年假不限额度'],
  MOST_PER_REQUEST: [{ type: annual, most: 4_800 }, '年假每次最多 10 天'],
  MOST_PER_YEAR: [{ type: annual, most: 2_640 }, '年假一年最多 5.5 天'],
  DAYS_COUNTED: [{ days: 1_440, from: day('2026-12-01'), to: day('2026-12-03') }, '共 3 天'],
  LEAVER_SHARE: [
    { lastDay: day('2026-06-30'), earned: 1_920, taken: 960, days: 960 },
    '到 6月30日 周二 应得 4 天，已休和审批中 2 天，剩 2 天（不足一天不算，多休不扣回）',
  ],
  AFTER_LAST_DAY: [{ lastDay: day('2026-06-30') }, '6月30日 周二 之后不再在职，之后的假退回'],
  SHORTENED: [{ backOn: day('2026-12-03'), before: 2_400, after: 960 }, '12月3日 周四 返岗，5 天 → 2 天'],
  CALENDAR_OPEN: [{ years: '2027' }, '2027 年的调休安排还没有公布，这里按周末计算，公布后可能变化'],
  EXPIRES_WHILE_PENDING: [
    { minutes: 240, day: day('2026-12-31') },
    '其中 0.5 天 的有效期到 12月31日 周四，审批期间保留，没有通过就作废',
  ],
  ATTACHMENT_MISSING: [{ after: 480 }, '需要证明，还没有附上，可以之后补'],
  PAY: [{ share: 80 }, '按 80% 发'],
  PAY_LONG: [
    { share: 60, since: day('2026-06-01'), from: day('2026-12-01'), months: 6, source: law },
    '从 6月1日 周一 起连续休，满 6 个月后，12月1日 周二 起按 60% 发（条例第 4 条）',
  ],
  PAY_FLOOR: [{ share: 80 }, '不低于当地最低工资的 80%'],
  MEDICAL_PERIOD: [
    {
      ...{ months: 3, since: day('2026-03-05'), until: day('2026-09-04'), used: 8_160, source: law },
      endsOn: day('2026-06-04'),
    },
    '3 个月，3月5日 周四至9月4日 周五累计；连同本次和待审批的共 17 天，一直病休的话到 6月4日 周四 期满（条例第 4 条）',
  ],
  MEDICAL_PERIOD_OVER: [{ day: day('2026-06-04'), months: 3 }, '3 个月的医疗期到 6月4日 周四 期满'],
  PAY_CLASS: [{ percent: 150, minutes: 510, kind: 'workday' }, '150% · 8 小时 30 分钟'],
  BREAK_NOT_WORKED: [
    { minutes: 60, spans: '12:00–13:00' },
    '已减去班次休息 12:00–13:00，共 1 小时。休息时也在工作的，分成两次申请',
  ],
  PAY_NOT_TIME: [{ percent: 300, minutes: 510 }, '300% 的加班应付加班费，不能用调休代替（劳动法第 44 条）'],
  OVERTIME_CREDIT: [
    { approved: 240, punched: 65, credited: 65 },
    '批准 4 小时，打卡 1 小时 5 分钟，计 1 小时 5 分钟',
  ],
  COMP_TIME: [{ minutes: 510, expires: day('2027-05-28') }, '增加 8 小时 30 分钟，可用到 5月28日 周五'],
  OVERTIME_MONTH: [{ before: 2_010, after: 2_250, limit: 2_160 }, '33 小时 30 分钟 → 37 小时 30 分钟'],
  OVERTIME_DAY_LIMIT: [{ minutes: 240, limit: 180 }, '当天 4 小时，超过每天 3 小时 的上限（劳动法第 41 条）'],
  OVERTIME_MONTH_LIMIT: [
    { minutes: 2_250, limit: 2_160 },
    '本月 37 小时 30 分钟，超过每月 36 小时 的上限（劳动法第 41 条）',
  ],
  TEAM_AWAY: [
    { team: 6, away: 2, names: { 'zh-CN': '示例甲、示例乙', en: 'Sample A, Sample B' } },
    '6 人中另有 2 人不在：示例甲、示例乙',
  ],
  ALONE: [{ team: 3 }, '3 人都不在'],
  SIMILAR: [{ approved: 8, rejected: 1, days: 90 }, '近 90 天同意 8，拒绝 1'],
  PUNCH: [{ slot: 'out', at: '01:10+1' }, '下班 次日 01:10'],
  OTHER_PUNCHES: [{ times: '08:55 / 12:30' }, '08:55 / 12:30'],
  CONFIRMS_TAP: [{ tapped: '08:58', arrived: '10:30' }, '08:58 点击，10:30 才送达，不占补卡次数'],
  CORRECTIONS: [{ used: 2, limit: 3 }, '第 2 次，最多 3 次'],
  FIELD_PUNCH: [{ at: '09:05', place: '客户公司' }, '09:05 · 客户公司'],
  PHOTO_MISSING: [{}, '没有收到，请核实后再决定'],
  LEAVE_PAID_OUT: [
    {
      type: { 'zh-CN': '年休假', en: 'Annual leave' },
      ...{ lastDay: day('2026-06-30'), earned: 1_920, taken: 960, days: 960, percent: 300 },
    },
    '到 6月30日 周二 应得 4 天，已休和审批中 2 天，未休 2 天 按 300% 支付（含正常工资）',
  ],
  COMP_TIME_PAID_OUT: [
    { type: { 'zh-CN': '调休', en: 'Comp time' }, minutes: 210, unit: 'hour' },
    '未用的 3 小时 30 分钟 按加班工资支付',
  ],
  NOTICE: [{ days: 30, lastDay: day('2026-12-23') }, '30 天，最早 12月23日 周三 离开'],
  LAST_DAY_EARLY: [{ days: 5, lastDay: day('2026-12-23') }, '比通知期早 5 天，最早应为 12月23日 周三'],
  AMOUNT: [{ fen: 128_640, lines: 3 }, '3 笔'],
  ADVANCE: [{ fen: 100_000, rest: -28_640 }, '¥1,000.00，还需支付 −¥286.40'],
  DUPLICATE_RECEIPT: [{ line: 2 }, '第 2 笔的票据，另有同事也提交过'],
  SAME_INVOICE: [
    { line: 2, invoice: '12345678', day: day('2026-11-20'), number: '' },
    '第 2 笔的发票 12345678 也由同事在 11月20日 周五 提交过',
  ],
  SAME_LINE: [{ line: 3, other: 1, fen: 3_800 }, '第 1 笔和第 3 笔的日期、类别、金额相同，都是 ¥38.00'],
  CLAIMED_BEFORE: [
    { line: 1, number: 'E0012-20261120-093005', fen: 3_800 },
    '第 1 笔 ¥38.00，日期、类别、金额与申请 E0012-20261120-093005 中的一笔相同',
  ],
  ENTERED_BY_HR: [{}, '由人事录入员工档案，系统不会自动修改'],
  RECOUNT_OPEN: [{ before: 480, after: 960 }, '安排有变，重算后超出余额或规则，暂按原来的'],
  RECOUNTED: [{ before: 1_440, after: 960 }, '安排有变，3 天 → 2 天'],
  MONTH_LOCKED: [
    { month: '2026-10' as Month },
    '2026年10月的考勤已结算并锁定，批准后不改结算结果，列入差异由人事处理',
  ],
  SERVICE: [{ years: 13, days: 4_800 }, '满 13 年，全年 10 天'],
  SERVICE_PART: [
    { from: day('2026-01-01'), to: day('2026-06-30'), calendarDays: 181, years: 9, entitlement: 2_400 },
    '1月1日 周四 到 6月30日 周二，181 天，工龄满 9 年：5 天 × 181 ÷ 365',
  ],
  SERVICE_WAITING: [{ months: 12 }, '连续工作满 12 个月后可休'],
  SERVICE_UNKNOWN: [{}, '没有登记参加工作日期，从入职日算起'],
  ROUNDED_DOWN: [{ days: 960 }, '不足一天的部分不算，共 2 天'],
  YEAR_SHARE: [{ calendarDays: 92, entitlement: 2_400, days: 480 }, '全年 5 天 × 在职 92 天 ÷ 365 = 1 天'],
  CHILD_YEAR: [
    { born: day('2025-03-02'), from: day('2026-03-02'), to: day('2027-03-01'), days: 4_800 },
    '3月2日 周日 出生，3月2日 周一 到 3月1日 周一 可休 10 天',
  ],
  LOST_SICK: [
    { year: 2026, sum: 62.5, least: 60, months: 2, monthDays: 30, years: 5, on: day('2026-08-03') },
    '2026 年 62.5 天；8月3日 周一 达到 60 天（工龄满 5 年：2 个月 × 30 天），不享受当年的法定年休假',
  ],
  LOST_PERSONAL: [
    { year: 2026, sum: 21, least: 20, on: day('2026-08-03') },
    '2026 年不扣工资的事假 21 天；8月3日 周一 达到 20 天，不享受当年的法定年休假',
  ],
  LOST_THIS: [
    { year: 2026, entitlement: 2_400, taken: 480, days: 1_920 },
    '2026 年法定 5 天 − 已休和审批中的法定假 1 天：扣 4 天',
  ],
  LOST_NEXT: [
    { year: 2026, entitlement: 4_800, taken: 2_400, days: 2_400 },
    '2026 年的法定假已休 5 天，下一年的法定 10 天 中扣 5 天',
  ],
  LOST_BACK: [{ days: 1_440 }, '病假或事假撤销后不再达到天数，退回 3 天'],
  RULE_SOURCE: [{ source: law, version: '2008-01-01 r0' }, '条例第 4 条。规则版本 2008-01-01 r0'],
  WOULD_LOSE_SICK: [
    { year: 2026, sum: 62.5, least: 60 },
    '加上这次，2026 年病假累计 62.5 天，达到 60 天，不再享受当年的法定年休假；已休的从下一年扣',
  ],
  WOULD_LOSE_PERSONAL: [
    { year: 2026, sum: 21, least: 20 },
    '加上这次，2026 年不扣工资的事假累计 21 天，达到 20 天，不再享受当年的法定年休假；已休的从下一年扣',
  ],
};

const samples = Object.entries(SAID).map(([code, [data, said]]) => ({ fact: { code, data } as Fact, said }));

test.each(samples)('$fact.code', ({ fact, said }) => {
  expect(factLine(fact, zh).value).toBe(said);
  expect(factLine(fact, zh).name).not.toMatch(/[{}]/);
});

test.each(samples)('$fact.code in English, with no figure left unsaid', ({ fact }) => {
  expect(Object.values(factLine(fact, en)).join()).not.toMatch(/\{\{|undefined|NaN/);
});

test('there are no words for facts that do not exist', () => {
  const { sentence, paid: _paid, unpaid: _unpaid, noPunch: _noPunch, ...more } = zhCN.facts;
  const { invoiceInOwn: _own, invoiceOfOther: _other, ...ofCodes } = more;
  expect(Object.keys(ofCodes).sort()).toEqual(Object.keys(SAID).sort());
  expect(sentence).toContain('{{value}}');
});

test('leave without pay is said as such and not as a percentage of 0', () => {
  const fact: Fact = { code: 'PAY', data: { share: 0 } };
  expect([factLine(fact, zh).value, factLine(fact, en).value]).toEqual(['不发工资', 'unpaid']);
});

test('one receipt is one line in English', () => {
  const amount = (lines: number): Fact => ({ code: 'AMOUNT', data: { fen: 100, lines } });
  expect([1, 2].map((lines) => factLine(amount(lines), en).value)).toEqual(['1 line', '2 lines']);
});

test('a fact in one sentence', () => {
  const fact: Fact = { code: 'ALONE', data: { team: 3 } };
  expect([factSentence(fact, zh), factSentence(fact, en)]).toEqual([
    '同组在岗：3 人都不在',
    'Team: nobody of 3 would be there',
  ]);
});

test('a fact that only a newer server knows stops nothing', () => {
  const fact = { code: 'NEWER', data: { minutes: 1 } } as unknown as Fact;
  expect(factLine(fact, zh)).toEqual({ name: 'facts.NEWER.name', value: 'facts.NEWER.value' });
});
