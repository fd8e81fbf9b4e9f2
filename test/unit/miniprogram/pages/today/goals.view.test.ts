import type { Instant } from '#contracts/common';
import type { TodayGoals } from '#contracts/today';
import { FULL } from '../../../../../miniprogram/common/goals/share';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { goalsOf } from '../../../../../miniprogram/pages/today/goals.view';
import { todosView } from '../../../../../miniprogram/pages/today/todos.view';
import { CYCLE } from '../../support/goals';
import { model, today } from '../../support/today';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');

const view = (more: Partial<TodayGoals> = {}, words = zh, at: object = {}) =>
  goalsOf(
    model({
      today: today({ goals: { cycle: CYCLE, progress: null, before: null, report: null, ...more } }),
      ...at,
    }),
    480,
    words,
  );

describe('the goals on Today', () => {
  it.each([
    [0.5, 0.3, '比上周多 20 个百分点', 'ok'],
    [0.3, 0.5, '比上周少 20 个百分点', 'warn'],
    [0.5, 0.5, '和上周一样', 'ok'],
    // As both are shown.
    [0.3333, 0.3, '比上周多 3.3 个百分点', 'ok'],
    [0.5, null, '', 'ok'],
  ])('at %d after %s: %s', (progress, before, change, tone) => {
    const shown = view({ progress: progress * FULL, before: before === null ? null : before * FULL });
    expect(shown).toMatchObject({ change, tone, title: '2026年11月目标' });
  });

  it('draws the ring by the share', () => {
    expect(view({ progress: 0.25 * FULL })).toMatchObject({ percent: '25%', done: 90 });
  });

  it('have the box of the report alone while there is nothing to measure', () => {
    expect(view()).toMatchObject({
      show: true,
      percent: '',
      report: '接待 50 位客户，成交 10 单',
      written: false,
    });
  });

  it('show what was reported today, and offer to change it', () => {
    expect(view({ report: '成交 3 单' })).toMatchObject({
      report: '成交 3 单',
      reportGo: '改日报',
      written: true,
    });
  });

  it('do not take the report of yesterday, from the cache, for one of today', () => {
    const now = (today().now + 86_400_000) as Instant;
    expect(view({ report: '成交 3 单' }, zh, { now, freshness: 'old' }).written).toBe(false);
  });

  it('are not there without a cycle, nor from the cache of an older version', () => {
    expect(goalsOf(model(), 480, zh).show).toBe(false);
    const { goals: _, ...older } = today();
    expect(goalsOf(model({ today: older as never }), 480, zh).show).toBe(false);
  });

  it('speak English', () => {
    expect(view({ progress: 0.5 * FULL, before: 0.3 * FULL }, en)).toMatchObject({
      title: 'Goals of Nov 2026',
      change: '20 points more than last week',
      reportTitle: 'What I did today',
    });
  });
});

describe('closing reviews among the to-dos', () => {
  const todos = (words = zh) =>
    todosView(
      model({
        today: today({
          office: [
            { kind: 'goal-review', count: 1, cycleId: '2026-11' },
            { kind: 'goal-reviews', count: 3, cycleId: '2026-Q4' },
          ],
        }),
      }),
      480,
      words,
    ).todos;

  it('say of which cycle they are, and what to do', () => {
    expect(todos().map(({ text, action }) => [text, action])).toEqual([
      ['2026年11月总结还没交', '去写'],
      ['2026年第4季度总结 3 份待确认', '去确认'],
    ]);
    expect(todos(en).map(({ text }) => text)).toEqual([
      'Review of Nov 2026 to hand in',
      'Q4 2026: 3 reviews to confirm',
    ]);
    expect(new Set(todos().map(({ id }) => id)).size).toBe(2);
  });
});
