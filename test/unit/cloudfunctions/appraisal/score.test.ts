import type { AppraisalScheme, PartInput, ScoreNode } from '#contracts/appraisal';
import { score } from '../../../../cloudfunctions/appraisal/domain/score';
import { figuresOf } from '../../../../cloudfunctions/reviews/domain/figures';
import { guardedSum } from '../../../../cloudfunctions/reviews/domain/guarded-sum';
import {
  A_TO_D,
  BY_QUOTA,
  CAPPED,
  COMPLAINTS,
  figureOf,
  goalOf,
  goalsOf,
  keyResultOf,
  kpiOf,
  kpiPart,
  LEVELS,
  meanOf,
  part,
  rated,
  STARS,
  schemeOf,
  sectionOf,
  text,
} from '../support/appraisal';

/** Project results 40 %, peers 30 %, the manager 30 %. */
const THREE = schemeOf([
  part('goals', 'goals', 40),
  part('peer', 'peer', 30),
  part('manager', 'manager', 30),
]);
const inputsOf = (scheme: AppraisalScheme, inputs: readonly PartInput[]) => score(scheme, inputs);
const partNamed = (total: ScoreNode, id: string): ScoreNode => {
  const found = total.inputs.find((input) => input.id === id);
  if (!found) throw new Error(`no part ${id}`);
  return found;
};
const usedOf = ({ inputs }: ScoreNode) => inputs.map(({ shownShare }) => shownShare);

describe('a part that is missing', () => {
  it('is left out, and the others count for it: 84 at 40 and 78 at 30 without the manager are 81.43', () => {
    const inputs = [goalsOf(goalOf('G1', 100, 84)), rated('peer', 78)];
    const { total, grade, scoredShare } = inputsOf({ ...THREE, decimals: 2 }, inputs);
    expect(total.shown).toBe(81.43);
    expect(total.value).toBe('570/7');
    expect(grade).toBe('B');
    expect(scoredShare).toBe(70);
    expect(total.inputs.map(({ share }) => share)).toEqual([40, 30, 30]);
    expect(total.inputs.map(({ usedShare }) => usedShare)).toEqual(['400/7', '300/7', null]);
    expect(usedOf(total)).toEqual([57.1, 42.9, null]);
    expect(partNamed(total, 'manager')).toMatchObject({ value: null, formula: null, missing: 'no-data' });
  });

  it('never makes five stars everywhere fewer than five', () => {
    const stars = schemeOf([
      part('work', 'manager', 40, STARS),
      part('peer', 'peer', 30, STARS),
      part('self', 'self', 30, STARS),
    ]);
    const { total } = inputsOf(stars, [rated('work', 5), rated('peer', 5)]);
    expect(total.shown).toBe(100);
  });

  it('does not divide the goals by three: ratings 5 at 30 % and 3 at 70 % alone are 3.6 stars', () => {
    const stars = schemeOf([
      part('goals', 'goals', 40, STARS),
      part('peer', 'peer', 30, STARS),
      part('self', 'self', 30, STARS),
    ]);
    const { total } = inputsOf(stars, [goalsOf(goalOf('G1', 30, 5), goalOf('G2', 70, 3))]);
    expect(total.shown).toBe(72); // 3.6 of 5
    expect(usedOf(total)).toEqual([100, null, null]);
  });

  it('says why, and a group that nobody answered for says the same as one with too few answers', () => {
    const scheme = schemeOf([
      part('goals', 'goals', 40),
      part('peer', 'peer', 20),
      part('customer', 'customer', 10),
      part('report', 'report', 10),
      part('self', 'self', 20),
    ]);
    const { total } = inputsOf(scheme, [
      goalsOf(goalOf('G1', 100, 80)),
      { part: 'peer', kind: 'missing', reason: 'no-data' },
      { part: 'self', kind: 'missing', reason: 'late' },
    ]);
    const tooFew = inputsOf(scheme, [
      goalsOf(goalOf('G1', 100, 80)),
      { part: 'peer', kind: 'missing', reason: 'not-enough-answers' },
      { part: 'customer', kind: 'reviews', sections: [sectionOf('service', 100, [null, null])] },
      { part: 'report', kind: 'reviews', sections: [sectionOf('lead', 100, [null])] },
      { part: 'self', kind: 'missing', reason: 'late' },
    ]);
    expect(total.inputs.map(({ missing }) => missing)).toEqual([
      null,
      'not-enough-answers',
      'not-enough-answers',
      'not-enough-answers',
      'late',
    ]);
    expect(tooFew.total).toEqual(total);
  });

  it('without any part there is no score and no grade', () => {
    expect(inputsOf(THREE, [])).toMatchObject({
      total: { value: null, shown: null, formula: null, missing: 'no-data' },
      scoredShare: 0,
      grade: null,
      ungraded: 'nothing-scored',
    });
  });

  it('a self review alone makes no grade, however little the scheme asks for', () => {
    const scheme = schemeOf([part('goals', 'goals', 70), part('self', 'self', 30)], { leastShare: 50 });
    const alone = inputsOf(scheme, [rated('self', 100)]);
    expect(alone).toMatchObject({ total: { shown: 100 }, grade: null, ungraded: 'too-little-scored' });
    const half = inputsOf({ ...scheme, leastShare: 30 }, [rated('self', 100)]);
    expect(half).toMatchObject({ scoredShare: 30, grade: null, ungraded: 'self-declared' });
  });

  it('shares that are shown sum to 100.0 although each is rounded', () => {
    const scheme = schemeOf([
      part('goals', 'goals', 30),
      part('self', 'self', 30),
      part('manager', 'manager', 30),
      part('peer', 'peer', 10),
    ]);
    const { total } = inputsOf(scheme, [
      goalsOf(goalOf('G1', 100, 80)),
      rated('self', 80),
      rated('manager', 80),
    ]);
    expect(usedOf(total)).toEqual([33.4, 33.3, 33.3, null]);
  });
});

