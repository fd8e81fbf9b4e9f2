import fc from 'fast-check';
import type { Instant } from '#contracts/common';
import type { ReviewFigures, ReviewGroup, ReviewMean, ReviewRelation } from '#contracts/review';
import { publishReview } from '../../cloudfunctions/reviews/domain/publish-review';
import { publishUnits } from '../../cloudfunctions/reviews/domain/publish-units';
import {
  ANONYMOUS,
  isAnonymous,
  type PersonReview,
  RELATIONS,
  type ReviewAnswer,
  type ReviewCycle,
  type ReviewSnapshot,
  type UnitMember,
  type UnitSnapshot,
} from '../../cloudfunctions/reviews/domain/review';
import { usedWeights } from '../../cloudfunctions/reviews/domain/used-weights';

const RUNS = { numRuns: 1_000 };
const CLOSE = 1_000 as Instant;
const ITEMS = ['a', 'b', 'c'] as const;

const cycles = fc
  .record({
    threshold: fc.integer({ min: 3, max: 5 }),
    most: fc.integer({ min: 2, max: 7 }),
    weights: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }),
  })
  .map(
    ({ threshold, most, weights }): ReviewCycle => ({
      threshold,
      scale: { least: 1, most },
      items: [...ITEMS.map((id) => ({ id, kind: 'rating' as const })), { id: 't', kind: 'text' as const }],
      weights: Object.fromEntries(RELATIONS.map((relation, at) => [relation, weights[at] ?? 0])),
      closedAt: CLOSE,
    }),
  );

/** Of each anonymous relation some raters, of the others one or none; most rate everything. */
const reviewOf = ({ scale: { least, most } }: ReviewCycle, person: string) => {
  const rating = fc.option(fc.integer({ min: least, max: most }), { freq: 6, nil: undefined });
  const given = fc.record({
    a: rating,
    b: rating,
    c: rating,
    text: fc.option(fc.string({ maxLength: 4 }), { nil: undefined }),
    isLate: fc.boolean(),
  });
  return fc
    .tuple(
      fc.array(given, { maxLength: 1 }),
      fc.array(given, { maxLength: 1 }),
      ...ANONYMOUS.map(() => fc.array(given, { maxLength: 8 })),
    )
    .map((groups): PersonReview => {
      const answers = groups.flatMap((own, at) =>
        own.map(({ text, isLate, ...ratings }, index): ReviewAnswer => {
          const relation = RELATIONS[at] as ReviewRelation;
          return {
            rater: relation === 'self' ? person : `rater-${at}-${index}`,
            relation,
            at: (CLOSE + (isLate && index % 4 === 3 ? 1 : 0)) as Instant,
            ratings: Object.fromEntries(
              Object.entries(ratings).filter(([, value]) => value !== undefined),
            ) as Record<string, number>,
            texts: text === undefined ? {} : { t: text },
          };
        }),
      );
      return { person, asked: RELATIONS, answers };
    });
};

const published = (cycle: ReviewCycle, review: PersonReview): ReviewSnapshot => {
  const snapshot = publishReview(cycle, review);
  if (!snapshot) throw new Error('the cycle has closed');
  return snapshot;
};
const cases = cycles.chain((cycle) => fc.tuple(fc.constant(cycle), reviewOf(cycle, 'p')));
const ratedBy = ({ answers }: PersonReview, relation: ReviewRelation, item: string): number[] =>
  answers.flatMap((answer) =>
    answer.relation === relation && answer.at <= CLOSE ? (answer.ratings[item] ?? []) : [],
  );
const anonymousOf = (figures: ReviewFigures): ReviewGroup[] =>
  figures.groups.filter(({ relation }) => isAnonymous(relation));
/** Shown or not, per anonymous group and item. */
const tableOf = (figures: ReviewFigures): boolean[][] =>
  anonymousOf(figures).map(({ cells }) => cells.map(({ mean }) => mean !== null));

/** Within the rounding, and at an end of the scale within one step of one answer. */
function isMeanOf({ mean, bound }: ReviewMean, given: readonly number[]): boolean {
  const exact = given.reduce((sum, each) => sum + each, 0) / given.length;
  const rounding = 0.05 + 1e-9;
  if (bound === 'at-least' && exact < mean - rounding) return false;
  if (bound === 'at-most' && exact > mean + rounding) return false;
  return Math.abs(exact - mean) <= 1 / given.length + rounding;
}

