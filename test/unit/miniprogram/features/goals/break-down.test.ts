import '../../../../../miniprogram/features/goals/words/words';
import type { Day } from '#contracts/common';
import type { DivisionRow } from '#contracts/goal-break-down';
import {
  type BreakDownModel,
  chosenRows,
  filledUp,
  problemOf,
  proposed,
  totalOf,
} from '../../../../../miniprogram/features/goals/pages/break-down/break-down.model';
import { breakDownView } from '../../../../../miniprogram/features/goals/pages/break-down/break-down.view';
import { readPasted } from '../../../../../miniprogram/features/goals/pages/break-down/pasted';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, OFFLINE, raise } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');

const row = (id: string, more: Partial<DivisionRow> = {}): DivisionRow => ({
  ...{ owner: { kind: 'person', id }, name: { 'zh-CN': `员工${id}`, en: `Person ${id}` } },
  ...{ share: null, last: null },
  ...more,
});
const last = (value: number | null, target = 30) => ({ target, value });

const EAST = { owner: { kind: 'department', id: 'D2' }, name: { 'zh-CN': '华东区', en: 'East' } } as const;

function model(rows: readonly DivisionRow[], more: Partial<BreakDownModel> = {}): BreakDownModel {
  const data = {
    ...{
      cycle: CYCLE,
      owner: EAST,
    },
    ...{ place: { sheetId: '2026-11:d-D2', objectiveId: 'o', keyResultId: 'k' }, title: '新增成交客户' },
    ...{ measure: raise(0, 120, '位'), rev: 1, today: '2026-11-16' as Day, hasOwnFigures: false, rows },
  } as const;
  return {
    ...{ sheetId: '2026-11:d-D2', id: 'k', objectiveId: 'n', data, way: 'hand', targets: {}, pasted: '' },
    ...{ unmatched: [], weight: '40', deadline: '2026-11-19' as Day, refused: [], changed: true },
    ...{ busy: false, failure: null },
    ...more,
  };
}

describe('lines pasted from a sheet', () => {
  const people = [
    { key: 'p-1', names: ['示例员工甲', 'Demo A', 'E0001'] },
    { key: 'p-2', names: ['示例员工乙', 'Demo B', 'E0002'] },
    { key: 'p-3', names: ['同名', 'E0003'] },
    { key: 'p-4', names: ['同名', 'E0004'] },
  ];

  it.each([
    ['cells apart by tabs', '示例员工甲\t38\n示例员工乙\t1,033.5', { 'p-1': '38', 'p-2': '1033.5' }],
    ['a number in a later column', '示例员工甲\t华东区\t38', { 'p-1': '38' }],
    ['commas', '示例员工甲,38\n示例员工乙，29', { 'p-1': '38', 'p-2': '29' }],
    ['numbers of people, another language', 'E0003 12\ndemo b: 7 位', { 'p-3': '12', 'p-2': '7' }],
    ['empty lines and spaces', '\n 示例员工 甲   38 \r\n\n', { 'p-1': '38' }],
  ] as const)('%s', (_name, text, targets) => {
    expect(readPasted(text, people, '位')).toEqual({ targets, unmatched: [] });
  });

  it('names what it cannot match: unknown, named twice, without a number, the same again', () => {
    const text = '谁\t5\n同名\t6\n示例员工甲\t很多\n示例员工乙\t7\n示例员工乙\t8';
    expect(readPasted(text, people, '位')).toEqual({
      targets: { 'p-2': '7' },
      unmatched: ['谁\t5', '同名\t6', '示例员工甲\t很多', '示例员工乙\t8'],
    });
  });

  const targetOf = (figure: string, unit: string) => readPasted(`示例员工甲${figure}`, people, unit).targets;

  it.each([
    [' 1.2万', '元', '12000'],
    ['\t1.2万', '元', '12000'],
    [',3亿', '元', '300000000'],
    [' 5千', '单', '5000'],
    [' 3k', '单', '3000'],
    [' 3K 单', '单', '3000'],
    [' 1.5m', '元', '1500000'],
    [' 1,200 单', '单', '1200'],
    ['：-3', '单', '-3'],
    [' １２．５ 万', '单', '125000'],
    [' ¥12,000', '元', '12000'],
    // Of a key result that is in ten thousands, 12 and 12万 are twelve of them, and yuan are converted.
    [' 12', '万元', '12'],
    [' 12万', '万元', '12'],
    [' 12万元', '万元', '12'],
    [' 5000元', '万元', '0.5'],
    [' 3千克', '千克', '3'],
    [' 12m', 'm', '12'],
    [' 2k', '小时', '2000'],
    [' 7', '', '7'],
  ])('a figure multiplies as it is written: "%s" in %s is %s', (figure, unit, target) => {
    expect(targetOf(figure, unit)).toEqual({ 'p-1': target });
  });

  it.each([
    [' 50%', '单'],
    ['\t50%', '单'],
    [' 50％', '元'],
    [' 12 个', '单'],
    [' 12 笔', '单'],
    [' 12元', '单'],
    [' ¥12', '单'],
    [' $12', '元'],
    [' 12 单', ''],
    [' 12m', '小时'],
    [' 12天', '工作日'],
    [' 12 单左右', '单'],
    [' 10-12', '单'],
    [' 5, 3', '单'],
    [',1,20', '单'],
    ['\t38\t40', '单'],
    ['\t50%\t12', '单'],
    [' 12345.6元', '万元'],
    [' 999亿', '元'],
  ])('a figure that may be another one is not taken: "%s" in %s', (figure, unit) => {
    expect(readPasted(`示例员工甲${figure}`, people, unit)).toEqual({
      ...{ targets: {}, unmatched: [`示例员工甲${figure}`] },
    });
  });

  it('names a line that is too long by its beginning, and what may have been cut off at the end', () => {
    const long = `示例员工甲${' '.repeat(300)}5`;
    expect(readPasted(`${long}\n示例员工乙 7`, people, '单')).toEqual({
      targets: { 'p-2': '7' },
      unmatched: [`示例员工甲${' '.repeat(35)}…`],
    });
    const cut = `示例员工乙 7${'\n'.repeat(10_000 - 7 - 8)}示例员工甲 1200`;
    // What the text area of 10,000 characters keeps of it.
    const full = cut.slice(0, 10_000);
    expect(full.endsWith(' 12')).toBe(true);
    const read = readPasted(full, people, '单');
    expect(read.targets).toEqual({ 'p-2': '7' });
    expect(read.unmatched.at(-1)).toBe('示例员工甲 12');
  });

  it.each([' ', ',', '1,', '\t', '1 '])(
    'takes as long as the text is, whatever it is full of: "%s"',
    (piece) => {
      const timeOf = (text: string): number => {
        const from = performance.now();
        for (let times = 0; times < 5; times += 1) readPasted(text, people, '单');
        return performance.now() - from;
      };
      const text = `示例员工甲${piece.repeat(10_000)}`.slice(0, 9_999);
      timeOf(text);
      // It was 3.5 seconds.
      expect(timeOf(text)).toBeLessThan(500);
    },
  );
});

