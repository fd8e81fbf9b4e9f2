import type { AppraisalScheme, Curve, Grade, GradeRule, SchemePart } from '#contracts/appraisal';
import type { ErrorData } from '#contracts/errors';
import { checkScheme } from '../../../../cloudfunctions/appraisal/domain/check-scheme';
import {
  A_TO_D,
  BY_QUOTA,
  CAPPED,
  COMPLAINTS,
  expectRefusal,
  kpiPart,
  LEVELS,
  part,
  schemeOf,
  text,
} from '../support/appraisal';

const GOOD = schemeOf([part('goals', 'goals', 40), kpiPart(30), part('peer', 'peer', 30)], {
  curves: [LEVELS, CAPPED, COMPLAINTS],
});
const manager = part('manager', 'manager', 100);
const withParts = (...parts: SchemePart[]): AppraisalScheme => ({ ...GOOD, parts });
const withScale = (least: number, most: number) =>
  withParts(part('manager', 'manager', 100, { least, most, zeroAt: 'least' }));
const withCurve = (curve: Curve): AppraisalScheme => ({ ...GOOD, curves: [curve] });
const table = (more: Partial<typeof LEVELS>): AppraisalScheme => withCurve({ ...LEVELS, ...more });
const withGrades = (more: Partial<GradeRule>): AppraisalScheme => ({
  ...GOOD,
  grades: { ...A_TO_D, ...more },
});
const grades = (...changes: Partial<Grade>[]): AppraisalScheme =>
  withGrades({ grades: A_TO_D.grades.map((grade, at) => ({ ...grade, ...changes[at] })) });

test.each<[string, AppraisalScheme]>([
  ['a part of everything', GOOD],
  ['one part', withParts(manager)],
  ['grades by quota', { ...GOOD, grades: BY_QUOTA }],
  ['thresholds without shares', grades(...A_TO_D.grades.map(() => ({ share: null })))],
  [
    'quotas without thresholds',
    { ...GOOD, grades: { ...BY_QUOTA, grades: BY_QUOTA.grades.map((each) => ({ ...each, from: null })) } },
  ],
  ['thirds by one decimal', grades({ share: 33.3 }, { share: 33.4 }, { share: 33.3 }, { share: 0 })],
  ['shares that bind units of twenty', withGrades({ enforcedFrom: 20 })],
  ['a border that is as fine as what is shown', grades({ from: 84.5 })],
  [
    'twelve parts',
    withParts(...Array.from({ length: 12 }, (_, at) => part(`p${at}`, 'goals', at < 4 ? 9 : 8))),
  ],
  [
    'twenty curves',
    { ...GOOD, curves: Array.from({ length: 20 }, (_, at) => ({ ...CAPPED, id: `c${at}` })) },
  ],
  ['a table of twenty levels', table({ points: Array.from({ length: 20 }, (_, at) => ({ at, score: at })) })],
  ['a table whose worst level gives as much as nothing reached', table({ short: 60 })],
  ['200 points at most', withCurve({ ...CAPPED, most: 200 })],
  ['a scale from 0 to 1,000', withScale(0, 1_000)],
  ['a grade on one percent of the shares', { ...GOOD, leastShare: 1 }],
  [
    'ten grades',
    withGrades({
      grades: Array.from({ length: 10 }, (_, at) => ({
        id: `g${at}`,
        name: text('g'),
        from: at === 9 ? null : 90 - at,
        share: 10,
        opensPlan: false,
      })),
    }),
  ],
  ['two grades', withGrades({ grades: A_TO_D.grades.slice(2).map((each) => ({ ...each, share: null })) })],
])('HR saves a scheme with %s', (_, scheme) => {
  expect(() => checkScheme(scheme)).not.toThrow();
});

