import type { Day, Month } from '#contracts/common';
import type { Fen, PayRule, PayStep } from '#contracts/pay';
import type { Payslip } from '#contracts/payslips';
import type { SlipModel } from '../../../../../miniprogram/features/pay/pages/slip/slip.model';
import { slipView } from '../../../../../miniprogram/features/pay/pages/slip/slip.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');

const RULE: PayRule = {
  ...{ id: 'cn.overtime', from: '2025-01-01' as Day, until: null, source: '劳动法第 44 条' },
};
const named = (id: string, name: string, amount: number, more: Partial<PayStep> = {}): PayStep => ({
  ...{
    id,
    name: { 'zh-CN': name, en: id },
    amount: amount as Fen,
    formula: null,
    inputs: [],
    rule: null,
    parts: [],
  },
  ...more,
});
const sum = (id: string, name: string, parts: PayStep[]): PayStep =>
  named(
    id,
    name,
    parts.reduce((total, part) => total + part.amount, 0),
    { parts },
  );

const EARNINGS = sum('earnings', '收入', [
  named('base', '基本工资', 2_700_000),
  named('overtime.300', '法定节假日加班', 372_414, { rule: RULE, parts: [named('hours', '时数', 372_414)] }),
]);
const NET = sum('net', '实发', [
  EARNINGS,
  named('tax', '个税', -233_748, { formula: 'withheld', rule: RULE }),
]);
const SLIP: Payslip = {
  ...{ month: '2026-10' as Month, paidOn: '2026-11-05' as Day, version: 1, state: 'read', rev: 2 },
  ...{ net: NET, employer: sum('employer', '公司', []), counted: ['2026-09' as Month] },
  before: {
    month: '2026-09' as Month,
    net: 2_466_252 as Fen,
    lines: { 'earnings/base': 2_700_000 as Fen, tax: -233_748 as Fen },
    names: {},
  },
  ...{ openUntil: null, disputeUntil: '2026-11-15' as Day, disputes: [], confirmedAt: null },
};
const MODEL: SlipModel = {
  ...{
    month: SLIP.month,
    data: SLIP,
    isLocked: false,
    open: new Set(),
    line: '',
    doubted: '',
    busy: false,
    failure: null,
  },
  ...{ utcOffset: 480, today: '2026-11-10' as Day },
};
const view = (change: Partial<SlipModel> = {}, slip: Partial<Payslip> = {}, t = zh) =>
  slipView({ ...MODEL, data: { ...SLIP, ...slip }, ...change }, t);
const paths = (shown: ReturnType<typeof view>) =>
  shown.sections.flatMap(({ rows }) => rows.map(({ path }) => path));

test('first the amount that reaches the person, then where it comes from', () => {
  expect(view()).toMatchObject({ mode: 'ready', net: '¥28,386.66', paidOn: '11月5日 周四发放' });
  expect(view().sections.map(({ id, amount }) => [id, amount])).toEqual([
    ['earnings', '¥30,724.14'],
    ['tax', '−¥2,337.48'],
  ]);
});

test('a change against the month before names the lines that made it', () => {
  expect(view().change).toBe('比2026年9月多 ¥3,724.14，主要是法定节假日加班');
  const less = {
    month: '2026-09' as Month,
    net: 2_900_000 as Fen,
    ...{ lines: { ...SLIP.before?.lines, 'earnings/gone': 433_748 as Fen }, names: {} },
  };
  expect(
    view(
      {},
      {
        before: {
          ...less,
          lines: { 'earnings/base': 3_100_000 as Fen, 'earnings/overtime.300': 372_414 as Fen },
        },
      },
    ).change,
  ).toBe('比2026年9月少 ¥613.34，主要是基本工资、个税');
  expect(
    view({}, { before: { month: '2026-09' as Month, net: NET.amount, lines: {}, names: {} } }).change,
  ).toBe('和2026年9月一样');
  expect(view({}, { before: null }).change).toBe('');
  expect(view({}, {}, en).change).toBe('¥3,724.14 more than in Sep 2026, mainly overtime.300');
});

