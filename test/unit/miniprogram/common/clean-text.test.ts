import fc from 'fast-check';
import {
  cleanCode,
  cleanLine,
  cleanText,
  comparable,
  halfWidth,
} from '../../../../miniprogram/common/clean-text';

test.each([
  ['a tab becomes a space', '去\t上海', '去 上海'],
  ['every line end becomes the same one', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
  ['a control character disappears', 'a\u0000b\u001fc\u007fd', 'abcd'],
  ['a noncharacter disappears', 'a\ufffeb\uffffc\ufdd0d\u{1ffff}', 'abcd'],
  ['a lone surrogate disappears', 'a\ud842b\udfb7', 'ab'],
  ['a rare character stays', '𠮷田太郎', '𠮷田太郎'],
  ['a text cannot turn the line around', 'invoice\u202efdp.exe\u2066\u200f', 'invoicefdp.exe'],
  ['a zero width space disappears', '张\u200b三\u2060\ufeff', '张三'],
  ['invisible characters alone are no text', '\u200b\u2800\u3164\u00ad\ufe0f\u200d', ''],
  ['an accent is one character with its letter', 'Rene\u0301e', 'Ren\u00e9e'],
  ['a family stays a family', '👨‍👩‍👧 ❤️‍🔥', '👨‍👩‍👧 ❤️‍🔥'],
  ['a flag of a region stays', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['a variant of a character stays', '葛\u{e0100}城', '葛\u{e0100}城'],
  ['a joiner between letters disappears', 'a\u200db\u200d1', 'ab1'],
  ['spaces around disappear', ' \u3000\n x \n\u3000', 'x'],
])('%s', (_name, typed, stored) => {
  expect(cleanText(typed)).toBe(stored);
});

test('a line pasted with line breaks is one line', () => {
  expect(cleanLine(' 研发\r\n 一部\n')).toBe('研发 一部');
});

test('whatever is typed, what is stored has nothing invisible, and cleaning it again changes nothing', () => {
  const anything = fc.string({ unit: 'binary' });
  const nasty = fc.constantFrom('\u200d', '\ufe0f', '\u0301', '\ud800', '\u202e', '\ufffe', '👨', '\r', '1');
  fc.assert(
    fc.property(fc.array(fc.oneof(anything, nasty)), (parts) => {
      const stored = cleanText(parts.join(''));
      expect(stored).toBe(cleanText(stored));
      expect(stored).not.toMatch(
        /[\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\u200b]|(?!\n)\p{Cc}|^\s|\s$/u,
      );
    }),
    { numRuns: 2_000 },
  );
});

test('a code from a Chinese keyboard is the code', () => {
  expect(cleanCode(' ＤＥＭＱ　２３４５\u200b')).toBe('DEMQ2345');
  expect(halfWidth('￥１２３．４５')).toBe('¥123.45');
});

test.each([
  ['买买提·艾力', '买买提•艾力'],
  ['买买提·艾力', '买买提 ・ 艾力'],
  ['张 三', '张三'],
  ['Li Wei', 'ｌｉ　ｗｅｉ'],
])('%s and %s are the same name', (one, other) => {
  expect(comparable(one)).toBe(comparable(other));
});

test('an ordinary text comes out as one that is looked at character by character', () => {
  const plain = fc.constantFrom(
    ...' !0aZ~一三𠮷龥鿿，。：；（）、é'.split(''),
    '𠮷',
    '\u00a0',
    '\u0301',
    '\u3000',
  );
  fc.assert(
    fc.property(fc.array(plain), (parts) => {
      const text = parts.join('');
      // What is invisible goes, and with it the short cut.
      expect(cleanText(text)).toBe(cleanText(`${text}\u200b`));
    }),
  );
});
