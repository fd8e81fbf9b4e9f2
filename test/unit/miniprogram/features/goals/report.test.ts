import '../../../../../miniprogram/features/goals/words/words';
import type { Day } from '#contracts/common';
import type { KeyResultView } from '#contracts/goals';
import { noEvidence } from '../../../../../miniprogram/features/goals/evidence.model';
import {
  entriesOf,
  type ReportModel,
} from '../../../../../miniprogram/features/goals/pages/report/report.model';
import { reportView } from '../../../../../miniprogram/features/goals/pages/report/report.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { home, keyResult, NOON, OFFLINE, objective, raise, sheet } from '../../support/goals';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');

const DEALS = keyResult({ id: 'deals', title: '成交单数', measure: raise(0, 38), standing: { value: 24 } });
const VISITS = keyResult({
  id: 'visits',
  title: '接待客户',
  measure: raise(0, 200, '位'),
  standing: { value: null },
});
const RATE = keyResult({ id: 'rate', title: '好评率', measure: raise(90, 98, '%'), standing: { value: 92 } });
const OPEN = keyResult({
  id: 'open',
  title: '新店开业',
  measure: { kind: 'yes-no' },
  standing: { value: null },
});
const ALL = [DEALS, VISITS, RATE, OPEN];

const withKeyResults = (keyResults: readonly KeyResultView[], more: object = {}) =>
  home({ sheet: sheet({ objectives: [objective({ keyResults })] }), ...more });

const model = (text: string, more: Partial<ReportModel> = {}): ReportModel => ({
  ...{ cycleId: '2026-11', data: withKeyResults(ALL), text, choices: {}, typed: {}, confidence: null },
  ...{ evidence: noEvidence, key: 'k', moved: null, busy: false, failure: null },
  ...more,
});
const shown = (text: string, more: Partial<ReportModel> = {}) => reportView(model(text, more), zh);
const proposalsOf = (text: string, more: Partial<ReportModel> = {}) =>
  shown(text, more).proposals.map(({ title, figure, mode }) => [title, figure, mode]);
/** What is sent of a figure. */
const sent = (text: string, more: Partial<ReportModel> = {}) =>
  entriesOf(model(text, more)).map(({ keyResultId, mode, value }) => [keyResultId, mode, value]);

describe('a report as it is written', () => {
  it('marks the words that a figure is from, and leaves the rest as it is', () => {
    const { parts, found, foundNone, save } = shown('今天接待客户 50 位，成交 10 单，很累');
    expect(parts.map(({ text }) => text).join('')).toBe('今天接待客户 50 位，成交 10 单，很累');
    const marked = parts.filter(({ on }) => on).map(({ text }) => text.trim());
    expect(marked).toHaveLength(2);
    expect(marked[0]).toContain('50 位');
    expect(marked[1]).toContain('10 单');
    expect([found, foundNone, save]).toEqual(['识别到 2 项进展', '', '更新 2 项进展']);
  });

  it('says what each figure brings it to', () => {
    expect(proposalsOf('成交 10 单')).toEqual([['成交单数', '24\u00a0单 → 34 / 38\u00a0单', 'add']]);
    expect(proposalsOf('接待客户 50 位')).toEqual([['接待客户', '– → 50 / 200\u00a0位', 'add']]);
    expect(proposalsOf('好评率 96%')).toEqual([['好评率', '92% → 96% → 目标 98%', 'set']]);
    expect(shown('成交 10 单').proposals[0]?.progress).toBe('89.5%');
  });

  it('says of another day that it is, and does not count it by itself', () => {
    const [first] = shown('昨天成交 5 单').proposals;
    expect(first?.doubt).toBe('说的不是今天，要算进今天吗？');
    expect(sent('昨天成交 5 单')).toEqual([]);
  });

  it('without a figure can be saved alone', () => {
    const view = shown('整理了仓库');
    expect(view).toMatchObject({
      foundNone: '没有识别到数字，可以直接在下面填',
      save: '只存日报',
      ready: true,
    });
    expect(sent('整理了仓库')).toEqual([]);
  });

  it('once the figures are scored offers none, keeps those that it has, and says why', () => {
    const entries = [{ keyResultId: 'deals', value: 4, mode: 'add' as const }];
    const report = { id: 'r', day: '2026-11-16' as Day, text: '', at: NOON, entries };
    const scored = { sheet: sheet({ objectives: [objective({ keyResults: ALL })], isScored: true }) };
    const view = shown('成交 10 单', { data: home(scored) });
    expect(view).toMatchObject({ proposals: [], others: [], unmatched: '', foundNone: '', ready: true });
    expect(view.noGoals).toBe('总结已经确认，打过分的数字不再改动，日报照样可以记');
    expect(sent('成交 10 单', { data: home(scored) })).toEqual([]);
    expect(sent('成交 10 单', { data: home({ ...scored, report }) })).toEqual([['deals', 'add', 4]]);
  });

  it('names figures that belong to nothing', () => {
    expect(shown('成交 10 单，报销 380 元').unmatched).toBe('这些数字没有对上：报销 380 元');
    expect(shown('成交 10 单').unmatched).toBe('');
  });

  it.each([
    ['nothing is written', '  ', {}],
    ['it is being sent', '成交 1 单', { busy: true }],
    ['the goals are not there yet', '成交 1 单', { data: null }],
    ['nobody may report', '成交 1 单', { data: home({ sheet: sheet({ canReport: false }) }) }],
    ['it is too long', `成交 1 单${'。'.repeat(2_000)}`, {}],
  ])('cannot be sent while %s', (_, text, more) => {
    expect(shown(text, more).ready).toBe(false);
  });

  it('of 2,001 characters says how many there are', () => {
    const view = shown('好'.repeat(2_001));
    expect(view).toMatchObject({ tooLong: '最多 2000 字，现在 2001 字', proposals: [], foundNone: '' });
    expect(sent('好'.repeat(2_001))).toEqual([]);
    expect(shown('好'.repeat(2_000)).tooLong).toBe('');
  });

  it('shows what failed, and what could not be loaded', () => {
    expect(shown('成交 1 单', { failure: OFFLINE })).toMatchObject({ mode: 'ready' });
    expect(shown('成交 1 单', { failure: OFFLINE }).error).not.toBe('');
    expect(shown('', { data: null, failure: OFFLINE }).mode).toBe('error');
    expect(shown('', { data: null }).mode).toBe('loading');
  });
});

