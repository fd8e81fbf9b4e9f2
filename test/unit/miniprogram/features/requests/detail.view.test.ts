import '../../../../../miniprogram/features/requests/words/words';
import type { Language } from '#contracts/common';
import type { RequestDetail } from '#contracts/request';
import { type DetailModel, detailView } from '../../../../../miniprogram/features/requests/detail.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { field } from '../../support/form';
import { card } from '../../support/request-card';

type Shown = NonNullable<DetailModel['detail']>;
const detail = (more: Partial<Shown> = {}): Shown =>
  ({
    ...card(),
    form: [],
    values: {},
    timeline: [],
    steps: [],
    may: [],
    urgeAt: null,
    payment: null,
    handover: null,
    undoing: null,
    days: [],
    hidden: [],
    hiddenFiles: [],
    pictures: [],
    ...more,
  }) as Shown;
const view = (more: Partial<Shown> = {}, model: Partial<DetailModel> = {}, language: Language = 'zh-CN') =>
  detailView(
    {
      detail: detail(more),
      failure: null,
      busy: false,
      sheet: null,
      explaining: false,
      unfolded: false,
      back: null,
      names: {},
      utcOffset: 480,
      ...model,
    },
    wordsIn(language),
  );

test('every action that the server offers is there, the rarer ones behind more', () => {
  const { buttons, more } = view({ may: ['approve', 'reject', 'return', 'transfer', 'add-signer'] });
  expect(buttons.map(({ verb }) => verb)).toEqual(['reject', 'approve']);
  expect(more.map(({ text }) => text)).toEqual(['同意并说明', '退回', '转交', '加签']);
  expect(view({ may: ['urge', 'withdraw'] }).buttons.map(({ text }) => text)).toEqual(['撤回', '催办']);
  expect(view({ may: ['resubmit', 'withdraw'] }).buttons.map(({ verb }) => verb)).toContain('resubmit');
});

test('the step that rejected a request says so, and the steps after it are not waited for', () => {
  const step = (state: string) => ({ name: card().title, mode: 'any', people: [], state });
  const steps = ['done', 'later', 'later'].map(step) as unknown as RequestDetail['steps'];
  const notes = (state: RequestDetail['state']) => view({ state, steps }).steps.map(({ note }) => note);
  expect(notes('rejected')).toEqual(['已同意', '已拒绝', '不再审批']);
  expect(notes('withdrawn')).toEqual(['已同意', '不再审批', '不再审批']);
  expect(notes('pending')).toEqual(['已同意', '未到', '未到']);
});

test('a rejected request says first who rejected it and why, and that its figures do not count', () => {
  const entry = (verb: string, comment?: string) => ({
    at: 0,
    verb,
    byName: '示例主管',
    byNameEn: '',
    comment,
  });
  const timeline = [entry('submit'), entry('reject', '月底盘点')] as unknown as RequestDetail['timeline'];
  expect(view({ state: 'rejected', timeline }).verdict).toEqual({
    text: '示例主管 拒绝',
    comment: '月底盘点',
    notCounted: '没有生效，下面的数字只作参考',
  });
  expect(view({ state: 'approved', timeline }).verdict).toEqual({ text: '', comment: '', notCounted: '' });
  const returned = [entry('return', '缺发票')] as unknown as RequestDetail['timeline'];
  expect(view({ state: 'returned', timeline: returned }).verdict).toMatchObject({
    text: '示例主管 退回',
    comment: '缺发票',
    notCounted: '',
  });
});

test('time and amount are said once, above the content, with what counts of each day', () => {
  const period = { unit: 'day', from: '2026-12-04', to: '2026-12-07' } as unknown as RequestDetail['period'];
  const form = [field('period', 'period'), field('reason', 'text')] as RequestDetail['form'];
  const days = [
    { day: '2026-12-04', minutes: 480, kind: 'workday', name: null },
    { day: '2026-12-05', minutes: 0, kind: 'restday', name: null },
  ] as unknown as RequestDetail['days'];
  const values = { period, reason: '探亲' } as RequestDetail['values'];
  const shown = view({ period, form, values, days });
  expect(shown.when).toBe('12月4日 周五 – 12月7日 周一');
  expect(shown.content.map(({ value }) => value)).toEqual(['探亲']);
  expect(shown.days.map(({ day, text }) => `${day} ${text}`)).toEqual([
    '12月4日 周五 1 天',
    '12月5日 周六 休息日 · 不计',
  ]);
});

test('a long reason is cut after some lines until it is unfolded', () => {
  const form = [field('reason', 'text')] as RequestDetail['form'];
  const lines = (reason: string) => view({ form, values: { reason } }).content.map(({ isLong }) => isLong);
  expect(lines('探亲')).toEqual([false]);
  expect(lines('探亲'.repeat(110))).toEqual([true]);
  expect(view().text.unfold).toBe('展开');
  expect(view({}, { unfolded: true }).text.unfold).toBe('收起');
});

test('a receipt is a picture to tap where there is a link to it', () => {
  const form = [field('files', 'file')] as RequestDetail['form'];
  const pictures = [{ fileId: 'cloud://a.jpg', url: 'https://x/a.jpg?sign=1' }];
  const values = { files: ['cloud://a.jpg', 'cloud://b.pdf'] };
  expect(view({ form, values, pictures }).content[0]?.files).toEqual([
    { id: 'cloud://a.jpg', picture: 'https://x/a.jpg?sign=1', hidden: false },
    { id: 'cloud://b.pdf', picture: '', hidden: false },
  ]);
});