test('of a tax the amount is the cause and not what it was worked out from; a line that is gone keeps its name', () => {
  const taxable = named('taxable', '累计应纳税所得额', 9_000_000);
  const tax = named('tax.wages', '工资薪金', -100_000, { formula: 'tax.wages', parts: [taxable] });
  const net = sum('net', '实发', [EARNINGS, { ...tax, name: undefined } as never]);
  const month = '2026-09' as Month;
  const lines = {
    'earnings/base': 2_700_000 as Fen,
    'earnings/performance': 500_000 as Fen,
    'tax.wages': -10_000 as Fen,
  };
  const names = { 'earnings/performance': { 'zh-CN': '绩效奖金', en: 'Performance bonus' } };
  const before = { month, net: 3_190_000 as Fen, lines, names };
  expect(view({}, { net, before }).change).toBe('比2026年9月少 ¥2,175.86，主要是绩效奖金、个人所得税');
});

test('taxes on wages and on a bonus stand in one section and are one part of the ring', () => {
  const tax = (id: string, amount: number) => named(id, id, amount, { formula: 'withheld' });
  const net = sum('net', '实发', [EARNINGS, tax('tax.wages', -100_000), tax('tax.bonus', -349_000)]);
  const shown = view({}, { net, before: null });
  const taxes = shown.sections.filter(({ isTax }) => isTax);
  expect(taxes.map(({ amount, rows }) => [amount, rows.map(({ path }) => path)])).toEqual([
    ['−¥4,490.00', ['tax.wages', 'tax.bonus']],
  ]);
  expect(shown.chart?.series[0]?.points.map(({ text }) => text)).toEqual(['¥26,234.14', '¥4,490.00']);
});

test('the bonus of a grade leads to the result of its appraisal, and other lines to none', () => {
  const period = {
    name: 'appraisal_period',
    kind: 'text',
    value: { 'zh-CN': '2026-09', en: '2026-09' },
  } as const;
  const graded = named('performance', '绩效奖金', 100_000, { formula: 'item', inputs: [period] });
  const net = sum('net', '实发', [sum('earnings', '收入', [named('base', '基本工资', 2_700_000), graded])]);
  const open = new Set(['earnings/base', 'earnings/performance']);
  const { sections } = view({ open }, { net, before: null });
  expect(sections[0]?.rows.map(({ report }) => report)).toEqual(['', 'a-2026-09']);
  expect(sections[0]?.rows[1]?.figures[0]?.value).toBe('2026年9月');
});

test('a line opens to its parts and its rule, level by level', () => {
  expect(paths(view())).toEqual(['earnings/base', 'earnings/overtime.300', 'tax']);
  const open = view({ open: new Set(['earnings/overtime.300']) });
  expect(paths(open)).toEqual([
    'earnings/base',
    'earnings/overtime.300',
    'earnings/overtime.300/hours',
    'tax',
  ]);
  const row = open.sections[0]?.rows[1];
  expect(row).toMatchObject({
    isOpen: true,
    rule: '依据：劳动法第 44 条 · 自2025年1月1日',
    formula: '下面各项合计',
  });
  expect(view({ open: new Set(['earnings/base']) }).sections[0]?.rows[0]).toMatchObject({
    formula: '直接录入的金额',
    rule: '',
  });
  const closed = view({ open: new Set(['earnings/overtime.300/hours']) });
  expect(paths(closed)).toEqual(['earnings/base', 'earnings/overtime.300', 'tax']);
});

test('what is taken off was worked out above zero', () => {
  const pension = named('pension', '养老', -68_800, {
    formula: 'insurance.share',
    inputs: [
      { name: 'base', kind: 'money', value: 860_000 as Fen },
      { name: 'rate', kind: 'percent', value: '8' as never },
    ],
  });
  const taken = sum('contributions', '社保', [pension]);
  const shown = view({ open: new Set(['contributions/pension']) }, { net: sum('net', '实发', [taken]) });
  expect(shown.sections[0]?.rows[0]).toMatchObject({
    ...{ amount: '−¥688.00', formula: '¥8,600.00 × 8% = ¥688.00' },
  });
});

test('a rule that nobody has confirmed says so', () => {
  const tax = named('tax', '个税', -1, { rule: { ...RULE, until: '2027-12-31' as Day, isUnverified: true } });
  const [row] = view({ open: new Set(['tax']) }, { net: sum('net', '实发', [tax]) }).sections[0]?.rows ?? [];
  expect(row?.rule).toBe('依据：劳动法第 44 条 · 自2025年1月1日 · 到2027年12月31日 · 待人事核对');
});

