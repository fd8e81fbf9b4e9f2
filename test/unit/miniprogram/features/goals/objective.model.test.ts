import '../../../../../miniprogram/features/goals/words/words';
import type { KeyResult, Measure, SheetOwner } from '#contracts/goal';
import type { TreeNode } from '#contracts/goals';
import {
  checked,
  draftOf,
  hasDependents,
  type KeyResultDraft,
  type ObjectiveModel,
  takenAway,
} from '../../../../../miniprogram/features/goals/pages/objective/objective.model';
import {
  dependentLines,
  objectiveView,
} from '../../../../../miniprogram/features/goals/pages/objective/objective.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, DAYS, keyResult, OFFLINE, objective, raise, sheet } from '../../support/goals';

const zh = wordsIn('zh-CN');
const typed = (more: Partial<KeyResultDraft> = {}): KeyResultDraft => ({
  ...{ id: 'k1', title: '成交单数', kind: 'metric', source: 'own', start: '0', target: '10' },
  ...{ limit: '', unit: '单', weight: '100', milestones: [], words: '' },
  ...more,
});
const step = (title: string, weight: string, id = title) => ({ id, title, weight });
const model = (more: Partial<ObjectiveModel> = {}): ObjectiveModel => ({
  ...{
    sheetId: '2026-11:p-E0001',
    objectiveId: 'own',
    isNew: true,
    sheet: sheet(),
    cycle: CYCLE,
    days: DAYS,
  },
  ...{ title: '多成交', weight: '100', alignedWeight: '0', alignedTo: [], keyResults: [typed()], reason: '' },
  ...{ nodes: null, choosing: false, changed: true, busy: false, failure: null },
  ...more,
});
const of = (...keyResults: KeyResultDraft[]) => ({ keyResults });

describe('an objective as it is typed', () => {
  it('is saved as it stands once nothing is missing', () => {
    expect(checked(model({ title: ' 多成交 ' }))).toEqual({
      ...{ problems: {}, sum: 100 },
      objective: {
        ...{ id: 'own', title: '多成交', weight: 100, alignedWeight: 0, alignedTo: [] },
        keyResults: [{ id: 'k1', title: '成交单数', weight: 100, source: 'own', measure: raise(0, 10) }],
      },
    });
  });

  it.each<[string, Partial<ObjectiveModel>, Record<string, string>]>([
    ['a title', { title: '  ' }, { title: 'needTitle' }],
    ['a weight', { weight: '' }, { weight: 'needNumber' }],
    ['a weight above 0', { weight: '0' }, { weight: 'needNumber' }],
    ['a weight up to 100', { weight: '101' }, { weight: 'needNumber' }],
    ['a whole weight', { weight: '33.3' }, { weight: 'needNumber' }],
    ['a weight in digits', { weight: 'viel' }, { weight: 'needNumber' }],
    ['what is aligned in digits', { alignedWeight: '-1' }, { alignedWeight: 'needNumber' }],
    ['the name of a key result', of(typed({ title: ' ' })), { k1: 'needKeyResult' }],
    ['a target', of(typed({ target: '' })), { k1: 'needNumber' }],
    ['a start', of(typed({ start: 'x' })), { k1: 'needNumber' }],
    ['a start that is not the target', of(typed({ start: '10' })), { k1: 'sameStart' }],
    ['a target with four decimals at most', of(typed({ target: '0.12345' })), { k1: 'manyDecimals' }],
    ['a target that can be divided exactly', of(typed({ target: '10000000001' })), { k1: 'tooLarge' }],
    ['a limit', of(typed({ kind: 'keep-above' })), { k1: 'needNumber' }],
    [
      'a limit with four decimals at most',
      of(typed({ kind: 'keep-below', limit: '0.12345' })),
      { k1: 'manyDecimals' },
    ],
    ['a step', of(typed({ kind: 'milestones' })), { k1: 'needStep' }],
    [
      'the name of a step',
      of(typed({ kind: 'milestones', milestones: [step('', '100', 'a')] })),
      { k1: 'needStep' },
    ],
    [
      'steps that count',
      of(typed({ kind: 'milestones', milestones: [step('选址', '0'), step('开业', '100')] })),
      { k1: 'needStep' },
    ],
    [
      'steps that sum to 100',
      of(typed({ kind: 'milestones', milestones: [step('选址', '30'), step('开业', '60')] })),
      { k1: 'sum' },
    ],
    [
      'weights that sum to 100',
      of(typed({ weight: '60' }), typed({ id: 'k2', weight: '30' })),
      { weights: 'sum' },
    ],
    ['no more than eight other names', of(typed({ words: 'a b c d e f g h i' })), { k1: 'manyWords' }],
    ['other names of twenty characters', of(typed({ words: '单'.repeat(21) })), { k1: 'manyWords' }],
    ['key results that count', of(typed(), typed({ id: 'k2', weight: '0' })), { k2: 'needWeight' }],
    ['weights that sum to 100 with what is aligned', { alignedWeight: '20' }, { weights: 'sum' }],
    ['a reason, once the month has begun', { isNew: false }, { reason: 'needReason' }],
  ])('needs %s', (_, more, problems) => {
    expect(checked(model(more))).toMatchObject({ objective: null, problems });
    expect(Object.keys(checked(model(more)).problems)).toEqual(Object.keys(problems));
  });

  it.each<[string, Partial<ObjectiveModel>]>([
    ['nothing to measure yet', { keyResults: [] }],
    ['what is aligned alone', { keyResults: [], alignedWeight: '100' }],
    ['what is aligned and a key result', { ...of(typed({ weight: '40' })), alignedWeight: '60' }],
    ['a change before the month begins', { isNew: false, cycle: { ...CYCLE, state: 'planned' } }],
    ['a change with its reason', { isNew: false, reason: '换岗' }],
  ])('may have %s', (_, more) => {
    expect(checked(model(more)).problems).toEqual({});
    expect(checked(model(more)).objective).not.toBeNull();
  });

  it.each<[Partial<KeyResultDraft>, Measure]>([
    [
      { kind: 'keep-above', limit: '98.5', unit: ' % ' },
      { kind: 'keep-above', limit: 98.5, unit: '%' },
    ],
    [{ kind: 'percent' }, { kind: 'percent' }],
    [{ kind: 'yes-no' }, { kind: 'yes-no' }],
    [{ source: 'mean', target: '' }, { kind: 'percent' }],
    [
      { kind: 'milestones', milestones: [step('选址', '30'), step('开业', '70')] },
      {
        kind: 'milestones',
        milestones: [
          { id: '选址', title: '选址', weight: 30 },
          { id: '开业', title: '开业', weight: 70 },
        ],
      },
    ],
  ])('with %j is measured so', (more, measure) => {
    expect(checked(model(of(typed(more)))).objective?.keyResults[0]?.measure).toEqual(measure);
  });
});

