import type { CycleState } from '#contracts/goal';
import type { TeamRow, TreeNode } from '#contracts/goals';
import { FULL } from '../../../../../miniprogram/common/goals/share';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import type { GoalsModel } from '../../../../../miniprogram/pages/goals/goals.model';
import { goalsView } from '../../../../../miniprogram/pages/goals/goals.view';
import { countBehind, teamRows } from '../../../../../miniprogram/pages/goals/team.view';
import { treeRows } from '../../../../../miniprogram/pages/goals/tree.view';
import { CYCLE, DAYS, home, NOON, OFFLINE, objective, PERSON, sheet } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');

const model = (more: Partial<GoalsModel> = {}): GoalsModel => ({
  ...{ home: home(), segment: 'mine', cycleId: '', team: null, levels: {}, failure: null, online: true },
  ...more,
});
const at = (progress: number | null, withData: number | null = progress) =>
  goalsView(model({ home: home({ sheet: sheet({ progress, withData }) }) }), zh).overall;

describe('the page of goals', () => {
  it.each([
    ['loading', { home: null }],
    ['error', { home: null, failure: OFFLINE }],
    ['no-cycle', { home: home({ cycle: null, cycles: [], sheet: null }) }],
    ['ready', {}],
  ] as const)('is %s', (mode, more) => {
    expect(goalsView(model(more), zh).mode).toBe(mode);
  });

  it.each([
    [null, false, ''],
    ['none', false, ''],
    ['missing', true, '未交'],
    ['handed-in', true, '待确认'],
    ['confirmed', true, '已确认'],
  ] as const)('with the closing review %s: shows it: %s, %s', (review, show, text) => {
    expect(goalsView(model({ home: home({ review }) }), zh).review).toMatchObject({ show, text });
  });

  it("offers a manager the team's closing reviews once the cycle is over", () => {
    const offered = (more: object) => goalsView(model({ home: home(more) }), zh).canReviewTeam;
    expect([
      offered({ hasTeam: true, review: 'none' }),
      offered({ hasTeam: true, review: null }),
      offered({ hasTeam: false, review: 'missing' }),
    ]).toEqual([true, false, false]);
  });

  it('keeps what it has when a later call fails, and says why', () => {
    const view = goalsView(model({ failure: OFFLINE }), zh);
    expect([view.mode, view.error]).toEqual(['ready', '']);
    expect(view.notice).not.toBe('');
    expect(goalsView(model({ home: null, failure: OFFLINE }), zh).error).toBe(view.notice);
  });

  it.each(['team', 'company'] as const)(
    'of a %s that has not come says why, and not that it is an old state',
    (segment) => {
      const view = goalsView(model({ segment, failure: OFFLINE, online: false }), zh);
      expect(view[segment === 'team' ? 'teamMode' : 'treeMode']).toBe('error');
      expect([view.mode, view.notice]).toEqual(['ready', '']);
      expect(view.error).not.toBe('');
    },
  );

  it('says that it is offline', () => {
    expect(goalsView(model({ online: false }), zh).notice).toBe(zh.t('offline.reading'));
  });

  it('shows the team to who has one', () => {
    const names = (hasTeam: boolean) =>
      goalsView(model({ home: home({ hasTeam }) }), zh).segments.map(({ text }) => text);
    expect(names(false)).toEqual(['我的', '公司']);
    expect(names(true)).toEqual(['我的', '团队', '公司']);
  });

  it('names the cycles to choose from', () => {
    const quarter = { ...CYCLE, id: '2026-Q4', kind: 'quarter' } as const;
    const year = { ...CYCLE, id: '2026', kind: 'year' } as const;
    const cycles = [quarter, CYCLE, year];
    expect(goalsView(model({ home: home({ cycles }) }), zh)).toMatchObject({
      cycles: ['2026年第4季度', '2026年11月', '2026年'],
      ...{ cycleIndex: 1, cycle: '2026年11月' },
    });
    expect(goalsView(model({ home: home({ cycles }) }), en).cycles).toEqual(['Q4 2026', 'Nov 2026', '2026']);
  });

  it.each<[CycleState, boolean, boolean, string]>([
    ['planned', true, false, ''],
    ['running', true, true, ''],
    ['closing', false, false, '这个周期已经结束，只能看'],
    ['closed', false, false, '这个周期已经结束，只能看'],
  ])('of a cycle that is %s can be edited: %s, reported: %s', (state, canEdit, canReport, notice) => {
    const view = goalsView(model({ home: home({ cycle: { ...CYCLE, state } }) }), zh);
    expect([view.canEdit, view.report.show, view.notice]).toEqual([canEdit, canReport, notice]);
  });

  it('of who may neither edit nor report offers nothing', () => {
    const closed = sheet({ canEdit: false, canReport: false });
    const view = goalsView(model({ home: home({ sheet: closed }) }), zh);
    expect([view.canEdit, view.report.show]).toEqual([false, false]);
  });

  it('invites to the report, and shows it once it is written', () => {
    expect(goalsView(model(), zh)).toMatchObject({
      report: { done: false, text: '' },
      text: { reportGo: '写日报', reportHint: '接待 50 位客户，成交 10 单' },
    });
    const report = { id: 'r', day: CYCLE.from, text: '成交 3 单', entries: [], at: NOON };
    expect(goalsView(model({ home: home({ report }) }), zh)).toMatchObject({
      report: { done: true, text: '成交 3 单' },
      text: { reportGo: '改日报', reportHint: '成交 3 单' },
    });
  });

  it.each([
    [[60], '目标权重合计 60%，还差 40%'],
    [[60, 40], ''],
    [[], ''],
  ])('with weights %j says "%s"', (weights, text) => {
    const objectives = weights.map((weight) => objective({ id: `o${weight}`, weight }));
    objectives.push(objective({ id: 'gone', weight: 50, state: 'dropped' }));
    const shown = goalsView(model({ home: home({ sheet: sheet({ objectives }) }) }), zh);
    expect(shown.weights).toBe(text);
    expect(shown.cards).toHaveLength(objectives.length);
  });

  it('is empty without an objective', () => {
    expect(goalsView(model({ home: home({ sheet: sheet({ objectives: [] }) }) }), zh).isEmpty).toBe(true);
    expect(goalsView(model(), zh).isEmpty).toBe(false);
  });
});

