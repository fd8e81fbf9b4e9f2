import type { Measure, Standing } from '#contracts/goal';
import { FULL } from '../../../../miniprogram/common/goals/share';
import {
  figureText,
  keyResultRow,
  standingText,
} from '../../../../miniprogram/components/objective-card/key-result.view';
import {
  objectiveCard,
  objectiveCards,
} from '../../../../miniprogram/components/objective-card/objective-card.view';
import { wordsIn } from '../../../../miniprogram/locales/words';
import { DAYS, keyResult, NOON, objective, raise } from '../support/goals';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const steps: Measure = {
  kind: 'milestones',
  milestones: [
    { id: 'a', title: '选址', weight: 30 },
    { id: 'b', title: '开业', weight: 70 },
  ],
};

describe('a figure', () => {
  it.each([
    [0, '', '0'],
    [14, '单', '14\u00a0单'],
    [1_234_567.25, '元', '1,234,567.25\u00a0元'],
    [999, '元', '999\u00a0元'],
    [-1_200, '', '−1,200'],
    [16.4, '%', '16.4%'],
    [16.4, '％', '16.4%'],
    [0.1234, '', '0.1234'],
  ])('%d with the unit "%s" reads %s', (value, unit, text) => {
    expect(figureText(value, unit)).toBe(text);
  });
});

describe('what a key result stands at', () => {
  it.each<[string, Measure, Standing, string, string]>([
    ['nothing yet', raise(0, 20), { value: null }, '– / 20\u00a0单', '– / 20\u00a0单'],
    ['a count', raise(0, 20), { value: 14 }, '14 / 20\u00a0单', '14 / 20\u00a0单'],
    ['a level that rises', raise(15, 20, '%'), { value: 16.4 }, '16.4% → 目标 20%', '16.4% → target 20%'],
    ['a level before any report', raise(15, 20, '%'), { value: null }, '15% → 目标 20%', '15% → target 20%'],
    [
      'a figure that has to fall',
      raise(48, 24, 'h'),
      { value: 30 },
      '30\u00a0h → 目标 24\u00a0h',
      '30\u00a0h → target 24\u00a0h',
    ],
    [
      'a floor',
      { kind: 'keep-above', limit: 98, unit: '%' },
      { value: 97.5 },
      '97.5%，不低于 98%',
      '97.5%, at least 98%',
    ],
    [
      'a ceiling without a report',
      { kind: 'keep-below', limit: 3, unit: '起' },
      { value: null },
      '–，不高于 3\u00a0起',
      '–, at most 3\u00a0起',
    ],
    ['steps', steps, { value: 1, done: ['a'] }, '1 / 2 步', '1 of 2 steps'],
    ['steps without a report', steps, { value: null }, '0 / 2 步', '0 of 2 steps'],
    ['a yes', { kind: 'yes-no' }, { value: 1 }, '已完成', 'Done'],
    ['a no', { kind: 'yes-no' }, { value: 0 }, '未完成', 'Not done'],
    ['a percentage', { kind: 'percent' }, { value: 70 }, '70%', '70%'],
    ['no percentage', { kind: 'percent' }, { value: null }, '–', '–'],
  ])('is shown for %s', (_, measure, standing, chinese, english) => {
    expect(standingText(measure, standing, zh)).toBe(chinese);
    expect(standingText(measure, standing, en)).toBe(english);
  });
});

