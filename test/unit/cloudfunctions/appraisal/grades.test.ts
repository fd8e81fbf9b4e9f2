import type { GradeRule } from '#contracts/appraisal';
import { distributionOf } from '../../../../cloudfunctions/appraisal/domain/distribution';
import { gradesByQuota } from '../../../../cloudfunctions/appraisal/domain/grades-by-quota';
import { overQuota } from '../../../../cloudfunctions/appraisal/domain/over-quota';
import { promotionPool } from '../../../../cloudfunctions/appraisal/domain/promotion-pool';
import { quotaFor } from '../../../../cloudfunctions/appraisal/domain/quota';
import { usedShares, weightedMean } from '../../../../cloudfunctions/appraisal/domain/score-node';
import { decimal, rounded } from '../../../../cloudfunctions/shared/figures/ratio';
import { A_TO_D, BY_QUOTA, text } from '../support/appraisal';

const ruleOf = (shares: readonly number[], opensPlan = false): GradeRule => ({
  ...BY_QUOTA,
  grades: shares.map((share, at) => ({
    id: String(at + 1),
    name: text(String(at + 1)),
    from: null,
    share,
    opensPlan: opensPlan && at === shares.length - 1,
  })),
});
/** People with these scores, the first P0. */
const peopleOf = (...scores: readonly number[]) => scores.map((shown, at) => ({ personId: `P${at}`, shown }));
const gradedOf = (scores: readonly number[], grades: string) =>
  peopleOf(...scores).map((person, at) => ({ ...person, grade: grades[at] ?? '' }));
const falling = (size: number) => Array.from({ length: size }, (_, at) => 100 - at);

describe('how many of each grade are advised', () => {
  it.each([
    [0, [0, 0, 0, 0]],
    [1, [0, 1, 0, 0]],
    [3, [1, 1, 1, 0]],
    [4, [1, 2, 1, 0]],
    [5, [1, 2, 2, 0]],
    [10, [2, 4, 4, 0]],
    [20, [4, 8, 7, 1]],
    [10_000, [2_000, 4_000, 3_500, 500]],
  ])('of %d people: %j', (size, counts) => {
    expect(quotaFor(BY_QUOTA, size)).toEqual(counts);
  });

  it('4 people in thirds of 33.3, 33.4 and 33.3 % are 1, 2 and 1', () => {
    expect(quotaFor(ruleOf([33.3, 33.4, 33.3]), 4)).toEqual([1, 2, 1]);
  });

  it('of two equal fractions the better grade gets the place', () => {
    expect(quotaFor(ruleOf([50, 50]), 3)).toEqual([2, 1]);
  });

  it('19 people have no D, although 5 % of them are nearly one; 39 have one and not two', () => {
    expect(quotaFor(BY_QUOTA, 19)[3]).toBe(0);
    expect(quotaFor(BY_QUOTA, 39)[3]).toBe(1);
    expect(quotaFor(BY_QUOTA, 40)[3]).toBe(2);
  });

  it('half of a small unit has no D even where the scheme wants one for half of them', () => {
    expect(quotaFor(ruleOf([30, 20, 50], true), 19)).toEqual([11, 8, 0]);
    expect(quotaFor(ruleOf([30, 20, 50], true), 20)).toEqual([6, 4, 10]);
  });

  it('always sum to the people, whoever they are', () => {
    for (let size = 0; size <= 300; size += 1)
      expect([size, quotaFor(BY_QUOTA, size).reduce((sum, each) => sum + each, 0)]).toEqual([size, size]);
  });
});

