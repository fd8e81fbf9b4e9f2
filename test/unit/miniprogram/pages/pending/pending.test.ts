import type { Instant } from '#contracts/common';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { askWarned, warnedQuestion } from '../../../../../miniprogram/pages/pending/ask-warned';
import {
  afterAction,
  afterDeferring,
  afterResults,
  afterUndo,
  emptyList,
  emptyModel,
  hasMoved,
  MAX_PER_DECISION,
  neighbourOf,
  type PendingModel,
  shouldLoadMore,
  shownCards,
  toggled,
} from '../../../../../miniprogram/pages/pending/pending.model';
import { pendingView } from '../../../../../miniprogram/pages/pending/pending.view';
import { changedPaths } from '../../../../../miniprogram/utils/changed-paths';
import { card } from '../../support/request-card';

const words = wordsIn('zh-CN');
const en = wordsIn('en');
const one = card();
const two = card({ id: 'E0013-two' });

const model = (more: Partial<PendingModel> = {}): PendingModel => ({
  ...emptyModel,
  lists: { ...emptyModel.lists, waiting: { ...emptyList, cards: [one, two] } },
  waitingCount: 2,
  online: true,
  now: Date.parse('2026-11-23T09:10:00+08:00') as Instant,
  utcOffset: 480,
  ...more,
});
const held = { key: 'k', verb: 'approve' as const, comment: '', cards: [one] };
const ids = (of: PendingModel) => shownCards(of).map(({ id }) => id);

test('a held decision takes its card away; undone, it is back', () => {
  const holding = { ...model(), ...afterDeferring(model(), held) };
  expect(ids(holding)).toEqual([two.id]);
  expect(pendingView(holding, words).undo).toEqual({ show: true, text: '已同意 1 项' });
  expect(ids({ ...holding, ...afterUndo(holding, held) })).toEqual([one.id, two.id]);
});

test('a card that was decided keeps its place, so that the others are not sent to the view again', () => {
  const holding = { ...model(), ...afterDeferring(model(), held) };
  const [before, after] = [model(), holding].map((each) => pendingView(each, words).cards);
  expect(changedPaths({ cards: before }, { cards: after })).toEqual({ 'cards[0].gone': true });
});

test('plans that wait stand above the requests that wait, own ones above the own requests', () => {
  const office = [
    { kind: 'team-plans', count: 1, planId: 'p' },
    { kind: 'team-plan-late', count: 2 },
    { kind: 'plans', count: 1, planId: 'q' },
    { kind: 'plan-open', count: 1, planId: 'r' },
  ] as const;
  const own = ['plans', '改进计划待确认 1 份', '去确认'];
  const shown = (more: Partial<PendingModel> = {}) =>
    pendingView(model({ office, ...more }), words).office.map(({ id, text, action }) => [id, text, action]);
  expect(shown()).toEqual([
    ['team-plans', '下属的改进计划待确认 1 份', '去确认'],
    ['team-plan-late', '下属的改进计划 2 份没有按周更新', '去看'],
    own,
  ]);
  const { lists } = model();
  const alone = model({ office, lists: { ...lists, waiting: { ...lists.waiting, cards: [] } } });
  expect(pendingView(alone, words).empty.title).toBe('没有等你审批的申请');
  expect(shown({ segment: 'mine' })).toEqual([own, ['plan-open', '进行中的改进计划 1 份', '去看']]);
  expect([shown({ segment: 'done' }), shown({ segment: 'cc' })]).toEqual([[], []]);
  expect(shown({ chosen: [] })).toEqual([]);
});

test('the next page is asked for before the last card is decided, where more wait', () => {
  const page = (next: string | null, count: number) => {
    const cards = Array.from({ length: count }, (_, n) => card({ id: `E0013-${n}` }));
    const { lists } = model();
    return model({ lists: { ...lists, waiting: { ...lists.waiting, cards, next } } });
  };
  expect([
    shouldLoadMore(page('1.x', 4)),
    shouldLoadMore(page('1.x', 3)),
    shouldLoadMore(page(null, 0)),
  ]).toEqual([false, true, false]);
  const loading = page('1.x', 0);
  const waiting = { ...loading.lists.waiting, loadingMore: true };
  expect(pendingView({ ...loading, lists: { ...loading.lists, waiting } }, words).mode).toBe('loading');
});

