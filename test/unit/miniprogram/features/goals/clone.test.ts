import '../../../../../miniprogram/features/goals/words/words';
import type { CloneRow } from '#contracts/goal-clone';
import type { GoalsContract } from '#contracts/goals';
import {
  type CloneModel,
  loaded,
  problemOf,
  raiseOf,
} from '../../../../../miniprogram/features/goals/pages/clone/clone.model';
import { cloneView } from '../../../../../miniprogram/features/goals/pages/clone/clone.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, OFFLINE, raise } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');

const row = (id: string, weight: number, more: Partial<CloneRow> = {}): CloneRow => ({
  ...{
    id,
    title: id,
    weight,
    alignedWeight: 0,
    progress: 800_000_000,
    isThere: false,
    alignedTo: [],
    lost: 0,
  },
  keyResults: [
    { id: 'rate', title: '复购率', weight: 100, measure: raise(20, 35, '%'), source: 'own', last: 31 },
  ],
  ...more,
});
const OCTOBER = { ...CYCLE, id: '2026-10', from: '2026-10-01', to: '2026-10-31' } as typeof CYCLE;
const data = (rows: CloneRow[], more: object = {}): GoalsContract['cloneable']['output'] => ({
  ...{ cycle: CYCLE, owner: { owner: { kind: 'company' }, name: { 'zh-CN': '示例', en: 'Demo' } } },
  ...{ sources: [OCTOBER], from: '2026-10', rev: 1, used: 0, rows },
  ...more,
});
const model = (of: CloneModel['data'], more: Partial<CloneModel> = {}): CloneModel => ({
  ...{ sheetId: '2026-11:c', raise: '', fromLast: true, changed: false, busy: false, failure: null },
  ...(of ? loaded(of) : { data: null, from: '', chosen: [] }),
  ...more,
});

it('chooses what fits into what is there, and nothing that was copied before', () => {
  const rows = [row('a', 60), row('b', 30, { isThere: true }), row('c', 50), row('d', 10)];
  expect(loaded(data(rows, { used: 30 })).chosen).toEqual(['a', 'd']);
});

it('shows how each key result will be measured, before it is copied', () => {
  const shown = (more: Partial<CloneModel>) =>
    cloneView(model(data([row('a', 100)]), more), zh).rows[0]?.keyResults;
  expect(shown({ raise: '10' })).toMatchObject([{ figure: '31 → 39%', was: '原来 20 → 35%' }]);
  expect(shown({ fromLast: false })).toMatchObject([{ figure: '20 → 35%', was: '' }]);
});

it('says how far it came, what it counts for, and what is left out', () => {
  const place = { sheetId: '2026-11:c', objectiveId: 'x' };
  const rows = [row('a', 100, { alignedTo: [{ place, title: '多卖' }], lost: 1 })];
  expect(cloneView(model(data(rows)), zh).rows).toMatchObject([
    { about: '权重 100% · 上期完成 80%', notes: ['承接“多卖”', '承接的 1 个目标这期没有，不复制'], on: true },
  ]);
  expect(cloneView(model(data(rows)), en).send).toBe('Copy 1 goal');
});

it.each([
  ['', 0],
  ['10', 10],
  ['１０%', 10],
  ['100', 100],
  ['101', null],
  ['-5', null],
  ['2.5', null],
  ['x', null],
])('raised by "%s" is %s', (typed, value) => {
  expect(raiseOf({ raise: typed })).toBe(value);
});

it.each([
  ['nothing chosen', { chosen: [] }, 'needChoice'],
  ['more than the whole', { chosen: ['a', 'b'] }, 'over'],
  ['a figure that is none', { raise: 'x' }, 'needRaise'],
  ['one that fits', { chosen: ['b'] }, null],
] as const)('with %s the button waits: %s', (_, more, problem) => {
  const of = model(data([row('a', 60), row('b', 50)]), more);
  expect(problemOf(of)).toBe(problem);
  expect(cloneView(of, zh).ready).toBe(problem === null);
});

it('is loading, failed, empty or there', () => {
  expect(cloneView(model(null), zh).mode).toBe('loading');
  expect(cloneView(model(null, { failure: OFFLINE }), zh).mode).toBe('error');
  expect(cloneView(model(data([])), zh)).toMatchObject({ mode: 'empty', source: '2026年10月' });
  expect(cloneView(model(data([], { sources: [] })), zh).source).toBe('2026-10');
});
