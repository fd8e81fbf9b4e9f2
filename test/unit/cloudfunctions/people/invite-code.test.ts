import {
  ALPHABET,
  CODE_LENGTH,
  codeFrom,
  normalizedCode,
} from '../../../../cloudfunctions/people/domain/invite-code';

test('the alphabet has no letters that look alike', () => {
  expect(ALPHABET).toHaveLength(31);
  expect(new Set(ALPHABET).size).toBe(31);
  expect(ALPHABET).not.toMatch(/[01OIL]/);
});

test('numbers become letters', () => {
  expect(codeFrom([0, 1, 2, 3, 4, 5, 6, 30])).toBe('2345678Z');
  expect(CODE_LENGTH).toBe(8);
});

test.each([
  ['too few', [1, 2]],
  ['too large', [0, 0, 0, 0, 0, 0, 0, 31]],
  ['no number', [0, 0, 0, 0, 0, 0, 0, Number.NaN]],
])('%s is refused', (_, numbers) => {
  expect(() => codeFrom(numbers)).toThrow(RangeError);
});

test('case, spaces and dashes are free', () => {
  expect(normalizedCode(' ab2c-de3f\n')).toBe('AB2CDE3F');
});