describe('an objective that is opened again', () => {
  const known: Partial<KeyResult> = { words: ['签单'], source: 'outside' };
  const measures: Measure[] = [
    raise(5, 20.5),
    { kind: 'keep-below', limit: 3, unit: '起' },
    { kind: 'percent' },
    { kind: 'yes-no' },
    {
      kind: 'milestones',
      milestones: [
        { id: 'a', title: '选址', weight: 30, due: '2026-11-20' as never },
        { id: 'b', title: '开业', weight: 70 },
      ],
    },
  ];

  it.each(measures)('is saved as it was: %j', (measure) => {
    const own = objective({ keyResults: [keyResult({ measure, ...known })] });
    const again = checked(model({ ...draftOf(own), isNew: false, reason: '核对' }));
    const { id, title, weight, source, words } = own.keyResults[0] ?? keyResult();
    expect(again.objective?.keyResults).toEqual([{ id, title, weight, source, measure, words }]);
  });
});

describe('the other names of a key result', () => {
  const saved = (words: string) => checked(model(of(typed({ words })))).objective?.keyResults[0]?.words;

  it.each<[string, readonly string[] | undefined]>([
    ['签单， deal_count、订单;订单', ['签单', 'deal_count', '订单']],
    ['签单 deal_count　订单', ['签单', 'deal_count', '订单']],
    ['new  customers, deals', ['new customers', 'deals']],
    [' ，, ', undefined],
    ['', undefined],
  ])('typed as "%s" are saved as %j', (words, expected) => {
    expect(saved(words)).toEqual(expected);
  });

  it.each([
    [['签单', 'deal_count']],
    [['new customers']],
    [['new customers', 'deals']],
    [['a b c d e f g h i']],
  ])('are the same after they were opened again: %j', (words) => {
    const own = objective({ keyResults: [keyResult({ words })] });
    expect(checked(model(draftOf(own))).objective?.keyResults[0]?.words).toEqual(words);
  });

  it('are shown in their field, with what is wrong with them', () => {
    const [row] = objectiveView(model(of(typed({ words: 'a b c d e f g h i' }))), zh).rows;
    expect(row).toMatchObject({
      words: 'a b c d e f g h i',
      problem: '别名最多 8 个，每个不超过 20 字',
    });
  });
});

