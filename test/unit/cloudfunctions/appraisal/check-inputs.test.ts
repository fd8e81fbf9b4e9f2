import type { FigureInput, PartInput } from '#contracts/appraisal';
import type { ErrorData } from '#contracts/errors';
import { score } from '../../../../cloudfunctions/appraisal/domain/score';
import {
  CAPPED,
  COMPLAINTS,
  expectRefusal,
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
  schemeOf,
  sectionOf,
} from '../support/appraisal';

type Rule = ErrorData['SCORE_INPUT_INVALID']['rule'];
const SCHEME = schemeOf(
  [
    part('goals', 'goals', 40, { least: 1, most: 5, zeroAt: 'least' }),
    kpiPart(30),
    part('peer', 'peer', 30, { least: 1, most: 5, zeroAt: 'least' }),
  ],
  {
    curves: [LEVELS, CAPPED, COMPLAINTS],
  },
);
const peers = (...sections: ReturnType<typeof sectionOf>[]): PartInput => ({
  part: 'peer',
  kind: 'reviews',
  sections,
});
const answered = (mean: number) => peers(sectionOf('team', 100, [meanOf(mean)]));
const kpi = (more: Partial<FigureInput>) => kpiOf(figureOf({ curve: 'capped', actual: 90, ...more }));
const good = goalsOf(goalOf('G1', 100, 4));

test.each<[string, readonly PartInput[], string, Rule]>([
  ['a part that the scheme does not have', [rated('customer', 3)], 'parts.0.part', 'unknown-part'],
  ['a part twice', [good, good], 'parts.1.part', 'twice'],
  ['goals where people are asked', [{ ...good, part: 'peer' }], 'parts.0.kind', 'other-kind'],
  ['ratings instead of figures', [rated('kpi', 3)], 'parts.0.kind', 'other-kind'],
  ['no goal at all', [goalsOf()], 'parts.0.goals', 'empty'],
  [
    '101 goals',
    [goalsOf(...Array.from({ length: 101 }, (_, at) => goalOf(`G${at}`, 1, 3)))],
    'parts.0.goals',
    'too-many',
  ],
  ['a goal twice', [goalsOf(goalOf('G1', 50, 3), goalOf('G1', 50, 4))], 'parts.0.goals.1.id', 'twice'],
  [
    'goals whose weights come to 90',
    [goalsOf(goalOf('G1', 40, 3), goalOf('G2', 50, 4))],
    'parts.0.goals',
    'weights-not-100',
  ],
  [
    'a goal without a weight',
    [goalsOf(goalOf('G1', 100, 3), goalOf('G2', 0, 4))],
    'parts.0.goals.1.weight',
    'weight',
  ],
  ['a goal with half a weight', [goalsOf(goalOf('G1', 99.5, 3))], 'parts.0.goals.0.weight', 'weight'],
  ['a goal above the scale', [goalsOf(goalOf('G1', 100, 5.1))], 'parts.0.goals.0.score', 'outside-scale'],
  ['a goal below the scale', [goalsOf(goalOf('G1', 100, 0))], 'parts.0.goals.0.score', 'outside-scale'],
  ['a goal scored NaN', [goalsOf(goalOf('G1', 100, Number.NaN))], 'parts.0.goals.0.score', 'not-a-figure'],
  [
    'a goal with five decimals',
    [goalsOf(goalOf('G1', 100, 3.00001))],
    'parts.0.goals.0.score',
    'not-a-figure',
  ],
  [
    'a goal and its key results both scored',
    [goalsOf(goalOf('G1', 100, 3, [keyResultOf('K1', 100, 4)]))],
    'parts.0.goals.0.score',
    'scored-twice',
  ],
  [
    'key results that come to 60',
    [goalsOf(goalOf('G1', 100, null, [keyResultOf('K1', 60, 4)]))],
    'parts.0.goals.0.keyResults',
    'weights-not-100',
  ],
  [
    'a key result above the scale',
    [goalsOf(goalOf('G1', 100, null, [keyResultOf('K1', 100, 9)]))],
    'parts.0.goals.0.keyResults.0.score',
    'outside-scale',
  ],
  [
    'a figure by a curve that is not there',
    [kpi({ curve: 'other' })],
    'parts.0.figures.0.curve',
    'unknown-curve',
  ],
  [
    'a figure that is endless',
    [kpi({ actual: Number.POSITIVE_INFINITY })],
    'parts.0.figures.0.actual',
    'not-a-figure',
  ],
  ['a target of zero', [kpi({ target: 0 })], 'parts.0.figures.0.target', 'target-above-zero'],
  [
    'a target below zero',
    [kpi({ target: -5, better: 'less' })],
    'parts.0.figures.0.target',
    'target-above-zero',
  ],
  ['a percentage without a target', [kpi({ target: null })], 'parts.0.figures.0.target', 'target-above-zero'],
  [
    'a percentage in a table that falls',
    [kpi({ curve: 'complaints' })],
    'parts.0.figures.0.curve',
    'falling-table',
  ],
  [
    'a figure of its own with a target',
    [kpi({ better: 'value', curve: 'complaints', target: 3 })],
    'parts.0.figures.0.target',
    'no-target',
  ],
  [
    'a figure of its own without a table',
    [kpi({ better: 'value', target: null })],
    'parts.0.figures.0.curve',
    'needs-table',
  ],
  ['figures that come to 50', [kpi({ weight: 50 })], 'parts.0.figures', 'weights-not-100'],
  ['a section without an item', [peers(sectionOf('team', 100, []))], 'parts.0.sections.0.items', 'empty'],
  [
    'an item twice',
    [
      peers({
        ...sectionOf('team', 100, []),
        items: [...sectionOf('team', 100, [null]).items, ...sectionOf('team', 100, [null]).items],
      }),
    ],
    'parts.0.sections.0.items.1.id',
    'twice',
  ],
  ['sections that come to 50', [peers(sectionOf('team', 50, [4]))], 'parts.0.sections', 'weights-not-100'],
  [
    'an item without a weight',
    [peers(sectionOf('team', 100, [4], [0]))],
    'parts.0.sections.0.items.0.weight',
    'weight',
  ],
  ['answers above the scale', [answered(5.1)], 'parts.0.sections.0.items.0.answers.mean', 'outside-scale'],
  ['answers below the scale', [answered(0.9)], 'parts.0.sections.0.items.0.answers.mean', 'outside-scale'],
  [
    'answers that are no number',
    [answered(Number.NaN)],
    'parts.0.sections.0.items.0.answers.mean',
    'not-a-figure',
  ],
])('nobody is scored by %s: the field is named', (_, inputs, path, rule) => {
  expectRefusal(() => score(SCHEME, inputs), 'SCORE_INPUT_INVALID', { path, rule });
});

test('somebody is scored by a hundred goals', () => {
  const many = Array.from({ length: 100 }, (_, at) => goalOf(`G${at}`, 1, 3));
  expect(score(SCHEME, [goalsOf(...many)]).total.shown).toBe(50);
});

test('somebody is scored at the very ends of a scale', () => {
  const { total } = score(SCHEME, [goalsOf(goalOf('G1', 50, 1), goalOf('G2', 50, 5)), answered(5)]);
  expect(total.inputs.map(({ shown }) => shown)).toEqual([50, null, 100]);
});