test('what did not go through comes back with the reason, the rest is counted off', () => {
  const holding = { ...model(), ...afterDeferring(model(), { ...held, cards: [one, two] }) };
  const failure = { code: 'REQUEST_CHANGED' as const, data: { state: 'withdrawn', rev: 3 }, requestId: '' };
  const after = {
    ...holding,
    ...afterResults(holding, [
      { verb: 'approve', comment: '', card: one, now: null, failure },
      { verb: 'approve', comment: '', card: two, now: two, failure: null },
    ]),
  };
  expect(ids(after)).toEqual([one.id]);
  expect(after.waitingCount).toBe(1);
  expect(pendingView(after, words).cards[0]?.failure).toContain('刚刚有人处理过');
  expect(afterDeferring(after, held).failures).toEqual({});
  expect(pendingView(after, words).outcome).toMatchObject({
    show: true,
    title: '1 项成功，1 项没有成功',
    rows: [
      { id: one.id, subject: '示例甲 · 年假 3 天', text: '对方已撤回', tone: 'bad' },
      { id: two.id, text: '已同意', tone: 'ok' },
    ],
  });
  expect(pendingView({ ...after, ...afterDeferring(after, held) }, words).outcome.show).toBe(false);
});

test('one decision that went through needs no list of results', () => {
  const result = { verb: 'approve' as const, comment: '', card: one, now: one, failure: null };
  expect(afterResults(model(), [result]).outcome).toBeNull();
  const failure = { code: 'OFFLINE' as const, data: {}, requestId: '' };
  const after = { ...model(), ...afterResults(model(), [{ ...result, now: null, failure }]) };
  expect(pendingView(after, words).outcome.rows).toMatchObject([{ text: '现在没有网络，联网后再试' }]);
});

test('what was written of a decision that failed or was undone is there when it is opened again, until one went through', () => {
  const failure = { code: 'TIMEOUT' as const, data: {}, requestId: '' };
  const failed = { verb: 'reject' as const, comment: '材料不全', card: one, now: null, failure };
  const first = (after: Partial<PendingModel>, cards = [one]) =>
    pendingView({ ...model(), ...after, sheet: { kind: 'reject', cards } }, words).sheet.first;
  const after = { ...model(), ...afterResults(model(), [failed]) };
  expect([first(after), first(after, [one, two]), first(after, [two])]).toEqual(['材料不全', '材料不全', '']);
  expect(first(afterUndo(model(), { ...held, cards: [two], comment: '先看合同' }), [two])).toBe('先看合同');
  expect(first(afterResults(after, [{ ...failed, now: one, failure: null }]))).toBe('');
});

test('a card that was passed on is gone; one that could not be says why', () => {
  const failure = { code: 'INPUT_INVALID' as const, data: { path: 'toId' }, requestId: '' };
  expect(ids({ ...model(), ...afterAction(model(), one.id, null) })).toEqual([two.id]);
  const failed = { ...model(), ...afterAction(model(), one.id, failure) };
  expect(ids(failed)).toEqual([one.id, two.id]);
  expect(pendingView(failed, words).cards[0]?.failure).toContain('其中一项');
});

test('a swipe leads to the neighbour, and nowhere at the ends', () => {
  expect(neighbourOf(model(), one.id, 'next')).toBe(two.id);
  expect(neighbourOf(model(), two.id, 'previous')).toBe(one.id);
  expect(neighbourOf(model(), two.id, 'next')).toBeNull();
  expect(neighbourOf(model(), 'unknown', 'previous')).toBeNull();
});

test('the sheet offers what the card has no room for, and says whom it is about', () => {
  const sheet = (kind: 'more' | 'approve' | 'reject' | 'return', cards = [one]) =>
    pendingView(model({ sheet: { kind, cards } }), words).sheet;
  expect(sheet('more')).toMatchObject({ up: 'more', note: '示例甲 · 年假 3 天' });
  expect(sheet('more').actions.map(({ verb }) => verb)).toEqual([
    'approve',
    'return',
    'transfer',
    'add-signer',
    'open',
  ]);
  const undoing = sheet('more', [card({ cancels: 'E0012-old' })]).actions.map(({ verb }) => verb);
  expect(undoing).not.toContain('return');
  expect(sheet('return')).toMatchObject({ up: 'comment', ok: '退回', tone: 'primary' });
  expect(sheet('reject', [one, two])).toMatchObject({ title: '拒绝 2 份申请', note: '', tone: 'danger' });
});

