import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directDatabase } from '../../../../../local/cloud/direct-database';
import type { Fields } from '../../../../../local/cloud/store/document';
import { aggregateDocuments } from '../../../../../local/cloud/store/documents';
import {
  ACCUMULATORS,
  EXPRESSIONS,
  STAGES,
} from '../../../../../local/cloud/store/operators/platform-operators';
import { Store } from '../../../../../local/cloud/store/store';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-operators-'));
  store = await Store.open(folder, { collections: ['rows'], indexes: [] });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const put = (rows: readonly Fields[]) =>
  directDatabase(store).replaceAll({ rows: rows.map((row, at) => ({ _id: at, ...row })) });
const aggregate = (...stages: Fields[]) =>
  aggregateDocuments({ store, onScanned: () => undefined }, 'rows', stages) as Fields[];
const project = (row: Fields, expression: unknown) =>
  put([row]).then(() => aggregate({ $project: { _id: 0, x: expression } })[0]?.x);
const group = async (rows: Fields[], accumulator: unknown) => {
  await put(rows);
  return aggregate({ $group: { _id: null, x: accumulator } })[0]?.x;
};

const MAY_14 = new Date('2019-05-14T09:38:51.686Z');
const date = (text: string) => new Date(text);

/** A field of this name in a literal would look like a promise to the linter. */
const withThen = (fields: Fields, value: unknown): Fields =>
  Object.fromEntries([...Object.entries(fields), ['then', value]]);

