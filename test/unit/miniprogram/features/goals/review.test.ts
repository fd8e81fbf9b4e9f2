import '../../../../../miniprogram/features/goals/words/words';
import type { Day } from '#contracts/common';
import type { ReviewView } from '#contracts/goal-review';
import { FULL } from '../../../../../miniprogram/common/goals/share';
import {
  begun,
  type ReviewModel,
  readScore,
  scoresOf,
} from '../../../../../miniprogram/features/goals/pages/review/review.model';
import { reviewView } from '../../../../../miniprogram/features/goals/pages/review/review.view';
import { reviewsView } from '../../../../../miniprogram/features/goals/pages/reviews/reviews.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, NOON, OFFLINE, PERSON, raise } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const WINDOW = { from: '2026-11-30' as Day, to: '2026-12-14' as Day, confirmTo: '2026-12-21' as Day };
const HEAD = { id: 'E0002', name: '王华', nameEn: 'Wang Hua' };

const line = (more: object = {}) => ({
  ...{ id: 'deals', title: '成交单数', weight: 100, measure: raise(0, 10), standing: { value: 8 } },
  ...{ progress: { raw: 0.8 * FULL, counted: 0.8 * FULL, note: null }, own: null, given: null },
  ...more,
});
const data = (more: Partial<ReviewView> = {}, lines: readonly object[] = [line()]): ReviewView => ({
  ...{ cycle: CYCLE, window: WINDOW, person: PERSON, confirmer: HEAD, rev: 0, review: null },
  objectives: [{ id: 'own', title: '多成交', weight: 100, progress: 0.8 * FULL, lines: lines as never }],
  may: 'hand-in',
  ...more,
});
const HANDED_IN = {
  state: 'handed-in',
  summary: '达标',
  handedInAt: NOON,
  confirmedBy: null,
  confirmedAt: null,
  comment: '',
} as const;
const CONFIRMED = {
  ...HANDED_IN,
  state: 'confirmed',
  confirmedBy: HEAD.id,
  confirmedAt: NOON,
  comment: '好',
} as const;
const model = (of: ReviewView | null, more: Partial<ReviewModel> = {}): ReviewModel => ({
  ...{
    sheetId: '2026-11:p-E0001',
    data: of,
    typed: {},
    text: '',
    changed: false,
    asking: false,
    busy: false,
  },
  failure: null,
  ...more,
});

describe('a score', () => {
  it.each([
    ['', null],
    [' ', null],
    ['0', { score: 0 }],
    ['100', { score: 100 }],
    ['８０', { score: 80 }],
    ['101', { isWrong: true }],
    ['-1', { isWrong: true }],
    ['79.5', { isWrong: true }],
    ['好', { isWrong: true }],
  ])('typed as %j is read as %j', (typed, read) => {
    expect(readScore(typed)).toEqual(read);
  });

  it('is needed of every line', () => {
    const two = data({}, [line(), line({ id: 'calls' })]);
    expect(scoresOf({ data: two, typed: { deals: '80' } })).toBeNull();
    expect(scoresOf({ data: two, typed: { deals: '80', calls: '70' } })).toHaveLength(2);
    expect(scoresOf({ data: data({}, []), typed: {} })).toBeNull();
  });
});

describe('a review to hand in', () => {
  it('says what is missing, one thing after the other', () => {
    const view = (more: Partial<ReviewModel>) => reviewView(model(data(), more), zh);
    expect(view({})).toMatchObject({ lacks: '每一项都打分后就能交', ready: false, save: '交总结' });
    expect(view({ typed: { deals: '101' } }).objectives[0]?.lines[0]?.problem).toBe('请填 0 到 100 的整数');
    expect(view({ typed: { deals: '80' } })).toMatchObject({ lacks: '写几句总结就能交', ready: false });
    expect(view({ typed: { deals: '80' }, text: '达标' })).toMatchObject({ lacks: '', ready: true });
    expect(view({ typed: { deals: '80' }, text: '达标', busy: true }).ready).toBe(false);
  });

  it('stands beside the progress, says until when and who confirms', () => {
    const view = reviewView(model(data()), zh);
    expect(view.objectives[0]?.lines[0]).toMatchObject({
      progress: '进度 80%',
      figure: '8 / 10\u00a0单',
      own: '',
      difference: '',
    });
    expect(view).toMatchObject({ title: '李梅 · 2026年11月', until: '12月14日 周一 前交，王华确认' });
    expect(reviewView(model(data({ confirmer: null })), en).until).toContain('HR confirms it');
  });

  it('begins again with what was handed in', () => {
    const again = data({ rev: 1, review: HANDED_IN }, [line({ own: 70 })]);
    expect(begun(again)).toEqual({ typed: { deals: '70' }, text: '达标' });
    expect(reviewView(model(again, begun(again)), zh)).toMatchObject({
      save: '重新交',
      ready: true,
      summary: '',
      state: { text: '待确认' },
    });
  });
});

