import fc from 'fast-check';
import type {
  AppraisalScheme,
  Curve,
  FigureInput,
  GoalInput,
  PartInput,
  ScoreNode,
  SectionInput,
} from '#contracts/appraisal';
import { checkScheme } from '../../cloudfunctions/appraisal/domain/check-scheme';
import { score } from '../../cloudfunctions/appraisal/domain/score';
import { flattened } from '../../miniprogram/features/appraisal/common/score-tree';
import { CAPPED, COMPLAINTS, LEVELS, part, schemeOf, text } from '../unit/cloudfunctions/support/appraisal';
import { difference, fraction, isBetween, recomputed, total } from './support/score-oracle';

const RUNS = { numRuns: 300 };
const SCALE = { least: 1, most: 5, zeroAt: 'least' } as const;
const CURVES: readonly Curve[] = [LEVELS, CAPPED, COMPLAINTS, { ...LEVELS, id: 'steps', between: 'level' }];

/** Whole numbers above zero that sum to 100. */
const sharesOf = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), 100];
      return edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
    });
const several = <Item>(
  least: number,
  most: number,
  item: (weight: number, at: number) => fc.Arbitrary<Item>,
) =>
  fc
    .integer({ min: least, max: most })
    .chain((count) => sharesOf(count))
    .chain((weights) => fc.tuple(...weights.map(item)));

const named = (id: string, weight: number) => ({ id, name: text(id), weight });
const mark = fc.integer({ min: 10_000, max: 50_000 }).map((each) => each / 10_000);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });

const keyResult = (weight: number, at: number) =>
  perhaps(mark).map((points) => ({ ...named(`K${at}`, weight), score: points }));
const goal = (weight: number, at: number): fc.Arbitrary<GoalInput> =>
  fc.oneof(
    perhaps(mark).map((points) => ({ ...named(`G${at}`, weight), score: points })),
    several(1, 4, keyResult).map((keyResults) => ({ ...named(`G${at}`, weight), score: null, keyResults })),
  );
const money = fc.integer({ min: 1, max: 1_000_000_000 }).map((each) => each / 10_000);
const figure = (weight: number, at: number): fc.Arbitrary<FigureInput> =>
  fc
    .oneof(
      fc.record({
        curve: fc.constantFrom('levels', 'capped', 'steps'),
        better: fc.constantFrom('more' as const, 'less' as const),
        target: money,
        actual: perhaps(fc.oneof(money, fc.integer({ min: -5, max: 5 }))),
      }),
      fc.record({
        curve: fc.constant('complaints'),
        better: fc.constant('value' as const),
        target: fc.constant(null),
        actual: perhaps(fc.integer({ min: -1, max: 8 })),
      }),
    )
    .map((each) => ({ ...named(`F${at}`, weight), ...each }));
const item = fc.record({
  weight: fc.integer({ min: 1, max: 9 }),
  answers: perhaps(
    fc.record({
      mean: mark,
      bound: fc.constantFrom('exact' as const, 'at-least' as const, 'at-most' as const, 'about' as const),
      atLeast: fc.option(fc.integer({ min: 3, max: 30 })),
    }),
  ),
});
const section = (weight: number, at: number): fc.Arbitrary<SectionInput> =>
  fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => ({
    ...named(`S${at}`, weight),
    items: items.map((each, index) => ({ ...named(`I${index}`, each.weight), answers: each.answers })),
  }));

const goals = several(1, 4, goal).map((lines): PartInput => ({ part: 'goals', kind: 'goals', goals: lines }));
const figures = several(1, 4, figure).map(
  (lines): PartInput => ({ part: 'kpi', kind: 'figures', figures: lines }),
);
const reviews = (id: string) =>
  several(1, 3, section).map((lines): PartInput => ({ part: id, kind: 'reviews', sections: lines }));

const scheme = sharesOf(5).map(
  ([first = 0, second = 0, third = 0, fourth = 0, fifth = 0]): AppraisalScheme =>
    schemeOf(
      [
        part('goals', 'goals', first, SCALE),
        { id: 'kpi', kind: 'kpi', name: text('kpi'), share: second },
        part('peer', 'peer', third, SCALE),
        part('manager', 'manager', fourth, SCALE),
        part('self', 'self', fifth, SCALE),
      ],
      { curves: CURVES },
    ),
);
const inputs = fc
  .tuple(
    ...[goals, figures, reviews('peer'), reviews('manager'), reviews('self')].map((each) => perhaps(each)),
  )
  .map((all) => all.filter((each): each is PartInput => each !== null));

test('every node of a tree can be worked out again from its own formula and inputs', () => {
  fc.assert(
    fc.property(scheme, inputs, (rules, records) => {
      checkScheme(rules);
      for (const { node } of flattened(score(rules, records).total)) {
        const again = recomputed(node);
        expect([node.id, again && difference(again, fraction(node.value ?? '0'))]).toEqual([
          node.id,
          node.value === null ? null : 0n,
        ]);
      }
    }),
    RUNS,
  );
});

