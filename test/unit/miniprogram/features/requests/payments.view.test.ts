import '../../../../../miniprogram/features/requests/words/words';
import type { ExpensePaymentBrief } from '#contracts/expense';
import {
  noPayments,
  type PaymentsModel,
  paymentsView,
} from '../../../../../miniprogram/features/requests/payments.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const words = wordsIn('zh-CN');
const at = (day: string) => Date.parse(`2026-11-${day}T10:00:00+08:00`);
const payment = (more: Partial<ExpensePaymentBrief> = {}): ExpensePaymentBrief =>
  ({
    id: 'R1',
    rev: 1,
    person: { id: 'E0012', name: '示例甲', nameEn: 'Sample A' },
    fen: 128_640,
    state: 'due',
    approvedAt: at('20'),
    paidAt: null,
    reference: '',
    history: [],
    ...more,
  }) as ExpensePaymentBrief;
const model = (more: Partial<PaymentsModel> = {}): PaymentsModel => ({
  ...noPayments,
  due: [],
  isPayroll: true,
  utcOffset: 480,
  ...more,
});

test('what is due says who, how much and since when; nobody pays themselves', () => {
  const own = payment({ id: 'R2', person: { id: 'E0006', name: '示例乙', nameEn: 'B' }, fen: 1_000 });
  const view = paymentsView(model({ due: [payment(), own], own: [own] }), words);
  expect(view.total).toBe('2 笔，共 ¥1,296.40');
  expect(view.due).toMatchObject([
    { name: '示例甲', amount: '¥1,286.40', approved: '11月20日 周五 批准', mark: '登记付款', note: '' },
    { mark: '', note: '自己的报销由其他同事付款' },
  ]);
});

test.each([
  [payment(), '已批准，等待付款 ¥1,286.40'],
  [
    payment({ state: 'paid', paidAt: at('23') as ExpensePaymentBrief['paidAt'], reference: '工行 001' }),
    '11月23日 周一 已付款 ¥1,286.40，流水号 工行 001',
  ],
  [payment({ fen: -5_000 }), '借款多于报销，应退回 ¥50.00'],
])('one’s own', (own, text) => {
  expect(paymentsView(model({ own: [own] }), words).own[0]?.text).toBe(text);
});

test('money that comes back is marked as such', () => {
  const view = paymentsView(model({ due: [payment({ fen: -5_000 })], marking: 'R1' }), words);
  expect(view.due[0]?.mark).toBe('登记退回');
  expect(view.marking).toMatchObject({ show: true, note: '示例甲 ¥50.00' });
});

test('a full answer says that there is more', () => {
  const due = Array.from({ length: 100 }, (_, index) => payment({ id: `R${index}` }));
  expect(paymentsView(model({ due }), words).first).toContain('100');
});

test('a correction asks for the reference first, then why, over what it changes', () => {
  const paid = payment({
    state: 'paid',
    paidAt: at('23') as ExpensePaymentBrief['paidAt'],
    reference: '工行 001',
  });
  const view = (correcting: PaymentsModel['correcting']) =>
    paymentsView(model({ paid: [paid], correcting }), words).correcting;
  expect(view(null)).toMatchObject({ asksReference: false, asksReason: false });
  expect(view({ id: 'R1', reference: null })).toMatchObject({
    asksReference: true,
    asksReason: false,
    reference: '工行 001',
    note: '示例甲 ¥1,286.40',
  });
  expect(view({ id: 'R1', reference: '工行 002' })).toMatchObject({
    asksReference: false,
    asksReason: true,
    change: '工行 001 → 工行 002',
  });
});

test('both steps of a correction are about the same payment, whose text is kept until it is sent', () => {
  const paid = ['R1', 'R2'].map((id) => payment({ id, state: 'paid', reference: '工行 001' }));
  const asked = (id: string, reference: string | null) =>
    paymentsView(model({ paid, correcting: { id, reference } }), words).correcting;
  expect(asked('R1', null)).toMatchObject({ reference: '工行 001', subject: 'correct/R1' });
  expect(asked('R1', '工行 002').subject).toBe('correct/R1');
  expect(asked('R2', null).subject).toBe('correct/R2');
});

test('payroll is offered what was paid; others are not, and nobody corrects their own', () => {
  expect(paymentsView(model(), words).more).toBe('看已付款的报销');
  expect(paymentsView(model({ isPayroll: false }), words)).toMatchObject({ more: '', mode: 'empty' });
  expect(paymentsView(model({ paid: [] }), words)).toMatchObject({
    more: '',
    nothingPaid: '还没有付过款的报销',
  });
  const view = paymentsView(
    model({ paid: [payment(), payment({ id: 'R2' })], own: [payment({ id: 'R2' })] }),
    words,
  );
  expect(view.paid.map(({ correct }) => correct)).toEqual(['更正流水号', '']);
});
