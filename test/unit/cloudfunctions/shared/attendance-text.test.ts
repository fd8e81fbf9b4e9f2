import { clockText, kindText, reasonText } from '../../../../cloudfunctions/shared/i18n/attendance-text';
import { ATTENDANCE_WORDS } from '../../../../cloudfunctions/shared/i18n/attendance-words';
import { en } from '../../../../miniprogram/locales/en';
import { zhCN } from '../../../../miniprogram/locales/zh-CN';
import { words } from '../support/rules';

test.each([
  ['zh-CN', zhCN],
  ['en', en],
] as const)('the server says %s as the Mini Program does', (language, texts) => {
  const { kind: kinds, slot: slots, states, reasons, month, date } = texts;
  expect(ATTENDANCE_WORDS[language]).toEqual({
    ...{ states, kinds, slots, reasons },
    weekdays: Object.values(date.weekdays),
    makeupOf: month.makeupOf,
    nextDay: date.nextDay,
    span: date.span,
    spanHours: date.spanHours,
    spanMinutes: date.spanMinutes,
  });
});

test.each([
  [{ code: 'WORKDAY', data: { weekday: 7 } }, '周日，工作日', 'Sun, a workday'],
  [{ code: 'WORKED', data: { minutes: 510 } }, '工时 8 小时 30 分钟', 'Worked 8 h 30 min'],
  [{ code: 'WORKED', data: { minutes: 480 } }, '工时 8 小时', 'Worked 8 h'],
  [{ code: 'WORKED', data: { minutes: 30 } }, '工时 30 分钟', 'Worked 30 min'],
  [{ code: 'OUT', data: { at: '06:00+1' } }, '下班卡 次日 06:00', 'Clocked out at 06:00 next day'],
  [{ code: 'HOLIDAY', data: { name: words('X') } }, 'X，法定节假日', 'X, a public holiday'],
] as const)('%j', (reason, zh, english) => {
  expect(reasonText(reason, 'zh-CN')).toBe(zh);
  expect(reasonText(reason, 'en')).toBe(english);
});

test('days and clocks', () => {
  expect(kindText({ kind: 'restday', kindName: null }, 'en')).toBe('Day off');
  expect(kindText({ kind: 'holiday', kindName: words('X') }, 'zh-CN')).toBe('X');
  expect(kindText({ kind: 'makeup', kindName: words('X') }, 'zh-CN')).toBe('X调休上班');
  expect(clockText('09:00', 'en')).toBe('09:00');
});
