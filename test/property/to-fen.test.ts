import Decimal from 'decimal.js';
import fc from 'fast-check';
import { ratio } from '../../cloudfunctions/shared/figures/ratio';
import { toFen } from '../../cloudfunctions/shared/figures/to-fen';

const Money = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

describe('an exact amount becomes whole fen', () => {
  it.each([
    [ratio(377, 2), 189],
    [ratio(-377, 2), -189],
    [ratio(1, 3), 0],
    [ratio(2, 3), 1],
    [ratio(-1, 3), 0],
    [ratio(7), 7],
  ])('%o is %i fen', (exact, fen) => {
    expect(toFen(exact)).toBe(fen);
  });

  it('agrees with decimal arithmetic for any fraction', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000_000 }), (n, d) => {
        const expected = new Money(n).div(d).toDecimalPlaces(0).toNumber();
        return toFen(ratio(n, d)) === (expected || 0);
      }),
    );
  });

  it('agrees where numbers do not suffice', () => {
    expect(toFen({ n: 90_071_992_547_409_930n, d: 20n })).toBe(4_503_599_627_370_497);
    expect(toFen({ n: -90_071_992_547_409_930n, d: 20n })).toBe(-4_503_599_627_370_497);
  });
});
