import '../../../../../miniprogram/features/schedule/words/words';
import type { CalendarDay } from '#contracts/calendar';
import type { Language, Month } from '#contracts/common';
import { departmentLines } from '../../../../../miniprogram/features/schedule/departments.view';
import {
  afterConflict,
  afterSave,
  brushed,
  columnsBefore,
  paintedCells,
  paintedMany,
  startModel,
  stretched,
} from '../../../../../miniprogram/features/schedule/pages/roster/roster.edits';
import { paintOf, rosterView } from '../../../../../miniprogram/features/schedule/pages/roster/roster.view';
import type { RosterModel } from '../../../../../miniprogram/features/schedule/pages/roster/roster-model';
import { pasteView } from '../../../../../miniprogram/features/schedule/paste.view';
import { shortNames } from '../../../../../miniprogram/features/schedule/roster-words';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { both, change, day, NOVEMBER, row, SHIFTS, sheet } from './support';

const zh = wordsIn('zh-CN');
const rows = [row('E0001', { rev: 2, days: { [day(23)]: 'SH-NIGHT' } }), row('E0002')];
const model = (more: Partial<RosterModel> = {}): RosterModel => ({
  ...startModel(day(23), NOVEMBER, { id: 'D13', name: both('测试组', 'Quality') }),
  sheet: sheet(rows),
  ...more,
});
const view = (more: Partial<RosterModel> = {}, language: Language = 'zh-CN') =>
  rosterView(model(more), wordsIn(language));
const cell = (shown: ReturnType<typeof view>, person: number, date: number) =>
  shown.grid.rows[person]?.cells[date - 1];

describe('the sheet', () => {
  test('tells the roster from the usual plan', () => {
    const shown = view();
    expect(cell(shown, 0, 23)).toMatchObject({ text: '夜', look: 'tone-1', label: '11月23日 周一 夜班' });
    expect(cell(shown, 0, 24)).toMatchObject({
      text: '白',
      look: 'usual tired',
      label: '11月24日 周二 照常，白班、上一班后只休息 3 小时',
    });
    expect(cell(shown, 1, 1)).toMatchObject({ text: '休', look: 'usual', label: '11月1日 周日 照常，休息' });
    const nobody = view({ sheet: sheet([row('E1', { usual: daysOff })]) });
    expect(cell(nobody, 0, 1)).toMatchObject({ text: '', label: '11月1日 周日 照常，没有班次' });
  });
  const daysOff = Array.from({ length: 30 }, () => null);

  test('marks what is changed, and counts it', () => {
    const shown = view(paintedCells(model(), { employeeId: 'E0002', day: day(24), count: 3 }, 'off'));
    expect(cell(shown, 1, 25)).toMatchObject({
      look: 'tone-off changed',
      label: '11月25日 周三 休息，未保存',
    });
    expect(shown).toMatchObject({ changes: '未保存：1 人 3 天', canSave: true });
    expect(
      view(paintedCells(model(), { employeeId: 'E0002', day: day(24), count: 1 }, 'off'), 'en').changes,
    ).toBe('Not saved: one person, one day');
    expect(view()).toMatchObject({ changes: '', canSave: false });
  });

  test('nobody plans their own days: not by a tap, and not with those of the others', () => {
    const mine = model({ sheet: sheet([rows[0] ?? row('E0001'), row('E0002', { isOwn: true })]) });
    const said = '关于你自己的事，要由别人来处理';
    const tapped = view({
      ...mine,
      ...paintedCells(mine, { employeeId: 'E0002', day: day(24), count: 1 }, 'off'),
    });
    expect(tapped).toMatchObject({ changes: '', problem: said });
    const paints = { E0001: { [day(24)]: 'off' }, E0002: { [day(24)]: 'off' } };
    const pasted = view({ ...mine, ...paintedMany(mine, paints) });
    expect(pasted).toMatchObject({ changes: '未保存：1 人 1 天', problem: said });
    expect(view({ ...mine, ...paintedMany(mine, { E0001: { [day(24)]: 'off' } }) }).problem).toBe('');
  });

  test('a day shift right after a night shift is pointed out in its cell and before saving', () => {
    expect(cell(view(), 0, 24)?.look).toBe('usual tired');
    expect(cell(view(), 0, 24)?.label).toBe('11月24日 周二 照常，白班、上一班后只休息 3 小时');
    expect(view().tired).toBe('');
    const shown = view(paintedCells(model(), { employeeId: 'E0002', day: day(24), count: 1 }, 'SH-NIGHT'));
    expect(cell(shown, 1, 25)?.look).toBe('usual tired');
    expect(shown.tired).toBe('两班之间休息不足 11 小时：1 人，1 天');
  });

  test('has the calendar in its head, and today', () => {
    const days: CalendarDay[] = [
      { day: day(1), kind: 'holiday', name: both('元旦', 'New Year’s Day') },
      { day: day(2), kind: 'makeup', name: both('元旦', 'New Year’s Day') },
      { day: day(23), kind: 'workday', name: both('盘点日', 'Stocktaking') },
    ];
    expect(view({ sheet: sheet(rows, { days }) }).grid.heads).toMatchObject([
      { date: 1, week: '日', sign: '休', look: 'head-off', label: '11月1日 周日 元旦' },
      { date: 2, sign: '班', look: '' },
      { sign: '班', look: 'head-today' },
    ]);
  });

  test.each([
    ['choose', { department: null, sheet: null }],
    ['loading', { sheet: null }],
    ['empty', { sheet: sheet([]) }],
    ['error', { sheet: null, loadFailure: { code: 'TIMEOUT', data: {}, requestId: '' } as const }],
    ['ready', {}],
  ])('is %s', (mode, more) => {
    expect(view(more).mode).toBe(mode);
  });

  test('pages through a large department', () => {
    expect(view()).toMatchObject({ hasPrevious: false, hasNext: false });
    expect(view({ cursors: [null, 'E0040'], sheet: sheet(rows, { next: 'E0080' }) })).toMatchObject({
      hasPrevious: true,
      hasNext: true,
    });
  });

  test('opens at this week', () => {
    expect(columnsBefore(model())).toBe(22);
    expect(columnsBefore(model({ month: '2026-12' as Month }))).toBe(0);
    expect(columnsBefore(model({ today: day(1) }))).toBe(0);
    expect(view().weeks.at).toBe(4);
  });
});

