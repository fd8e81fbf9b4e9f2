import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directDatabase } from '../../../../../local/cloud/direct-database';
import type { Fields } from '../../../../../local/cloud/store/document';
import { aggregateDocuments } from '../../../../../local/cloud/store/documents';
import type { Scope } from '../../../../../local/cloud/store/scope';
import { Store } from '../../../../../local/cloud/store/store';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-rules-'));
  const indexes = [{ collection: 'keys', fields: ['of'], unique: true }];
  store = await Store.open(folder, { collections: ['rows'], indexes });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const insert = (list: Fields[]) => directDatabase(store).insertMany('rows', list);
const ids = (list: unknown[]) => list.map((row) => (row as Fields)._id);
const find = async (filter: Fields, page = {}) => ids(await directDatabase(store).find('rows', filter, page));
const aggregate = (...stages: Fields[]) => {
  const scope: Scope = { store, onScanned: () => undefined };
  return aggregateDocuments(scope, 'rows', stages);
};

describe('sort', () => {
  beforeEach(() =>
    insert([
      { _id: 'low', list: [1, 2], deep: [{ n: 1 }, { n: 2 }] },
      { _id: 'wide', list: [0, 9], deep: [{ n: 0 }, { n: 9 }] },
      { _id: 'five', list: 5, deep: { n: 5 } },
      { _id: 'empty', list: [], deep: [] },
      { _id: 'none' },
    ]),
  );

  test.each([
    ['ascending, by the smallest element', { list: 1 }, ['empty', 'none', 'wide', 'low', 'five']],
    ['descending, by the largest element', { list: -1 }, ['wide', 'five', 'low', 'none', 'empty']],
    ['through an array of sub-documents', { 'deep.n': -1 }, ['wide', 'five', 'low', 'empty', 'none']],
  ])('%s', async (_name, order, expected) => {
    expect(await find({}, { order })).toEqual(expected);
    expect(ids(aggregate({ $sort: order }))).toEqual(expected);
    const lookup = { from: 'rows', let: {}, pipeline: [{ $sort: order }], as: 'inside' };
    const [first] = aggregate({ $lookup: lookup }) as { inside: Fields[] }[];
    expect(ids(first?.inside ?? [])).toEqual(expected);
  });

  test('several fields, the first one counting most; equals keep their order', async () => {
    await insert([
      { _id: 'a', list: 5, b: 1 },
      { _id: 'b', list: 5, b: 2 },
      { _id: 'c', list: 5, b: 1 },
    ]);
    const order = { list: 1, b: -1 };
    expect(await find({ b: { $gt: 0 } }, { order })).toEqual(['b', 'a', 'c']);
  });

  test('types come in the order of the database', async () => {
    const values = [new Date(0), true, { a: 1 }, 'text', 3, null];
    await insert(values.map((list, at) => ({ _id: at, list, typed: true })));
    expect(await find({ typed: true }, { order: { list: 1 } })).toEqual([5, 4, 3, 2, 1, 0]);
  });
});

describe('sub-documents are equal in the order of their fields', () => {
  beforeEach(() =>
    insert([
      { _id: 'ab', at: { a: 1, b: { c: 1, d: 2 } }, list: [{ x: 1, y: 2 }] },
      { _id: 'ba', at: { b: { c: 1, d: 2 }, a: 1 }, list: [{ y: 2, x: 1 }] },
      { _id: 'deep', at: { a: 1, b: { d: 2, c: 1 } }, list: [] },
    ]),
  );
  const ab = { a: 1, b: { c: 1, d: 2 } };

  test.each([
    ['$eq', { at: ab }, ['ab']],
    ['$ne', { at: { $ne: ab } }, ['ba', 'deep']],
    ['$in', { at: { $in: [ab, 7] } }, ['ab']],
    ['$nin', { at: { $nin: [ab] } }, ['ba', 'deep']],
    ['an element', { list: { x: 1, y: 2 } }, ['ab']],
    ['a whole array', { list: [{ y: 2, x: 1 }] }, ['ba']],
    ['$not', { at: { $not: { $eq: ab } } }, ['ba', 'deep']],
  ])('%s', async (_name, filter, expected) => {
    expect(await find(filter)).toEqual(expected);
  });

  test('in updates and in unique indexes too', async () => {
    const db = directDatabase(store);
    await db.updateMany('rows', {}, { $pull: { list: { $in: [{ x: 1, y: 2 }] } } });
    expect((await db.get('rows', 'ab'))?.list).toEqual([]);
    expect((await db.get('rows', 'ba'))?.list).toEqual([{ y: 2, x: 1 }]);
    await db.insertMany('keys', [{ of: { a: 1, b: 2 } }, { of: { b: 2, a: 1 } }]);
    await expect(db.insertMany('keys', [{ of: { a: 1, b: 2 } }])).rejects.toThrow('E11000');
  });
});