describe('the editor', () => {
  it('names what is missing only after a change', () => {
    const missing = { title: '', ...of(typed({ target: '' })) };
    expect(objectiveView(model({ ...missing, changed: false }), zh)).toMatchObject({
      ...{ problems: { title: '' }, rows: [{ problem: '' }], ready: false },
    });
    expect(objectiveView(model(missing), zh)).toMatchObject({
      ...{ problems: { title: '请填写目标' }, rows: [{ problem: '请填数字' }], ready: false },
    });
  });

  it('can be sent once it is whole', () => {
    expect(objectiveView(model(), zh)).toMatchObject({ ready: true, sum: '权重合计 100%', sumTone: 'ok' });
    expect(objectiveView(model({ busy: true }), zh).ready).toBe(false);
    expect(objectiveView(model({ changed: false }), zh).ready).toBe(false);
    expect(objectiveView(model(of(typed({ weight: '40' }))), zh)).toMatchObject({
      ...{ ready: false, sum: '权重合计 40%', sumTone: 'warn' },
    });
  });

  it.each([
    ['planned', true, false],
    ['running', true, true],
    ['closing', false, false],
    ['closed', false, false],
  ] as const)('in a cycle that is %s', (state, canEdit, needsReason) => {
    const view = objectiveView(model({ isNew: false, cycle: { ...CYCLE, state } }), zh);
    expect([view.canEdit, view.needsReason]).toEqual([canEdit, needsReason]);
  });

  it('asks for what belongs to how it is measured', () => {
    const asks = (more: Partial<KeyResultDraft>) => {
      const [row] = objectiveView(model(of(typed(more))), zh).rows;
      return [row?.isMeasured, row?.isMetric, row?.isLimit, row?.isSteps];
    };
    expect(asks({})).toEqual([true, true, false, false]);
    expect(asks({ kind: 'keep-above' })).toEqual([true, false, true, false]);
    expect(asks({ kind: 'milestones' })).toEqual([true, false, false, true]);
    expect(asks({ kind: 'yes-no' })).toEqual([true, false, false, false]);
    expect(asks({ source: 'mean' })).toEqual([false, false, false, false]);
  });

  it('adds up only what goes from a start to a target', () => {
    const [row] = objectiveView(model(of(typed({ source: 'sum' }))), zh).rows;
    expect(row?.kinds.map(({ id }) => id)).toEqual(['metric']);
  });

  it('names what it is aligned to, and what it can be aligned to', () => {
    const name = { 'zh-CN': '华东区', en: 'East' };
    const place = { sheetId: '2026-11:d-D2', objectiveId: 'team', keyResultId: 'sales' };
    const owner: SheetOwner = { kind: 'department', id: 'D2' };
    const node: TreeNode = {
      ...{ sheetId: place.sheetId, objectiveId: 'team', owner, name },
      ...{ title: '增长', progress: 0, parts: 0, takes: false },
      rows: [
        { id: 'sales', title: '销售额', weight: 50, progress: 0, hasData: false, parts: 0, takes: true },
        { id: 'calls', title: '自己填的', weight: 50, progress: 0, hasData: false, parts: 0, takes: false },
      ],
    };
    const alignedTo = [{ ...place, weight: 1 }];
    expect(objectiveView(model({ alignedTo, nodes: [node], offered: [node] }), zh)).toMatchObject({
      aligned: [{ text: '华东区“增长” → 销售额' }],
      // What somebody reports by hand cannot be counted for.
      options: [{ key: '2026-11:d-D2/team/sales', text: '华东区“增长” → 销售额', isKeyResult: false }],
    });
    expect(objectiveView(model({ nodes: [{ ...node, takes: true }] }), zh).options).toMatchObject([
      { key: '2026-11:d-D2/team/', text: '华东区“增长”', isKeyResult: false },
      { isKeyResult: true },
    ]);
    const above = [{ place, title: '销售额', owner: { owner: node.owner, name }, adds: 0 }];
    const told = model({ alignedTo, sheet: sheet({ objectives: [objective({ above })] }) });
    expect(objectiveView(told, zh).aligned[0]?.text).toBe('华东区“销售额”');
    expect(objectiveView(model({ nodes: [] }), zh).isChoiceEmpty).toBe(true);
  });

  it('is loading, or failed', () => {
    expect(objectiveView(model({ sheet: null }), zh).mode).toBe('loading');
    expect(objectiveView(model({ sheet: null, failure: OFFLINE }), zh).mode).toBe('error');
  });
});

