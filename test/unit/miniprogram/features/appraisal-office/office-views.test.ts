import type { AppraisalCycle, CycleAmendment } from '#contracts/appraisal-cycle';
import type { CycleProgress, DryRun, OpenCycle } from '#contracts/appraisal-cycles';
import type { Day, Instant } from '#contracts/common';
import {
  type AmendModel,
  changeOf,
  isReady,
  loaded,
} from '../../../../../miniprogram/features/appraisal-office/pages/amend/amend.model';
import { amendView } from '../../../../../miniprogram/features/appraisal-office/pages/amend/amend.view';
import { checkView } from '../../../../../miniprogram/features/appraisal-office/pages/check/check.view';
import { cycleView } from '../../../../../miniprogram/features/appraisal-office/pages/cycle/cycle.view';
import { appraisalsView } from '../../../../../miniprogram/features/appraisal-office/pages/cycles/cycles.view';
import { questionnaireView } from '../../../../../miniprogram/features/appraisal-office/pages/questionnaire/questionnaire.view';
import { questionnairesView } from '../../../../../miniprogram/features/appraisal-office/pages/questionnaires/questionnaires.view';
import { stateView } from '../../../../../miniprogram/features/appraisal-office/pages/state/state.view';
import '../../../../../miniprogram/features/appraisal-office/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const said = (zhText: string, enText: string) => ({ 'zh-CN': zhText, en: enText });
const person = (id: string, name = `员工${id}`) => ({ id, name, nameEn: `Person ${id}` });
const FAILED = { code: 'TIMEOUT', data: {}, requestId: '' } as never;

const CYCLE: OpenCycle & { readonly rev: number } = {
  ...{ id: 'a-2026-11', title: said('11月考核', 'November'), state: 'running', rev: 3 },
  ...{ from: '2026-11-01' as Day, to: '2026-11-30' as Day, goalCycleId: '2026-11' },
  parts: [
    { id: 'kpi', kind: 'kpi', name: said('业绩指标', 'KPIs'), share: 70 },
    { id: 'peer', kind: 'peer', name: said('同事评估', 'Peers'), share: 30 },
    { id: 'self', kind: 'self', name: said('自评', 'Self'), share: 0 },
  ] as never,
  relations: ['self', 'manager', 'peer', 'customer'],
  ...{
    peersUntil: '2026-12-03' as Day,
    confirmUntil: '2026-12-07' as Day,
    answersUntil: '2026-12-14' as Day,
  },
  ...{ threshold: 4, appealDays: 5, isIn: true },
};