describe('dividing a target', () => {
  const four = [
    row('1', { last: last(32) }),
    row('2', { last: last(28) }),
    row('3', { last: last(24) }),
    row('4'),
  ];

  it('by the last cycle gives a newcomer half of the mean, evenly the same to all, both exactly', () => {
    expect(proposed(model(four), 'last')).toEqual({ 'p-1': '39', 'p-2': '34', 'p-3': '30', 'p-4': '17' });
    expect(proposed(model(four), 'even')).toEqual({ 'p-1': '30', 'p-2': '30', 'p-3': '30', 'p-4': '30' });
  });

  it('leaves alone who has a share, and divides what is left of the whole', () => {
    const rows = [row('1', { share: { target: 60, state: 'confirmed' } }), row('2'), row('3')];
    const divided = model(rows, { targets: proposed(model(rows), 'even') });
    expect(divided.targets).toEqual({ 'p-2': '30', 'p-3': '30' });
    expect(totalOf(divided)).toEqual({ sum: 120, whole: 120, left: 0 });
    expect(chosenRows(divided).map(({ target }) => target)).toEqual([30, 30]);
  });

  it.each([
    [
      { 'p-1': '38', 'p-2': '33', 'p-3': '29', 'p-4': '14' },
      '114 / 120\u00a0位',
      '还差 6\u00a0位 没有分下去',
      'warn',
    ],
    [{ 'p-1': '120' }, '120 / 120\u00a0位', '正好分完', 'ok'],
    [{ 'p-1': '123' }, '123 / 120\u00a0位', '超出 3\u00a0位', 'bad'],
  ] as const)('shows the sum of %j against the whole', (targets, text, note, tone) => {
    expect(breakDownView(model(four, { targets }), zh).total).toMatchObject({ text, note, tone });
  });

  it('is filled up in proportion to what is there', () => {
    const short = model(four, { targets: { 'p-1': '40', 'p-2': '20', 'p-3': '' } });
    expect(filledUp(short)).toEqual({ 'p-1': '80', 'p-2': '40', 'p-3': '' });
  });

  it.each([
    [{}, {}, 'needRows'],
    [{ targets: { 'p-1': '12x' } }, {}, 'needNumber'],
    [{ targets: { 'p-1': '12' }, weight: '0' }, {}, 'needWeight'],
    [{ targets: { 'p-1': '12' }, weight: '2.5' }, {}, 'needWeight'],
    [{ targets: { 'p-1': '12', 'p-2': '-3' } }, {}, 'wrongWay'],
    [{ targets: { 'p-1': '12' } }, {}, null],
  ] as const)('with %j is not sent: %s', (more, _none, problem) => {
    expect(problemOf(model(four, more))).toBe(problem);
    expect(breakDownView(model(four, more), zh).ready).toBe(problem === null);
  });
});

describe('the page of a division', () => {
  it('is loading, failed, empty or there', () => {
    expect(breakDownView(model([], { data: null }), zh).mode).toBe('loading');
    expect(breakDownView(model([], { data: null, failure: OFFLINE }), zh).mode).toBe('error');
    expect(breakDownView(model([]), zh).mode).toBe('empty');
    expect(breakDownView(model([row('1')]), zh).mode).toBe('ready');
  });

  it('says what is divided, what each had last time, and what could not be matched', () => {
    const shown = breakDownView(
      model([row('1', { last: last(32) }), row('2', { last: last(null) }), row('3')], {
        unmatched: ['谁 5'],
      }),
      en,
    );
    expect(shown).toMatchObject({ title: '新增成交客户 120\u00a0位', unmatched: 'Not matched: 谁 5' });
    expect(shown.rows.map((each) => each.last)).toEqual([
      'Last time 32\u00a0位 of 30\u00a0位',
      'Last time – of 30\u00a0位',
      'No last time: half of the mean',
    ]);
  });

  it('names who was not pushed to, and why', () => {
    const refused = [{ owner: { kind: 'person', id: '1' }, why: 'full' }] as const;
    expect(breakDownView(model([row('1')], { refused }), zh).refused).toMatchObject([
      { text: '员工1没有推送成功：待确认的目标太多了' },
    ]);
  });
});