describe('the ring of the month', () => {
  it.each([
    [0.5 * FULL, '50%', 180, '', 'ok'],
    [0.25 * FULL, '25%', 90, '延迟 5 天', 'bad'],
    [0.4 * FULL, '40%', 144, '延迟 2 天', 'warn'],
    [FULL, '100%', 360, '提前 10 天', 'ok'],
  ])('at %d', (progress, percent, done, late, tone) => {
    expect(at(progress)).toEqual({
      ...{
        show: true,
        percent,
        done,
        mark: 180,
        expected: '按进度应为 50%',
        late,
        tone,
        left: '还剩 10 个工作日',
      },
    });
  });

  it('says nothing of lateness before anybody has reported', () => {
    expect(at(0, null)).toMatchObject({ percent: '0%', late: '', tone: 'ok' });
  });

  it('is not there without anything to measure', () => {
    expect(at(null)).toMatchObject({ show: false, percent: '', late: '' });
  });

  it('is over after the last workday, and has no mark without workdays', () => {
    const of = (days: typeof DAYS) =>
      goalsView(model({ home: home({ days, sheet: sheet({ progress: 0, withData: 0 }) }) }), zh).overall;
    expect(of({ workdays: 20, gone: 20 })).toMatchObject({ left: '已到期', mark: 360, late: '延迟 20 天' });
    expect(of({ workdays: 0, gone: 0 })).toMatchObject({ mark: 0, expected: '', late: '', tone: 'ok' });
  });
});

describe('the team', () => {
  const row = (id: string, more: Partial<TeamRow> = {}): TeamRow => ({
    ...{ person: { ...PERSON, id }, progress: 0.5 * FULL, hasData: true },
    ...{ lastAt: NOON, lowConfidence: false, waiting: 0, reminded: false },
    ...more,
  });
  const rows = [
    row('none', { progress: null, hasData: false, lastAt: null }),
    row('fine'),
    row('silent', { progress: 0, hasData: false, lastAt: null }),
    row('bad', { progress: 0.2 * FULL, lowConfidence: true }),
    row('late', { progress: 0.4 * FULL }),
  ];

  it('lists who is behind first, and who has nothing last', () => {
    const shown = teamRows(rows, DAYS, zh);
    expect(shown.map(({ id, tone, percent, late }) => [id, tone, percent, late])).toEqual([
      ['bad', 'bad', '20%', '延迟 6 天'],
      ['late', 'warn', '40%', '延迟 2 天'],
      ['fine', 'ok', '50%', ''],
      ['none', 'none', '', ''],
      ['silent', 'none', '0%', ''],
    ]);
    expect(countBehind(shown)).toBe(2);
  });

  it('says when somebody reported last, or that they never did', () => {
    expect(teamRows(rows, DAYS, zh).map(({ last }) => last)).toEqual([
      ...[
        '上次 11月16日 周一 12:00',
        '上次 11月16日 周一 12:00',
        '上次 11月16日 周一 12:00',
        '还没有目标',
        '没有填过',
      ],
    ]);
  });

  it('says who is not sure', () => {
    expect(teamRows(rows, DAYS, zh).map(({ tags }) => tags)).toEqual([
      [{ text: '有风险', tone: 'warn' }],
      ...[[], [], [], []],
    ]);
  });

  it('is read out with the name in the language', () => {
    expect(teamRows(rows, DAYS, en).map(({ label }) => label)).toEqual([
      'Li Mei · 20% · 6 days late',
      'Li Mei · 40% · 2 days late',
      'Li Mei · 50%',
      'Li Mei · No goals yet',
      'Li Mei · 0%',
    ]);
  });

  it.each([
    [null, 'loading', '都跟得上'],
    [[], 'empty', '都跟得上'],
    [rows, 'ready', '2 人落后'],
  ] as const)('summary', (list, teamMode, teamSummary) => {
    const team = list && { rows: list, days: DAYS };
    expect(goalsView(model({ team }), zh)).toMatchObject({ teamMode, teamSummary });
  });
});