describe('a score is exact until it is shown', () => {
  it.each([
    [84.95, 85, 'A'],
    [84.94, 84.9, 'B'],
    [59.95, 60, 'C'],
    [59.94, 59.9, 'D'],
  ])('%d is shown as %d, and the grade is that of what is shown: %s', (points, shown, grade) => {
    const scheme = schemeOf([part('manager', 'manager', 100)]);
    expect(inputsOf(scheme, [rated('manager', points)])).toMatchObject({ total: { shown }, grade });
  });

  it('thirds that sum to a whole give the whole', () => {
    const scheme = schemeOf([part('goals', 'goals', 100, { least: 0, most: 3, zeroAt: 'least' })]);
    const { total } = inputsOf(scheme, [goalsOf(goalOf('G1', 50, 1), goalOf('G2', 50, 2))]);
    expect(total.value).toBe('50');
  });

  it('figures with long denominators are neither rounded nor lost', () => {
    const scheme = schemeOf([kpiPart(100)], { curves: [CAPPED] });
    const figures = [1_234_567.8901, 7_654_321.1237, 98_765.4321].map((target, at) =>
      figureOf({ id: `F${at}`, weight: [33, 33, 34][at] ?? 0, target, actual: target, curve: 'capped' }),
    );
    const scored = (less: number) =>
      inputsOf(scheme, [
        kpiOf(
          ...figures.map((each) => ({
            ...each,
            actual: Math.round(((each.target ?? 0) - less) * 10_000) / 10_000,
          })),
        ),
      ]).total;
    expect(scored(0).value).toBe('100');
    // Each of them a unit short: 100 - 33 × 1/d - 33 × 1/e - 34 × 1/f, in ten-thousandths.
    const [d, e, f] = [12_345_678_901n, 76_543_211_237n, 987_654_321n];
    const short = 33n * e * f + 33n * d * f + 34n * d * e;
    const [n, m] = scored(0.0001).value?.split('/').map(BigInt) ?? [];
    expect(n).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    expect((n ?? 0n) * d * e * f).toBe((100n * d * e * f - short) * (m ?? 0n));
    expect(scored(0.0001).shown).toBe(100);
  });
});