test('a search without a hit says whether everything was looked through', () => {
  const searched = (next: string | null) =>
    pendingView(
      model({
        segment: 'done',
        search: { text: '王', state: 'approved', kind: null },
        lists: { ...model().lists, done: { ...emptyList, cards: [], next } },
      }),
      words,
    );
  expect(searched('1.x')).toMatchObject({ mode: 'unfound', filter: { active: true, state: '已同意' } });
  expect(searched(null)).toMatchObject({
    mode: 'empty',
    empty: { title: '没有符合的申请', action: '清除筛选', segment: '' },
  });
});

test('an urgent card says so while it waits', () => {
  const urgent = (state: 'pending' | 'approved') =>
    pendingView(
      model({
        lists: { ...model().lists, waiting: { ...emptyList, cards: [card({ urgent: true, state })] } },
      }),
      words,
    ).cards[0]?.urgent;
  expect([urgent('pending'), urgent('approved')]).toEqual(['加急', '']);
});

test('at most a hundred are chosen at once', () => {
  const full = Array.from({ length: MAX_PER_DECISION }, (_, index) => `r${index}`);
  expect(toggled(full, 'more')).toEqual(full);
  expect(toggled(full, 'r3')).toHaveLength(MAX_PER_DECISION - 1);
  expect(toggled([], 'a')).toEqual(['a']);
});

test('the bar says how many of those that wait are chosen, and that no more can be', () => {
  const cards = Array.from({ length: MAX_PER_DECISION }, (_, n) => card({ id: `E0013-${n}` }));
  const many = (count: number, change: Partial<PendingModel> = {}) =>
    model({
      chosen: cards.slice(0, count).map(({ id }) => id),
      waitingCount: 23,
      lists: { ...model().lists, waiting: { ...emptyList, cards: cards.slice(0, Math.max(count, 10)) } },
      ...change,
    });
  expect(pendingView(many(10), words).text.chosen).toBe('已选 10 项，共 23 项');
  expect(pendingView(many(10), en).text.chosen).toBe('10 of 23 selected');
  expect(pendingView(many(10, { choosingAll: true }), words).text.chosen).toBe('正在选 10 / 23');
  expect(pendingView(many(23), words).text.chosen).toBe('已选 23 项');
  expect(pendingView(many(100, { waitingCount: 100 }), words).text.chosen).toBe('已选 100 项，一次最多');
});

test('nobody is told that all are chosen while more wait than are loaded', () => {
  const waiting = { ...emptyList, cards: [one, two], next: 'more' };
  const loaded = model({ chosen: [one.id, two.id], lists: { ...model().lists, waiting } });
  expect(pendingView(loaded, words).text.chooseAll).toBe('全选');
  const whole = model({ chosen: [one.id, two.id] });
  expect(pendingView(whole, words).text.chooseAll).toBe('全不选');
});

test('a decision of several calls says how far it is; one of a single call does not', () => {
  const cards = Array.from({ length: 23 }, (_, n) => card({ id: `E0013-${n}` }));
  expect(pendingView(model({ sending: { done: 20, cards } }), words).text.sending).toBe(
    '正在处理，已完成 20 / 23 项',
  );
  expect(pendingView(model({ sending: { done: 0, cards: [one] } }), words).text.sending).toBe('');
});

test('the list has moved where another card lies under the thumb, not where some were added below', () => {
  const three = card({ id: 'E0013-three' });
  expect(hasMoved([one, two], [one, two, three])).toBe(false);
  expect(hasMoved([one, two], [two])).toBe(true);
  expect(hasMoved([two], [one, two])).toBe(true);
  expect(hasMoved([one, two], [one])).toBe(true);
  expect(hasMoved([], [one])).toBe(false);
});

