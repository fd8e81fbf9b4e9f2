import { wordsIn } from '../../../../cloudfunctions/shared/words/words';
import { clockText, kindText, reasonText } from '../../../../miniprogram/common/attendance-text';
import { wordsIn as wordsOnPhone } from '../../../../miniprogram/locales/words';
import { words } from '../support/rules';

test.each([
  [{ code: 'WORKDAY', data: { weekday: 7 } }, '周日，工作日', 'Sun, a workday'],
  [{ code: 'WORKED', data: { minutes: 510 } }, '工时 8 小时 30 分钟', 'Worked 8 h 30 min'],
  [{ code: 'WORKED', data: { minutes: 480 } }, '工时 8 小时', 'Worked 8 h'],
  [{ code: 'WORKED', data: { minutes: 30 } }, '工时 30 分钟', 'Worked 30 min'],
  [
    { code: 'OVERTIME', data: { name: words('X'), from: '19:00', to: '21:30', minutes: 150 } },
    'X 19:00–21:30，已批准 2 小时 30 分钟',
    'X 19:00–21:30, 2 h 30 min approved',
  ],
  [
    { code: 'REQUIRED', data: { minutes: 480, end: '18:30' } },
    '要做满 8 小时，最早 18:30 下班',
    '8 h are to be worked, so the day ends at 18:30 at the earliest',
  ],
  [{ code: 'OUT', data: { at: '06:00+1' } }, '下班卡 次日 06:00', 'Clocked out at 06:00 next day'],
  [{ code: 'HOLIDAY', data: { name: words('X') } }, 'X，法定节假日', 'X, a public holiday'],
] as const)('%j', (reason, zh, english) => {
  for (const spoken of [wordsIn, wordsOnPhone]) {
    expect(reasonText(reason, spoken('zh-CN'))).toBe(zh);
    expect(reasonText(reason, spoken('en'))).toBe(english);
  }
});

test('days and clocks', () => {
  expect(kindText({ kind: 'restday', kindName: null }, wordsIn('en'))).toBe('Day off');
  expect(kindText({ kind: 'holiday', kindName: words('X') }, wordsIn('zh-CN'))).toBe('X');
  expect(kindText({ kind: 'makeup', kindName: words('X') }, wordsIn('zh-CN'))).toBe('X调休上班');
  expect(clockText('09:00', wordsIn('en'))).toBe('09:00');
});
