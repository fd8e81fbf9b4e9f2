import '../../../../../miniprogram/features/office/words/words';
import type { Day, Language } from '#contracts/common';
import type { PresenceState, TeamMember } from '#contracts/team';
import {
  noTeam,
  type TeamModel,
  teamView,
  treeOf,
} from '../../../../../miniprogram/features/office/pages/team/team.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at, OFFSET, punchAt, shift } from '../../support/today';

const member = (n: number, state: PresenceState, more: Partial<TeamMember> = {}): TeamMember => ({
  id: `E${n}`,
  name: `示例${n}`,
  nameEn: `Sample ${n}`,
  day: '2026-11-23' as Day,
  state,
  lateMinutes: 0,
  shift,
  firstIn: null,
  lastOut: null,
  ...more,
});
const model = (more: Partial<TeamModel> = {}): TeamModel => ({
  ...noTeam,
  members: [member(1, 'in', { firstIn: punchAt('in', '08:52') })],
  at: at('09:20'),
  utcOffset: OFFSET,
  ...more,
});
const view = (more: Partial<TeamModel> = {}, language: Language = 'zh-CN') =>
  teamView(model(more), wordsIn(language));
const failure = { code: 'TIMEOUT', data: {}, requestId: '' } as const;

describe('a row', () => {
  it('says where somebody is, since when, and what is owed', () => {
    expect(view().rows).toEqual([
      {
        id: 'E1',
        name: '示例1',
        state: '在岗',
        tone: 'ok',
        seen: '08:52 上班',
        late: '',
        plan: '白班 09:00–18:00',
        label: '示例1，在岗，08:52 上班 · 白班 09:00–18:00',
      },
    ]);
  });

  it('tells who came late from who is late and not here', () => {
    const members = [
      member(1, 'in', { firstIn: punchAt('in', '09:42'), lateMinutes: 12 }),
      member(2, 'late', { lateMinutes: 75 }),
    ];
    expect(view({ members }).rows.map(({ state, tone, late }) => [state, tone, late])).toEqual([
      ['在岗', 'ok', '迟到 12 分钟'],
      ['未到', 'bad', '已迟 1 小时 15 分钟'],
    ]);
    expect(view({ members }, 'en').rows.map(({ name, late }) => [name, late])).toEqual([
      ['Sample 1', '12 min late'],
      ['Sample 2', '1 h 15 min overdue'],
    ]);
  });

  it('of a night shift names the next day; a day off has no shift', () => {
    const night = { ...shift, name: { 'zh-CN': '夜班', en: 'Night' }, start: '22:00', end: '06:00+1' };
    const lastOut = punchAt('out', '06:03', { at: at('06:03', '2026-11-24') });
    const members = [
      member(1, 'left', { shift: night, firstIn: punchAt('in', '21:50'), lastOut }),
      member(2, 'off', { shift: null }),
    ];
    expect(view({ members }).rows.map(({ seen, plan }) => [seen, plan])).toEqual([
      ['21:50 上班 · 次日 06:03 下班', '夜班 22:00–次日 06:00'],
      ['', '今天不排班'],
    ]);
  });
});

describe('the chips', () => {
  const members = [
    member(1, 'in'),
    member(2, 'left'),
    member(3, 'left-early'),
    member(4, 'leave'),
    member(5, 'in'),
  ];
  it('count everybody who is loaded, and only what there is', () => {
    expect(view({ members }).chips.map(({ text, on }) => [text, on])).toEqual([
      ['全部 5', true],
      ['在岗 2', false],
      ['已下班 2', false],
      ['请假 1', false],
    ]);
  });
  it('filter; a chosen one stays when nobody is left of it', () => {
    expect(view({ members, filter: 'left' }).rows.map(({ id, state }) => [id, state])).toEqual([
      ['E2', '已下班'],
      ['E3', '早走'],
    ]);
    const chips = view({ members, filter: 'trip' }).chips;
    expect(chips.find(({ on }) => on)?.text).toBe('出差 0');
  });
});

describe('the board', () => {
  it('is loading, broken, empty or ready', () => {
    expect(view({ members: null }).mode).toBe('loading');
    expect(view({ members: null, failure })).toMatchObject({
      mode: 'error',
      error: '网络太慢，服务器没有及时答复，请再试一次',
      notice: '',
    });
    expect(view()).toMatchObject({ mode: 'ready', notice: '', updated: '09:20 更新', group: '我的下属' });
  });
  it('says why it is empty and what to do', () => {
    const department = { id: 'D1', name: { 'zh-CN': '研发', en: 'R&D' }, parentId: null };
    const empty = (more: Partial<TeamModel>) => view({ members: [], ...more }).text.emptyText;
    expect(empty({})).toBe('有人向你汇报后，会出现在这里。');
    expect(empty({ mayChoose: true })).toBe('没有人直接向你汇报，可以选一个部门看。');
    expect(empty({ mayChoose: true, department })).toBe('人在下级部门里，请选下级部门。');
  });
  it('says that it is old, or only a part', () => {
    expect(view({ failure }).notice).toBe('网络太慢，服务器没有及时答复，请再试一次');
    expect(view({ online: false }).notice).toBe('现在没有网络，显示的是上次的数据');
    expect(view({ next: 'E1' }).foot).toBe('这是前 1 人，往下滑取更多');
  });
});

test('departments are listed below their parents; one without its parent is not lost', () => {
  const department = (id: string, parentId: string | null) => ({
    id,
    name: { 'zh-CN': id, en: id },
    parentId,
  });
  const all = [department('B', 'A'), department('A', null), department('C', 'B'), department('X', 'gone')];
  expect(treeOf(all, wordsIn('en')).map(({ id, depth }) => [id, depth])).toEqual([
    ['A', 0],
    ['B', 1],
    ['C', 2],
    ['X', 0],
  ]);
  const loop = [department('P', 'Q'), department('Q', 'P')];
  expect(treeOf(loop, wordsIn('en'))).toEqual([]);
});