describe('a review to confirm', () => {
  it('that was never handed in begins empty, and says that it is scored without the person', () => {
    const silent = data({ may: 'confirm' });
    expect(begun(silent)).toEqual({ typed: {}, text: '' });
    expect(reviewView(model(silent), zh)).toMatchObject({
      ready: false,
      state: { text: '未交', tone: 'warn' },
      until: '本人没有交总结，王华可在 12月21日 周一 前直接打分',
    });
    expect(reviewView(model(silent, { typed: { deals: '40' } }), zh).ready).toBe(true);
  });

  const waiting = data({ rev: 1, review: HANDED_IN, may: 'confirm' }, [line({ own: 70 })]);

  it("begins with the person's own scores, so that one tap agrees", () => {
    expect(begun(waiting)).toEqual({ typed: { deals: '70' }, text: '' });
    expect(reviewView(model(waiting, begun(waiting)), zh)).toMatchObject({
      ready: true,
      save: '确认',
      summary: '达标',
      until: '王华在 12月21日 周一 前确认',
    });
  });

  it.each([
    ['70', '一致', false],
    ['80', '高 10 分', true],
    ['55', '低 15 分', true],
    ['', '', true],
  ])('shows of %s that it differs: %s', (typed, difference, differs) => {
    const [shown] = reviewView(model(waiting, { typed: { deals: typed } }), zh).objectives[0]?.lines ?? [];
    expect(shown).toMatchObject({ own: '自评 70 分', difference, differs });
  });
});

describe('a review that is confirmed', () => {
  const done = data({ rev: 2, review: CONFIRMED, may: null }, [line({ own: 70, given: 60 })]);

  it('shows both scores, the difference and the words, and nothing to do', () => {
    const view = reviewView(model(done), zh);
    expect(view).toMatchObject({ may: '', save: '', comment: '好', until: '', state: { text: '已确认' } });
    expect(view.confirmedBy).toContain('王华');
    expect(view.objectives[0]?.lines[0]).toMatchObject({
      own: '自评 70 分',
      given: '60 分',
      difference: '低 10 分',
    });
  });

  it('names nobody wrongly if the manager has changed', () => {
    const moved = { ...done, confirmer: { ...HEAD, id: 'E0009' } };
    expect(reviewView(model(moved), zh).confirmedBy).not.toContain('王华');
  });
});

describe('the page of a review', () => {
  it('is loading, failed, empty or there', () => {
    expect(reviewView(model(null), zh).mode).toBe('loading');
    expect(reviewView(model(null, { failure: OFFLINE }), zh).mode).toBe('error');
    expect(reviewView(model({ ...data(), objectives: [] }), zh).mode).toBe('empty');
    expect(reviewView(model(data()), zh).mode).toBe('ready');
  });

  it('says when reviews are taken while there is nothing to do', () => {
    expect(reviewView(model(data({ may: null })), zh).until).toBe('11月30日 周一 到 12月14日 周一 之间填写');
  });

  it('names an objective without key results as a whole', () => {
    const whole = line({ id: 'own', title: '', measure: null });
    const [shown] = reviewView(model(data({}, [whole])), zh).objectives[0]?.lines ?? [];
    expect(shown).toMatchObject({ title: '整个目标', weight: '', figure: '' });
  });
});

describe('the reviews of a team', () => {
  const person = (id: string) => ({ ...PERSON, id });
  const rows = [
    { person: person('A'), state: 'none', progress: null },
    { person: person('B'), state: 'confirmed', progress: FULL },
    { person: person('C'), state: 'missing', progress: 0 },
    { person: person('D'), state: 'handed-in', progress: 0.5 * FULL },
  ] as const;
  const team = { cycleId: '2026-11', data: { cycle: CYCLE, window: WINDOW, rows }, failure: null };

  it('begin with what waits for the manager', () => {
    const view = reviewsView(team, zh);
    expect(view.rows.map(({ id, state, opens }) => [id, state, opens])).toEqual([
      ['D', '待确认', true],
      ['C', '未交', true],
      ['B', '已确认', true],
      ['A', '没有目标', false],
    ]);
    expect(view).toMatchObject({ summary: '1 份等你确认，1 人还没交', until: '12月21日 周一 前确认' });
  });

  it('say so once all are confirmed', () => {
    const done = { ...team, data: { ...team.data, rows: rows.slice(0, 2) } };
    expect(reviewsView(done, zh)).toMatchObject({ summary: '都确认了', until: '' });
  });

  it('are loading, failed or empty', () => {
    expect(reviewsView({ ...team, data: null }, zh).mode).toBe('loading');
    expect(reviewsView({ ...team, data: null, failure: OFFLINE }, zh).mode).toBe('error');
    expect(reviewsView({ ...team, data: { ...team.data, rows: [] } }, en).mode).toBe('empty');
  });
});