test('a line is doubted where it is open, once, until the last day', () => {
  const open = new Set(['earnings/base']);
  const base = (shown: ReturnType<typeof view>) => shown.sections[0]?.rows[0];
  expect(base(view({ open }))).toMatchObject({ canDoubt: true, isDoubted: false });
  expect(base(view())?.canDoubt).toBe(false);
  expect(base(view({ open, today: '2026-11-15' as Day }))?.canDoubt).toBe(true);
  expect(base(view({ open, today: '2026-11-16' as Day }))?.canDoubt).toBe(false);
  const dispute = {
    id: 'd',
    line: 'earnings/base',
    text: '少了',
    at: 0,
    answerBy: '2026-11-13' as Day,
    answer: null,
  };
  const doubted = view({ open }, { disputes: [dispute as never], state: 'disputed' });
  expect(base(doubted)).toMatchObject({ canDoubt: false, isDoubted: true });
  expect(doubted).toMatchObject({ canConfirm: false, state: '有疑问' });
  expect(doubted.disputes).toMatchObject([{ line: '基本工资', state: '11月13日 周五前答复', answer: '' }]);
});

test('nobody is told to ask about a line who cannot any more', () => {
  expect(view().doubtNote).toBe('哪一项有疑问，点开那一项提出来');
  const over = view({ today: '2026-11-16' as Day });
  expect(over).toMatchObject({ canConfirm: true, doubtNote: '', hint: expect.stringContaining('期限已过') });
  expect(view({}, { disputeUntil: null }).doubtNote).toBe('');
  const left = view({}, { openUntil: '2027-01-28' as Day, disputeUntil: null }, en);
  expect(left).toMatchObject({ doubtNote: '', hint: expect.stringContaining('You have left') });
});

test('an answer says who, what, and what it changes', () => {
  const by = { id: 'E9', name: '示例薪酬', nameEn: 'Demo Payroll' };
  const answered = (difference: number) => ({
    ...{ id: 'd', line: 'tax', text: '多扣了', at: 0, answerBy: '2026-11-13' as Day },
    answer: { text: '已更正', at: Date.parse('2026-11-12T02:00:00Z'), by, difference },
  });
  const of = (difference: number) => view({}, { disputes: [answered(difference) as never] }).disputes[0];
  expect(of(5_000)).toMatchObject({
    ...{ line: '个税', state: '已答复', difference: '差额 ¥50.00，随下次工资发放' },
    answer: '示例薪酬 11月12日 周四 10:00：已更正',
  });
  expect(of(0)?.difference).toBe('金额不变');
});

test('a difference that no run pays is not said to come with the next one', () => {
  const by = { id: 'E9', name: '示例薪酬', nameEn: 'Demo Payroll' };
  const at = Date.parse('2026-11-12T02:00:00Z');
  const said = (more: object, slip: Partial<Payslip> = {}, t = zh) => {
    const answer = { text: '已更正', at, by, difference: 5_000, ...more };
    const dispute = { id: 'd', line: 'tax', text: '多扣了', at: 0, answerBy: '2026-11-13' as Day, answer };
    return view({}, { disputes: [dispute as never], ...slip }, t).disputes[0]?.difference;
  };
  expect(said({ paidBy: 'next-run' })).toBe('差额 ¥50.00，随下次工资发放');
  expect(said({ paidBy: 'apart' })).toBe('差额 ¥50.00，之后的工资不再包含，由薪酬负责人单独结清');
  expect(said({ paidBy: 'apart' }, {}, en)).toContain('payroll settles it separately');
  expect(said({ paidBy: 'apart', settled: { at, by } })).toBe(
    '差额 ¥50.00，薪酬负责人已于 11月12日 周四单独结清',
  );
  // Of an answer from before this was kept, to who has left.
  expect(said({}, { openUntil: '2027-01-28' as Day, disputeUntil: null })).not.toContain('下次');
});

test('the ring shows what reaches the person and what is taken; without a net there is none', () => {
  expect(view().chart).toMatchObject({
    ...{ kind: 'ring', middle: '92.4%', summary: '应发 ¥30,724.14，到手 92.4%' },
    series: [
      {
        points: [
          { at: '实发', text: '¥28,386.66' },
          { at: '个税', text: '¥2,337.48' },
        ],
      },
    ],
  });
  const negative = sum('net', '实发', [named('earnings', '收入', 100), named('tax', '个税', -200)]);
  expect(view({}, { net: negative }).chart).toBeNull();
});

test('while it is locked nothing of the slip is on the page', () => {
  const locked = JSON.stringify(view({ isLocked: true }));
  expect(locked).not.toContain('28,386');
  expect(view({ isLocked: true })).toMatchObject({ mode: 'locked', sections: [], net: '', chart: null });
});