describe('a mean by weights', () => {
  it.each([
    [
      '50 % four times and 100 % once',
      [
        [4, 50],
        [1, 100],
      ],
      60,
    ],
    [
      '40 % twice and 20 % three times',
      [
        [2, 40],
        [3, 20],
      ],
      28,
    ],
    [
      '4 once and 8 twice',
      [
        [1, 4],
        [2, 8],
      ],
      6.67,
    ],
  ] as const)('of %s', (_, values, expected) => {
    const mean = weightedMean(values.map(([weight, value]) => ({ weight, value: decimal(value) })));
    expect(mean && rounded(mean, 2)).toBe(expected);
  });

  it('65, 40 and 25 count 50, 30.8 and 19.2 %', () => {
    const used = usedShares([65, 40, 25].map((weight) => ({ weight, value: decimal(1) })));
    expect(used.map((each) => each && rounded(each.share, 2))).toEqual([50, 30.77, 19.23]);
    expect(used.map((each) => each?.shown)).toEqual([50, 30.8, 19.2]);
  });
});

describe('grades by quota', () => {
  it('go to the highest scores first, in whatever order people come', () => {
    const people = peopleOf(60, 90, 70, 80, 50);
    const { grades, ties } = gradesByQuota(BY_QUOTA, people);
    const byPerson = Object.fromEntries(grades.map(({ personId, grade }) => [personId, grade]));
    expect(byPerson).toEqual({ P1: 'A', P3: 'B', P2: 'B', P0: 'C', P4: 'C' });
    expect(ties).toEqual([]);
    expect(gradesByQuota(BY_QUOTA, [...people].reverse())).toEqual({ grades, ties, enforced: false });
  });

  it('equal people at a border all have the better grade; the next grade has fewer places', () => {
    const { grades, ties } = gradesByQuota(BY_QUOTA, peopleOf(95, 90, 90, 90, 80, 70, 60, 55, 50, 40));
    // Two A, four B, four C.
    expect(grades.map(({ grade }) => grade).join('')).toBe('AAAABBCCCC');
    expect(ties).toEqual([{ shown: 90, people: 3, grade: 'A', instead: 'B' }]);
  });

  it('a tie over a whole grade leaves that grade empty and says so', () => {
    const { grades, ties } = gradesByQuota(BY_QUOTA, peopleOf(...Array.from({ length: 10 }, () => 75)));
    expect(new Set(grades.map(({ grade }) => grade))).toEqual(new Set(['A']));
    expect(ties).toEqual([{ shown: 75, people: 10, grade: 'A', instead: 'C' }]);
  });

  it('a tie at the border of D keeps people out of the plan', () => {
    const { grades } = gradesByQuota(BY_QUOTA, peopleOf(...falling(19), 82));
    expect(grades.at(-1)?.grade).toBe('C');
  });

  it('are advice, and bind a unit only from its stated size', () => {
    const rule = { ...BY_QUOTA, enforcedFrom: 20 };
    expect(gradesByQuota(rule, peopleOf(...falling(19))).enforced).toBe(false);
    expect(gradesByQuota(rule, peopleOf(...falling(20))).enforced).toBe(true);
    expect(gradesByQuota(BY_QUOTA, peopleOf(...falling(500))).enforced).toBe(false);
  });
});

describe('the distribution of a unit', () => {
  it('stands beside what is advised', () => {
    expect(distributionOf(A_TO_D, ['A', 'A', 'B'])).toEqual({
      size: 3,
      enforced: false,
      isSmall: true,
      grades: [
        { grade: 'A', count: 2, share: 66.7, ideal: 0.6, advised: 1 },
        { grade: 'B', count: 1, share: 33.3, ideal: 1.2, advised: 1 },
        { grade: 'C', count: 0, share: 0, ideal: 1.1, advised: 1 },
        { grade: 'D', count: 0, share: 0, ideal: 0.2, advised: 0 },
      ],
    });
  });

  it('has no shares where nobody has a grade, and no advice where the scheme gives none', () => {
    const without = { ...A_TO_D, grades: A_TO_D.grades.map((grade) => ({ ...grade, share: null })) };
    expect(distributionOf(without, []).grades[0]).toEqual({
      grade: 'A',
      count: 0,
      share: null,
      ideal: null,
      advised: null,
    });
  });

  it('of twenty is not small', () => {
    expect(
      distributionOf(
        A_TO_D,
        Array.from({ length: 20 }, () => 'B'),
      ).isSmall,
    ).toBe(false);
  });
});

