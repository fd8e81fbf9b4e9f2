import fc from 'fast-check';
import { readFen, readNumber } from '../../../../miniprogram/common/read-number';

test.each([
  ['12', 1_200],
  ['12.', 1_200],
  ['.5', 50],
  ['12.3', 1_230],
  ['12.30', 1_230],
  ['12.300', 1_230],
  ['1,234.50', 123_450],
  ['１２３．４５', 12_345],
  ['１，２３４．５', 123_450],
  ['¥1,286.40', 128_640],
  ['￥ 99 ', 9_900],
  ['88元', 8_800],
  ['-3.5', -350],
  ['0', 0],
])('%s yuan are read', (typed, fen) => {
  expect(readFen(typed)).toEqual({ value: fen });
});

test.each([
  ['1.234', 'two-decimals'],
  ['0.001', 'two-decimals'],
  ['12,34', 'not-a-number'],
  ['1,2345.6', 'not-a-number'],
  ['1.2.3', 'not-a-number'],
  ['十二', 'not-a-number'],
  ['1e5', 'not-a-number'],
  ['.', 'not-a-number'],
  ['', 'not-a-number'],
  ['9'.repeat(16), 'out-of-range'],
])('"%s" is no amount, and it is said why', (typed, problem) => {
  expect(readFen(typed)).toEqual({ problem });
});

test.each([
  ['1,000', 1_000],
  ['－７', -7],
  ['00012', 12],
  ['3.125', 3.125],
])('%s is a number', (typed, value) => {
  expect(readNumber(typed)).toEqual({ value });
});

test('every amount is read as it is written, to the fen', () => {
  const written = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.nat(1_000_000_000), (fen) => {
      expect(readFen(written(fen))).toEqual({ value: fen });
      expect(readFen(`¥${Number(written(fen)).toLocaleString('en', { minimumFractionDigits: 2 })}`)).toEqual({
        value: fen,
      });
    }),
  );
});
