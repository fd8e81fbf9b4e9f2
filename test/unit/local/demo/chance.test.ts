import fc from 'fast-check';
import { randomChoice, randomFraction, randomInteger } from '../../../../local/demo/random';

describe('chance', () => {
  it('is the same everywhere', () => {
    expect(
      [randomFraction('a'), randomFraction('a', 1), randomFraction('示例')].map((figure) =>
        Math.round(figure * 1e6),
      ),
    ).toEqual([236_703, 787_983, 235_104]);
  });

  it('is spread evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i += 1) {
      const at = Math.floor(randomFraction('even', i) * 10);
      tenths[at] = (tenths[at] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  it('stays within its limits', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (word, low, span) => {
        const figure = randomInteger(low, low + span, word);
        return Number.isInteger(figure) && figure >= low && figure <= low + span;
      }),
    );
    expect(() => randomChoice([], 'a')).toThrow(RangeError);
  });
});