describe('what the person decides', () => {
  const text = '成交 10 单';
  const [proposal] = shown(text).proposals;
  const name = proposal?.name ?? '';

  it('is another key result', () => {
    const choices = { [name]: { keyResultId: 'visits', mode: 'add' } } as const;
    expect(sent(text, { choices })).toEqual([['visits', 'add', 10]]);
    const [chosen] = shown(text, { choices }).proposals;
    expect(chosen).toMatchObject({ title: '接待客户', doubt: '' });
    expect(chosen?.choices.filter(({ on }) => on)).toEqual([{ id: 'visits', name: '接待客户', on: true }]);
  });

  it('is offered all that have a figure, and that it does not count', () => {
    expect(proposal?.choices.map((each) => each.name)).toEqual(['成交单数', '接待客户', '好评率', '不算']);
  });

  it('is announced for figures that could be about several, until it is made', () => {
    const two = '成交 10 单，成交 3 单';
    const { found, proposals } = shown(two);
    expect([found, proposals.length]).toEqual(['2 个数字要你认一下', 2]);
    const choices = { [proposals[0]?.name ?? '']: { keyResultId: 'deals', mode: 'add' } } as const;
    expect(shown(two, { choices }).found).toBe('识别到 1 项进展 · 1 个数字要你认一下');
  });

  it('is that it does not count', () => {
    const choices = { [name]: { keyResultId: null, mode: 'add' } } as const;
    expect(sent(text, { choices })).toEqual([]);
    expect(shown(text, { choices })).toMatchObject({ save: '只存日报' });
    expect(shown(text, { choices }).proposals[0]).toMatchObject({ title: '不算', figure: '', quiet: true });
  });

  it('is a total instead of an addition', () => {
    const choices = { [name]: { keyResultId: 'deals', mode: 'set' } } as const;
    expect(sent(text, { choices })).toEqual([['deals', 'set', 10]]);
    const [chosen] = shown(text, { choices }).proposals;
    expect(chosen).toMatchObject({ mode: 'set', figure: '24\u00a0单 → 10 / 38\u00a0单' });
    expect(chosen?.modes.map(({ name: shownAs, on }) => [shownAs, on])).toEqual([
      ['增加', false],
      ['改为', true],
    ]);
  });

  it('does not follow words that were changed', () => {
    const choices = { [name]: { keyResultId: null, mode: 'add' } } as const;
    expect(sent('成交 11 单', { choices })).toEqual([['deals', 'add', 11]]);
  });

  it('is a figure typed for what the text does not name', () => {
    const typed = { rate: '95.5', visits: 'viele' };
    expect(sent(text, { typed })).toEqual([
      ['deals', 'add', 10],
      ['rate', 'set', 95.5],
    ]);
    const others = shown(text, { typed }).others;
    expect(others.map(({ title, now, unit, typed: own }) => [title, now, unit, own])).toEqual([
      ['接待客户', '– / 200\u00a0位', '位', 'viele'],
      ['好评率', '92% → 目标 98%', '%', '95.5'],
      ['新店开业', '未完成', '', ''],
    ]);
  });

  it('is how sure they are', () => {
    expect(shown(text, { confidence: 'at-risk' }).confidences).toEqual([
      { id: 'at-risk', name: '有风险', on: true },
      { id: 'on-track', name: '正常', on: false },
      { id: 'sure', name: '很稳', on: false },
    ]);
  });
});