describe('painting', () => {
  test('a brush that is tapped again is put down; `usual` paints the usual plan', () => {
    expect(brushed(model(), 'off')).toEqual({ brush: 'off' });
    expect(brushed(model({ brush: null }), paintOf('usual'))).toEqual({ brush: undefined });
    expect(view({ brush: null }).palette.filter(({ on }) => on)).toMatchObject([
      { id: 'usual', name: '照常' },
    ]);
  });

  test('a choice is for as many days as the month has left', () => {
    const picked = { employeeId: 'E0001', day: day(29), count: 1 };
    expect(stretched(model({ picked }), 1)).toEqual({ picked: { ...picked, count: 2 } });
    expect(stretched(model({ picked: { ...picked, count: 2 } }), 1).picked?.count).toBe(2);
    expect(stretched(model({ picked }), -1).picked?.count).toBe(1);
    expect(view({ picked }).picked).toEqual({
      title: '员工E0001 · 11月29日 周日',
      count: '连续 1 天',
      canLess: false,
      canMore: true,
    });
  });

  test('after a save nothing is left to save, and the next one expects what was saved', () => {
    const changed = { ...model(), ...paintedMany(model(), { E0001: { [day(23)]: null } }) };
    const saved = { ...changed, ...afterSave(changed, [{ employeeId: 'E0001', rev: 3 }]) };
    expect(rosterView(saved, zh).changes).toBe('');
    expect(saved.sheet?.rows[0]).toMatchObject({ rev: 3, days: {} });
  });

  test('somebody else was faster: who, which days came in, which are kept', () => {
    const before = {
      ...model(),
      ...paintedCells(model(), { employeeId: 'E0001', day: day(23), count: 2 }, 'off'),
    };
    const history = [change(3, [day(23), day(30)], '李人事')];
    const fresh = row('E0001', { rev: 3, days: { [day(23)]: 'SH-DAY', [day(30)]: 'off' }, history });
    const shown = rosterView({ ...before, ...afterConflict(before, sheet([fresh, row('E0002')])) }, zh);
    expect(shown.clash).toEqual([
      '刚刚有人改了同样的人。你的改动都还在，看过后再保存。',
      '员工E0001：李人事改过 · 11月30日 周一 已换成对方的 · 11月23日 周一 两人都改了，保留你的',
    ]);
    expect(cell(shown, 0, 23)?.look).toBe('tone-off changed kept');
    expect(cell(shown, 0, 30)?.look).toBe('tone-off');
    expect(shown.problem).toBe('');
  });

  test('a change of a day says what the day was and what it is now', () => {
    const values = { [day(23)]: ['SH-DAY', 'off'], [day(24)]: [null, 'SH-GONE'] } as const;
    const changed = row('E0001', { history: [{ ...change(2, [day(23), day(24)]), values }] });
    const { lines } = view({ person: 'E0001', sheet: sheet([changed]) }).person;
    expect(lines[0]?.what).toBe('11月23日 周一：白班 → 休息、11月24日 周二：照常 → SH-GONE');
  });

  test('a person’s changes are read day by day', () => {
    const changed = row('E0001', { history: [change(2, [day(23), day(24)])] });
    expect(view({ person: 'E0001', sheet: sheet([changed]) }).person).toEqual({
      name: '员工E0001',
      lines: [{ key: 2, who: '王人事', when: '11月23日 周一 09:05', what: '11月23日 周一、11月24日 周二' }],
    });
  });
});

