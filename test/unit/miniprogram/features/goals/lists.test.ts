import '../../../../../miniprogram/features/goals/words/words';
import type { Day } from '#contracts/common';
import {
  type CyclesModel,
  cyclesView,
  remindAfterOf,
} from '../../../../../miniprogram/features/goals/pages/cycles/cycles.view';
import { type SheetModel, sheetView } from '../../../../../miniprogram/features/goals/pages/sheet/sheet.view';
import {
  type TeamDayModel,
  teamDayView,
} from '../../../../../miniprogram/features/goals/pages/team-day/team-day.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, DAYS, NOON, OFFLINE, PERSON, sheet } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const TODAY = '2026-11-16' as Day;

describe('the cycles, for HR', () => {
  const model = (more: Partial<CyclesModel> = {}): CyclesModel => ({
    ...{ cycles: [CYCLE], kind: 'month', day: TODAY, open: {}, reviews: {}, busy: false, failure: null },
    ...more,
  });

  it.each([
    ['planned', '未开始', false, 'info'],
    ['running', '进行中', true, 'ok'],
    ['closing', '正在结束', true, 'info'],
    ['closed', '已结束', false, 'info'],
  ] as const)('one that is %s reads %s, can be closed: %s', (state, text, canClose, tone) => {
    expect(cyclesView(model({ cycles: [{ ...CYCLE, state }] }), zh).cycles).toMatchObject([
      { name: '2026年11月', state: text, canClose, tone, left: '' },
    ]);
  });

  it('says which days it is of, and how many sheets are still open', () => {
    const [shown] = cyclesView(model({ open: { '2026-11': 120 } }), zh).cycles;
    expect(shown?.range).toBe('11月1日 周日 – 11月30日 周一');
    expect(shown?.left).toBe('正在结束，还有 120 份目标没有定下来');
    expect(cyclesView(model({ open: { '2026-11': 0 } }), zh).cycles[0]?.left).toBe('');
  });

  it('says how many closing reviews are not there once it was closed', () => {
    const [shown] = cyclesView(model({ reviews: { '2026-11': { missing: 3, waiting: 2 } } }), zh).cycles;
    expect(shown?.reviews).toBe('总结：3 人没交，2 份待确认；结束后 10 个工作日内还能交');
  });

  it.each([
    [{}, '5 个工作日没有更新进展就提醒'],
    [{ remindAfter: 3 }, '3 个工作日没有更新进展就提醒'],
    [{ remindAfter: 0 }, '没有更新进展也不提醒'],
    [{ state: 'closed' }, ''],
  ] as const)('with %j says when people are reminded', (more, text) => {
    expect(cyclesView(model({ cycles: [{ ...CYCLE, ...more }] }), zh).cycles[0]?.remind).toBe(text);
  });

  it.each([
    ['３', 3],
    ['0', 0],
    ['31', null],
    ['2.5', null],
    ['', null],
    ['x', null],
  ])('reads "%s" typed as %s workdays', (typed, days) => {
    expect(remindAfterOf(typed)).toBe(days);
  });

  it('offers the kinds of a new one', () => {
    const of = (kind: CyclesModel['kind'], words = zh) =>
      cyclesView(model({ kind }), words).kinds.map(({ name, on }) => (on ? `[${name}]` : name));
    expect(of('quarter')).toEqual(['月', '[季]', '年']);
    expect(of('month', en)).toEqual(['[Month]', 'Quarter', 'Year']);
  });

  it('is loading, failed, or there', () => {
    expect(cyclesView(model({ cycles: null }), zh).mode).toBe('loading');
    expect(cyclesView(model({ cycles: null, failure: OFFLINE }), zh).mode).toBe('error');
    expect(cyclesView(model({ cycles: [] }), zh).mode).toBe('ready');
    expect(cyclesView(model({ failure: OFFLINE }), zh).error).not.toBe('');
  });
});

describe("somebody's goals", () => {
  const data = (more: object = {}, state: 'planned' | 'running' | 'closing' | 'closed' = 'running') => ({
    ...{ cycle: { ...CYCLE, state }, days: DAYS, sheet: sheet(more), review: null },
  });
  const view = (more: Partial<SheetModel>) =>
    sheetView({ sheetId: '2026-11:p-E0001', data: null, failure: null, ...more }, zh);

  it.each([
    ['loading', {}],
    ['error', { failure: OFFLINE }],
    ['empty', { data: data({ objectives: [] }) }],
    ['ready', { data: data() }],
  ] as const)('are %s', (mode, more) => {
    expect(view(more).mode).toBe(mode);
  });

  it('lead to the closing review once the cycle is over, for who may see it', () => {
    expect(view({ data: data() }).review).toBe('');
    expect(view({ data: { ...data(), review: 'none' } }).review).toBe('');
    expect(view({ data: { ...data(), review: 'handed-in' } }).review).toBe('待确认');
  });

  it('stay there when a later call fails, which is said above them', () => {
    const shown = view({ data: data(), failure: OFFLINE });
    expect([shown.mode, shown.error, shown.cards.length]).toEqual(['ready', '', 1]);
    expect(shown.notice).not.toBe('');
  });

  it.each([
    ['planned', true, true],
    ['running', true, true],
    ['running', false, false],
    ['closing', true, false],
    ['closed', true, false],
  ] as const)('of a cycle that is %s, by who may edit: %s, can be edited: %s', (state, canEdit, expected) => {
    expect(view({ data: data({ canEdit }, state) }).canEdit).toBe(expected);
  });
});

describe('what the team has reported of a day', () => {
  const written = { id: 'r', day: TODAY, text: '成交 3 单', entries: [], at: NOON };
  const rows = [
    { person: { ...PERSON, id: 'E1', name: '王', nameEn: 'Wang' }, report: null },
    { person: { ...PERSON, id: 'E2' }, report: written },
  ];
  const view = (more: Partial<TeamDayModel> = {}, words = zh) =>
    teamDayView(
      { cycleId: '2026-11', day: TODAY, today: TODAY, data: { rows }, failure: null, ...more },
      words,
    );

  it('begins with those who have written', () => {
    expect(view()).toMatchObject({
      ...{ mode: 'ready', day: '11月16日 周一', summary: '1 / 2 人写了日报' },
      rows: [
        { id: 'E2', name: '李梅', text: '成交 3 单', time: '12:00', quiet: false },
        { id: 'E1', name: '王', text: '没有写', time: '', quiet: true },
      ],
    });
  });

  it('is in English for who reads English', () => {
    expect(view({}, en)).toMatchObject({
      ...{ summary: '1 of 2 have reported' },
      rows: [{ name: 'Li Mei' }, { name: 'Wang', text: 'Nothing written' }],
    });
  });

  it.each([
    ['2026-11-15', false],
    ['2026-11-16', true],
    ['2026-11-17', true],
  ])('of %s is the last day: %s', (day, isLast) => {
    expect(view({ day: day as Day }).isLast).toBe(isLast);
  });

  it('is loading, failed, or empty', () => {
    expect(view({ data: null })).toMatchObject({ mode: 'loading', summary: '' });
    expect(view({ data: null, failure: OFFLINE }).mode).toBe('error');
    expect(view({ data: { rows: [] } }).mode).toBe('empty');
  });
});