describe('goals', () => {
  const scheme = schemeOf([part('goals', 'goals', 100)]);

  it('count by their weights: 12.5 at 30 and 50 at 70 are 38.75', () => {
    const { total } = inputsOf({ ...scheme, decimals: 2 }, [
      goalsOf(goalOf('G1', 30, 12.5), goalOf('G2', 70, 50)),
    ]);
    expect(total.shown).toBe(38.75);
  });

  it('are scored by their key results, and say which goal and key result a figure comes from', () => {
    const keyResults = [
      { ...keyResultOf('K1', 60, 90), sources: [{ kind: 'key-result', id: 'K1' } as const] },
      keyResultOf('K2', 40, 40),
    ];
    const goal = { ...goalOf('G1', 100, null, keyResults), sources: [{ kind: 'goal', id: 'G1' } as const] };
    const [goals] = inputsOf(scheme, [goalsOf(goal)]).total.inputs;
    const [first] = goals?.inputs ?? [];
    expect(first).toMatchObject({ id: 'G1', kind: 'goal', shown: 70, sources: [{ kind: 'goal', id: 'G1' }] });
    expect(
      first?.inputs.map(({ id, kind, shown, share, shownShare }) => ({ id, kind, shown, share, shownShare })),
    ).toEqual([
      { id: 'K1', kind: 'key-result', shown: 90, share: 60, shownShare: 60 },
      { id: 'K2', kind: 'key-result', shown: 40, share: 40, shownShare: 40 },
    ]);
    expect(first?.inputs[0]?.sources).toEqual([{ kind: 'key-result', id: 'K1' }]);
  });

  it('one that nobody scored is left out by itself and is still listed', () => {
    const { total } = inputsOf(scheme, [
      goalsOf(goalOf('G1', 25, 60), { ...goalOf('G2', 75, null), missing: 'excluded' }),
    ]);
    const [goals] = total.inputs;
    expect(goals?.shown).toBe(60);
    expect(goals?.inputs.map(({ id, missing, shownShare }) => [id, missing, shownShare])).toEqual([
      ['G1', null, 100],
      ['G2', 'excluded', null],
    ]);
  });

  it('none of which was scored are listed below the missing part', () => {
    const { total } = inputsOf(scheme, [goalsOf({ ...goalOf('G1', 100, null), missing: 'late' })]);
    expect(total.inputs[0]).toMatchObject({
      missing: 'late',
      value: null,
      inputs: [{ id: 'G1', missing: 'late' }],
    });
  });

  it('on the scale from 0 to 1 give 70 points for 0.7', () => {
    const unit = schemeOf([part('goals', 'goals', 100, { least: 0, most: 1, zeroAt: 'least' })]);
    expect(inputsOf(unit, [goalsOf(goalOf('G1', 100, 0.7))]).total.value).toBe('70');
  });
});

