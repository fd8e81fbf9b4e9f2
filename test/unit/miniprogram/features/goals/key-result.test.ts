import '../../../../../miniprogram/features/goals/words/words';
import type { Instant } from '#contracts/common';
import type { Measure, Standing } from '#contracts/goal';
import type { CheckInView, KeyResultView } from '#contracts/goals';
import { standingAfter } from '../../../../../miniprogram/common/goals/progress';
import { noEvidence } from '../../../../../miniprogram/features/goals/evidence.model';
import { readFigure, usualMode } from '../../../../../miniprogram/features/goals/figure.model';
import type { KeyResultModel } from '../../../../../miniprogram/features/goals/pages/key-result/key-result.model';
import { keyResultView } from '../../../../../miniprogram/features/goals/pages/key-result/key-result.view';
import { sheetIn } from '../../../../../miniprogram/features/goals/place-in';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, DAYS, keyResult, NOON, OFFLINE, objective, PERSON, raise, sheet } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const STEPS: Measure = {
  kind: 'milestones',
  milestones: [
    { id: 'a', title: '选址', weight: 30 },
    { id: 'b', title: '开业', weight: 70 },
  ],
};
const LIMIT: Measure = { kind: 'keep-below', limit: 3, unit: '起' };
const draft = (typed: string, mode: 'set' | 'add' = 'set', done: readonly string[] = []) => ({
  ...{ typed, mode, done },
});

describe('a typed figure', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['12', 12],
    ['１２．５', 12.5],
    ['1,234.5', 1234.5],
    ['85%', 85],
    ['85％', 85],
    ['-3', -3],
    ['0.1234', 0.1234],
    // The words of the daily report.
    ['1.2万', 12_000],
    ['五十', 50],
    ['五', 5],
    ['两百三', 230],
    ['12 单', 12],
    ['-三', -3],
    ['fifty', 50],
  ])('"%s" is %s', (typed, value) => {
    const read = readFigure(keyResult(), draft(typed));
    expect(read).toEqual(value === null ? null : { entry: { keyResultId: 'deals', mode: 'set', value } });
  });

  it.each([
    ['viele', 'not-a-number'],
    ['三四十', 'not-a-number'],
    ['12 小时', 'not-a-number'],
    ['12 单 3', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['0.12345', 'too-many-decimals'],
    ['1234567890123456', 'out-of-range'],
    ['10000000001', 'out-of-range'],
    ['-10000000001', 'out-of-range'],
  ])('"%s" is refused: %s', (typed, problem) => {
    expect(readFigure(keyResult(), draft(typed))).toEqual({ problem });
  });

  it('of steps is those that are ticked, and none of them if none is', () => {
    const of = (done: readonly string[]) => readFigure(keyResult({ measure: STEPS }), draft('', 'add', done));
    expect(of(['b'])).toEqual({ entry: { keyResultId: 'deals', mode: 'set', value: 1, done: ['b'] } });
    expect(of([])).toEqual({ entry: { keyResultId: 'deals', mode: 'set', value: 0, done: [] } });
  });

  it.each([
    ['1', 1],
    ['0', 0],
  ])('of a yes or no is %s', (typed, value) => {
    const read = readFigure(keyResult({ measure: { kind: 'yes-no' } }), draft(typed, 'add'));
    expect(read).toEqual({ entry: { keyResultId: 'deals', mode: 'set', value } });
  });

  it.each<[Measure, 'add' | 'set']>([
    [raise(0, 20), 'add'],
    [raise(5, 20), 'set'],
    [raise(0, 100, '%'), 'set'],
    [raise(20, 0), 'set'],
    [LIMIT, 'set'],
    [{ kind: 'percent' }, 'set'],
  ])('of %j is usually given as %s', (measure, mode) => {
    expect(usualMode(keyResult({ measure }))).toBe(mode);
  });
});

