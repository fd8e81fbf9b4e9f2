import { raterSeverity } from '../../../../cloudfunctions/appraisal/domain/rater-severity';
import { tenureGap } from '../../../../cloudfunctions/appraisal/domain/tenure-gap';

const given = (raterId: string, ...points: readonly number[]) =>
  points.map((each) => ({ raterId, points: each }));

describe('calibrators see how strictly each manager rates', () => {
  it('against all others, the strictest first', () => {
    const all = [...given('LI', 90, 92, 94), ...given('WANG', 70, 72, 74), ...given('ZHANG', 80, 85, 90)];
    expect(raterSeverity(all, 3)).toEqual([
      { raterId: 'WANG', people: 3, mean: 72, others: 88.5, difference: -16.5 },
      { raterId: 'ZHANG', people: 3, mean: 85, others: 82, difference: 3 },
      { raterId: 'LI', people: 3, mean: 92, others: 78.5, difference: 13.5 },
    ]);
  });

  it('but nothing of one who rated too few, or where there are too few others', () => {
    const none = { mean: null, others: null, difference: null };
    const all = [...given('LI', 90, 92, 94), ...given('WANG', 70, 72)];
    expect(raterSeverity(all, 3)).toEqual([
      { raterId: 'LI', people: 3, ...none },
      { raterId: 'WANG', people: 2, ...none },
    ]);
    expect(raterSeverity(all, 2)).toMatchObject([
      { raterId: 'WANG', difference: -21 },
      { raterId: 'LI', difference: 21 },
    ]);
  });

  it('those of whom nothing can be said last', () => {
    const all = [...given('A', 10), ...given('LI', 90, 92), ...given('WANG', 70, 72)];
    expect(raterSeverity(all, 2).map(({ raterId }) => raterId)).toEqual(['WANG', 'LI', 'A']);
  });

  it('a third of a point is rounded half up, once', () => {
    const all = [...given('LI', 80, 80, 81), ...given('WANG', 80, 80, 80)];
    expect(raterSeverity(all, 3)).toMatchObject([
      { raterId: 'WANG', mean: 80, others: 80.3, difference: -0.3 },
      { raterId: 'LI', mean: 80.3, others: 80, difference: 0.3 },
    ]);
  });

  it('of nobody there is nothing', () => {
    expect(raterSeverity([], 3)).toEqual([]);
  });
});

describe('calibrators see whether newcomers are rated lower', () => {
  const people = [60, 62, 64]
    .map((shown) => ({ years: 0, shown }))
    .concat([80, 82, 84].map((shown) => ({ years: 4, shown })));

  it('by time with the company, with the number of people', () => {
    expect(tenureGap([...people, { years: 1, shown: 70 }], [0, 1, 3], 3)).toEqual([
      { fromYears: 0, people: 3, mean: 62, others: 79, difference: -17 },
      { fromYears: 1, people: 1, mean: null, others: null, difference: null },
      { fromYears: 3, people: 3, mean: 82, others: 64, difference: 18 },
    ]);
  });

  it('and nothing where all are in one group', () => {
    expect(tenureGap(people, [0], 3)).toEqual([
      { fromYears: 0, people: 6, mean: null, others: null, difference: null },
    ]);
  });
});