test('what the inputs of a node really count sums to 100, exactly and as it is shown', () => {
  fc.assert(
    fc.property(scheme, inputs, (rules, records) => {
      for (const { node } of flattened(score(rules, records).total)) {
        const used = node.inputs.filter(({ value }) => value !== null);
        expect(node.inputs.every(({ value, usedShare }) => (value === null) === (usedShare === null))).toBe(
          true,
        );
        if (used.length === 0) continue;
        expect(
          difference(total(used.map(({ usedShare }) => fraction(usedShare ?? '0'))), fraction('100')),
        ).toBe(0n);
        const tenths = used.reduce((sum, { shownShare }) => sum + Math.round((shownShare ?? 0) * 10), 0);
        expect(tenths).toBe(1_000);
        for (const { usedShare, shownShare } of used) {
          const [n, d] = fraction(usedShare ?? '0');
          expect(Math.abs(Number(n) / Number(d) - (shownShare ?? 0))).toBeLessThan(0.1);
        }
      }
    }),
    RUNS,
  );
});

test('a mean lies between the lowest and the highest of what it is made of, whatever is missing', () => {
  fc.assert(
    fc.property(scheme, inputs, (rules, records) => {
      for (const { node } of flattened(score(rules, records).total)) {
        const values = node.inputs.flatMap(({ value }) => (value === null ? [] : [fraction(value)]));
        if (node.value === null || values.length === 0) continue;
        expect(isBetween(fraction(node.value), values)).toBe(true);
      }
    }),
    RUNS,
  );
});

test('the order of parts, goals and items makes no difference to anybody', () => {
  fc.assert(
    fc.property(scheme, inputs, (rules, records) => {
      const { total: one } = score(rules, records);
      const { total: other } = score({ ...rules, parts: [...rules.parts].reverse() }, turned(records));
      const values = (root: ScoreNode) =>
        flattened(root)
          .map(
            ({ node, path }) =>
              `${path.join('/')} ${node.value} ${node.shown} ${node.usedShare} ${node.missing}`,
          )
          .sort();
      expect(values(other)).toEqual(values(one));
    }),
    RUNS,
  );
});

const turned = (records: readonly PartInput[]): PartInput[] =>
  [...records].reverse().map((record) => {
    if (record.kind === 'goals') return { ...record, goals: [...record.goals].reverse() };
    if (record.kind === 'figures') return { ...record, figures: [...record.figures].reverse() };
    if (record.kind === 'missing') return record;
    const sections = record.sections.map((each) => ({ ...each, items: [...each.items].reverse() }));
    return { ...record, sections: sections.reverse() };
  });

test('nobody loses by a better score: one figure better never lowers the total', () => {
  fc.assert(
    fc.property(scheme, inputs, fc.nat(), fc.integer({ min: 1, max: 30_000 }), (rules, records, at, by) => {
      const better = raised(records, at, by / 10_000);
      const [before, after] = [score(rules, records).total.value, score(rules, better).total.value];
      if (before === null || after === null) return expect(after).toBe(before);
      expect(difference(fraction(after), fraction(before)) >= 0n).toBe(true);
    }),
    RUNS,
  );
});

/** The records with one score, answer or actual that is there made better. */
function raised(records: readonly PartInput[], which: number, by: number): PartInput[] {
  let left = which % Math.max(1, countOf(records));
  const isIt = (): boolean => {
    left -= 1;
    return left === -1;
  };
  const up = (value: number) => Math.min(5, Math.round((value + by) * 10_000) / 10_000);
  const line = <L extends { readonly score: number | null }>(each: L): L =>
    each.score !== null && isIt() ? { ...each, score: up(each.score) } : each;
  return records.map((record): PartInput => {
    if (record.kind === 'goals') {
      const lines = record.goals.map((each) =>
        each.keyResults ? { ...each, keyResults: each.keyResults.map(line) } : line(each),
      );
      return { ...record, goals: lines };
    }
    if (record.kind === 'figures') {
      const lines = record.figures.map((each) => {
        if (each.actual === null || !isIt()) return each;
        const sign = each.better === 'more' ? 1 : -1;
        return { ...each, actual: Math.round((each.actual + sign * by) * 10_000) / 10_000 };
      });
      return { ...record, figures: lines };
    }
    if (record.kind === 'missing') return record;
    const sections = record.sections.map((each) => ({
      ...each,
      items: each.items.map((one) => {
        if (one.answers === null || !isIt()) return one;
        return { ...one, answers: { ...one.answers, mean: up(one.answers.mean) } };
      }),
    }));
    return { ...record, sections };
  });
}

const countOf = (records: readonly PartInput[]): number =>
  records.reduce((sum, record) => sum + valuesIn(record), 0);

function valuesIn(record: PartInput): number {
  if (record.kind === 'goals')
    return record.goals.flatMap((each) => each.keyResults ?? [each]).filter((each) => each.score !== null)
      .length;
  if (record.kind === 'figures') return record.figures.filter(({ actual }) => actual !== null).length;
  if (record.kind === 'missing') return 0;
  return record.sections.flatMap(({ items }) => items).filter(({ answers }) => answers !== null).length;
}
