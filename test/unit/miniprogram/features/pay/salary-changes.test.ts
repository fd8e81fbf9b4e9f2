import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayItem } from '#contracts/pay-item';
import type { SalaryStep } from '#contracts/salary-change';
import { readPastedSalaries } from '../../../../../miniprogram/features/pay/pasted-salaries';
import { problemText, stepView } from '../../../../../miniprogram/features/pay/salary-lines.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const [zh, en] = [wordsIn('zh-CN'), wordsIn('en')];
const MEALS = { id: 'meals', name: { 'zh-CN': '餐补', en: 'Meals' } } as PayItem;
const read = (text: string) => readPastedSalaries(text, [MEALS]);

test('lines of a sheet are read with the items of its heading; an empty cell leaves what is there', () => {
  const sheet =
    '工号\t生效日期\t月工资\t加班基数\t餐补\nE0012\t2026-12-01\t15,000.50\t\t300\n\nE0020\t2026/9/1\t9000元\t8000\t';
  expect(read(sheet)).toEqual({
    problems: [],
    places: [2, 4],
    lines: [
      { employeeId: 'E0012', from: '2026-12-01', wage: 1_500_050, entered: { meals: 30_000 } },
      { employeeId: 'E0020', from: '2026-09-01', wage: 900_000, overtimeBase: 800_000 },
    ],
  });
  expect(read('E0012,2026-12-01,15,000.00').lines).toMatchObject([{ wage: 1_500_000 }]);
});

test.each([
  ['E0012\t46357\t9000', 'day-serial', 'from'],
  ['E0012\t2026-02-30\t9000', 'day', 'from'],
  ['E0012\t12/1/26\t9000', 'day', 'from'],
  ['E0012\t2026-12-01\t1.2E+04', 'amount-damaged', 'wage'],
  ['E0012\t2026-12-01\t#REF!', 'amount-damaged', 'wage'],
  ['E0012\t2026-12-01\t#####', 'amount-damaged', 'wage'],
  ['E0012\t2026-12-01\t', 'amount', 'wage'],
  ['E0012\t2026-12-01\t-9000', 'amount', 'wage'],
  ['E0012\t2026-12-01\t0', 'amount-zero', 'wage'],
  ['E0012\t2026-12-01\t9000.555', 'amount', 'wage'],
  ['E0012\t2026-12-01\t9000\t八千', 'amount', 'overtimeBase'],
  ['E0012\t2026-12-01\t9000\t\t300', 'columns', ''],
  ['E 0012 张三\t2026-12-01\t9000', 'person', 'person'],
  ['工号\t日期\t工资\t基数\t交通补贴\nE0012\t2026-12-01\t9000', 'heading', '交通补贴'],
])(
  'what a spreadsheet has damaged is named by line and column and never guessed: %j',
  (text, rule, column) => {
    expect(read(text).problems).toMatchObject([{ rule, column }]);
  },
);

const salary = (wage: number, more: object = {}) => ({
  ...{ from: '2026-12-01' as Day, wage: wage as Fen, overtimeBase: null, method: '21.75' as const },
  ...{ entered: {}, ...more },
});
const step = (more: Partial<SalaryStep>): SalaryStep => ({
  person: { id: 'E0012', name: '王芳', nameEn: 'Wang Fang' },
  ...{ rev: 1, before: salary(900_000), after: salary(1_000_000), months: [] },
  ...more,
});

test('a change shows what differs before and after, a first salary all of it, and the months that get a difference', () => {
  expect(stepView(step({}), {}, zh)).toMatchObject({
    ...{ name: '王芳', isFirst: '', months: '' },
    rows: [{ id: 'wage', before: '¥9,000.00', after: '¥10,000.00' }],
  });
  const items = { meals: MEALS.name };
  const dropped = step({ before: salary(1, { entered: { meals: 300 as Fen } }), after: salary(1) });
  expect(stepView(dropped, items, en).rows).toEqual([
    { id: 'meals', name: 'Meals', before: '¥3.00', after: 'None' },
  ]);
  const first = stepView(step({ before: null, months: ['2026-09', '2026-10'] as never }), {}, zh);
  expect(first).toMatchObject({ isFirst: '第一笔薪资', months: '2026年9月、2026年10月已发，下次算薪补差额' });
  expect(first.rows.map(({ id, before }) => [id, before])).toEqual([
    ['wage', ''],
    ['method', ''],
  ]);
});

test('a refusal says the field as people call it, and the first day that is possible', () => {
  const problem = { line: 2, employeeId: 'E0012', field: 'meals', rule: 'out-of-range', day: '' } as const;
  expect(problemText(problem, { meals: MEALS.name }, zh)).toContain('餐补');
  const early = { ...problem, field: 'from', rule: 'too-early', day: '2026-08-01' as Day } as const;
  expect(problemText(early, {}, zh)).toContain('8月1日');
});
