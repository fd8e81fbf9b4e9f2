import '../../../../../miniprogram/features/types/words/words';
import { leaveChangeWords } from '../../../../../miniprogram/features/types/leave-change.view';
import { ruleChangeWords } from '../../../../../miniprogram/features/types/rules-change.view';
import { typeChangeWords } from '../../../../../miniprogram/features/types/type-change.view';
import { type ChangeWords, changeText } from '../../../../../miniprogram/locales/change-text';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
type Values = Readonly<Record<string, readonly [string | null, string | null]>>;
const said = (says: ChangeWords, values: Values | undefined, what: readonly string[] = []) =>
  changeText(
    { at: 1 as never, byName: '', byNameEn: '', version: 2, what, ...(values && { values }) },
    says,
    zh,
  );

test.each<[string, Values, string]>([
  [
    'a limit of the company',
    { 'overtime/dayLimit': ['180', '120'] },
    '加班 · 每天超过时提醒：3 小时 → 2 小时',
  ],
  [
    'a limit that is new',
    { 'expense/receiptAbove': [null, '10000'] },
    '报销 · 超过多少要有票据：无 → 100 元',
  ],
  [
    'what may stand in for pay',
    { 'overtime/compTime/workday': ['allow', 'refuse'] },
    '加班 · 工作日加班（150%）换调休：可以 → 不可以',
  ],
  [
    'days without leave',
    { blocked: [null, '盘点 2026-12-30 – 2026-12-31'] },
    '不可休假的日子：无 → 盘点 2026-12-30 – 2026-12-31',
  ],
  ['a reminder', { expiryNoticeDays: ['30', '60'] }, '到期提醒：30 天 → 60 天'],
])('%s', (_, values, text) => {
  expect(said(ruleChangeWords(zh), values)).toBe(text);
});

test('a limit whose values are known is said once', () => {
  expect(
    said(ruleChangeWords(zh), { 'correction/monthlyQuota': ['3', '5'] }, ['correction.monthlyQuota']),
  ).toBe('补卡 · 每月最多：3 次 → 5 次');
});

test('an older entry names the part as before', () => {
  expect(said(ruleChangeWords(zh), undefined, ['overtime.dayLimit', 'blocked'])).toBe(
    '加班 · 每天超过时提醒、不可休假的日子',
  );
});

test.each<[string, Values, string]>([
  [
    'most of a leave',
    { 'rules/china@2024-01-01/mostPerRequest': ['2400', '4800'] },
    '全国 · 2024-01-01 起 · 一次最多：5 天 → 10 天',
  ],
  [
    'how days count',
    { 'rules/china@2024-01-01/counts': ['calendar-days', 'working-days'] },
    '全国 · 2024-01-01 起 · 怎么算天数：周末和节假日都算 → 只算工作日',
  ],
  [
    'its pay',
    { 'rules/beijing@2024-01-01/paidShares': ['0:100', '0:80, 5:100'] },
    '北京 · 2024-01-01 起 · 发工资的：工资 100% → 工资 80%、司龄满 5 年起工资 100%',
  ],
  ['a rule that is new', { 'rules/zhejiang@2026-01-01': [null, '+'] }, '浙江 · 2026-01-01 起：无 → 有'],
  ['whether it is offered', { enabled: ['true', 'false'] }, '状态：是 → 否'],
])('leave type: %s', (_, values, text) => {
  expect(said(leaveChangeWords(zh), values)).toBe(text);
});

const names = {
  people: [{ id: 'E0005', name: '王五', nameEn: 'Wang Wu' }],
  departments: [],
  form: [{ id: 'reason', kind: 'text', label: { 'zh-CN': '事由', en: 'Reason' }, required: true }],
} as const;

test.each<[string, Values, string]>([
  ['a field', { 'form/reason/required': ['true', 'false'] }, '事由 · 是否必填：是 → 否'],
  [
    'who signs',
    { 'flow/steps/0': ['any|manager:1|', 'all|role:hr,person:E0005|days>=3'] },
    '第 1 步：直属主管 → 人事和王五都同意（3 天及以上）',
  ],
  ['a step that is gone', { 'flow/steps/1': ['any|department-head|', null] }, '第 2 步：部门负责人 → 无'],
  ['copies', { 'flow/cc': [null, 'role:hr,person:E0005'] }, '抄送：无 → 人事、王五'],
])('request type: %s', (_, values, text) => {
  expect(said(typeChangeWords(names, zh), values)).toBe(text);
});

test('many values are counted, so that a line stays short', () => {
  const values = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`rules/china@20${10 + at}-01-01`, [null, '+'] as const]),
  );
  expect(said(leaveChangeWords(zh), values)).toMatch(/；还有 2 处$/);
});

test('a rule whose values are told is not named once more', () => {
  const values = { 'correction/monthlyQuota': ['3', '5'] } as const;
  expect(said(ruleChangeWords(zh), values, ['correction.monthlyQuota'])).toBe('补卡 · 每月最多：3 次 → 5 次');
});