/** The samples of the platform's documentation; each value is the one that is printed there. */
const SAMPLES: [string, Fields, unknown, unknown][] = [
  ['abs', { a: 5, b: -10 }, { $abs: { $subtract: ['$a', '$b'] } }, 15],
  ['add', { a: 100, b: -10 }, { $add: ['$a', '$b'] }, 90],
  ['ceil', { v: -2.8 }, { $ceil: '$v' }, -2],
  ['divide', { v: 1500 }, { $divide: ['$v', 1000] }, 1.5],
  ['exp', { v: 0 }, { $exp: '$v' }, 1],
  ['floor', { v: -2.8 }, { $floor: '$v' }, -3],
  ['ln', { v: Math.E }, { $ln: '$v' }, 1],
  ['log', { v: 8 }, { $log: ['$v', 2] }, 3],
  ['log10', { v: 100 }, { $log10: '$v' }, 2],
  ['mod', { a: 43, b: 10 }, { $mod: ['$a', '$b'] }, 3],
  ['multiply', { a: 10, b: 2 }, { $multiply: ['$a', '$b'] }, 20],
  ['pow', { v: 5 }, { $pow: ['$v', 2] }, 25],
  ['sqrt', { v: 25 }, { $sqrt: '$v' }, 5],
  ['subtract', { a: 10, b: 1 }, { $subtract: ['$a', '$b'] }, 9],
  ['trunc', { v: 1.21 }, { $trunc: '$v' }, 1],
  ['trunc', { v: 3.83 }, { $trunc: '$v' }, 3],
  ['trunc', { v: -4.94 }, { $trunc: '$v' }, -4],
  ['arrayElemAt', { s: [80, 60, 65, 90] }, { $arrayElemAt: ['$s', -1] }, 90],
  ['arrayToObject', { s: [{ k: 'a', v: 1 }] }, { $arrayToObject: '$s' }, { a: 1 }],
  [
    'concatArrays',
    { f: ['apple'], v: ['carrot', 'kale'] },
    { $concatArrays: ['$f', '$v'] },
    ['apple', 'carrot', 'kale'],
  ],
  [
    'filter',
    { s: [{ p: 10 }, { p: 50 }] },
    { $filter: { input: '$s', as: 'i', cond: { $gte: ['$$i.p', 15] } } },
    [{ p: 50 }],
  ],
  ['in', { s: ['a', 'b'] }, { $in: ['b', '$s'] }, true],
  ['indexOfArray', { s: ['a', 'b', 'c'] }, { $indexOfArray: ['$s', 'c'] }, 2],
  ['isArray', { s: [1] }, { $isArray: '$s' }, true],
  ['map', { s: [1, 2] }, { $map: { input: '$s', as: 'i', in: { $multiply: ['$$i', 10] } } }, [10, 20]],
  ['range', { v: 6 }, { $range: [0, '$v', 2] }, [0, 2, 4]],
  [
    'reduce',
    { s: ['a', 'b'] },
    { $reduce: { input: '$s', initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
    'ab',
  ],
  ['reverseArray', { s: [1, 2, 3] }, { $reverseArray: '$s' }, [3, 2, 1]],
  ['size', { s: ['a', 'b'] }, { $size: '$s' }, 2],
  ['slice', { s: ['a', 'b', 'c'] }, { $slice: ['$s', 2] }, ['a', 'b']],
  [
    'zip',
    {
      s: [
        [1, 2],
        [3, 4],
      ],
    },
    { $zip: { inputs: ['$s'] } },
    [[[1, 2]], [[3, 4]]],
  ],
  ['and', { a: 10, b: 20 }, { $and: [{ $gte: ['$a', 5] }, { $lt: ['$b', 10] }] }, false],
  ['not', { v: 10 }, { $not: { $gt: ['$v', 40] } }, true],
  ['or', { a: 10, b: 20 }, { $or: [{ $gte: ['$a', 50] }, { $gt: ['$b', 10] }] }, true],
  ['cmp', { a: 10, b: 20 }, { $cmp: ['$a', '$b'] }, -1],
  ['eq', { v: 10 }, { $eq: ['$v', 10] }, true],
  ['ne', { v: 10 }, { $ne: ['$v', 10] }, false],
  ['gt', { v: 10 }, { $gt: ['$v', 50] }, false],
  ['gte', { v: 10 }, { $gte: ['$v', 10] }, true],
  ['lt', { v: 10 }, { $lt: ['$v', 50] }, true],
  ['lte', { v: 10 }, { $lte: ['$v', 9] }, false],
  ['cond', { v: 100 }, { $cond: withThen({ if: { $gte: ['$v', 200] }, else: 0.9 }, 0.7) }, 0.9],
  ['ifNull', { v: null }, { $ifNull: ['$v', 'Not defined'] }, 'Not defined'],
  ['ifNull', {}, { $ifNull: ['$v', 'Not defined'] }, 'Not defined'],
  [
    'switch',
    { v: 200 },
    {
      $switch: {
        branches: [
          withThen({ case: { $gt: ['$v', 250] } }, 0.8),
          withThen({ case: { $gt: ['$v', 150] } }, 0.9),
        ],
        default: 1,
      },
    },
    0.9,
  ],
  [
    'dateFromParts',
    {},
    { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' } },
    date('2017-02-08T17:00:00.000Z'),
  ],
  ['dateFromString', {}, { $dateFromString: { dateString: '2019-05-14T09:38:51.686Z' } }, MAY_14],
  [
    'dateToString',
    { v: date('1999-12-11T16:00:00Z') },
    { $dateToString: { date: '$v', format: '%Y-%m-%d' } },
    '1999-12-11',
  ],
  [
    'dateToString',
    { v: date('1999-12-11T16:00:00Z') },
    { $dateToString: { date: '$v', format: '%H:%M:%S', timezone: 'Asia/Shanghai' } },
    '00:00:00',
  ],
  ['dateToString', {}, { $dateToString: { date: '$empty', onNull: 'null' } }, 'null'],
  ['dayOfMonth', { v: MAY_14 }, { $dayOfMonth: '$v' }, 14],
  ['dayOfWeek', { v: MAY_14 }, { $dayOfWeek: '$v' }, 3],
  ['dayOfYear', { v: MAY_14 }, { $dayOfYear: '$v' }, 134],
  ['isoDayOfWeek', { v: MAY_14 }, { $isoDayOfWeek: '$v' }, 2],
  ['isoWeek', { v: MAY_14 }, { $isoWeek: '$v' }, 20],
  ['isoWeekYear', { v: MAY_14 }, { $isoWeekYear: '$v' }, 2019],
  ['millisecond', { v: MAY_14 }, { $millisecond: '$v' }, 686],
  ['minute', { v: MAY_14 }, { $minute: '$v' }, 38],
  ['month', { v: MAY_14 }, { $month: '$v' }, 5],
  ['second', { v: MAY_14 }, { $second: '$v' }, 51],
  ['hour', { v: MAY_14 }, { $hour: '$v' }, 9],
  ['week', { v: MAY_14 }, { $week: '$v' }, 19],
  ['year', { v: MAY_14 }, { $year: '$v' }, 2019],
  ['literal', { v: '$1' }, { $eq: ['$v', { $literal: '$1' }] }, true],
  [
    'let',
    { a: 100, b: -10 },
    { $let: { vars: { t: { $multiply: ['$a', 0.5] } }, in: { $sum: ['$$t', '$b'] } } },
    40,
  ],
  ['objectToArray', { v: { a: 1 } }, { $objectToArray: '$v' }, [{ k: 'a', v: 1 }]],
  ['mergeObjects', { a: { x: 1 }, b: { y: 2 } }, { $mergeObjects: ['$a', '$b'] }, { x: 1, y: 2 }],
  ...[
    [[true], true],
    [[], true],
    [[true, false], false],
    [[1, 0], false],
    [['stark'], true],
  ].map(([s, all]): [string, Fields, unknown, unknown] => [
    'allElementsTrue',
    { s },
    { $allElementsTrue: ['$s'] },
    all,
  ]),
  ['anyElementTrue', { s: [] }, { $anyElementTrue: ['$s'] }, false],
  ['anyElementTrue', { s: [1, 0] }, { $anyElementTrue: ['$s'] }, true],
  ['setDifference', { a: [1, 2], b: [{}, []] }, { $setDifference: ['$b', '$a'] }, [{}, []]],
  ['setEquals', { a: [1, 2], b: [2, 1, 2] }, { $setEquals: ['$a', '$b'] }, true],
  ['setIntersection', { a: [1, 2], b: [3, 1] }, { $setIntersection: ['$a', '$b'] }, [1]],
  ['setIsSubset', { a: [1, 2], b: [1, 2, 3] }, { $setIsSubset: ['$a', '$b'] }, true],
  ['setUnion', { a: [1, 2], b: [{}, []] }, { $setUnion: ['$a', '$b'] }, [1, 2, {}, []]],
  ['concat', { a: 'Yuanxin', b: 'Dong' }, { $concat: ['$a', ' ', '$b'] }, 'Yuanxin Dong'],
  ['indexOfBytes', { v: 'Weijia' }, { $indexOfBytes: ['$v', 'a'] }, 5],
  ['indexOfCP', { v: 'Yuanxin' }, { $indexOfCP: ['$v', 'a'] }, 2],
  ['indexOfCP', { v: 'Chengxi' }, { $indexOfCP: ['$v', 'a'] }, -1],
  ['split', { v: '1999/12/12' }, { $split: ['$v', '/'] }, ['1999', '12', '12']],
  ['strLenBytes', { v: '心谭' }, { $strLenBytes: '$v' }, 6],
  ['strLenCP', { v: '心谭' }, { $strLenCP: '$v' }, 2],
  ['strcasecmp', { a: 'Chengxi', b: 'Li' }, { $strcasecmp: ['$a', '$b'] }, -1],
  ['substr', { v: '1999/12/12' }, { $substr: ['$v', 0, 4] }, '1999'],
  ['substr', { v: '1999/12/12' }, { $substr: ['$v', 8, -1] }, '12'],
  ['substrBytes', { v: '1999/12/12' }, { $substrBytes: ['$v', 5, 2] }, '12'],
  ['substrCP', { v: '心谭' }, { $substrCP: ['$v', 0, 1] }, '心'],
  ['toLower', { v: 'Yuanxin' }, { $toLower: '$v' }, 'yuanxin'],
  ['toUpper', { v: 'Dong' }, { $toUpper: '$v' }, 'DONG'],
];
const SCORES = [84, 96, 80, 100].map((score) => ({ score }));
const GROUPED: [string, Fields[], unknown, unknown][] = [
  ['addToSet', [{ c: 'web' }, { c: 'System' }, { c: 'web' }], { $addToSet: '$c' }, ['web', 'System']],
  ['avg', SCORES, { $avg: '$score' }, 90],
  ['first', SCORES, { $first: '$score' }, 84],
  ['last', SCORES, { $last: '$score' }, 100],
  ['max', SCORES, { $max: '$score' }, 100],
  [
    'mergeObjects',
    [{ f: { a: 1 } }, { f: { c: 1 } }, { f: { e: 1 } }],
    { $mergeObjects: '$f' },
    { a: 1, c: 1, e: 1 },
  ],
  ['min', SCORES, { $min: '$score' }, 80],
  ['push', [{ n: 'a', s: 1 }], { $push: { n: '$n', s: '$s' } }, [{ n: 'a', s: 1 }]],
  ['stdDevPop', SCORES.slice(2), { $stdDevPop: '$score' }, 10],
  ['stdDevSamp', [{ score: 80 }, { score: 100 }], { $stdDevSamp: '$score' }, Math.sqrt(200)],
  [
    'sum',
    [
      { p: 100, c: -10 },
      { p: 1, c: -15 },
      { p: 10, c: -10 },
    ],
    { $sum: { $sum: ['$p', '$c'] } },
    76,
  ],
];

describe('documented samples', () => {
  test.each(SAMPLES)('%s', async (_name, row, expression, expected) => {
    expect(await project(row, expression)).toEqual(expected);
  });
  test.each(GROUPED)('%s in a group', async (_name, rows, accumulator, expected) => {
    expect(await group(rows, accumulator)).toEqual(expected);
  });
  test('there is one of every operator', () => {
    const shown = new Set([...SAMPLES, ...GROUPED].map(([name]) => `$${name}`));
    expect([...EXPRESSIONS, ...ACCUMULATORS].filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('what the documentation says besides its samples', () => {
  test.each<[string, Fields, unknown, unknown]>([
    [
      'a week begins on Sunday; before the first one it is week 0',
      { v: date('2021-01-02T00:00:00Z') },
      { $week: '$v' },
      0,
    ],
    ['the first Sunday begins week 1', { v: date('2021-01-03T00:00:00Z') }, { $week: '$v' }, 1],
    ['a year that begins on Monday has', { v: date('2018-01-01T00:00:00Z') }, { $week: '$v' }, 0],
    ['a year that begins on Sunday has no week 0', { v: date('2023-01-01T00:00:00Z') }, { $week: '$v' }, 1],
    ['a year may have week 53', { v: date('2000-12-31T00:00:00Z') }, { $week: '$v' }, 53],
    [
      'an ISO year may begin before New Year',
      { v: date('2019-12-30T00:00:00Z') },
      { $isoWeekYear: '$v' },
      2020,
    ],
    ['and end after it', { v: date('2021-01-03T00:00:00Z') }, { $isoWeekYear: '$v' }, 2020],
    ['in its ISO week', { v: date('2021-01-03T00:00:00Z') }, { $isoWeek: '$v' }, 53],
    ['a part of a date in a time zone', { v: MAY_14 }, { $hour: { date: '$v', timezone: '+0800' } }, 17],
    ['a zone by its name', { v: MAY_14 }, { $hour: { date: '$v', timezone: 'Asia/Shanghai' } }, 17],
    ['a part of no date is null', {}, { $year: '$v' }, null],
    ['trunc to decimals', { v: 2.459 }, { $trunc: ['$v', 2] }, 2.45],
    ['trunc before the point', { v: 1_239 }, { $trunc: ['$v', -2] }, 1_200],
    ['trunc of nothing', {}, { $trunc: '$v' }, null],
    ['mod of nothing', {}, { $mod: ['$v', 5] }, null],
    ['a position counts characters', { v: '😀心a' }, { $indexOfCP: ['$v', 'a'] }, 2],
    ['or bytes', { v: '心a' }, { $indexOfBytes: ['$v', 'a'] }, 3],
    ['from a position, not found', { v: 'abc' }, { $indexOfCP: ['$v', 'a', 1] }, -1],
    ['up to a position', { v: 'cafeteria' }, { $indexOfCP: ['$v', 'e', 4, 5] }, -1],
    ['in no text', {}, { $indexOfCP: ['$v', 'a'] }, null],
    ['an element from a position, not found', { s: ['a', 'b', 'c'] }, { $indexOfArray: ['$s', 'a', 1] }, -1],
    ['a character beyond U+FFFF is one', { v: '😀' }, { $strLenCP: '$v' }, 1],
    ['a part of null is empty', {}, { $substr: ['$v', 0, 2] }, ''],
    ['letters beyond a to z stay', { v: 'Éa' }, { $toLower: '$v' }, 'Éa'],
    ['an element is not its array', { s: ['a'] }, { $eq: ['$s', 'a'] }, false],
    ['a missing field is not null', {}, { $eq: ['$v', null] }, false],
    ['but comes before it', {}, { $lt: ['$v', null] }, true],
    ['a text comes after every number', { v: '1' }, { $gt: ['$v', 1e9] }, true],
    [
      'fields count in their order',
      { v: { b: 1, a: 1 } },
      { $eq: ['$v', { $literal: { a: 1, b: 1 } }] },
      false,
    ],
    ['the largest of two types', { a: 'x', b: 5 }, { $max: ['$a', '$b'] }, 'x'],
    ['of one value', { a: 5 }, { $max: '$a' }, 5],
    ['null is no smallest', { a: null, b: 5 }, { $min: ['$a', '$b'] }, 5],
  ])('%s', async (_name, row, expression, expected) => {
    expect(await project(row, expression)).toEqual(expected);
  });

  test('types in their order', async () => {
    const values = [null, NaN, -1, 2, 'a', { a: 1 }, [1], false, true, date('2020-01-01T00:00:00Z'), /a/];
    for (const [at, low] of values.entries())
      for (const high of values.slice(at + 1)) {
        const pair = { $cmp: [{ $literal: low }, { $literal: high }] };
        expect([low, high, await project({}, pair)]).toEqual([low, high, -1]);
      }
  });

  test.each<[string, unknown, string]>([
    ['division by zero', { $divide: [5, 0] }, 'divide by zero'],
    ['a remainder of zero', { $mod: [5, 0] }, "can't $mod by zero"],
    [
      'a switch without a default',
      { $switch: { branches: [withThen({ case: false }, 1)] } },
      'no branch fits',
    ],
    ['a condition without else', { $cond: withThen({ if: true }, 1) }, '$cond needs else'],
    ['half a character', { $substrBytes: ['心', 0, 1] }, 'inside of a character'],
    ['a negative position', { $substrCP: ['abc', -1, 1] }, 'a whole number from 0'],
    ['the length of no text', { $strLenCP: '$none' }, '$strLenCP takes a text'],
    ['a part of a text as a date', { $year: 'x' }, '$year takes a date'],
    ['a time zone that there is none of', { $hour: { date: MAY_14, timezone: 'Mars/Base' } }, 'is not known'],
    ['a mark that there is none of', { $dateToString: { date: MAY_14, format: '%q' } }, 'no mark %q'],
    ['an array added up', { $add: '$list' }, '$add'],
    ['an operator that the platform lacks', { $toString: 1 }, '$toString'],
    ['code', { $function: { body: 'x', args: [], lang: 'js' } }, '$function'],
    ['a random number', { $rand: {} }, '$rand'],
    ['a position in a path', '$list.0', 'use $arrayElemAt'],
  ])('%s is an error', async (_name, expression, why) => {
    await expect(project({ list: [1, 2] }, expression)).rejects.toThrow(why);
  });
});

describe('groups', () => {
  const ROWS = [{ v: 1 }, { v: null }, {}, { v: 1 }, { v: { a: 1, b: 2 } }];
  test.each<[string, unknown, unknown]>([
    ['a missing field adds nothing', { $push: '$v' }, [1, null, 1, { a: 1, b: 2 }]],
    ['nor to a set', { $addToSet: '$v' }, [1, null, { a: 1, b: 2 }]],
    ['a missing field of an object is left out', { $push: { w: '$none' } }, [{}, {}, {}, {}, {}]],
    ['null and missing are no largest', { $max: '$v' }, { a: 1, b: 2 }],
    ['no number has no average', { $avg: '$none' }, null],
    ['nor a deviation', { $stdDevPop: '$none' }, null],
    ['one number has none of a sample', { $stdDevSamp: { $cond: [{ $eq: ['$v', null] }, 1, null] } }, null],
  ])('%s', async (_name, accumulator, expected) => {
    expect(await group(ROWS, accumulator)).toEqual(expected);
  });

  test('null and missing are one group', async () => {
    await put([{ v: null }, {}, { v: 1 }]);
    expect(aggregate({ $group: { _id: '$v', n: { $sum: 1 } } })).toEqual([
      { _id: null, n: 2 },
      { _id: 1, n: 1 },
    ]);
  });

  test.each([[{ x: '$v' }], [{ x: { $add: [1, 2] } }], [{ x: { $sum: 1, $avg: 1 } }]])(
    '%j is no accumulator',
    async (fields) => {
      await put([{ v: 1 }]);
      expect(() => aggregate({ $group: { _id: null, ...fields } })).toThrow("'x' must be an accumulator");
    },
  );
});

describe('$bucket', () => {
  const ITEMS = [{ price: 10 }, { price: 50 }, { price: 20 }, { price: 80 }, { price: 200 }];
  const by = (more: Fields) =>
    aggregate({ $bucket: { groupBy: '$price', boundaries: [0, 50, 100], ...more } });
  beforeEach(() => put(ITEMS));

  test('the documented samples, fields in their order', () => {
    const rows = by({ default: 'other', output: { count: { $sum: 1 }, ids: { $push: '$price' } } });
    expect(rows.map((row) => Object.entries(row).flat())).toEqual([
      ['_id', 0, 'count', 2, 'ids', [10, 20]],
      ['_id', 50, 'count', 2, 'ids', [50, 80]],
      ['_id', 'other', 'count', 1, 'ids', [200]],
    ]);
    expect(by({ default: -1 })[0]).toEqual({ _id: -1, count: 1 });
  });

  test.each([
    ['a value outside without a default', {}, 'no bucket and there is no default'],
    ['one boundary', { boundaries: [0] }, 'two at least'],
    ['boundaries that descend', { boundaries: [50, 0] }, 'ascend'],
    ['boundaries of two types', { boundaries: [0, 'a'] }, 'of one type'],
    ['a default inside', { default: 60 }, 'outside of the boundaries'],
  ])('%s is an error', (_name, more, why) => {
    expect(() => by(more)).toThrow(why);
  });

  test('a missing value goes to the default', async () => {
    await put([{}, { price: 1 }]);
    expect(by({ default: 'other' })).toEqual([
      { _id: 0, count: 1 },
      { _id: 'other', count: 1 },
    ]);
  });
});

describe('other stages', () => {
  test('there is a sample of each', () => {
    expect(STAGES).toHaveLength(16);
  });

  test('$bucketAuto', async () => {
    await put([{ p: 10.5 }, { p: 50.3 }, { p: 20.8 }, { p: 80.2 }, { p: 200.3 }]);
    expect(aggregate({ $bucketAuto: { groupBy: '$p', buckets: 2 } })).toEqual([
      { _id: { min: 10.5, max: 80.2 }, count: 3 },
      { _id: { min: 80.2, max: 200.3 }, count: 2 },
    ]);
  });

  test('$count of nothing is no document', async () => {
    await put([{ v: 1 }]);
    expect(aggregate({ $match: { v: 2 } }, { $count: 'n' })).toEqual([]);
    expect(aggregate({ $count: 'n' })).toEqual([{ n: 1 }]);
  });

  test('$project keeps the order of the document, new fields come last', async () => {
    await put([{ b: 1, a: 2, c: 3 }]);
    const [row] = aggregate({ $project: { n: { $add: ['$a', 1] }, a: 1, b: 1 } });
    expect(Object.keys(row ?? {})).toEqual(['_id', 'b', 'a', 'n']);
  });

  test('$unwind', async () => {
    await put([{ s: ['x', 'y'] }, { s: '' }, { s: [] }, { s: null }, {}]);
    expect(aggregate({ $unwind: '$s' })).toEqual([
      { _id: 0, s: 'x' },
      { _id: 0, s: 'y' },
      { _id: 1, s: '' },
    ]);
    const all = { path: '$s', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true };
    expect(aggregate({ $unwind: all })).toEqual([
      { _id: 0, s: 'x', at: 0 },
      { _id: 0, s: 'y', at: 1 },
      { _id: 1, s: '', at: null },
      { _id: 2, at: null },
      { _id: 3, s: null, at: null },
      { _id: 4, at: null },
    ]);
  });

  test('$sortByCount, $addFields, $replaceRoot, $skip and $limit', async () => {
    await put([{ c: 'Web' }, { c: 'Life' }, { c: 'Web' }]);
    expect(aggregate({ $sortByCount: '$c' })).toEqual([
      { _id: 'Web', count: 2 },
      { _id: 'Life', count: 1 },
    ]);
    const stages = [
      { $addFields: { 'd.e': '$c' } },
      { $replaceRoot: { newRoot: '$d' } },
      { $skip: 1 },
      { $limit: 1 },
    ];
    expect(aggregate(...stages)).toEqual([{ e: 'Life' }]);
    expect(() => aggregate({ $replaceRoot: { newRoot: '$c' } })).toThrow('$replaceRoot');
    for (const stage of [{ $limit: 0 }, { $limit: -1 }, { $skip: -1 }, { $limit: 1.5 }])
      expect(() => aggregate(stage)).toThrow('a whole number from');
  });
});
