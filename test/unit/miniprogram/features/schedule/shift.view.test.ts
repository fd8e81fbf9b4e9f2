import '../../../../../miniprogram/features/schedule/words/words';
import type { Day, Language } from '#contracts/common';
import { dayBarView } from '../../../../../miniprogram/features/schedule/day-bar.view';
import { merge } from '../../../../../miniprogram/features/schedule/merge';
import {
  fieldsOf,
  isUnsaved,
  noShift,
  type ShiftModel,
  shiftView,
} from '../../../../../miniprogram/features/schedule/pages/shift/shift.view';
import {
  type ShiftsModel,
  shiftsView,
} from '../../../../../miniprogram/features/schedule/pages/shifts/shifts.view';
import { draftOf, newDraft } from '../../../../../miniprogram/features/schedule/shift.model';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import type { Failure } from '../../../../../miniprogram/services/client-error';
import { change, DAY_SHIFT } from './support';

const zh = wordsIn('zh-CN');
const TODAY = '2026-11-23' as Day;
const PLANNED = '2026-12-01' as Day;
const versions = [{ from: null, shift: DAY_SHIFT }];
const stored = { value: DAY_SHIFT, versions, history: [change(3, ['end', 'breaks'])] };
const earlier = { ...DAY_SHIFT, start: 510, end: 1_050 };
const planned = { ...stored, versions: [...versions, { from: PLANNED, shift: earlier }] };
const model = (more: Partial<ShiftModel> = {}): ShiftModel => ({
  ...noShift(TODAY),
  id: 'SH-DAY',
  stored,
  draft: draftOf(DAY_SHIFT),
  ...more,
});
const view = (more: Partial<ShiftModel> = {}, language: Language = 'zh-CN') =>
  shiftView(model(more), wordsIn(language));
const refused = (path: string, rule: string): Failure => ({
  code: 'INPUT_INVALID',
  data: { path, rule },
  requestId: 'r',
});

describe('the list of shifts', () => {
  const list = (more: Partial<ShiftsModel> = {}, language: Language = 'zh-CN') =>
    shiftsView({ today: TODAY, shifts: [stored], failure: null, online: true, ...more }, wordsIn(language));

  test('says when, on which days, and who changed it last', () => {
    expect(list().cards).toMatchObject([
      {
        id: 'SH-DAY',
        name: '白班',
        kind: '固定',
        span: '09:00–18:00',
        week: '周一至周五',
        changed: '王人事 11月23日 周一 09:05 修改',
      },
    ]);
    expect(list({ shifts: [{ ...stored, history: [] }] }, 'en').cards).toMatchObject([
      { name: 'Day shift', kind: 'Fixed', week: 'Mon to Fri', changed: 'Not changed since the import' },
    ]);
  });

  test.each([
    ['loading', { shifts: null }],
    ['empty', { shifts: [] }],
    ['error', { shifts: null, failure: { code: 'TIMEOUT', data: {}, requestId: '' } as const }],
    ['ready', { failure: { code: 'TIMEOUT', data: {}, requestId: '' } as const }],
  ])('is %s', (mode, more) => {
    expect(list(more).mode).toBe(mode);
  });

  test('offers no second try to a person who may not see it', () => {
    const failure = { code: 'FORBIDDEN', data: {}, requestId: '' } as const;
    expect(list({ shifts: null, failure })).toMatchObject({ mode: 'error', retry: '', back: '返回' });
    expect(list({ online: false }).notice).not.toBe('');
  });
});

describe('the picture of a day', () => {
  test('draws work and breaks to scale, and says them', () => {
    const bar = dayBarView(DAY_SHIFT, zh);
    expect(bar.parts).toEqual([
      { key: 'p0', left: 0, width: 30, kind: 'work' },
      { key: 'p1', left: 30, width: 10, kind: 'break' },
      { key: 'p2', left: 40, width: 50, kind: 'work' },
    ]);
    expect(bar.strips.map(({ kind, left }) => [kind, left])).toEqual([
      ['flex', 0],
      ['flex', 90],
    ]);
    expect(bar.ticks.map(({ text }) => text)).toEqual(['9', '11', '13', '15', '17', '19']);
    expect(bar.lines).toEqual([
      '09:00–12:00 上班',
      '12:00–13:00 休息',
      '13:00–18:00 上班',
      '可以晚到 10 分钟，下班顺延',
      '共 8 小时',
    ]);
  });

  test('of a night, of parts that are punched, and of a flexible shift', () => {
    const night = { ...DAY_SHIFT, start: 1_320, end: 1_800, flexMinutes: 0 };
    const bar = dayBarView({ ...night, breaks: [{ start: 1_560, end: 1_590, punched: true }] }, zh);
    expect(bar.lines[1]).toBe('次日 02:00–次日 02:30 休息，前后打卡');
    expect(bar.ticks.map(({ text }) => text)).toEqual(['22', '0', '2', '4', '6']);
    const flexible = dayBarView(
      {
        ...DAY_SHIFT,
        kind: 'flexible',
        flexMinutes: 0,
        requiredMinutes: 450,
        core: { start: 600, end: 900 },
      },
      zh,
    );
    expect(flexible.lines.slice(-2)).toEqual(['每天做满 7 小时 30 分钟', '10:00–15:00 所有人都在']);
    expect(flexible.strips).toMatchObject([{ kind: 'core' }]);
  });

  test('leaves out breaks that cannot be drawn', () => {
    const breaks = [
      { start: 500, end: 510 },
      { start: 720, end: 700 },
      { start: 900, end: 930 },
      { start: 915, end: 960 },
    ];
    expect(dayBarView({ ...DAY_SHIFT, breaks }, zh).parts.map(({ kind }) => kind)).toEqual([
      'work',
      'break',
      'work',
    ]);
  });
});

