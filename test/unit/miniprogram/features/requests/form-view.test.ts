import type { Day } from '#contracts/common';
import { field, text } from '../../support/form';
import '../../../../../miniprogram/features/requests/words/words';
import type { RequestPreview } from '#contracts/request';
import { readFigure } from '../../../../../miniprogram/features/requests/figures.model';
import { type FormModel, noForm } from '../../../../../miniprogram/features/requests/form.model';
import { formView } from '../../../../../miniprogram/features/requests/form.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const columns = [field('amount', 'money'), field('files', 'file', { required: false })];
const types = [
  { id: 'leave', version: 1, kind: 'leave', name: text('请假'), form: [field('leaveType', 'choice')] },
  {
    id: 'expense',
    version: 1,
    kind: 'expense',
    name: text('报销'),
    form: [field('lines', 'table', { columns })],
  },
];
const balance = (id: string, used = 0) => ({
  type: { id, name: text(id), unit: 'hour', paidShare: 100, balance: true, source: text('') },
  left: 480,
  held: 0,
  used,
});
const day = (date: string, minutes: number, kind = 'workday', name: string | null = null) => ({
  day: date,
  minutes,
  kind,
  name: name === null ? null : text(name),
});
const preview = (more: Partial<RequestPreview> = {}): RequestPreview => ({
  amountMinutes: 4 * 480,
  amountFen: null,
  days: [],
  facts: [
    { code: 'DAYS_COUNTED', data: { days: 1_920, from: '2026-09-30' as Day, to: '2026-10-10' as Day } },
    { code: 'BALANCE', data: { type: text('年休假'), before: 4_800, after: 2_880 } },
  ],
  warnings: [],
  problem: null,
  flow: [],
  ...more,
});
const model = (more: object = {}): FormModel =>
  ({
    ...noForm,
    start: { types, balances: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => balance(id)) },
    typeId: 'leave',
    values: { leaveType: 'a' },
    key: 'k',
    today: '2026-09-28',
    ...more,
  }) as unknown as FormModel;
const failed = (code: string, data = {}) => ({ code, data, requestId: '' });

test('days that count alike share a line, and each says why it counts or not', () => {
  const days = [
    day('2026-09-30', 480),
    day('2026-10-01', 0, 'holiday', '国庆节'),
    day('2026-10-02', 0, 'holiday', '国庆节'),
    day('2026-10-04', 0, 'restday', '国庆节'),
    day('2026-10-08', 480),
    day('2026-10-09', 480),
    day('2026-10-10', 480, 'makeup', '国庆节'),
    day('2026-10-11', 0, 'restday'),
  ] as unknown as RequestPreview['days'];
  const { effect } = formView(model({ preview: preview({ days }) }), zh);
  expect(effect.days.map((line) => line.text)).toEqual([
    '1 天',
    '国庆节 · 不计',
    '2 天',
    '国庆节调休上班 · 1 天',
    '休息日 · 不计',
  ]);
  expect(effect.days[1]?.day).toBe('10月1日 周四 – 10月4日 周日');
});

test('where the balance of the days of leave is not that of now, a line says why the two differ', () => {
  const lines = (more: object = {}) => formView(model({ preview: preview(), ...more }), zh).effect.lines;
  expect(lines()).toMatchObject([
    { name: '余额', value: '10 天 → 6 天' },
    { name: '现在', value: '剩 1 天。上面按请假那几天的余额算，到时有新发放或到期的' },
  ]);
  const start = { types, balances: [{ ...balance('a'), left: 4_800 }] };
  expect(lines({ start })).toHaveLength(1);
});

test('days that all count need no lines', () => {
  const days = [day('2026-09-29', 480), day('2026-09-30', 480)] as unknown as RequestPreview['days'];
  expect(formView(model({ preview: preview({ days }) }), en).effect.days).toEqual([]);
});

