import { completeText, ownEnglish, rewritten } from '../../../../miniprogram/common/local-text';
import { wordsIn } from '../../../../miniprogram/locales/words';

const zh = { 'zh-CN': '白班', en: '白班' };
const both = { 'zh-CN': '白班', en: 'Day shift' };

test('a name without English is the Chinese one for every reader', () => {
  expect(completeText({ 'zh-CN': ' 白班 ', en: ' ' })).toEqual(zh);
  expect(completeText({ 'zh-CN': '白班', en: ' Day shift ' })).toEqual(both);
});

test('an editor shows the English field empty again', () => {
  expect(ownEnglish(zh)).toBe('');
  expect(ownEnglish(both)).toBe('Day shift');
});

test('a Chinese name that is changed leaves no old name behind in English', () => {
  expect(completeText(rewritten(zh, 'zh-CN', '早班'))).toEqual({ 'zh-CN': '早班', en: '早班' });
  expect(rewritten(both, 'zh-CN', '早班')).toEqual({ 'zh-CN': '早班', en: 'Day shift' });
  expect(rewritten(zh, 'en', 'Early')).toEqual({ 'zh-CN': '白班', en: 'Early' });
});

test('an English screen shows a department that was imported in Chinese only', () => {
  expect(wordsIn('en').pick({ 'zh-CN': '前端组', en: '' })).toBe('前端组');
  expect(wordsIn('en').pick(both)).toBe('Day shift');
});
