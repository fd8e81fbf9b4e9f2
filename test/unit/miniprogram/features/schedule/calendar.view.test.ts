import '../../../../../miniprogram/features/schedule/words/words';
import type { CompanyDay } from '#contracts/calendar';
import type { Day, Language, Month } from '#contracts/common';
import { byDay } from '../../../../../miniprogram/features/schedule/calendar.model';
import {
  type CalendarModel,
  calendarView,
  noCalendar,
} from '../../../../../miniprogram/features/schedule/pages/calendar/calendar.view';
import {
  formOf,
  maxDaysInRow,
} from '../../../../../miniprogram/features/schedule/pages/calendar/day-form.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { both, change } from './support';

const festival = both('国庆节', 'National Day');
const of = (day: string, kind: CompanyDay['kind'], name = festival): CompanyDay => ({
  day: day as Day,
  kind,
  name,
});
const party = of('2026-10-16', 'company', both('周年庆', 'Anniversary'));
const model = (more: Partial<CalendarModel> = {}): CalendarModel => ({
  ...noCalendar,
  year: '2026',
  month: '2026-10' as Month,
  today: '2026-10-20' as Day,
  data: {
    year: '2026',
    rev: 1,
    days: [party],
    statutory: [of('2026-10-01', 'holiday'), of('2026-10-05', 'restday'), of('2026-10-10', 'makeup')],
    announced: true,
    complete: false,
    history: [change(1, ['2026-10-16'])],
  },
  drafts: byDay([party]),
  ...more,
});
const view = (more: Partial<CalendarModel> = {}, language: Language = 'zh-CN') =>
  calendarView(model(more), wordsIn(language));
const cell = (shown: ReturnType<typeof view>, date: number) => shown.cells[date - 1];

test('the months of the year say how many days are off and how many are worked instead', () => {
  const october = (shown: ReturnType<typeof view>) => shown.tiles[9];
  expect(october(view())).toEqual({
    id: '2026-10',
    name: '10月',
    notes: ['休3', '班1'],
    own: true,
    on: true,
  });
  expect(october(view({}, 'en'))?.notes).toEqual(['3 off', '1 on']);
  expect(view().tiles[2]).toMatchObject({ notes: [], own: false, on: false });
});

test('a month begins on its weekday and marks what is special', () => {
  const shown = view();
  expect(shown.before).toHaveLength(3);
  expect(cell(shown, 1)).toMatchObject({
    sign: '休',
    name: '国庆节',
    look: 'cell-off',
    label: '10月1日 周四、国庆节、节假日',
  });
  expect(cell(shown, 10)).toMatchObject({ sign: '班', look: 'cell-work' });
  expect(cell(shown, 16)).toMatchObject({
    look: 'cell-off cell-own',
    label: '10月16日 周五、周年庆、公司放假、公司安排',
  });
  expect(cell(shown, 17)).toMatchObject({ sign: '', look: 'cell-off' });
  expect(cell(shown, 20)).toMatchObject({ look: 'cell-work cell-today' });
  expect(cell(view({}, 'en'), 1)).toMatchObject({ name: 'National Day', isLong: true });
});

test('the company comes before the state, and a change says that it is not saved', () => {
  const drafts = byDay([party, of('2026-10-05', 'workday', both('发布日', 'Release'))]);
  const shown = view({ drafts });
  expect(cell(shown, 5)).toMatchObject({ sign: '班', look: 'cell-work cell-own cell-changed' });
  expect(shown.special[1]).toEqual({
    day: '2026-10-05',
    date: '10月5日 周一',
    name: '发布日',
    kind: '工作日',
    tag: '未保存',
  });
  expect(shown).toMatchObject({ changes: '未保存：1 天', canSave: true });
  expect(view({ drafts: {} }).special[3]).toMatchObject({
    name: '按国家安排',
    kind: '工作日',
    tag: '未保存',
  });
  expect(view()).toMatchObject({ changes: '', canSave: false });
});

describe('a year whose exchanged days are not announced', () => {
  const data = {
    year: '2031',
    rev: 1,
    days: [],
    statutory: [of('2031-10-01', 'holiday')],
    announced: false,
    complete: false,
    history: [change(1, ['2031-10-08', 'complete'])],
  };
  const open = { year: '2031', month: '2031-01' as Month, data, drafts: {} };

  test('says so until HR has entered them', () => {
    expect(view().arrangement).toMatchObject({ show: false, notice: '' });
    expect(view(open).arrangement).toMatchObject({ show: true, complete: false });
    expect(view(open).arrangement.notice).toContain('2031 年的调休安排还没有公布');
    expect(view({ ...open, complete: true }).arrangement).toMatchObject({ show: true, notice: '' });
  });
  test('can be saved as complete without another change, and the history names it', () => {
    expect(view(open)).toMatchObject({ changes: '', canSave: false });
    expect(view({ ...open, complete: true })).toMatchObject({ changes: '未保存：是否录完', canSave: true });
    const edited = { ...open, complete: true, drafts: byDay([party]) };
    expect(view(edited)).toMatchObject({ changes: '未保存：1 天、是否录完' });
    expect(view(open).history[0]?.what).toContain('放假安排是否录完');
  });
});

describe('the sheet of a day', () => {
  test('opens with what the company has decided, else as the state has it', () => {
    expect(formOf('2026-10-16' as Day, byDay([party]))).toEqual({
      day: '2026-10-16',
      count: 1,
      kind: 'company',
      zh: '周年庆',
      en: 'Anniversary',
    });
    const form = formOf('2026-10-01' as Day, {});
    expect(view({ form, isOpen: true }).form).toMatchObject({
      show: true,
      title: '10月1日 周四',
      publicly: '国家安排：国庆节 · 节假日',
      named: false,
      ready: true,
    });
  });

  test('needs a Chinese name for a day of the company’s own, and no English one', () => {
    const form = { ...formOf('2026-10-01' as Day, {}), kind: 'workday' as const, zh: ' ', en: '' };
    expect(view({ form, isOpen: true }).form).toMatchObject({ named: true, ready: false });
    expect(view({ form: { ...form, zh: '值班' }, isOpen: true }).form.ready).toBe(true);
    expect(view({ form }).form.show).toBe(false);
  });

  test('is for no more days than the year has left', () => {
    expect(maxDaysInRow(formOf('2026-12-30' as Day, {}))).toBe(2);
    expect(maxDaysInRow(formOf('2026-01-01' as Day, {}))).toBe(31);
  });
});

test('somebody else was faster: who, what came in, what is kept', () => {
  const clash = { by: '李人事', adopted: ['2026-10-20' as Day], kept: ['2026-10-16' as Day] };
  const failure = { code: 'VERSION_CONFLICT', data: { version: 2 }, requestId: '' } as const;
  expect(view({ clash, failure })).toMatchObject({
    clash: [
      '李人事刚刚保存了日历。你的改动都还在，看过后再保存。',
      '已换成对方的：10月20日 周二',
      '两人都改了，保留你的：10月16日 周五',
    ],
    problem: '',
  });
});

test('the history names the days', () => {
  expect(view().history).toEqual([
    { key: 1, who: '王人事', when: '11月23日 周一 09:05', what: '10月16日 周五' },
  ]);
});