describe('above the button', () => {
  const said = (more: object) => formView(model(more), zh).send;
  test('stands what it leaves behind', () => {
    expect(said({ preview: preview() })).toEqual({ total: '4 天', text: '余额 10 天 → 6 天', tone: 'plain' });
  });
  test('or what is missing, with the line of a table', () => {
    const values = { lines: [{ amount: 1 }, {}] };
    expect(said({ typeId: 'expense', values }).text).toBe('请填写第 2 笔amount');
  });
  test('or why it cannot be sent, with the label of the field', () => {
    const problem = { code: 'FORM_INVALID', data: { field: 'lines.0.files', rule: 'required' } } as const;
    const values = { lines: [{ amount: 1 }] };
    const view = formView(model({ typeId: 'expense', values, preview: preview({ problem }) }), zh);
    expect(view.send).toMatchObject({ text: '请填写第 1 笔files', tone: 'bad' });
    expect(view.ready).toBe(false);
  });
  test.each([
    ['1.234', '“第 2 笔amount”最多两位小数'],
    ['12元5', '“第 2 笔amount”请填数字，例如 1234.50'],
  ])('or what is wrong with %s', (typed, sentence) => {
    const place = { field: 'lines', cell: { line: 1, column: 'amount' } };
    const read = readFigure('money', typed);
    const problem = read && 'problem' in read ? read.problem : undefined;
    const wrong = { typeId: 'expense', values: { lines: [{ amount: 1 }, {}] } };
    const view = formView(model({ ...wrong, unread: [{ ...place, text: typed, problem }] }), zh);
    expect(view.send).toMatchObject({ text: sentence, tone: 'bad' });
    expect(view.ready).toBe(false);
    expect(view.fields[0]?.lines[1]?.fields[0]?.text).toBe(typed);
  });
  test('or between what an amount must be', () => {
    const read = readFigure('money', '999999999999');
    const values = { lines: [{ amount: read && 'value' in read ? read.value : 0 }] };
    const view = formView(model({ typeId: 'expense', values }), zh);
    expect(view.send.text).toBe('“第 1 笔amount”要在 ¥0.00 到 ¥100,000,000.00 之间');
    expect(view.ready).toBe(false);
  });
  test('or that no answer came, and that nothing is lost', () => {
    const failure = failed('TIMEOUT');
    expect(said({ failure, attempted: true }).text).toBe('没有收到答复，填的内容都在。再点提交，不会重复');
    expect(said({ failure: failed('OFFLINE'), attempted: true }).text).toContain('填的内容都在');
    expect(said({ failure, attempted: false }).text).toContain('再试一次');
  });
  test('and it waits for the answer to what was changed', () => {
    const view = formView(model({ preview: preview(), previewing: true }), zh);
    expect(view.send).toMatchObject({ total: '4 天', text: '正在计算' });
    expect(view.ready).toBe(false);
  });
});

test('many kinds of leave are folded, never the chosen one', () => {
  const [folded] = formView(model({ values: { leaveType: 'h' } }), zh).fields;
  expect(folded?.options.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'h']);
  expect(folded).toMatchObject({ folded: 1, words: { more: '更多 1 种' } });
  const [all] = formView(model({ unfolded: true }), zh).fields;
  expect(all?.options).toHaveLength(8);
});

test('a type that is gone says so, without a button that cannot help', () => {
  const view = formView(model({ typeId: 'gone' }), zh);
  expect(view).toMatchObject({ mode: 'error', error: '这种申请已经停用', text: { retry: '' } });
  expect(formView(model({ typeId: 'gone', start: null }), zh).mode).toBe('loading');
});

test('a time opens at the hours of the shift, a day at today, and both where they were put', () => {
  const form = [field('day', 'day'), field('slot', 'choice'), field('time', 'text')];
  const correction = { id: 'correction', version: 1, kind: 'correction', name: text('补卡'), form };
  const plan = { today: { start: 540, end: 1_080 }, next: { day: '2026-09-29', hours: null } };
  const opens = (values: object) => {
    const start = { types: [correction], balances: [], plan };
    const { fields } = formView(model({ typeId: 'correction', start, values }), zh);
    return fields.filter(({ id }) => id !== 'slot').map(({ opensAt }) => opensAt);
  };
  expect(opens({})).toEqual(['2026-09-28', '09:00']);
  expect(opens({ slot: 'out' })).toEqual(['2026-09-28', '18:00']);
  expect(opens({ day: '2026-09-23', slot: 'out', time: '18:10' })).toEqual(['2026-09-23', '18:10']);
});