describe('an item of the company', () => {
  const money = (name: string, value: number, more: object = {}) =>
    ({ name, kind: 'money', value: value as Fen, ...more }) as const;
  const text = (value: string) => ({ 'zh-CN': value, en: value });
  const item = (formula: string, inputs: PayStep['inputs']): PayStep =>
    named('x', '绩效奖金', 129_000, {
      formula: 'item',
      inputs: [{ name: 'formula', kind: 'text', value: text(formula) }, ...inputs],
      rule: { ...RULE, id: 'company.item.x', source: '绩效奖金', sourceEn: 'Performance bonus' },
    });
  const opened = (step: PayStep, t = zh) => {
    const net = sum('net', '实发', [sum('earnings', '收入', [step])]);
    const shown = view({ open: new Set(['earnings/x']) }, { net, before: null }, t);
    return shown.sections[0]?.rows[0];
  };

  test('says its formula with the names of the figures, in both languages', () => {
    const rate = { name: 'bonus_rate', kind: 'number', value: '15' as never } as const;
    const step = item('full_wage * bonus_rate / 100', [money('full_wage', 860_000), rate]);
    expect(opened(step)).toMatchObject({
      formula: '整月工资 × 奖金比例（%） ÷ 100 = ¥1,290.00',
      figures: [
        { name: '整月工资', value: '¥8,600.00' },
        { name: '奖金比例（%）', value: '15' },
      ],
    });
    expect(opened(step, en)).toMatchObject({
      formula: 'Wage of a full month × Bonus rate (%) ÷ 100 = ¥1,290.00',
      rule: expect.stringContaining('Source: Performance bonus'),
    });
  });

  test('names another item that it reads as the slip names it', () => {
    const label = { 'zh-CN': '餐补', en: 'Meals' };
    const step = item('max(meals,0)*2-1', [money('meals', 44_000, { label })]);
    expect(opened(step)).toMatchObject({
      formula: '最大值(餐补、0) × 2 − 1 = ¥1,290.00',
      figures: [{ name: '餐补', value: '¥440.00' }],
    });
  });
});

test('a month in which too much was withheld says so instead of a sum that is wrong', () => {
  const money = (name: string, value: number) => ({ name, kind: 'money', value: value as Fen }) as const;
  const tax = named('tax.wages', '', 0, {
    formula: 'tax.credited',
    inputs: [
      money('tax.taxable', 0),
      { name: 'tax.rate', kind: 'percent', value: '3' as never },
      ...[money('tax.quick', 0), money('tax.withheld', 10_000), money('tax.credit', 10_000)],
    ],
  });
  const net = sum('net', '实发', [EARNINGS, tax]);
  const shown = view({ open: new Set(['tax.wages']) }, { net }).sections[1]?.rows[0];
  expect(shown?.formula).toBe('¥0.00 × 3% − ¥0.00 − 已缴 ¥100.00 小于零：本月不扣，¥100.00 留到以后月份抵');
});

test('what is known from slips is not called entered, and a difference is named by its month', () => {
  const part = (id: string, amount: number): PayStep => ({
    ...{ id, amount: amount as Fen, formula: null, inputs: [], rule: null, parts: [] },
  });
  const income = { ...part('income', 300), parts: [part('before', 100), part('now', 200)] };
  const tax = { ...part('tax.wages', 0), formula: 'tax.cumulative', parts: [income] };
  const difference = { ...part('difference.2026-09', 100), parts: [part('earnings/overtime.300', 100)] };
  const net = sum('net', '实发', [sum('earnings', '收入', [difference]), tax]);
  const open = new Set([
    'tax.wages',
    'tax.wages/income',
    'tax.wages/income/before',
    'earnings/difference.2026-09',
  ]);
  const rows = view({ open }, { net, before: null }).sections.flatMap((section) => section.rows);
  const found = (path: string) => rows.find((row) => row.path === path);
  expect(found('tax.wages/income/before')?.formula).toBe('今年以前各月的合计，包括承接的累计数');
  expect(found('earnings/difference.2026-09')?.name).toBe('2026年9月的差额');
  expect(rows.map(({ name }) => name)).toContain('法定节假日加班 300%');
});

test('what the company pays on top is not doubted, which the server would refuse', () => {
  const employer = sum('employer', '公司', [named('contributions', '社保', 1_000)]);
  const shown = view({ open: new Set(['employer/contributions', 'earnings/base']) }, { employer });
  expect(shown.employer?.rows[0]).toMatchObject({ isOpen: true, canDoubt: false });
  expect(shown.sections[0]?.rows.find(({ path }) => path === 'earnings/base')?.canDoubt).toBe(true);
});
