import fc from 'fast-check';
import { rpxToVw } from '../../../../local/preview/build/rpx';

test('750rpx is the width of the phone', () => {
  expect(rpxToVw('750rpx')).toBe('100vw');
  expect(rpxToVw('0 -30rpx calc(50% - 7.5rpx) .75rpx')).toBe('0 -4vw calc(50% - 1vw) 0.1vw');
});

test('leaves other units and words alone', () => {
  const text = '10px 2em rpx 3rpxs var(--rpx)';
  expect(rpxToVw(text)).toBe(text);
});

test('a length keeps its share of the width', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), (rpx) => {
      const vw = Number.parseFloat(rpxToVw(`${rpx}rpx`));
      expect(vw * 7.5).toBeCloseTo(rpx, 3);
    }),
  );
});
