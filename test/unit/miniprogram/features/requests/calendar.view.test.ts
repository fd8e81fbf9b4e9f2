import '../../../../../miniprogram/features/requests/words/words';
import type { Day } from '#contracts/common';
import type { FormCalendar, Period } from '#contracts/form';
import { calendarView, dayNote } from '../../../../../miniprogram/features/requests/calendar.view';
import { type PeriodPicker, startPicker } from '../../../../../miniprogram/features/requests/period.model';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { mondayOf } from '../../../../../miniprogram/utils/dates';
import { text } from '../../support/form';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const day = (value: string) => value as Day;
const mark = (value: string, kind: string, isFree: boolean, name: string | null = '国庆节') =>
  ({ day: value, kind, isFree, name: name && text(name) }) as unknown as FormCalendar['marks'][number];

const calendar: FormCalendar = {
  first: day('2025-11-29'),
  last: day('2027-11-27'),
  freeWeekdays: [6, 7],
  marks: [
    mark('2026-10-01', 'holiday', true),
    mark('2026-10-02', 'holiday', true),
    mark('2026-10-03', 'holiday', false),
    mark('2026-10-10', 'makeup', false),
    mark('2026-10-12', 'restday', true, null),
  ],
  openYears: ['2027'],
};
const period: Period = { unit: 'day', from: day('2026-09-30'), to: day('2026-10-09') };
const shown = (month: string, more: Partial<{ picker: PeriodPicker }> = {}) =>
  calendarView(
    calendar,
    [
      { day: day('2026-10-08'), people: 2 },
      { day: day('2026-10-14'), people: 1, own: true },
    ],
    {
      period,
      picker: { monday: mondayOf(`${month}-01` as Day), end: 'from', clampedTo: null },
      today: day('2026-09-28'),
      ...more,
    },
    zh,
  );
const cellOf = (month: string, value: string) => shown(month).cells.find((cell) => cell.day === value);

test('a month shows six weeks from Monday, so that leave can run into the next month', () => {
  const { cells, title } = shown('2026-10');
  expect(title).toBe('2026年10月');
  expect([cells[0]?.day, cells[41]?.day]).toEqual(['2026-09-28', '2026-11-08']);
  expect(cells.filter(({ state }) => state === 'chosen')).toHaveLength(10);
  expect(cellOf('2026-10', '2026-09-30')).toMatchObject({ look: 'cell-from cell-faint' });
  expect(cellOf('2026-10', '2026-10-09')).toMatchObject({ look: 'cell-to' });
});

test('six weeks take 5 KB at most, of the 8 KB that a form may set first', () => {
  expect(Buffer.byteLength(JSON.stringify(shown('2026-10').cells))).toBeLessThan(5 * 1024);
});

test('in the middle of a month the calendar begins with the week of the first day, and names the months', () => {
  const late: Period = { unit: 'day', from: day('2026-09-23'), to: day('2026-09-23') };
  const view = shown('2026-09', { picker: startPicker(late) });
  expect(view.title).toBe('2026年9月 – 11月');
  expect(view.cells[0]).toMatchObject({ day: '2026-09-21', look: '' });
  const newYear: Period = { unit: 'day', from: day('2026-11-24'), to: day('2026-11-24') };
  expect(shown('2026-11', { picker: startPicker(newYear) }).title).toBe('2026年11月 – 2027年1月');
});

test('the days that one has asked for are told apart from those of colleagues', () => {
  expect(cellOf('2026-10', '2026-10-14')).toMatchObject({
    note: '已请',
    look: 'cell-own',
    label: '10月14日 周三、自己已申请不在、同组 1 人不在',
  });
});

test('free days, worked holidays, make-up workdays and colleagues on leave are marked', () => {
  expect(cellOf('2026-10', '2026-10-01')).toMatchObject({
    note: '休',
    look: 'cell-inside cell-off cell-free',
  });
  expect(cellOf('2026-10', '2026-10-03')).toMatchObject({ note: '班', look: 'cell-inside cell-work' });
  expect(cellOf('2026-10', '2026-10-10')).toMatchObject({ note: '班', look: 'cell-work' });
  expect(cellOf('2026-10', '2026-10-11')).toMatchObject({ note: '', look: 'cell-free' });
  expect(cellOf('2026-10', '2026-10-12')).toMatchObject({ note: '', look: 'cell-free' });
  expect(cellOf('2026-10', '2026-10-08')).toMatchObject({
    note: '2人休',
    label: '10月8日 周四、同组 2 人不在',
  });
});

test('holidays and exchanged days are named under the month', () => {
  expect(shown('2026-10').notes).toEqual([
    '10月1–2日 国庆节',
    '10月3日 国庆节，排班要上',
    '10月10日 国庆节调休上班',
  ]);
});

test('a year whose exchanged days are not announced says so, on the month and on a day', () => {
  expect(shown('2027-02').notes).toEqual(['2027 年的调休安排还没有公布']);
  expect(dayNote({ calendar, day: day('2027-02-06') }, zh)).toBe('休息日 · 2027 年的调休安排还没有公布');
  expect(dayNote({ calendar, day: day('2026-10-10') }, zh)).toBe('国庆节调休上班');
  expect(dayNote({ calendar, day: day('2026-10-09') }, zh)).toBe('');
  expect(dayNote({ calendar, day: day('2027-02-08') }, en)).toMatch(/2027 are not announced yet$/);
});

test('a day of another year names its year, and days out of reach cannot be chosen', () => {
  expect(cellOf('2027-11', '2027-11-27')).toMatchObject({ state: 'open' });
  expect(cellOf('2027-11', '2027-11-28')).toMatchObject({ state: 'closed' });
  expect(cellOf('2027-11', '2027-11-28')?.label).toContain('2027年11月28日 周日');
  expect(shown('2027-11')).toMatchObject({ isFirst: false, isLast: true });
  expect(shown('2025-11')).toMatchObject({ isFirst: true, isLast: false });
});