describe('the tree', () => {
  const node = (sheetId: string, more: Partial<TreeNode> = {}): TreeNode => ({
    ...{ sheetId, objectiveId: 'o', owner: { kind: 'company' }, name: { 'zh-CN': '公司', en: 'Company' } },
    ...{ title: '销售额', progress: 0.4 * FULL, parts: 0, takes: true },
    rows: [
      { id: 'k', title: '新客', weight: 100, progress: 0.4 * FULL, hasData: true, parts: 2, takes: true },
    ],
    ...more,
  });
  const lines = (levels: GoalsModel['levels']) =>
    treeRows(levels, zh).map(({ kind, depth, title, percent, below, open }) => [
      ...[kind, depth, title, percent, below, open],
    ]);

  it('is loading, empty or there', () => {
    const mode = (levels: GoalsModel['levels']) => goalsView(model({ levels }), zh).treeMode;
    expect(mode({})).toBe('loading');
    expect(mode({ '': null })).toBe('loading');
    expect(mode({ '': { nodes: [], next: null } })).toBe('empty');
    expect(mode({ '': { nodes: [node('c')], next: null } })).toBe('ready');
  });

  it('opens what others count for, one level deeper', () => {
    const top = { nodes: [node('c')], next: null };
    const own = { nodes: [node('p', { title: '成交', rows: [] })], next: null };
    expect(lines({ '': top })).toEqual([
      ['objective', 0, '销售额', '40%', '', false],
      ['row', 0, '新客', '40%', '2 个下级', false],
    ]);
    expect(lines({ '': top, 'c/o/k': null })).toContainEqual(['loading', 1, '', '', '', false]);
    expect(lines({ '': top, 'c/o/k': own })).toEqual([
      ['objective', 0, '销售额', '40%', '', false],
      ['row', 0, '新客', '40%', '2 个下级', true],
      ['objective', 1, '成交', '40%', '', false],
    ]);
  });

  it('opens what is aligned to an objective as a whole above its key results', () => {
    const top = { nodes: [node('c', { parts: 1 })], next: null };
    const own = { nodes: [node('p', { title: '成交', rows: [] })], next: null };
    expect(lines({ '': top, 'c/o/': own }).map(([, depth, title]) => [depth, title])).toEqual([
      ...[
        [0, '销售额'],
        [1, '成交'],
        [0, '新客'],
      ],
    ]);
  });

  it('goes on where a long level ended', () => {
    const more = treeRows({ '': { nodes: [node('c')], next: 'p/o' } }, zh).at(-1);
    expect(more).toMatchObject({ kind: 'more', title: '再看一些', opens: '', cursor: 'p/o' });
  });

  it('opens nothing where nothing is below, and says so of what has no data', () => {
    const bare = node('c', {
      progress: null,
      rows: [{ id: 'k', title: '新客', weight: 100, progress: 0, hasData: false, parts: 0, takes: true }],
    });
    const [own, row] = treeRows({ '': { nodes: [bare], next: null } }, zh);
    expect(own).toMatchObject({ percent: '', opens: '', label: '销售额 · 公司' });
    expect(row).toMatchObject({ percent: '还没有数据', opens: '', width: 0, label: '新客 · 还没有数据' });
  });

  it('does not indent beyond the fifth level', () => {
    const levels: Record<string, GoalsModel['levels'][string]> = { '': { nodes: [node('s0')], next: null } };
    for (let level = 1; level <= 6; level += 1)
      levels[`s${level - 1}/o/k`] = { nodes: [node(`s${level}`)], next: null };
    const depths = treeRows(levels, zh)
      .filter(({ kind }) => kind === 'objective')
      .map(({ depth }) => depth);
    expect(depths).toEqual([0, 1, 2, 3, 4, 4, 4]);
  });
});