describe('a key result in the middle of the month', () => {
  const at = (value: number | null, more: object = {}) =>
    keyResultRow(keyResult({ standing: { value }, ...more }), DAYS, zh);

  it.each([
    [null, 'none', '还没有数据', ''],
    [5, 'ok', '完成率 50% · 按进度应为 50%', ''],
    [8, 'ok', '完成率 80% · 按进度应为 50%', '提前 6 天'],
    [4, 'warn', '完成率 40% · 按进度应为 50%', '延迟 2 天'],
    [3, 'warn', '完成率 30% · 按进度应为 50%', '延迟 4 天'],
    [2, 'bad', '完成率 20% · 按进度应为 50%', '延迟 6 天'],
    [-1, 'bad', '完成率 -10% · 低于起点', '延迟 10 天'],
    [10, 'ok', '完成率 100%', '提前 10 天'],
    [12, 'ok', '完成率 120% · 超过目标', '提前 10 天'],
  ])('at %s of 10 is %s', (value, tone, note, late) => {
    expect(at(value)).toMatchObject({ tone, note, late });
  });

  it('is bad below its start from the first day on', () => {
    const row = keyResultRow(keyResult({ standing: { value: -1 } }), { workdays: 20, gone: 1 }, zh);
    expect(row).toMatchObject({ tone: 'bad', late: '延迟 1 天' });
  });

  it('has a bar as far as it counts, and a mark where it should be', () => {
    expect(at(4)).toMatchObject({ width: 40, mark: 50 });
    expect(at(-1).width).toBe(0);
    expect(at(12).width).toBe(100);
  });

  it('is neither late nor marked if days bring nothing: a limit, or a yes', () => {
    const limit: Measure = { kind: 'keep-below', limit: 3, unit: '起' };
    const kept = { measure: limit, standing: { value: 2, inside: 1, counted: 4 } };
    expect(keyResultRow(keyResult(kept), DAYS, zh)).toMatchObject({
      ...{ tone: 'ok', late: '', mark: -1, note: '完成率 25%' },
    });
    const broken = { measure: limit, standing: { value: 5, inside: 3, counted: 4 } };
    expect(keyResultRow(keyResult(broken), DAYS, zh)).toMatchObject({
      ...{ tone: 'bad', note: '完成率 75% · 现在没有守住' },
    });
    const no = { measure: { kind: 'yes-no' } as const, standing: { value: 0 } };
    expect(keyResultRow(keyResult(no), DAYS, zh)).toMatchObject({ late: '', mark: -1, tone: 'ok' });
  });

  it('is not late in a cycle without workdays', () => {
    const row = keyResultRow(keyResult({ standing: { value: 1 } }), { workdays: 0, gone: 0 }, zh);
    expect(row).toMatchObject({ late: '', mark: -1, tone: 'ok', note: '完成率 10%' });
  });

  it('says who it is worked out from', () => {
    const mean = { source: 'mean', measure: { kind: 'percent' }, parts: 3 } as const;
    expect(at(null, { ...mean, progress: 0.4 * FULL, hasData: true })).toMatchObject({
      ...{ figure: '3 个承接', note: '完成率 40% · 按进度应为 50%', late: '延迟 2 天' },
    });
    expect(at(null, { ...mean, progress: 0, hasData: false })).toMatchObject({
      note: '还没有数据',
      tone: 'none',
    });
    expect(at(4, { source: 'sum', parts: 2 }).source).toBe('由 2 项相加');
  });

  it('says how sure the person was, and which system it is from', () => {
    const last = { at: NOON, source: 'CRM', confidence: 'at-risk' } as const;
    expect(at(4, { last }).source).toBe('信心 有风险 · 来源：CRM');
    expect(at(4, { last: { at: NOON, source: 'report' } }).source).toBe('');
  });

  it('is read out in one line, in English too', () => {
    expect(keyResultRow(keyResult({ standing: { value: 4.5 } }), DAYS, en).label).toBe(
      '成交单数 · 4.5 / 10\u00a0单 · 45% done · should be 50% · One day late',
    );
  });
});

describe('the card of an objective', () => {
  it('says what finishing it adds above', () => {
    const place = { sheetId: '2026-11:d-D2', objectiveId: 'team', keyResultId: 'team-1' };
    const owner = {
      owner: { kind: 'department', id: 'D2' },
      name: { 'zh-CN': '华东区', en: 'East' },
    } as const;
    const above = [{ place, title: '销售额', owner, adds: 0.125 * FULL }];
    expect(objectiveCard(objective({ above }), DAYS, zh).above).toEqual([
      { key: '2026-11:d-D2/team/team-1', text: '承接 华东区“销售额” · 完成再加 12.5%' },
    ]);
    expect(objectiveCard(objective({ above }), DAYS, en).above[0]?.text).toBe(
      'For East: "销售额" · finishing adds 12.5%',
    );
  });

  it.each([
    ['active', ''],
    ['dropped', '不再计算'],
  ] as const)('of one that is %s says "%s"', (state, text) => {
    expect(objectiveCard(objective({ state }), DAYS, zh).state).toBe(text);
  });

  it.each([
    ['waiting', '承接 华东区“销售额” · 等对方同意，还不计入'],
    ['declined', '承接 华东区“销售额” · 对方没有同意，不计入'],
    ['gone', '承接 华东区“销售额” · 它已不再计算'],
  ] as const)('says that an alignment is %s and adds nothing', (state, text) => {
    const place = { sheetId: '2026-11:d-D2', objectiveId: 'team' };
    const name = { 'zh-CN': '华东区', en: 'East' };
    const above = [
      { place, title: '销售额', owner: { owner: { kind: 'company' } as const, name }, adds: 0, state },
    ];
    expect(objectiveCard(objective({ above }), DAYS, zh).above[0]?.text).toBe(text);
  });

  it('that is dropped is late for nothing and adds nothing', () => {
    const place = { sheetId: '2026-11:d-D2', objectiveId: 'team' };
    const name = { 'zh-CN': '华东区', en: 'East' };
    const above = [{ place, title: '销售额', owner: { owner: { kind: 'company' } as const, name }, adds: 0 }];
    const keyResults = [keyResult({ standing: { value: 1 } })];
    const card = (state: 'active' | 'dropped') =>
      objectiveCard(objective({ state, above, keyResults }), DAYS, zh);
    expect(card('active')).toMatchObject({ above: [{}], rows: [{ late: '延迟 8 天', mark: 50 }] });
    expect(card('dropped')).toMatchObject({ above: [], rows: [{ late: '', mark: -1, note: '完成率 10%' }] });
  });

  it('is below what counts once it is dropped', () => {
    const [dropped, active] = [objective({ state: 'dropped' }), objective({ id: 'new' })];
    const cards = objectiveCards([dropped, active], DAYS, zh);
    expect(cards.map(({ state }) => state)).toEqual(['', '不再计算']);
  });

  it('without anything to measure shows no percentage and says so', () => {
    expect(objectiveCard(objective({ keyResults: [], progress: null }), DAYS, zh)).toMatchObject({
      ...{ percent: '', rows: [], empty: '还没有关键结果', weight: '权重 100%' },
    });
    expect(objectiveCard(objective({ progress: FULL / 3 }), DAYS, zh)).toMatchObject({
      ...{ percent: '33.3%', empty: '' },
    });
  });
});