describe('reviews', () => {
  it('one section unrated: 3 at 20, 4 and 3 at 30, 2.5 at 10 are 3.17', () => {
    const scheme = schemeOf([part('peer', 'peer', 100, { least: 0, most: 5, zeroAt: 'zero' })], {
      decimals: 2,
    });
    const { total } = inputsOf(scheme, [
      {
        part: 'peer',
        kind: 'reviews',
        sections: [
          sectionOf('one', 20, [3]),
          sectionOf('two', 30, [4, 3]),
          sectionOf('three', 10, [2.5]),
          sectionOf('four', 40, [null]),
        ],
      },
    ]);
    // 19/6 of 5 stars.
    expect(total.value).toBe('190/3');
    expect(total.shown).toBe(63.33);
    expect(usedOf(total.inputs[0] as ScoreNode)).toEqual([33.3, 50, 16.7, null]);
    expect(total.inputs[0]?.inputs[3]?.missing).toBe('not-enough-answers');
  });

  it('items count by their relevance: 4 once and 8 twice are 6.67', () => {
    const scheme = schemeOf([part('manager', 'manager', 100, { least: 0, most: 10, zeroAt: 'least' })], {
      decimals: 2,
    });
    const section = sectionOf('skills', 100, [4, 8], [1, 2]);
    expect(inputsOf(scheme, [{ part: 'manager', kind: 'reviews', sections: [section] }]).total.shown).toBe(
      66.67,
    );
  });

  it('of a group count as they were published, also where the exact mean is not told', () => {
    const scheme = schemeOf([part('peer', 'peer', 100, { least: 1, most: 5, zeroAt: 'least' })]);
    const section = sectionOf('team', 100, [meanOf(3), meanOf(4.9, 'at-most')]);
    const [peers] = inputsOf(scheme, [{ part: 'peer', kind: 'reviews', sections: [section] }]).total.inputs;
    expect(peers?.inputs[0]?.inputs.map(({ shown }) => shown)).toEqual([50, 97.5]);
    expect(peers?.shown).toBe(73.8);
  });

  it('of a group whose mean may only be told as "or more" count as all of it, as the review adds it up', () => {
    const scheme = schemeOf([part('customer', 'customer', 100, STARS)]);
    const section = sectionOf('team', 100, [meanOf(4.8, 'at-least')]);
    const { total } = inputsOf(scheme, [{ part: 'customer', kind: 'reviews', sections: [section] }]);
    const [group] = figuresOf(
      ['team-0'],
      [
        {
          ...{ relation: 'customer', weight: 100, atLeast: 4, spreads: [[]], texts: [] },
          cells: [guardedSum(19, 4, STARS)],
        },
      ],
    ).figures.groups;
    expect([group?.mean?.mean, total.shown]).toEqual([5, 100]);
  });

  it('the lowest level is no points, or a fifth of them, as the scheme says', () => {
    const lowest = (zeroAt: 'least' | 'zero') =>
      inputsOf(schemeOf([part('self', 'self', 100, { least: 1, most: 5, zeroAt })]), [rated('self', 1)]).total
        .shown;
    expect(lowest('least')).toBe(0);
    expect(lowest('zero')).toBe(20);
  });

  it('half stars and scales that begin at a half are exact', () => {
    const scheme = schemeOf([part('self', 'self', 100, { least: 0.5, most: 5, zeroAt: 'least' })]);
    expect(inputsOf(scheme, [rated('self', 2.75)]).total.value).toBe('50');
  });

  it('name the closed review that the answers come from, and nobody who gave them', () => {
    const source = { kind: 'review', cycleId: '2026-11', version: 1 } as const;
    const scheme = schemeOf([part('peer', 'peer', 100, STARS)]);
    const sections = [sectionOf('team', 100, [meanOf(4.2)])];
    const [peers] = inputsOf(scheme, [{ part: 'peer', kind: 'reviews', sections, sources: [source] }]).total
      .inputs;
    expect(peers?.sources).toEqual([source]);
    expect(peers?.inputs[0]?.inputs[0]?.formula).toEqual({
      kind: 'rating',
      mean: 4.2,
      bound: 'exact',
      atLeast: 5,
      scale: STARS,
    });
  });
});

