import type { Day } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { Period } from '#contracts/form';
import type { LeaveBalance } from '#contracts/leave';
import {
  amountText,
  leaveText,
  moneyText,
  periodText,
  remainingText,
} from '../../../../miniprogram/locales/request-text';
import { wordsIn } from '../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');

test.each([
  [0, '0 天', '0 days'],
  [240, '0.5 天', '0.5 days'],
  [480, '1 天', '1 day'],
  [720, '1.5 天', '1.5 days'],
  [180, '3 小时', '3 h'],
  [1_140, '2 天 3 小时', '2 d 3 h'],
  [-480, '−1 天', '−1 day'],
])('%d leave minutes', (minutes, chinese, english) => {
  expect([leaveText(minutes, zh), leaveText(minutes, en)]).toEqual([chinese, english]);
});

test.each([
  [240, '4 小时', '4 h'],
  [720, '1 天 4 小时', '1 d 4 h'],
  [480, '1 天', '1 day'],
  [-240, '−4 小时', '−4 h'],
])('%d leave minutes of a type that is counted in hours', (minutes, chinese, english) => {
  expect([leaveText(minutes, zh, 'hour'), leaveText(minutes, en, 'hour')]).toEqual([chinese, english]);
});

test('a request counted in hours says hours on its card, one counted in days says half a day', () => {
  const fact = (unit: object): Fact => ({
    code: 'DAYS_COUNTED',
    data: { days: 240, from: day('2026-12-01'), to: day('2026-12-01'), ...unit },
  });
  const said = (unit: object) => amountText({ kind: 'leave', facts: [fact(unit)] }, 240, zh);
  expect([said({ unit: 'hour' }), said({})]).toEqual(['4 小时', '0.5 天']);
});

test.each([
  [0, '¥0.00'],
  [5, '¥0.05'],
  [128_640, '¥1,286.40'],
  [123_456_789, '¥1,234,567.89'],
  [-100, '−¥1.00'],
])('%d fen', (fen, said) => {
  expect(moneyText(fen)).toBe(said);
});

const day = (value: string) => value as Day;
const periods: [Period, string][] = [
  [{ unit: 'day', from: day('2026-12-01'), to: day('2026-12-01') }, '12月1日 周二'],
  [{ unit: 'day', from: day('2026-12-01'), to: day('2026-12-03') }, '12月1日 周二 – 12月3日 周四'],
  [
    { unit: 'half', from: day('2026-12-01'), fromHalf: 2, to: day('2026-12-02'), toHalf: 1 },
    '12月1日 周二下午 – 12月2日 周三上午',
  ],
  // Friday counts as a whole: 周五上午 – would read as half a Friday.
  [
    { unit: 'half', from: day('2026-12-18'), fromHalf: 1, to: day('2026-12-22'), toHalf: 1 },
    '12月18日 周五 – 12月22日 周二上午',
  ],
  [{ unit: 'half', from: day('2026-12-01'), fromHalf: 1, to: day('2026-12-01'), toHalf: 2 }, '12月1日 周二'],
  [
    { unit: 'half', from: day('2026-12-01'), fromHalf: 1, to: day('2026-12-01'), toHalf: 1 },
    '12月1日 周二上午',
  ],
  [{ unit: 'hour', from: day('2026-11-28'), start: 840, end: 1_080 }, '11月28日 周六 14:00–18:00'],
  [{ unit: 'hour', from: day('2026-11-28'), start: 1_320, end: 1_560 }, '11月28日 周六 22:00–次日 02:00'],
];
test.each(periods)('%j', (period, said) => {
  expect(periodText(period, zh)).toBe(said);
});

test('what is left is said; of leave without a balance, what it is limited to', () => {
  const type = { name: { 'zh-CN': '婚假', en: 'Marriage leave' }, balance: false } as LeaveBalance['type'];
  const said = (most: LeaveBalance['type']['most']) =>
    remainingText({ type: { ...type, most }, left: 0 }, zh);
  expect(said({ minutes: 4_800, per: 'request' })).toBe('每次 10 天');
  expect(said({ minutes: 4_800, per: 'year' })).toBe('每年 10 天');
  expect(said(undefined)).toBe('不限');
  expect(remainingText({ type: { ...type, balance: true }, left: 1_440 }, zh)).toBe('3 天');
});