test.each<[string, AppraisalScheme, ErrorData['SCHEME_INVALID']]>([
  ['without a part', withParts(), { path: 'parts', rule: 'empty' }],
  [
    'of thirteen parts',
    withParts(...Array.from({ length: 13 }, (_, at) => part(`p${at}`, 'goals', 8))),
    { path: 'parts', rule: 'too-many' },
  ],
  [
    'whose shares come to 90',
    withParts(part('a', 'goals', 40), part('b', 'self', 50)),
    { path: 'parts', rule: 'shares-not-100', sum: 90 },
  ],
  [
    'whose shares come to 110',
    withParts(part('a', 'goals', 60), part('b', 'self', 50)),
    { path: 'parts', rule: 'shares-not-100', sum: 110 },
  ],
  [
    'with half a percent',
    withParts(part('a', 'goals', 40.5), part('b', 'self', 59.5)),
    { path: 'parts.0.share', rule: 'share' },
  ],
  [
    'with a share of nothing',
    withParts(part('a', 'goals', 0), manager),
    { path: 'parts.0.share', rule: 'share' },
  ],
  [
    'with a share below nothing',
    withParts(part('a', 'goals', 120), part('b', 'self', -20)),
    { path: 'parts.0.share', rule: 'share' },
  ],
  [
    'with a share that is no number',
    withParts(part('a', 'goals', Number.NaN), manager),
    { path: 'parts.0.share', rule: 'share' },
  ],
  [
    'with a part twice',
    withParts(part('a', 'goals', 50), part('a', 'self', 50)),
    { path: 'parts.1.id', rule: 'twice' },
  ],
  ['with an id of spaces', withParts({ ...manager, id: ' ' }), { path: 'parts.0.id', rule: 'id' }],
  ['with a scale from 5 to 1', withScale(5, 1), { path: 'parts.0.scale.most', rule: 'not-above-least' }],
  ['with a scale of one level', withScale(3, 3), { path: 'parts.0.scale.most', rule: 'not-above-least' }],
  ['with a scale below zero', withScale(-1, 5), { path: 'parts.0.scale.least', rule: 'out-of-range' }],
  [
    'with a scale without end',
    withScale(1, Number.POSITIVE_INFINITY),
    { path: 'parts.0.scale.most', rule: 'out-of-range' },
  ],
  [
    'with a cap below the floor',
    withCurve({ ...CAPPED, least: 50, most: 40 }),
    { path: 'curves.0.most', rule: 'not-above-least' },
  ],
  [
    'with a cap at the floor',
    withCurve({ ...CAPPED, least: 40, most: 40 }),
    { path: 'curves.0.most', rule: 'not-above-least' },
  ],
  [
    'with a table that stays level at the top',
    table({
      points: [
        { at: 80, score: 60 },
        { at: 90, score: 80 },
        { at: 100, score: 80 },
      ],
    }),
    { path: 'curves.0.points.2.score', rule: 'turns' },
  ],
  [
    'with a cap of 1,000 points',
    withCurve({ ...CAPPED, most: 1_000 }),
    { path: 'curves.0.most', rule: 'out-of-range' },
  ],
  [
    'with a floor below zero',
    withCurve({ ...CAPPED, least: -1 }),
    { path: 'curves.0.least', rule: 'out-of-range' },
  ],
  ['with a curve twice', { ...GOOD, curves: [CAPPED, CAPPED] }, { path: 'curves.1.id', rule: 'twice' }],
  [
    'of 21 curves',
    { ...GOOD, curves: Array.from({ length: 21 }, (_, at) => ({ ...CAPPED, id: `c${at}` })) },
    { path: 'curves', rule: 'too-many' },
  ],
  [
    'with a table of one level',
    table({ points: [{ at: 80, score: 60 }] }),
    { path: 'curves.0.points', rule: 'two-points' },
  ],
  [
    'with a table of 21 levels',
    table({ points: Array.from({ length: 21 }, (_, at) => ({ at, score: at })) }),
    { path: 'curves.0.points', rule: 'too-many' },
  ],
  [
    'with a table out of order',
    table({
      points: [
        { at: 90, score: 60 },
        { at: 80, score: 80 },
      ],
    }),
    { path: 'curves.0.points.1.at', rule: 'not-ascending' },
  ],
  [
    'with a level twice',
    table({
      points: [
        { at: 90, score: 60 },
        { at: 90, score: 80 },
      ],
    }),
    { path: 'curves.0.points.1.at', rule: 'not-ascending' },
  ],
  [
    'with a table that rises and falls',
    table({
      points: [
        { at: 80, score: 60 },
        { at: 90, score: 80 },
        { at: 100, score: 70 },
      ],
    }),
    { path: 'curves.0.points.2.score', rule: 'turns' },
  ],
  [
    'with a table that falls and rises',
    table({
      points: [
        { at: 80, score: 80 },
        { at: 90, score: 60 },
        { at: 100, score: 70 },
      ],
    }),
    { path: 'curves.0.points.2.score', rule: 'turns' },
  ],
  [
    'with two levels worth the same',
    table({
      points: [
        { at: 80, score: 60 },
        { at: 90, score: 60 },
      ],
    }),
    { path: 'curves.0.points.1.score', rule: 'turns' },
  ],
  [
    'with a level that is no number',
    table({
      points: [
        { at: Number.NaN, score: 60 },
        { at: 90, score: 70 },
      ],
    }),
    { path: 'curves.0.points.0.at', rule: 'out-of-range' },
  ],
  [
    'with a level of 300 points',
    table({
      points: [
        { at: 80, score: 60 },
        { at: 90, score: 300 },
      ],
    }),
    { path: 'curves.0.points.1.score', rule: 'out-of-range' },
  ],
  [
    'that pays more short of the table than on it',
    table({ short: 61 }),
    { path: 'curves.0.short', rule: 'above-worst' },
  ],
  ['with three decimals', { ...GOOD, decimals: 3 as 2 }, { path: 'decimals', rule: 'out-of-range' }],
  ['that grades on nothing', { ...GOOD, leastShare: 0 }, { path: 'leastShare', rule: 'share' }],
  [
    'of one grade',
    withGrades({ grades: A_TO_D.grades.slice(0, 1) }),
    { path: 'grades.grades', rule: 'two-grades' },
  ],
  [
    'of eleven grades',
    withGrades({
      grades: Array.from({ length: 11 }, (_, at) => ({
        id: `g${at}`,
        name: text('g'),
        from: null,
        share: null,
        opensPlan: false,
      })),
    }),
    { path: 'grades.grades', rule: 'too-many' },
  ],
  ['with a grade twice', grades({ id: 'B' }), { path: 'grades.grades.1.id', rule: 'twice' }],
  [
    'with a grade that nobody can have',
    grades({}, { from: 85 }),
    { path: 'grades.grades.1.from', rule: 'not-descending' },
  ],
  [
    'with borders out of order',
    grades({}, { from: 50 }),
    { path: 'grades.grades.2.from', rule: 'not-descending' },
  ],
  ['without a border', grades({}, { from: null }), { path: 'grades.grades.1.from', rule: 'border-missing' }],
  [
    'that leaves the lowest scores without a grade',
    grades({}, {}, {}, { from: 10 }),
    { path: 'grades.grades.3.from', rule: 'last-has-no-border' },
  ],
  [
    'with a border finer than what is shown',
    grades({ from: 84.95 }),
    { path: 'grades.grades.0.from', rule: 'finer-than-displayed' },
  ],
  ['with a border at 300', grades({ from: 300 }), { path: 'grades.grades.0.from', rule: 'out-of-range' }],
  [
    'whose best grade opens a plan',
    grades({ opensPlan: true }),
    { path: 'grades.grades.0.opensPlan', rule: 'best-opens-plan' },
  ],
  [
    'where B opens a plan and C does not',
    grades({}, { opensPlan: true }),
    { path: 'grades.grades.3.opensPlan', rule: 'better-opens-plan' },
  ],
  [
    'by quota without a share',
    { ...GOOD, grades: { ...BY_QUOTA, grades: grades({ share: null }).grades.grades } },
    { path: 'grades.grades.0.share', rule: 'one-decimal' },
  ],
  [
    'with a share for some of the grades',
    grades({ share: null }),
    { path: 'grades.grades.0.share', rule: 'one-decimal' },
  ],
  [
    'with a share of two decimals',
    grades({ share: 20.05 }),
    { path: 'grades.grades.0.share', rule: 'one-decimal' },
  ],
  [
    'with a share of a grade below nothing',
    grades({ share: -5 }, { share: 65 }),
    { path: 'grades.grades.0.share', rule: 'one-decimal' },
  ],
  [
    'whose grades come to 99.9 %',
    grades({ share: 19.9 }),
    { path: 'grades.grades', rule: 'shares-not-100', sum: 99.9 },
  ],
  [
    'that gives everybody a plan',
    grades({ share: 0 }, { share: 0 }, { share: 0 }, { share: 100 }),
    { path: 'grades.grades', rule: 'all-open-plan' },
  ],
  [
    'that binds without shares',
    {
      ...grades(...A_TO_D.grades.map(() => ({ share: null }))),
      grades: {
        ...withGrades({}).grades,
        grades: A_TO_D.grades.map((each) => ({ ...each, share: null })),
        enforcedFrom: 30,
      },
    },
    { path: 'grades.grades.0.share', rule: 'one-decimal' },
  ],
  [
    'that binds a unit of 19',
    withGrades({ enforcedFrom: 19 }),
    { path: 'grades.enforcedFrom', rule: 'small-unit' },
  ],
])('a scheme %s is refused with the field', (_, scheme, data) => {
  expectRefusal(() => checkScheme(scheme), 'SCHEME_INVALID', data);
});