describe('two figures of one key result', () => {
  const amounts = keyResult({
    id: 'sales',
    title: '销售额',
    measure: raise(0, 100, '万元'),
    standing: { value: 1 },
  });
  const data = withKeyResults([amounts]);

  const text = '上午销售额 0.1 万元，下午销售额 0.2 万元';

  it('do not count before the person has said what they are', () => {
    expect(sent(text, { data })).toEqual([]);
    expect(shown(text, { data }).proposals.map(({ title, doubt }) => [title, doubt])).toEqual([
      ['', '是哪一项？'],
      ['', '是哪一项？'],
    ]);
  });

  it('are added up exactly', () => {
    const names = shown(text, { data }).proposals.map(({ name: each }) => each);
    const choice = { keyResultId: 'sales', mode: 'add' } as const;
    const choices = Object.fromEntries(names.map((each) => [each, choice]));
    expect(sent(text, { data, choices })).toEqual([['sales', 'add', 0.3]]);
  });
});

describe('the second report of a day', () => {
  const report = (value: number, mode: 'add' | 'set' = 'add') => ({
    ...{
      id: 'r',
      day: '2026-11-16' as Day,
      text: '',
      at: NOON,
      entries: [{ keyResultId: 'deals', value, mode }],
    },
  });

  it('stands in for the first: its figure is not added to that', () => {
    const data = withKeyResults(ALL, { report: report(4) });
    expect(proposalsOf('成交 10 单', { data })).toEqual([
      ['成交单数', '20\u00a0单 → 30 / 38\u00a0单', 'add'],
    ]);
  });

  it('begins at nothing if the first was all there was', () => {
    const data = withKeyResults(ALL, { report: report(24) });
    expect(proposalsOf('成交 10 单', { data })).toEqual([['成交单数', '– → 10 / 38\u00a0单', 'add']]);
  });

  it('shows what was saved in one form, whether it was added or set', () => {
    const entries = [
      { keyResultId: 'deals', value: 24, mode: 'add' },
      { keyResultId: 'rate', value: 92, mode: 'set' },
    ] as const;
    const data = withKeyResults(ALL, { report: { ...report(24), entries } });
    expect(proposalsOf('成交 24 单，好评率 92%', { data })).toEqual([
      ['成交单数', '24 / 38\u00a0单', 'add'],
      ['好评率', '92% → 目标 98%', 'set'],
    ]);
  });

  it('shows a fraction without the noise of binary numbers', () => {
    const sales = keyResult({
      id: 'deals',
      title: '销售额',
      measure: raise(0, 10, '万元'),
      standing: { value: 0.3 },
    });
    const data = withKeyResults([sales], { report: report(0.1) });
    expect(proposalsOf('销售额 0.5 万元', { data })).toEqual([
      ['销售额', '0.2\u00a0万元 → 0.7 / 10\u00a0万元', 'add'],
    ]);
  });
});

it('is in English for who reads English', () => {
  const view = reportView(model('成交 10 单'), en);
  expect(view).toMatchObject({ found: 'One update recognised', save: 'Update one key result' });
  const owner = { owner: { kind: 'department', id: 'D2' }, name: { 'zh-CN': '华东区', en: 'East' } } as const;
  const moved = { rev: 2, isLate: true, moved: [{ owner, before: null, after: 730_000_000 }] } as const;
  expect(reportView(model('', { moved }), en)).toMatchObject({
    moved: [{ name: 'East', text: '– → 73%' }],
    movedLater: 'What is above follows within minutes',
  });
});