describe('the form', () => {
  test('is saved only when something was changed', () => {
    expect(view()).toMatchObject({ mode: 'ready', canSave: false });
    const draft = { ...draftOf(DAY_SHIFT), end: '18:30' };
    expect(view({ draft })).toMatchObject({ canSave: true });
    expect(view({ draft, busy: true })).toMatchObject({ canSave: false });
    expect(isUnsaved(model({ id: '', stored: null, draft: newDraft('SH-1') }))).toBe(false);
    expect(isUnsaved(model({ id: '', stored: null, draft: { ...newDraft('SH-1'), zh: '早班' } }))).toBe(true);
  });

  test.each([
    ['shift.end', 'after-start', 'end', '结束要晚于开始'],
    ['shift.breaks.0', 'inside', 'break-0', '要在上下班时间以内'],
    ['shift.name.en', 'min_length', 'en', '请填写'],
    ['shift.lateAbsentAfter', 'min_value', 'lateAbsentAfter', '请填写整数分钟'],
    ['shift.core', 'somethingNew', 'core', '请检查这一项'],
  ])('the server’s word on %s (%s) stands at its field', (path, rule, field, text) => {
    expect(view({ failure: refused(path, rule) })).toMatchObject({
      refusedField: field,
      refusedText: text,
      problem: '',
    });
  });

  test('a failure of no field stands at the button', () => {
    const failure = { code: 'OFFLINE', data: {}, requestId: '' } as const;
    expect(view({ failure })).toMatchObject({ refusedField: '', problem: '现在没有网络，联网后再试' });
  });

  test('a code that is taken is said at the code', () => {
    const failure = { code: 'VERSION_CONFLICT', data: { version: 4 }, requestId: '' } as const;
    const draft = { ...newDraft('SH-DAY'), zh: '早班' };
    expect(view({ id: '', stored: null, draft, failure })).toMatchObject({
      refusedField: 'id',
      refusedText: '这个编号已有班次，请换一个',
    });
  });

  test('somebody else was faster: what came in and what is kept', () => {
    const base = fieldsOf(draftOf(DAY_SHIFT));
    const mine = { ...base, end: '19:00', coreStart: '11:00' };
    const theirs = { ...base, end: '18:30', flexMinutes: '15' };
    const merged = merge(base, mine, theirs);
    expect(merged.value).toMatchObject({ end: '19:00', flexMinutes: '15', coreStart: '11:00' });
    expect(view({ clash: { by: '李人事', ...merged } }).clash).toEqual([
      '李人事刚刚保存了这个班次。你填的内容都还在，看过后再保存。',
      '已换成对方改的：可以晚到',
      '两人都改了，保留你填的：结束',
    ]);
  });

  test('the history names the fields in the reader’s language', () => {
    expect(view().history).toEqual([
      { key: 3, who: '王人事', when: '11月23日 周一 09:05', what: '结束、休息' },
    ]);
    const history = [change(2, ['core', 'name', 'source']), change(1, ['id', 'kind', 'name'])];
    expect(view({ stored: { ...stored, history } }, 'en').history).toMatchObject([
      { who: 'Wang', what: 'Core time, everybody is there, Name, Source of the rule' },
      { what: 'Created' },
    ]);
  });
});

describe('a change from a day on', () => {
  test('is planned on the card of the shift', () => {
    const [card] = shiftsView({ today: TODAY, shifts: [planned], failure: null, online: true }, zh).cards;
    expect(card).toMatchObject({ span: '09:00–18:00', planned: '12月1日 周二 起 08:30–17:30' });
  });

  test('says what holds now and what is planned, and which of them is edited', () => {
    expect(view().dates).toMatchObject({ show: true, text: '今天起', planned: [] });
    expect(view({ stored: planned }).dates.planned).toEqual([
      { day: '', title: '现在', text: '09:00–18:00 · 周一至周五', on: true },
      { day: PLANNED, title: '12月1日 周二 起', text: '08:30–17:30 · 周一至周五', on: false },
    ]);
  });

  test('says which days stay as they are', () => {
    expect(view().text.effect).toBe('保存后，从还没有开始的班次起生效。');
    expect(view({ from: PLANNED }).text.effect).toBe('12月1日 周二 起按新的算，之前的日子不变。');
  });

  test('can begin on another day, with nothing else changed', () => {
    const editing = { stored: planned, draft: draftOf(earlier), editing: PLANNED, from: PLANNED };
    expect(view(editing).canSave).toBe(false);
    expect(view({ ...editing, from: '2026-12-08' as Day }).canSave).toBe(true);
  });

  test('that is made as it was before is said to be taken back', () => {
    const back = { stored: planned, draft: draftOf(DAY_SHIFT), editing: PLANNED, from: PLANNED };
    expect(view(back).text.effect).toBe('保存后，12月1日 周二 起的变更撤销，照原来的算。');
  });

  test('a day that the server refuses is marked at the day', () => {
    expect(view({ failure: refused('from', 'past') })).toMatchObject({
      refusedField: 'from',
      refusedText: '已经过去的日子不能改',
    });
  });

  test('the history says what was before and what is now', () => {
    const values = {
      start: ['540', '510'],
      breaks: ['720-780', '720-780, 960-975+'],
      flexMinutes: ['0', '15'],
      from: [null, PLANNED],
    } as const;
    const history = [{ ...change(3, ['start', 'breaks', 'flexMinutes', 'from']), values }];
    expect(view({ stored: { ...stored, history } }).history[0]?.what).toBe(
      '开始：09:00 → 08:30；休息：12:00–13:00 → 12:00–13:00、16:00–16:15；可以晚到：0 分钟 → 15 分钟；从哪天起这样算：无 → 12月1日 周二',
    );
  });
});