describe('a picture that WeChat hid', () => {
  const form = [field('files', 'file')] as RequestDetail['form'];
  const values = { files: ['cloud://a.jpg', 'cloud://b.jpg'] };
  const said = (may: RequestDetail['may'], language: Language) => {
    const { content, text, afterHiding } = view(
      { form, values, may, hiddenFiles: ['cloud://a.jpg'] },
      {},
      language,
    );
    expect(content[0]?.files.map(({ hidden }) => hidden)).toEqual([true, false]);
    return [text.hidden, afterHiding];
  };
  const HIDDEN = {
    'zh-CN': '已隐藏：没有通过微信的内容检查',
    en: "Hidden: WeChat's content check did not accept this picture",
  };

  test.each<[string, RequestDetail['may'], Language, string]>([
    ['its owner', ['withdraw', 'urge'], 'zh-CN', '去掉它或换一张，再重新提交'],
    ['its owner, after it was returned', ['resubmit'], 'en', 'To go on, send the request again without it'],
    ['who decides', ['approve', 'reject', 'return'], 'zh-CN', '如果审批需要它，请退回申请'],
    ['who decides, in English', ['approve', 'return'], 'en', 'If you need it to decide, return the request'],
    ['who only reads', [], 'zh-CN', ''],
  ])('is explained with the next step to %s', (_, may, language, next) => {
    expect(said(may, language)).toEqual([HIDDEN[language], next]);
  });

  test('is a line of the history, and not how a withdrawn request ended', () => {
    const entry = (verb: string) => ({ at: 1, verb, byId: null, byName: '甲', byNameEn: 'A' });
    const timeline = ['submit', 'withdraw', 'hide'].map(entry) as unknown as RequestDetail['timeline'];
    const shown = view({ state: 'withdrawn', timeline });
    expect(shown.timeline[2]?.text).toBe('一张图片没有通过微信的内容检查，已隐藏');
    expect(shown.verdict.text).toBe('甲 撤回');
    expect(view({ timeline }, {}, 'en').timeline[2]?.text).toBe(
      "WeChat's content check did not accept a picture: hidden",
    );
  });
});

test('who has to wait before urging again is told until when', () => {
  const urgeAt = Date.parse('2026-11-23T13:00:00+08:00') as RequestDetail['urgeAt'];
  expect(view({ urgeAt }).urgeNote).toBe('已催办，13:00 后可以再催');
  expect(view().urgeNote).toBe('');
});

test('that it is being undone, or ended early, is said to its applicant', () => {
  expect(view({ undoing: 'E0012-back' }).undoing).toBe('撤销或提前返岗的申请正在审批');
  expect(view().undoing).toBe('');
});

test('a corrected reference is the last entry of the history, with the reason', () => {
  const change = { at: Date.parse('2026-11-24T10:00:00+08:00'), byId: 'E6', byName: '薪酬', byNameEn: 'Pay' };
  const history = [{ ...change, from: '001', to: '002', reason: '抄错了' }];
  const payment = { fen: 1, state: 'paid', paidAt: 1, reference: '002', history } as unknown;
  const { timeline } = view({ payment: payment as RequestDetail['payment'] });
  expect(timeline[timeline.length - 1]).toEqual({
    key: timeline.length - 1,
    text: '薪酬 把付款流水号由 001 更正为 002',
    time: '11月24日 周二 10:00',
    comment: '抄错了',
    note: '',
  });
});

test('what followed: the payment, and what is left of the handover', () => {
  const payment = { fen: 128_640, state: 'due', paidAt: null, reference: '' } as RequestDetail['payment'];
  expect(view({ payment }).payment).toEqual({
    show: true,
    text: '已批准，等待付款 ¥1,286.40',
    tone: 'warn',
  });
  expect(view({ handover: { open: 2, total: 6 } }).handover).toMatchObject({
    text: '还有 2 项没有完成，共 6 项',
    employeeId: 'E0012',
  });
  expect(view({ handover: { open: 0, total: 6 } }).handover.text).toBe('6 项都已完成');
});

test('figures are explained once each; what explains itself is not', () => {
  const type = { 'zh-CN': '年假', en: 'Annual leave' };
  const fact = { code: 'BALANCE', data: { type, before: 480, after: 0 } } as const;
  const notes = view({ facts: [fact, fact, { code: 'AMOUNT', data: { fen: 1, lines: 1 } }] }).notes;
  expect(notes.map(({ name }) => name)).toEqual(['余额']);
});

test('people are called by their names, and a field punch without its key', () => {
  const label = { 'zh-CN': '代班人', en: 'Cover' };
  const form = [
    { id: 'who', kind: 'person', label, required: true },
    { id: 'punchKey', kind: 'text', label, required: true },
  ] as const;
  const values = { who: 'E0013', punchKey: 'x'.repeat(20) };
  const shown = view({ kind: 'field', form, values }, { names: { E0013: '示例乙' } }).content;
  expect(shown.map(({ value }) => value)).toEqual(['示例乙']);
});

test('to undo what was approved needs a reason; a rejection can go without', () => {
  expect(view({}, { sheet: 'cancel' }).sheet).toMatchObject({ up: 'comment', required: true });
  expect(view({}, { sheet: 'reject' }).sheet).toMatchObject({ required: false, tone: 'danger' });
  expect(view({}, { sheet: 'more' }).sheet.up).toBe('more');
});

test('the number of a request is the one that exports have', () => {
  const submittedAt = Date.parse('2026-11-28T09:30:05+08:00') as RequestDetail['submittedAt'];
  const applicant = { id: 'E0012', name: '示例甲', nameEn: 'Sample A' };
  expect(view({ applicant, submittedAt }).number).toBe('编号 E0012-20261128-093005');
});