describe('a unit that the shares bind', () => {
  const rule = { ...A_TO_D, enforcedFrom: 20 };
  const scores = falling(20);

  it('may have as many A as advised and not one more', () => {
    expect(overQuota(rule, gradedOf(scores, 'AAAABBBBBBBBCCCCCCCD'))).toBeNull();
    expect(overQuota(rule, gradedOf(scores, 'AAAAABBBBBBBCCCCCCCD'))).toEqual({
      grade: 'A',
      count: 5,
      most: 4,
    });
  });

  it('may have B instead of A, but not B instead of C', () => {
    expect(overQuota(rule, gradedOf(scores, 'ABBBBBBBBBBBCCCCCCCD'))).toBeNull();
    expect(overQuota(rule, gradedOf(scores, 'AAAABBBBBBBBBCCCCCCD'))).toEqual({
      grade: 'B',
      count: 13,
      most: 12,
    });
  });

  it('need not have a D', () => {
    expect(overQuota(rule, gradedOf(scores, 'AAAABBBBBBBBCCCCCCCC'))).toBeNull();
  });

  it('keeps everybody who is equal at a border', () => {
    const equal = scores.map((shown, at) => (at === 4 ? 97 : shown));
    expect(overQuota(rule, gradedOf(equal, 'AAAAABBBBBBBCCCCCCCD'))).toBeNull();
  });

  it('is not a smaller one, nor any where they are advice', () => {
    expect(overQuota(rule, gradedOf(falling(19), 'AAAAAAAAAAAAAAAAAAA'))).toBeNull();
    expect(overQuota(A_TO_D, gradedOf(scores, 'AAAAAAAAAAAAAAAAAAAA'))).toBeNull();
  });
});

describe('the pool for promotion', () => {
  const poolOf = (scores: readonly number[], grades: string, ties: 'in' | 'out' = 'in') =>
    promotionPool(A_TO_D, gradedOf(scores, grades), 20, ties);

  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1],
    [7, 1],
    [8, 2],
    [12, 2],
    [13, 3],
    [60, 12],
  ])('of %d people has %d places', (size, places) => {
    const pool = poolOf(falling(size), 'A'.repeat(size));
    expect([pool.places, pool.personIds.length]).toEqual([places, places]);
  });

  it('takes the better grade before the higher score', () => {
    expect(poolOf([95, 80, 70], 'CAB').personIds).toEqual(['P1']);
  });

  it('people who are equal at the border are all in', () => {
    const pool = poolOf([95, 90, 90, 90, 80, 70, 60, 50, 40, 30], 'AAAAAAAAAA');
    expect(pool).toEqual({
      size: 10,
      places: 2,
      personIds: ['P0', 'P1', 'P2', 'P3'],
      tie: { people: 3, isIn: true },
    });
  });

  it('or all out, where the company says so', () => {
    const pool = poolOf([95, 90, 90, 90, 80, 70, 60, 50, 40, 30], 'AAAAAAAAAA', 'out');
    expect(pool).toMatchObject({ personIds: ['P0'], tie: { people: 3, isIn: false } });
  });

  it('the same score with another grade is no tie', () => {
    const pool = poolOf([95, 90, 90, 80, 80, 70, 60, 50, 40, 30], 'AABBBBBBBB');
    expect(pool).toMatchObject({ personIds: ['P0', 'P1'], tie: null });
  });

  it('is the same in whatever order people come', () => {
    const people = gradedOf([95, 90, 90, 80, 80, 70, 60, 50], 'AAAABBBB');
    expect(promotionPool(A_TO_D, [...people].reverse(), 20, 'in')).toEqual(
      promotionPool(A_TO_D, people, 20, 'in'),
    );
  });
});