describe('words of a sheet', () => {
  test('short names fit into a cell and differ', () => {
    const shifts = [...SHIFTS, { ...SHIFTS[0], id: 'SH-2', name: both('白班', 'Day shift, long') }];
    expect([...shortNames(shifts, zh).values()]).toEqual(['白', '夜', '白2']);
    expect([...shortNames(shifts, wordsIn('en')).values()]).toEqual(['Day', 'Night', 'Day2']);
  });

  const frame = { month: NOVEMBER, rows, shifts: SHIFTS };
  test('are shown before they are taken over', () => {
    expect(pasteView('E0001\t白\t休\t常规', frame, zh)).toMatchObject({
      lines: [{ name: '员工E0001', what: '11月1日 周日 – 11月3日 周二：白 休 照常' }],
      summary: '都看懂了：1 人 3 天。放进表里，确认后再保存。',
      canApply: true,
    });
    expect(pasteView('', frame, zh)).toMatchObject({ summary: '', canApply: false });
    expect(pasteView('E0001', frame, zh)).toMatchObject({ summary: '没有要改的日子', canApply: false });
  });
  test('that are not understood keep everything out', () => {
    const text = ['E0001\t白', ...Array.from({ length: 9 }, (_, index) => `X${index}\t白`)].join('\n');
    const shown = pasteView(text, frame, zh);
    expect(shown).toMatchObject({ canApply: false, paints: {}, more: '还有 1 处' });
    expect(shown.problems[0]?.text).toBe('第 2 行第 1 列：这里没有“X0”');
    expect(pasteView('X\tDay', frame, wordsIn('en')).summary).toBe(
      'One place is not understood. Nothing is taken over until it is',
    );
  });
});

test('departments are a tree; a broken one hides nobody', () => {
  const of = (id: string, parentId: string | null) => ({ id, parentId, name: both(id, id) });
  const lines = departmentLines(
    [
      of('A', null),
      of('B', null),
      of('A1', 'A'),
      of('A11', 'A1'),
      of('X', 'gone'),
      of('L1', 'L2'),
      of('L2', 'L1'),
    ],
    'A1',
    zh,
  );
  expect(lines.map(({ id, depth }) => `${id}${depth}`)).toEqual([
    'A0',
    'A11',
    'A112',
    'B0',
    'X0',
    'L10',
    'L20',
  ]);
  expect(lines.filter(({ on }) => on).map(({ id }) => id)).toEqual(['A1']);
});