describe('an objective that was pushed and agreed', () => {
  const by = { id: 'E0002', name: '王华', nameEn: 'Wang Hua' };
  const pushed = (more: object = {}) => sheet({ objectives: [objective({ pushedBy: by })], ...more });

  it('is read by its owner, who is told whom to ask', () => {
    const view = objectiveView(model({ isNew: false, sheet: pushed() }), zh);
    expect(view).toMatchObject({
      canEdit: false,
      fixed: '这个目标由王华推送、双方已确认，要改请找王华或人事',
    });
    expect(objectiveView(model({ sheet: pushed() }), wordsIn('en')).fixed).toContain('Ask Wang Hua or HR');
  });

  it('is changed by who is above', () => {
    const above = pushed({ canEdit: false, canReport: false, canPush: true });
    expect(objectiveView(model({ sheet: above }), zh)).toMatchObject({ canEdit: true, fixed: '' });
  });

  it('leaves the others to their owner, until the review is handed in', () => {
    expect(objectiveView(model(), zh)).toMatchObject({ canEdit: true, fixed: '' });
    const above = sheet({ canEdit: false, canReport: false, canPush: true });
    expect(objectiveView(model({ sheet: above }), zh)).toMatchObject({ canEdit: false, fixed: '' });
    const scored = model({ sheet: sheet({ canEdit: false }), review: 'handed-in' });
    expect(objectiveView(scored, zh).fixed).toBe('总结已经交了，这个周期的目标和权重不能再改');
  });
});

describe('what others count for', () => {
  const parts = (more: object) => keyResult({ id: 'mean', source: 'mean', parts: 2, ...more });
  const stored = (more: object = {}) =>
    sheet({ objectives: [objective({ keyResults: [parts({})], alignedWeight: 20, parts: 1, ...more })] });
  const edited = (of: ReturnType<typeof sheet>, more: object) =>
    model({ sheet: of, objectiveId: 'own', alignedWeight: '20', ...draftRows(of), ...more });
  const draftRows = (of: ReturnType<typeof sheet>) => {
    const { keyResults } = draftOf(of.objectives[0] as never);
    return { keyResults };
  };

  it('is taken away with its key result, by reporting it instead, and by giving it no weight', () => {
    const of = stored();
    const [row] = draftRows(of).keyResults;
    expect(takenAway(edited(of, {}))).toEqual([]);
    expect(takenAway(edited(of, { keyResults: [] }))).toEqual(['mean']);
    expect(takenAway(edited(of, { keyResults: [{ ...row, source: 'own' }] }))).toEqual(['mean']);
    expect(takenAway(edited(of, { alignedWeight: '0' }))).toEqual([null]);
    expect([hasDependents(edited(of, {})), hasDependents(edited(sheet(), {}))]).toEqual([true, false]);
  });

  it('is named before, as far as it is taken away', () => {
    const name = { 'zh-CN': '王强', en: 'Wang Qiang' };
    const row = {
      owner: { kind: 'person', id: 'E0009' },
      name,
      title: '多成交',
      keyResultId: 'mean',
    } as const;
    const lines = (keys: readonly (string | null)[] | null, more = 0) =>
      dependentLines({ rows: [row], more }, keys, zh).split('\n');
    expect(lines(['mean'], 3)).toEqual([
      '王强“多成交”',
      '还有 3 个',
      '继续后，这些目标不再计入，他们会收到消息',
    ]);
    expect(lines(null)).toHaveLength(2);
    expect(lines(['another'])).toEqual(['']);
  });

  it('waits for consent, is refused or gone, and the editor says so', () => {
    const place = { sheetId: '2026-11:d-D2', objectiveId: 'team' };
    const owner = {
      owner: { kind: 'department', id: 'D2' },
      name: { 'zh-CN': '华东区', en: 'East' },
    } as const;
    const shown = (state: 'waiting' | 'declined' | 'gone' | undefined) => {
      const above = [{ place, title: '增长', owner, adds: 0, ...(state && { state }) }];
      const of = sheet({ objectives: [objective({ above })] });
      return objectiveView(model({ sheet: of, objectiveId: 'own', alignedTo: [{ ...place, weight: 1 }] }), zh)
        .aligned[0]?.state;
    };
    expect(shown('waiting')).toBe('等对方同意，同意前不计入');
    expect(shown('declined')).toBe('对方没有同意，不计入');
    expect(shown('gone')).toBe('它已不再计算，不计入');
    expect(shown(undefined)).toBe('');
    const sent = checked(
      model({ alignedTo: [{ ...place, weight: 1, counts: false, consent: { note: 'x' } as never }] }),
    );
    expect(sent.objective?.alignedTo).toEqual([{ ...place, weight: 1 }]);
  });
});