describe('what everybody sees of an appraisal', () => {
  const row = (more: Partial<OpenCycle> = {}, t = zh) =>
    stateView({ cycles: [{ ...CYCLE, ...more }], failure: null }, t).cycles[0];

  test('while it runs: what counts, who is asked and who of them is anonymous, each last day', () => {
    expect(row()).toMatchObject({
      ...{ now: '正在填写', isIn: '你在这一期里', counts: '业绩指标 70%、同事评估 30%' },
      asked: '自评、主管、同事、客户',
      days: ['选同事，到 12月3日 周四', '主管确认同事，到 12月7日 周一', '填写，到 12月14日 周一'],
      anonymous: '同事、客户匿名：至少 4 人评了才显示，看不到是谁写的',
      appeal: '公布后 5 个工作日内可以申诉',
    });
  });

  test('once answers are over only that is said, and without groups nothing about being anonymous', () => {
    const over = row({ state: 'calibration', relations: ['manager'], isIn: false });
    expect(over).toMatchObject({
      now: '主管和人事正在校准等级',
      days: ['已在 12月14日 周一 截止'],
      anonymous: '',
    });
    expect(over?.isIn).toBe('你不在这一期里');
    expect(row({ isIn: false })?.isIn).toBe('你不在这一期里，可能会请你评别人');
    expect(row({ relations: [], threshold: null })?.asked).toBe('不用人来评');
    expect(row({ state: 'calibration' }, en)?.now).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('without an appraisal, before it is loaded, and after a failure', () => {
    expect(stateView({ cycles: null, failure: null }, zh).mode).toBe('loading');
    expect(stateView({ cycles: null, failure: FAILED }, zh)).toMatchObject({ mode: 'error' });
    expect(stateView({ cycles: [], failure: null }, zh)).toMatchObject({ mode: 'ready', cycles: [] });
  });
});

test('the list of HR says until when only of a cycle that is answered', () => {
  const draft = { ...CYCLE, id: 'a-2026-12', state: 'draft' as const };
  const { cycles } = appraisalsView({ cycles: [draft, CYCLE], failure: null }, zh);
  expect(cycles.map(({ state, until }) => [state, until])).toEqual([
    ['草稿', ''],
    ['填写中', '填写截止：12月14日 周一'],
  ]);
});

describe('the look ahead of HR', () => {
  const RESULT: DryRun = {
    ...{ cycle: CYCLE, people: 40, reviews: 320 },
    departments: [
      { name: said('销售', 'Sales'), people: 30 },
      { name: said('运营', 'Operations'), people: 10 },
    ],
    gaps: [
      { kind: 'no-goals', count: 2, people: [person('E1'), person('E2')] },
      {
        kind: 'no-manager',
        count: 9,
        people: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7'].map((id) => person(id)),
      },
    ],
    missing: [{ part: said('同事评估', 'Peers'), people: 3 }],
    past: {
      ...{ cycleId: 'a-2026-10', title: said('10月考核', 'October'), scored: 38, ungraded: 2 },
      distribution: {
        grades: [{ grade: 'A', count: 8, share: 21.1, advised: 7 }],
      } as never,
    },
  };
  const view = (more: Partial<DryRun> = {}, t = zh) =>
    checkView({ cycleId: CYCLE.id, result: { ...RESULT, ...more }, busy: false, failure: null }, t);

  test('names who is missing something, the first six of many', () => {
    expect(view().gaps).toEqual([
      { kind: 'no-goals', title: '2 人在这个周期没有目标', names: '员工E1、员工E2' },
      {
        kind: 'no-manager',
        title: '9 人没有主管',
        names: '员工E1、员工E2、员工E3、员工E4、员工E5、员工E6 等 9 人',
      },
    ]);
    expect(view().missing).toEqual(['按现在的情况，「同事评估」有 3 人没有得分，其余部分按比例补足']);
  });

  test('grades the scores of the last cycle under the new shares, with the advice beside', () => {
    expect(view()).toMatchObject({
      past: '如果大家得分和「10月考核」一样 · 有 38 人那时有得分 · 2 人得分太少，没有等级',
      grades: [{ grade: 'A', count: '8 人，21.1%', advised: '建议 7 人', width: 21 }],
      departments: [{ width: 75 }, { width: 25 }],
    });
    expect(view({ past: null })).toMatchObject({ grades: [], past: expect.stringContaining('还没有打过分') });
  });

  test('a cycle without people cannot be started, and the threshold is said where somebody is asked', () => {
    expect(view().canStart).toBe(true);
    expect(view({ people: 0 }).canStart).toBe(false);
    expect(view().facts[1]?.text).toBe('谁来评：自评、主管、同事、客户 · 4 人起显示');
    const nobody = { ...CYCLE, relations: [], threshold: null };
    expect(view({ cycle: nobody }).facts[1]?.text).toBe('谁来评：不用人来评');
  });
});

describe('a cycle that runs', () => {
  const AMENDED: CycleAmendment = {
    ...{ at: Date.parse('2026-12-01T10:00:00+08:00') as Instant, by: person('E46', '李静') },
    ...{ what: 'scheme', reason: '同事评估来不及', people: null },
    changes: [{ field: 'peer', from: '30', to: '10' }],
  } as never;
  const PROGRESS: CycleProgress = {
    ...{ cycle: CYCLE, people: 40, lateCount: 3 },
    duties: [{ duty: 'answers', asked: 320, answered: 240, until: CYCLE.answersUntil, late: 2 } as never],
    departments: [{ id: 'D1', name: said('销售', 'Sales'), late: 3 }],
    late: [
      {
        person: person('E1'),
        departmentId: 'D1',
        duties: [
          { duty: 'peers', open: 1 },
          { duty: 'answers', open: 4 },
        ],
      },
    ],
    amendments: [AMENDED],
  };
  const view = (more: Partial<CycleProgress> = {}, t = zh) =>
    cycleView(
      { cycleId: CYCLE.id, progress: { ...PROGRESS, ...more }, ending: false, busy: false, failure: null },
      t,
    );

  test('says how far each duty is and what somebody owes, and never about whom', () => {
    expect(view()).toMatchObject({
      duties: [{ name: '评估', done: '240 / 320', width: 75, until: '12月14日 周一 截止' }],
      late: [{ name: '员工E1', owes: '选同事 1 项、评估 4 项' }],
      lateMore: '共 3 人，这里显示 1 人',
      departments: [{ name: '销售', count: '3 人', width: 100 }],
    });
  });

  test('with nobody late says so; after the answers it says what comes next', () => {
    expect(view({ late: [], lateCount: 0 })).toMatchObject({
      hasLate: false,
      lateText: '都完成了',
      lateMore: '',
    });
    const after = view({ cycle: { ...CYCLE, state: 'calibration' }, duties: [], late: [], lateCount: 0 });
    expect(after).toMatchObject({ isRunning: false, lateText: '' });
    expect(after.after).toContain('填写已结束');
    expect(view({ cycle: { ...CYCLE, state: 'starting' } }).starting).toContain('已完成 40 人');
  });

  test('keeps what was changed, by whom and why, in the words of the part', () => {
    expect(view().amendments).toMatchObject([
      {
        ...{ what: '占比', by: '李静 · 12月1日 周二 10:00', reason: '同事评估来不及' },
        changes: ['同事评估：30% → 10%'],
      },
    ]);
    expect(view({}, en).amendments[0]).toMatchObject({ changes: ['Peers: 30% → 10%'] });
    const people = {
      ...AMENDED,
      what: 'people',
      changes: [],
      people: { added: ['E1', 'E2'], removed: ['E3'] },
    };
    expect(view({ amendments: [people as never] }).amendments[0]?.changes).toEqual([
      '加入 2 人',
      '移出 1 人',
    ]);
    const days = {
      ...AMENDED,
      what: 'deadline',
      changes: [{ field: 'answersUntil', from: '2026-12-14', to: '2026-12-16' }],
    };
    expect(view({ amendments: [days as never] }).amendments[0]?.changes).toEqual([
      '填写截止：12月14日 周一 → 12月16日 周三',
    ]);
  });

  test('figures are entered only where a part is one', () => {
    expect(view().hasFigures).toBe(false);
    const figure = { id: 'exam', kind: 'figure', name: said('考试', 'Exam'), share: 0 } as never;
    expect(view({ cycle: { ...CYCLE, parts: [...CYCLE.parts, figure] } }).hasFigures).toBe(true);
  });
});

const STORED = {
  ...{ _id: CYCLE.id, title: CYCLE.title, from: CYCLE.from, to: CYCLE.to, state: 'running' },
  answersUntil: CYCLE.answersUntil,
  scheme: { parts: CYCLE.parts },
  review: {
    ...{ peersUntil: CYCLE.peersUntil, confirmUntil: CYCLE.confirmUntil },
    ...{ scale: { least: 1, most: 5 }, weights: { manager: 1, peer: 1 } },
    questionnaires: [
      {
        ...{ id: 'all', name: said('通用', 'Everybody'), jobs: [] },
        sections: [{ items: [{}, {}] }, { items: [{}] }],
      },
      {
        id: 'shop',
        name: said('店长', 'Shop managers'),
        jobs: ['店长', '副店长'],
        sections: [{ items: [{}] }],
      },
    ],
  },
} as unknown as AppraisalCycle;

describe('an amendment', () => {
  const START: AmendModel = {
    ...{ cycleId: CYCLE.id, cycle: null, what: 'deadline', days: null, title: said('', '') },
    ...{
      shares: {},
      add: [],
      remove: [],
      picking: null,
      reason: '',
      changed: false,
      busy: false,
      failure: null,
    },
  };
  const model = (more: Partial<AmendModel> = {}): AmendModel => ({
    ...START,
    ...loaded(START, STORED),
    ...more,
  });

  test('begins with what there is, and is sent with a reason only', () => {
    expect(amendView(START, zh).mode).toBe('loading');
    const view = amendView(model(), zh);
    expect(view.days.map(({ text }) => text)).toEqual(['12月3日 周四', '12月7日 周一', '12月14日 周一']);
    expect([
      isReady(model()),
      isReady(model({ reason: '  ' })),
      isReady(model({ reason: '节假日' })),
    ]).toEqual([false, false, true]);
    expect(isReady(model({ reason: '节假日', busy: true }))).toBe(false);
  });

  test('of shares sums to 100 first', () => {
    const wrong = model({ what: 'scheme', reason: 'x', shares: { kpi: '70', peer: '20', self: '0' } });
    expect(amendView(wrong, zh)).toMatchObject({
      sumTone: 'bad',
      ready: false,
      sum: '合计 90%，要正好 100%',
    });
    const right = { ...wrong, shares: { kpi: '80', peer: '20', self: '0' } };
    expect(amendView(right, zh)).toMatchObject({ sumTone: 'ok', ready: true });
    expect(changeOf(right)).toMatchObject({
      shares: [{ id: 'kpi', share: 80 }, { share: 20 }, { share: 0 }],
    });
    expect(changeOf({ ...wrong, shares: { kpi: '100', peer: '1000', self: 'x' } })).toBeNull();
  });

  test('of people names somebody, and of the name is not empty', () => {
    expect(changeOf(model({ what: 'people' }))).toBeNull();
    expect(changeOf(model({ what: 'people', add: [person('E9')] }))).toEqual({
      ...{ what: 'people', add: ['E9'], remove: [] },
    });
    expect(changeOf(model({ what: 'title', title: said(' ', 'x') }))).toBeNull();
  });

  test('what was typed stays when the cycle is loaded again', () => {
    const typed = model({ changed: true, shares: { kpi: '60' } });
    expect(loaded(typed, STORED)).toEqual({ cycle: STORED });
  });
});

describe('questionnaires of a cycle', () => {
  const view = (cycle: AppraisalCycle | null, failure: never | null = null) =>
    questionnairesView({ cycleId: CYCLE.id, cycle, failure }, zh);

  test('say for which posts they are, and that they are fixed once it runs', () => {
    expect(view(STORED)).toMatchObject({
      ...{ mode: 'ready', canAdd: false, scale: '评分 1 到 5 分' },
      note: expect.stringContaining('问卷固定'),
      rows: [
        { jobs: '其他所有岗位', size: '2 个部分，3 题' },
        { jobs: '店长、副店长', size: '1 个部分，1 题' },
      ],
    });
    expect(view({ ...STORED, state: 'draft' } as AppraisalCycle)).toMatchObject({ canAdd: true });
  });

  test('a cycle in which nobody is asked has none', () => {
    expect(view({ ...STORED, review: null } as AppraisalCycle).mode).toBe('none');
    expect([view(null).mode, view(null, FAILED).mode]).toEqual(['loading', 'error']);
  });

  test('one that was removed meanwhile is said to be gone', () => {
    const model = { cycle: STORED, form: null, id: 'old', language: 'zh-CN', openId: '' };
    expect(questionnaireView(model as never, zh)).toMatchObject({ mode: 'gone', ready: false, sections: [] });
  });
});
