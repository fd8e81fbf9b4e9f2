import { appendSpeech } from '../../../../miniprogram/utils/append-speech';

test.each([
  ['', '同意', '同意'],
  ['材料齐全，', '同意', '材料齐全，同意'],
  ['材料齐全', '同意', '材料齐全同意'],
  ['All there', 'approved', 'All there approved'],
  ['All there. ', 'approved', 'All there. approved'],
])('%s + %s', (typed, said, all) => {
  expect(appendSpeech(typed, said, 200)).toBe(all);
});

test('it ends where the field ends, without cutting a character in two', () => {
  expect(appendSpeech('一二', '三𠮷五', 4)).toBe('一二三𠮷');
});
