import '../../../../../miniprogram/features/office/words/words';
import type { Day } from '#contracts/common';
import type { WeekDay, WeekMember } from '#contracts/team';
import {
  noWeek,
  type WeekModel,
  weekView,
} from '../../../../../miniprogram/features/office/pages/week/week.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { shift } from '../../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const MONDAY = '2026-11-30' as Day;

const day = (date: number, more: Partial<WeekDay> = {}): WeekDay => ({
  day: `2026-12-0${date}` as Day,
  state: 'work',
  away: 0,
  shift,
  requested: null,
  ...more,
});
const member = (days: readonly WeekDay[]): WeekMember => ({
  id: 'E0012',
  name: '示例员工',
  nameEn: '',
  days,
});
const model = (days: readonly WeekDay[], more: Partial<WeekModel> = {}): WeekModel => ({
  ...noWeek,
  week: 1,
  monday: MONDAY,
  today: '2026-11-23' as Day,
  members: [member(days)],
  ...more,
});

it('says of each day what the person does, and how much of it they are away', () => {
  const days = [
    day(1),
    day(2, { state: 'leave', away: 0.5 }),
    day(3, { state: 'trip', away: 1 }),
    day(4, { requested: 'leave' }),
    day(5, { state: 'off', shift: null }),
    day(6, { state: 'none', shift: null }),
    day(7, { state: 'leave', away: 0.25 }),
  ];
  const [row] = weekView(model(days), zh).rows;
  expect(row?.cells.map(({ text, note, tone }) => [text, note, tone])).toEqual([
    [shift.start, '', 'work'],
    ['假', '0.5 天', 'leave'],
    ['差', '', 'trip'],
    [shift.start, '待批', 'asked'],
    ['休', '', 'off'],
    ['', '', 'none'],
    ['假', '2 小时', 'leave'],
  ]);
  expect(row?.label).toContain('12月4日 周五');
  expect(row?.label).toContain('假，待批');
});

it('counts who is away at least once', () => {
  const away = model([day(1, { state: 'leave', away: 1 }), day(2, { state: 'leave', away: 1 })]);
  expect(weekView(away, zh).summary).toBe('请假 1 人');
  expect(weekView(away, en).summary).toBe('On leave: 1');
  expect(weekView(model([day(1)]), zh).summary).toBe('没有人请假或出差');
  const asked = model([day(1, { requested: 'leave' }), day(2, { requested: 'leave' })]);
  expect(weekView(asked, zh).summary).toBe('没有人请假或出差 · 1 人待批');
});

it('names this week and the next, and leads no further than can be shown', () => {
  expect(weekView(model([], { week: 0 }), zh).step).toMatchObject({
    title: '本周 11/30–12/6',
    hasPrevious: false,
  });
  expect(weekView(model([]), zh).step).toMatchObject({
    title: '下周 11/30–12/6',
    hasPrevious: true,
    hasNext: true,
  });
  expect(weekView(model([], { week: 8 }), zh).step).toMatchObject({ title: '11/30–12/6', hasNext: false });
});

it('marks today, and has every state', () => {
  const { head } = weekView(model([], { today: '2026-12-02' as Day }), zh);
  expect(head.map(({ name, date, on }) => [name, date, on])[2]).toEqual(['三', 2, true]);
  const failure = { code: 'TIMEOUT', data: {}, requestId: '' } as const;
  expect(weekView({ ...noWeek }, zh).mode).toBe('loading');
  expect(weekView({ ...noWeek, failure }, zh).mode).toBe('error');
  expect(weekView({ ...noWeek, members: [] }, zh).mode).toBe('empty');
  expect(weekView(model([], { next: 'E0040' }), zh).foot).toContain('往下滑');
});
