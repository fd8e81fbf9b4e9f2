import '../../../../../miniprogram/features/schedule/words/words';
import type { Language } from '#contracts/common';
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
const stored = { value: DAY_SHIFT, history: [change(3, ['end', 'breaks'])] };
const model = (more: Partial<ShiftModel> = {}): ShiftModel => ({
  ...noShift,
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
    shiftsView({ shifts: [stored], failure: null, online: true, ...more }, wordsIn(language));

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
    expect(list({ shifts: [{ value: DAY_SHIFT, history: [] }] }, 'en').cards).toMatchObject([
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
    expect(view({ stored: { value: DAY_SHIFT, history } }, 'en').history).toMatchObject([
      { who: 'Wang', what: 'Core time, everybody is there, Name, Source of the rule' },
      { what: 'Created' },
    ]);
  });
});