describe('what a figure brings a key result to', () => {
  it.each<[string, Measure, Standing, 'add' | 'set', number, Standing]>([
    ['is added to what is there', raise(0, 20), { value: 14 }, 'add', 3, { value: 17 }],
    ['is added exactly', raise(0, 20), { value: 0.1 }, 'add', 0.2, { value: 0.3 }],
    ['is added to the start first', raise(5, 20), { value: null }, 'add', 3, { value: 8 }],
    ['replaces what is there', raise(0, 20), { value: 14 }, 'set', 3, { value: 3 }],
    [
      'counts inside of a limit',
      LIMIT,
      { value: 5, inside: 1, counted: 2 },
      'set',
      3,
      { value: 3, inside: 2, counted: 3 },
    ],
    ['counts outside of a limit', LIMIT, { value: null }, 'set', 4, { value: 4, inside: 0, counted: 1 }],
  ])('%s', (_, measure, before, mode, value, after) => {
    expect(standingAfter(measure, before, { mode, value })).toEqual(after);
  });

  it('is the steps that are done, in their order, and none that is gone', () => {
    const several = { mode: 'set', value: 3, done: ['gone', 'b', 'a'] } as const;
    expect(standingAfter(STEPS, { value: null }, several)).toEqual({ value: 2, done: ['a', 'b'] });
  });

  it('is one of the steps', () => {
    const entry = { keyResultId: 'deals', mode: 'set', value: 1, done: ['a'] } as const;
    expect(standingAfter(STEPS, { value: null }, entry)).toEqual({
      value: 1,
      done: ['a'],
    });
  });
});