describe('figures', () => {
  const scheme = schemeOf([kpiPart(100)], { curves: [LEVELS, CAPPED, COMPLAINTS], decimals: 2 });
  const shownOf = (figure: Parameters<typeof figureOf>[0]) =>
    inputsOf(scheme, [kpiOf(figureOf(figure))]).total.shown;
  const formulaOf = (figure: Parameters<typeof figureOf>[0]) =>
    inputsOf(scheme, [kpiOf(figureOf(figure))]).total.inputs[0]?.inputs[0]?.formula;

  it.each([
    [95, 90],
    [80, 60],
    [100, 100],
    [119.5, 139],
    [120, 140],
    [200, 140],
    [79.99, 0],
    [-10, 0],
  ])('%d of a target of 100 are %d points by the table', (actual, points) => {
    expect(shownOf({ curve: 'levels', actual })).toBe(points);
  });

  it('a table below its cap stops at the cap and says so', () => {
    const capped = schemeOf([kpiPart(100)], { curves: [{ ...LEVELS, most: 110 }] });
    const { total } = inputsOf(capped, [kpiOf(figureOf({ curve: 'levels', actual: 110 }))]);
    expect(total.shown).toBe(110);
    expect(total.inputs[0]?.inputs[0]?.formula).toMatchObject({ kind: 'line', bound: 'most', most: 110 });
  });

  it('without interpolation a level counts once it is reached', () => {
    const levels = schemeOf([kpiPart(100)], { curves: [{ ...LEVELS, between: 'level' }] });
    const points = (actual: number) =>
      inputsOf(levels, [kpiOf(figureOf({ curve: 'levels', actual }))]).total.shown;
    expect([79, 80, 89.9999, 90, 119, 130].map(points)).toEqual([0, 60, 60, 80, 120, 140]);
  });

  it('less is better: two complaints where five are the target are 250 %, and 120 points at most', () => {
    const figure = { curve: 'capped', better: 'less', target: 5, actual: 2 } as const;
    expect(shownOf(figure)).toBe(120);
    expect(formulaOf(figure)).toEqual({
      kind: 'linear',
      measure: { better: 'less', actual: 2, target: 5, reached: '250', shown: 250 },
      least: 0,
      most: 120,
      bound: 'most',
    });
    expect(shownOf({ ...figure, actual: 8 })).toBe(62.5);
  });

  it('no complaint at all is the best there is and divides by nothing', () => {
    const figure = { better: 'less', target: 5, actual: 0 } as const;
    expect(shownOf({ ...figure, curve: 'capped' })).toBe(120);
    expect(shownOf({ ...figure, curve: 'levels' })).toBe(140);
    expect(formulaOf({ ...figure, curve: 'levels' })).toMatchObject({
      kind: 'line',
      measure: { reached: null },
    });
  });

  it.each([
    [0, 120],
    [1, 100],
    [2, 100],
    [3, 60],
    [5, 60],
    [6, 20],
  ])('%d complaints by a table of the figure itself are %d points', (actual, points) => {
    expect(shownOf({ curve: 'complaints', better: 'value', target: null, actual })).toBe(points);
  });

  it('a floor is kept and said', () => {
    const floored = schemeOf([kpiPart(100)], { curves: [{ ...CAPPED, least: 30 }] });
    const { total } = inputsOf(floored, [kpiOf(figureOf({ curve: 'capped', actual: 10 }))]);
    expect(total.shown).toBe(30);
    expect(total.inputs[0]?.inputs[0]?.formula).toMatchObject({ bound: 'least' });
  });

  it('just at the cap or the floor are not cut, and do not say so', () => {
    const limits = schemeOf([kpiPart(100)], { curves: [{ ...CAPPED, least: 30 }] });
    const boundAt = (actual: number) =>
      inputsOf(limits, [kpiOf(figureOf({ curve: 'capped', actual }))]).total.inputs[0]?.inputs[0]?.formula;
    expect([30, 120].map(boundAt)).toEqual([
      expect.objectContaining({ bound: null }),
      expect.objectContaining({ bound: null }),
    ]);
  });

  it('count by their weights; one that no system has sent yet is left out', () => {
    const { total } = inputsOf(scheme, [
      kpiOf(
        figureOf({ id: 'sales', weight: 50, curve: 'capped', actual: 90 }),
        figureOf({ id: 'new', weight: 30, curve: 'capped', actual: null }),
        figureOf({ id: 'visits', weight: 20, curve: 'capped', actual: 20 }),
      ),
    ]);
    expect(total.shown).toBe(70);
    expect(usedOf(total.inputs[0] as ScoreNode)).toEqual([71.4, null, 28.6]);
  });
});

describe('the grade', () => {
  it('is given by the unit, not by the score, where the scheme grades by quota', () => {
    const scheme = schemeOf([part('manager', 'manager', 100)], { grades: BY_QUOTA });
    expect(inputsOf(scheme, [rated('manager', 90)])).toMatchObject({ grade: null, ungraded: 'by-quota' });
  });

  it('of 85 points is 优秀', () => {
    const { grade } = inputsOf(schemeOf([part('manager', 'manager', 100)]), [rated('manager', 85)]);
    expect(A_TO_D.grades.find(({ id }) => id === grade)?.name).toEqual(text('优秀'));
  });
});
