import { wordsIn } from '../../../../../miniprogram/locales/words';
import {
  afterHolding,
  afterResults,
  afterUndo,
  emptyList,
  MOST_AT_ONCE,
  type PendingModel,
  shownCards,
  toggled,
} from '../../../../../miniprogram/pages/pending/pending.model';
import { pendingView } from '../../../../../miniprogram/pages/pending/pending.view';
import type { Instant } from '../../../../../typings/contracts/common';
import { card } from '../../support/request-card';

const words = wordsIn('zh-CN');
const one = card();
const two = card({ id: 'E0013-two' });

const model = (more: Partial<PendingModel> = {}): PendingModel => ({
  segment: 'waiting',
  lists: {
    waiting: { ...emptyList, cards: [one, two] },
    mine: emptyList,
    done: emptyList,
    cc: emptyList,
  },
  waitingCount: 2,
  chosen: null,
  held: null,
  gone: [],
  problems: {},
  rejecting: null,
  comment: '',
  search: '',
  online: true,
  now: Date.parse('2026-11-23T09:10:00+08:00') as Instant,
  utcOffset: 480,
  ...more,
});
const held = { key: 'k', verb: 'approve' as const, comment: '', cards: [one] };
const ids = (of: PendingModel) => shownCards(of).map(({ id }) => id);

test('a held decision takes its card away; undone, it is back', () => {
  const holding = { ...model(), ...afterHolding(model(), held) };
  expect(ids(holding)).toEqual([two.id]);
  expect(pendingView(holding, words).undo).toEqual({ show: true, text: '已同意 1 项' });
  expect(ids({ ...holding, ...afterUndo(holding, held) })).toEqual([one.id, two.id]);
});

test('what did not go through comes back with the reason, the rest is counted off', () => {
  const holding = { ...model(), ...afterHolding(model(), { ...held, cards: [one, two] }) };
  const failure = { code: 'REQUEST_CHANGED' as const, data: { state: 'withdrawn', rev: 3 }, requestId: '' };
  const after = {
    ...holding,
    ...afterResults(holding, [
      { card: one, now: null, failure },
      { card: two, now: two, failure: null },
    ]),
  };
  expect(ids(after)).toEqual([one.id]);
  expect(after.waitingCount).toBe(1);
  expect(pendingView(after, words).cards[0]?.problem).toContain('刚刚有人处理过');
  expect(afterHolding(after, held).problems).toEqual({});
});

test('at most as many are chosen as the server takes at once', () => {
  const full = Array.from({ length: MOST_AT_ONCE }, (_, index) => `r${index}`);
  expect(toggled(full, 'more')).toEqual(full);
  expect(toggled(full, 'r3')).toHaveLength(MOST_AT_ONCE - 1);
  expect(toggled([], 'a')).toEqual(['a']);
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