describe('whatever people answer', () => {
  test('nothing of fewer raters than the threshold is shown, and no text of fewer than five', () => {
    fc.assert(
      fc.property(cases, ([cycle, review]) => {
        for (const { relation, cells, texts, atLeast } of anonymousOf(published(cycle, review).figures)) {
          const told = cells.filter(({ mean, spread }) => mean || spread.length > 0);
          const counts = [
            ...told.map(({ item }) => ratedBy(review, relation, item).length),
            ...told.flatMap(({ spread }) => spread.map((part) => part.atLeast)),
            ...(atLeast === null ? [] : [atLeast]),
          ];
          expect(counts.filter((count) => count < cycle.threshold)).toEqual([]);
          for (const each of texts) expect([0, 5, 6, 7, 8]).toContain(each.texts.length);
        }
      }),
      RUNS,
    );
  });

  test('no line has exactly one hidden cell beside a shown one', () => {
    fc.assert(
      fc.property(cases, ([cycle, review]) => {
        const table = tableOf(published(cycle, review).figures);
        const columns = ITEMS.map((_, item) => table.map((row) => row[item] ?? false));
        for (const line of [...table, ...columns])
          expect(line.filter((isShown) => !isShown).length).not.toBe(1);
        expect(table.filter((row) => !row.includes(true)).length).not.toBe(1);
      }),
      RUNS,
    );
  });

  test('what is hidden depends on who answered, not on what', () => {
    const pairs = cycles.chain((cycle) =>
      fc.tuple(
        fc.constant(cycle),
        reviewOf(cycle, 'p'),
        fc.infiniteStream(fc.integer({ min: 1, max: cycle.scale.most })),
      ),
    );
    fc.assert(
      fc.property(pairs, ([cycle, review, stream]) => {
        const next = (): number => stream.next().value;
        const answers = review.answers.map((answer) => ({
          ...answer,
          ratings: Object.fromEntries(Object.keys(answer.ratings).map((item) => [item, next()])),
        }));
        const other = published(cycle, { ...review, answers });
        expect(tableOf(other.figures)).toEqual(tableOf(published(cycle, review).figures));
      }),
      RUNS,
    );
  });

  test('nothing depends on the order in which they answered, nor on who they are', () => {
    const shuffled = cases.chain(([cycle, review]) =>
      fc.tuple(
        fc.constant(cycle),
        fc.constant(review),
        fc.shuffledSubarray([...review.answers], { minLength: review.answers.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([cycle, review, order]) => {
        const answers = order.map((answer, at) =>
          answer.relation === 'self' ? answer : { ...answer, rater: `somebody-${at}` },
        );
        expect(published(cycle, { ...review, answers })).toEqual(published(cycle, review));
      }),
      RUNS,
    );
  });

  test('late answers change nothing', () => {
    fc.assert(
      fc.property(cases, ([cycle, review]) => {
        const answers = review.answers.filter(({ at }) => at <= CLOSE);
        expect(published(cycle, { ...review, answers })).toEqual(published(cycle, review));
      }),
      RUNS,
    );
  });

  test('a mean is that of the answers, or of one step beside an end of the scale', () => {
    fc.assert(
      fc.property(cases, ([cycle, review]) => {
        const { groups } = published(cycle, review).figures;
        const wrong = groups.flatMap(({ relation, cells }) =>
          cells.filter(({ item, mean }) => mean && !isMeanOf(mean, ratedBy(review, relation, item))),
        );
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the total is made of the groups that are shown, by weights that sum to 100', () => {
    fc.assert(
      fc.property(cases, ([cycle, review]) => {
        const { figures, exact } = published(cycle, review);
        const shown = figures.groups.filter(
          ({ relation, mean }) => mean && (cycle.weights[relation] ?? 0) > 0,
        );
        expect(figures.total.weights.map(({ relation }) => relation)).toEqual(
          shown.map(({ relation }) => relation),
        );
        const percent = figures.total.weights.reduce((sum, each) => sum + each.percent, 0);
        expect(percent).toBe(shown.length === 0 ? 0 : 100);
        if (shown.length === 0) expect([figures.total.mean, exact.total]).toEqual([null, null]);
        const fraction = (text: string | null | undefined): number => {
          const [top, bottom = '1'] = (text ?? '').split('/');
          return Number(top) / Number(bottom);
        };
        const weights = shown.reduce((sum, { relation }) => sum + (cycle.weights[relation] ?? 0), 0);
        const total = shown.reduce(
          (sum, { relation }) => sum + (cycle.weights[relation] ?? 0) * fraction(exact.groups[relation]),
          0,
        );
        if (shown.length > 0) expect(fraction(exact.total)).toBeCloseTo(total / weights, 9);
      }),
      RUNS,
    );
  });
});

describe('units', () => {
  const UNITS = [
    { id: 'company', parent: null },
    { id: 'north', parent: 'company' },
    { id: 'south', parent: 'company' },
    { id: 'team', parent: 'south' },
  ];
  const companies = cycles.chain((cycle) =>
    fc.tuple(
      fc.constant(cycle),
      fc.array(fc.tuple(fc.constantFrom(...UNITS.map(({ id }) => id)), reviewOf(cycle, 'p')), {
        minLength: 1,
        maxLength: 6,
      }),
    ),
  );
  const parentOf = (unit: string): string | null => UNITS.find(({ id }) => id === unit)?.parent ?? null;
  /** Whether a unit is another one, or around it. */
  const isInside = (unit: string, other: string | null): boolean =>
    other !== null && (unit === other || isInside(unit, parentOf(other)));

  /** Everybody is somebody else; raters are the same ones for all. */
  const membersOf = (
    cycle: ReviewCycle,
    people: readonly (readonly [string, PersonReview])[],
  ): UnitMember[] =>
    people.map(([unit, review], at) => {
      const answers = review.answers.filter(({ relation }) => relation !== 'self');
      const own = { ...review, person: `p${at}`, answers };
      return { unit, review: own, snapshot: published(cycle, own) };
    });

  const isShown = (figures: ReviewFigures, relation: ReviewRelation, at: number): boolean =>
    Boolean(figures.groups.find((group) => group.relation === relation)?.cells[at]?.mean);

  /** Raters of what is in a unit and in nothing that is shown inside of it. */
  function restOf(
    units: readonly UnitSnapshot[],
    members: readonly UnitMember[],
    unit: string,
    relation: ReviewRelation,
    at: number,
  ): Set<string> {
    const covered = units.filter(
      (each) => each.unit !== unit && isInside(unit, each.unit) && isShown(each.figures, relation, at),
    );
    const rest = members.filter(
      (member) =>
        isInside(unit, member.unit) &&
        !isShown(member.snapshot.figures, relation, at) &&
        !covered.some((each) => isInside(each.unit, member.unit)),
    );
    const answers = rest.flatMap(({ review }) => review.answers);
    const counted = answers.filter(
      (answer) =>
        answer.relation === relation && answer.at <= CLOSE && answer.ratings[ITEMS[at] ?? ''] !== undefined,
    );
    return new Set(counted.map(({ rater }) => rater));
  }

  test('a unit less all that is shown inside of it is nobody, or as many raters as the threshold', () => {
    fc.assert(
      fc.property(companies, ([cycle, people]) => {
        const members = membersOf(cycle, people);
        const units = publishUnits(cycle, UNITS, members) ?? [];
        const places = units.flatMap(({ unit, figures }) =>
          ANONYMOUS.flatMap((relation) =>
            ITEMS.flatMap((_, at) => (isShown(figures, relation, at) ? [{ unit, relation, at }] : [])),
          ),
        );
        const sizes = places.map(({ unit, relation, at }) => restOf(units, members, unit, relation, at).size);
        expect(sizes.filter((size) => size > 0 && size < cycle.threshold)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('no line of a unit has exactly one hidden cell beside a shown one', () => {
    fc.assert(
      fc.property(companies, ([cycle, people]) => {
        for (const { figures } of publishUnits(cycle, UNITS, membersOf(cycle, people)) ?? []) {
          const table = tableOf(figures);
          const columns = ITEMS.map((_, item) => table.map((row) => row[item] ?? false));
          for (const line of [...table, ...columns])
            if (line.length > 1) expect(line.filter((isShown) => !isShown).length).not.toBe(1);
        }
      }),
      RUNS,
    );
  });
});

test('percents are whole, sum to 100, and none is a whole percent away from its share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(weights, (given) => {
      const sum = given.reduce((total, weight) => total + weight, 0);
      const used = usedWeights(
        given.map((weight, at) => ({ relation: RELATIONS[at] as ReviewRelation, weight })),
      );
      expect(used.map(({ relation }) => relation)).toEqual(RELATIONS.filter((_, at) => (given[at] ?? 0) > 0));
      if (sum === 0) return;
      expect(used.reduce((total, { percent }) => total + percent, 0)).toBe(100);
      for (const { relation, percent } of used) {
        const share = (100 * (given[RELATIONS.indexOf(relation)] ?? 0)) / sum;
        expect(Number.isInteger(percent) && Math.abs(percent - share) < 1).toBe(true);
      }
    }),
    RUNS,
  );
});