test('_id is the first field of projections and buckets', async () => {
  await insert([{ name: 'x', n: 3, _id: 'a' }]);
  const firstKeys = (list: unknown[]) => list.map((row) => Object.keys(row as Fields)[0]);
  const buckets = { groupBy: '$n', boundaries: [0, 5] };
  expect(firstKeys(await directDatabase(store).find('rows', {}, { projection: { n: 1 } }))).toEqual(['_id']);
  expect(firstKeys(aggregate({ $project: { n: 1 } }))).toEqual(['_id']);
  expect(firstKeys(aggregate({ $bucket: buckets }))).toEqual(['_id']);
  expect(firstKeys(aggregate({ $bucketAuto: { groupBy: '$n', buckets: 1 } }))).toEqual(['_id']);
  expect(Object.keys(aggregate({ $project: { n: 1, _id: 0 } })[0] as Fields)).toEqual(['n']);
});

test('$sample takes every document once at most, and wants a size', async () => {
  await insert(Array.from({ length: 5 }, (_, n) => ({ _id: `s${n}` })));
  const ids = (size: unknown) => aggregate({ $sample: { size } }).map((row) => (row as Fields)._id);
  expect(new Set(ids(9)).size).toBe(5);
  expect(ids(9)).toHaveLength(5);
  expect(new Set(ids(3)).size).toBe(3);
  for (const size of [undefined, 0, -1, 1.5, '2']) expect(() => ids(size)).toThrow('$sample');
});

test.each([
  ['$out', { $out: 'rows' }],
  ['$merge', { $merge: { into: 'rows' } }],
  ['$densify', { $densify: { field: 'n', range: { step: 1e-9, bounds: [0, 9] } } }],
  ['$unionWith', { $unionWith: 'rows' }],
])('the stage %s is refused by its name, inside of a $lookup too', (name, stage) => {
  expect(() => aggregate(stage)).toThrow(`The aggregation stage ${name} is not supported`);
  const lookup = { from: 'rows', let: {}, pipeline: [stage], as: 'all' };
  expect(() => aggregate({ $lookup: lookup })).toThrow(`The aggregation stage ${name} is not supported`);
});

describe('$lookup by equal values', () => {
  const lookup = { from: 'rows', localField: 'of', foreignField: '_id', as: 'met' };
  beforeEach(() => insert([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }, { _id: 'd' }]));

  test.each([
    ['an element that meets nobody leaves no gap', ['b', 'nobody', 'a'], ['a', 'b']],
    ['an array that meets nobody', ['nobody'], []],
    ['an empty array', [], []],
    ['one value', 'c', ['c']],
    ['no value', undefined, []],
  ])('%s', async (_name, of, met) => {
    await insert([{ _id: 'asks', ...(of !== undefined && { of }) }]);
    const [found] = aggregate({ $match: { _id: 'asks' } }, { $lookup: lookup }) as { met: Fields[] }[];
    expect(ids(found?.met ?? []).sort()).toEqual(met);
  });

  test('looks only at what can meet, and knows what the stages before have made', async () => {
    let looked = 0;
    const onScanned = ({ scanned }: { scanned: number }) => {
      looked += scanned;
    };
    const stages = [{ $match: { _id: 'a' } }, { $addFields: { of: ['b', 'd'] } }, { $lookup: lookup }];
    const [found] = aggregateDocuments({ store, onScanned }, 'rows', stages) as { met: Fields[] }[];
    expect(ids(found?.met ?? [])).toEqual(['b', 'd']);
    expect(looked).toBe(3);
  });

  test('one after another', async () => {
    await insert([{ _id: 'asks', of: 'a' }]);
    const again = { ...lookup, localField: 'met._id', as: 'again' };
    const stages = [{ $match: { _id: 'asks' } }, { $lookup: lookup }, { $lookup: again }];
    expect(aggregate(...stages)).toEqual([
      { _id: 'asks', of: 'a', met: [{ _id: 'a' }], again: [{ _id: 'a' }] },
    ]);
  });
});

test('a $range of more elements than fit is refused', async () => {
  await insert([{ _id: 'a', big: 1e9 }]);
  expect(() => aggregate({ $project: { all: { $range: [0, 1e9] } } })).toThrow('more than 1000000');
  expect(aggregate({ $project: { all: { $range: [0, 6, 2] } } })).toEqual([{ _id: 'a', all: [0, 2, 4] }]);
});

test('a pipeline filters by what it then leaves out, and the documents stay as they were', async () => {
  const list = [
    { _id: 'a', city: 'SH', at: [{ x: 1, y: 2 }] },
    { _id: 'b', city: 'BJ', at: [{ x: 3, y: 4 }] },
  ];
  await insert(list);
  const leaving = { $project: { city: 0, 'at.x': 0 } };
  const left = [{ _id: 'a', at: [{ y: 2 }] }];
  expect(aggregate({ $match: { city: 'SH' } }, leaving)).toEqual(left);
  expect(aggregate({ $match: { _id: 'a' } }, leaving)).toEqual(left);
  expect(aggregate({ $match: { $expr: { $eq: ['$city', 'SH'] } } }, leaving)).toEqual(left);
  expect(
    aggregate({ $match: { _id: 'a' } }, { $project: { 'at.x': 0 } }, { $match: { city: 'SH' } }),
  ).toHaveLength(1);
  expect(await directDatabase(store).find('rows', {})).toEqual(list);
});