describe('the page of a key result', () => {
  const checkIn = (more: Partial<CheckInView> = {}): CheckInView => ({
    ...{ id: 'c1', at: NOON, day: '2026-11-16' as never, by: PERSON, source: 'check-in' },
    entries: [{ keyResultId: 'deals', mode: 'add', value: 3 }],
    ...more,
  });
  const page = (
    own: Partial<KeyResultView>,
    more: Partial<KeyResultModel> = {},
    checkIns: CheckInView[] = [],
  ) => keyResultView(pageModel(own, more, checkIns), zh);
  const pageModel = (
    own: Partial<KeyResultView>,
    more: Partial<KeyResultModel>,
    checkIns: CheckInView[],
  ): KeyResultModel => ({
    ...{
      sheetId: '2026-11:p-E0001',
      today: '2026-11-23' as never,
      id: 'deals',
      draft: draft('', 'add'),
      confidence: null,
      note: '',
      evidence: noEvidence,
      key: 'k',
    },
    ...{ moved: null, busy: false, failure: null },
    data: {
      ...{ cycle: CYCLE, days: DAYS, checkIns },
      sheet: sheet({
        objectives: [objective({ keyResults: [keyResult({ standing: { value: 4 }, ...own })] })],
      }),
    },
    ...more,
  });

  it('says what the figure will bring it to', () => {
    expect(page({}, { draft: draft('3', 'add') })).toMatchObject({
      ...{ preview: '4 / 10\u00a0单 · 40% → 7 / 10\u00a0单 · 70%', ready: true, problem: '', unit: '单' },
    });
    expect(page({}, { draft: draft('3', 'set') }).preview).toBe(
      '4 / 10\u00a0单 · 40% → 3 / 10\u00a0单 · 30%',
    );
    expect(page({ standing: { value: null } }, { draft: draft('3', 'add') }).preview).toBe(
      '– / 10\u00a0单 → 3 / 10\u00a0单 · 30%',
    );
  });

  it.each([
    ['viele', '请填数字'],
    ['0.12345', '最多四位小数'],
    ['1234567890123456', '数字太大了'],
  ])('says what is wrong with "%s"', (typed, problem) => {
    expect(page({}, { draft: draft(typed) })).toMatchObject({ problem, ready: false, preview: '' });
  });

  it('cannot be sent empty, or twice', () => {
    expect(page({}).ready).toBe(false);
    expect(page({}, { draft: draft('3'), busy: true }).ready).toBe(false);
  });

  it.each([
    ['number', raise(0, 10)],
    ['number', LIMIT],
    ['number', { kind: 'percent' }],
    ['yes-no', { kind: 'yes-no' }],
    ['steps', STEPS],
  ] as const)('asks for %s', (input, measure) => {
    expect(page({ measure, standing: { value: null } }).input).toBe(input);
  });

  it('shows the steps and the answers that are chosen', () => {
    expect(
      page({ measure: STEPS, standing: { value: null } }, { draft: draft('', 'set', ['b']) }).steps,
    ).toEqual([
      { id: 'a', title: '选址', on: false },
      { id: 'b', title: '开业', on: true },
    ]);
    const answer = page({ measure: { kind: 'yes-no' }, standing: { value: null } }, { draft: draft('1') });
    expect(answer.choices).toEqual([
      { id: '1', name: '完成了', on: true },
      { id: '0', name: '还没完成', on: false },
    ]);
  });

  it.each(['sum', 'mean'] as const)('of what is worked out from others (%s) cannot be reported', (source) => {
    expect(page({ source }, { draft: draft('3') })).toMatchObject({
      ...{ canReport: false, ready: false, notice: '这个关键结果由下级汇总，不用自己填' },
    });
  });

  it('that is scored asks for no further figure, and says why', () => {
    const { data } = pageModel({}, {}, []);
    const scored = data && { ...data, sheet: { ...data.sheet, isScored: true as const } };
    expect(page({}, { data: scored, draft: draft('3') })).toMatchObject({
      ...{ canReport: false, ready: false, notice: '总结已经确认，打过分的数字不再改动' },
    });
    const others = scored && { ...scored, sheet: { ...scored.sheet, canReport: false } };
    expect(page({}, { data: others })).toMatchObject({ canReport: false, notice: '' });
  });

  it('of a cycle that is over can only be read', () => {
    const { data } = pageModel({}, {}, []);
    const closed = data && { ...data, cycle: { ...CYCLE, state: 'closed' as const } };
    expect(page({}, { data: closed, draft: draft('3') })).toMatchObject({ canReport: false, ready: false });
  });

  it('is loading, failed, or about what is not there any more', () => {
    expect(page({}, { data: null }).mode).toBe('loading');
    expect(page({}, { data: null, failure: OFFLINE }).mode).toBe('error');
    expect(page({}, { id: 'other' })).toMatchObject({ mode: 'gone', row: null, history: [], input: 'none' });
    expect(page({}, { failure: OFFLINE }).notice).not.toBe('');
  });

  it('lists what was reported, by whom, from where, and what can be taken back', () => {
    const at = (NOON - 3_600_000) as Instant;
    const { history } = page({}, {}, [
      checkIn({ canUndo: true, confidence: 'sure', note: '新店' }),
      checkIn({
        ...{ id: 'c2', at, source: 'report', undone: true },
        entries: [{ keyResultId: 'deals', mode: 'set', value: 2, words: '成交 2 单' }],
      }),
      checkIn({ id: 'c3', source: 'CRM' }),
    ]);
    expect(history).toEqual([
      {
        ...{ id: 'c1', title: '增加 3\u00a0单', when: '11月16日 周一 12:00 · 李梅 · 很稳', note: '新店' },
        ...{ undone: false, canUndo: true, files: [] },
      },
      {
        ...{
          id: 'c2',
          title: '改为 2\u00a0单',
          when: '11月16日 周一 11:00 · 李梅 · 日报',
          note: '“成交 2 单”',
        },
        ...{ undone: true, canUndo: false, files: [] },
      },
      {
        ...{ id: 'c3', title: '增加 3\u00a0单', when: '11月16日 周一 · 来自 CRM', note: '' },
        ...{ undone: false, canUndo: false, files: [] },
      },
    ]);
  });

  it.each([
    [1, '改为 已完成'],
    [0, '改为 未完成'],
  ])('reads a %d of a yes or no as an answer', (value, title) => {
    const entries = [{ keyResultId: 'deals', mode: 'set', value }] as const;
    const own = { measure: { kind: 'yes-no' }, standing: { value } } as const;
    expect(page(own, {}, [checkIn({ entries })]).history[0]?.title).toBe(title);
  });

  it('says in English what moved with it', () => {
    const owner = { owner: { kind: 'company' }, name: { 'zh-CN': '公司', en: 'Company' } } as const;
    const moved = {
      rev: 2,
      isLate: true,
      moved: [{ owner, before: 710_000_000, after: 730_000_000 }],
    } as const;
    expect(keyResultView(pageModel({}, { moved }, []), en)).toMatchObject({
      moved: [{ name: 'Company', text: '71% → 73%' }],
      movedLater: 'What is above follows within minutes',
    });
  });
});

it.each([
  ['2026-11:p-E0012', '2026-11', { kind: 'person', id: 'E0012' }],
  ['2026-Q4:d-east-1', '2026-Q4', { kind: 'department', id: 'east-1' }],
  ['2026:c', '2026', { kind: 'company' }],
])('the link to %s opens its sheet', (id, cycleId, owner) => {
  expect(sheetIn(id)).toEqual({ cycleId, owner });
});