test('the card says who, what, when and what decides', () => {
  expect(pendingView(model(), words).cards[0]).toMatchObject({
    subject: '示例甲 · 年假 3 天',
    when: '12月1日 周二 – 12月3日 周四 · 10 分钟前',
    lines: [
      { name: '余额', value: '8 天 → 5 天' },
      { name: '事由', value: '探亲' },
    ],
  });
  const english = pendingView(model(), wordsIn('en')).cards[0];
  expect(english).toMatchObject({ subject: 'Sample A · Annual leave 3 days' });
});

test('own cards do not repeat the own name; what had no effect shows no figures', () => {
  const lists = { ...model().lists, mine: { ...emptyList, cards: [{ ...one, state: 'rejected' as const }] } };
  expect(pendingView(model({ segment: 'mine', lists }), words).cards[0]).toMatchObject({
    initial: '',
    subject: '年假 3 天',
    lines: [{ name: '事由', value: '探亲' }],
  });
});

test.each([
  ['loading', model({ lists: { ...model().lists, waiting: emptyList } })],
  [
    'error',
    model({
      lists: {
        ...model().lists,
        waiting: { ...emptyList, failure: { code: 'OFFLINE', data: {}, requestId: '' } },
      },
    }),
  ],
  ['empty', model({ lists: { ...model().lists, waiting: { ...emptyList, cards: [] } } })],
  ['ready', model()],
] as const)('%s', (mode, of) => {
  expect(pendingView(of, words).mode).toBe(mode);
});

test('a hundred and more are not counted out', () => {
  expect(pendingView(model({ waitingCount: 100 }), words).segments[0]?.text).toBe('待我处理 99+');
});

test.each([
  ['waiting', 'tray', '去看我的申请', 'mine'],
  ['mine', 'paper', '', 'mine'],
  ['done', 'check', '去看待我处理', 'waiting'],
  ['cc', 'copies', '去看我的申请', 'mine'],
] as const)('an empty list %s has a picture of its own and leads on', (segment, picture, action, to) => {
  const lists = { ...model().lists, [segment]: { ...emptyList, cards: [] } };
  expect(pendingView(model({ segment, lists }), words).empty).toMatchObject({ picture, action, segment: to });
});

test('a card shows its first files: a PDF by its sign, and how many more there are', () => {
  const files = {
    first: [
      { fileId: 'cloud://a/1.jpg', url: 'https://x/1' },
      { fileId: 'cloud://a/2.pdf', url: 'https://x/2' },
    ],
    total: 5,
  };
  const lists = { ...model().lists, waiting: { ...emptyList, cards: [{ ...one, files }, two] } };
  const [first, second] = pendingView(model({ lists }), words).cards;
  expect(first?.papers.map(({ sign, label }) => [sign, label])).toEqual([
    ['', '附件 1'],
    ['PDF', '附件 2'],
  ]);
  expect([first?.morePapers, second?.papers, second?.morePapers]).toEqual(['+3', [], '']);
});

describe('many to approve, some of them against a rule', () => {
  const bad = (id: string, name: string) =>
    card({
      id,
      applicant: { ...one.applicant, name },
      warnings: [{ code: 'RECOUNT_OPEN', tone: 'bad', data: { before: 480, after: 960 } }],
    });

  test('those are asked about by name before anything is decided', () => {
    const warned = ['甲', '乙', '丙', '丁', '戊'].map((name, at) => bad(`E0013-w${at}`, name));
    const question = warnedQuestion([one, ...warned], words);
    expect(question?.title).toBe('5 份有红色提醒');
    expect(question?.content).toMatch(/^甲.*\n.*\n乙.*\n.*\n丙.*\n.*\n丁.*\n.*\n还有 1 份\n/);
    expect(warnedQuestion([one, two], words)).toBeNull();
  });

  test.each([
    [true, ['E0012-one', 'E0013-w']],
    [false, ['E0012-one']],
  ])('with the answer %s these are approved: %s', async (confirm, approved) => {
    Object.assign(globalThis, { wx: { showModal: () => Promise.resolve({ confirm }) } });
    const cards = [card({ id: 'E0012-one' }), bad('E0013-w', '甲')];
    expect((await askWarned(cards, words)).map(({ id }) => id)).toEqual(approved);
  });
});
