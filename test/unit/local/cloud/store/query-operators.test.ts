import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directDatabase } from '../../../../../local/cloud/direct-database';
import type { Fields } from '../../../../../local/cloud/store/document';
import { Store } from '../../../../../local/cloud/store/store';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-queries-'));
  const indexes = [{ collection: 'indexed', fields: ['v'] }];
  store = await Store.open(folder, { collections: ['rows', 'indexed'], indexes });
  const rows = ROWS.map(([_id, fields]) => ({ _id, ...fields }));
  await directDatabase(store).replaceAll({ rows, indexed: rows });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const ROWS: [string, Fields][] = [
  ['missing', {}],
  ['null', { v: null }],
  ['nan', { v: Number.NaN }],
  ['one', { v: 1 }],
  ['ten', { v: 10 }],
  ['text', { v: '10' }],
  ['true', { v: true }],
  ['date', { v: new Date(10) }],
  ['object', { v: { a: 1 } }],
  ['list', { v: [1, '10'] }],
  ['empty', { v: [] }],
  ['deep', { v: [{ a: 1 }, {}] }],
];
const find = async (filter: Fields, collection = 'rows') =>
  (await directDatabase(store).find(collection, filter)).map(({ _id }) => _id);

test.each<[string, Fields, string[]]>([
  ['numbers alone are above a number', { v: { $gt: 1 } }, ['ten']],
  ['an element of an array too', { v: { $gte: 1 } }, ['one', 'ten', 'list']],
  ['NaN is below none', { v: { $lt: 5 } }, ['one', 'list']],
  ['NaN is at least NaN', { v: { $gte: Number.NaN } }, ['nan']],
  ['texts alone are above a text', { v: { $gt: '0' } }, ['text', 'list']],
  ['false is below true', { v: { $gt: false } }, ['true']],
  ['dates among themselves', { v: { $lte: new Date(10) } }, ['date']],
  ['null and missing are at least null', { v: { $gte: null } }, ['missing', 'null']],
  ['and equal to null', { v: null }, ['missing', 'null']],
  ['anything else is not', { v: { $ne: null } }, ROWS.slice(2).map(([id]) => id)],
  ['in a list with null', { v: { $in: [null, 1] } }, ['missing', 'null', 'one', 'list']],
  [
    'a text in a list beside other types',
    { v: { $in: ['10', 5, null] } },
    ['missing', 'null', 'text', 'list'],
  ],
  ['a text that an expression in a list fits', { v: { $in: ['9', /^1/] } }, ['text', 'list']],
  ['an object is above a smaller one', { v: { $gt: { a: 0 } } }, ['object', 'deep']],
  ['an array is compared as a whole', { v: { $gt: [0] } }, ['list', 'deep']],
  [
    'an element without the field is null',
    { 'v.a': null },
    ['missing', 'null', 'nan', 'one', 'ten', 'text', 'true', 'date', 'deep'],
  ],
  ['what is there, null too', { v: { $exists: true } }, ROWS.slice(1).map(([id]) => id)],
  ['what is not there', { v: { $exists: false } }, ['missing']],
  ['a field of an element', { 'v.a': { $exists: true } }, ['object', 'deep']],
  ['a remainder of numbers alone', { v: { $mod: [10, 0] } }, ['ten']],
  ['all of one, where there is no array', { v: { $all: [1] } }, ['one', 'list']],
  ['all of none', { v: { $all: [] } }, []],
  ['all elements like these', { v: { $all: [{ $elemMatch: { a: 1 } }] } }, ['deep']],
  ['no element', { v: { $size: 0 } }, ['empty']],
])('%s', async (_name, filter, expected) => {
  expect(await find(filter)).toEqual(expected);
  expect((await find(filter, 'indexed')).sort()).toEqual([...expected].sort());
});

test.each<[string, Fields, string]>([
  ['a divisor of zero', { v: { $mod: [0, 1] } }, 'divisor cannot be 0'],
  ['half a remainder', { v: { $mod: [5] } }, '$mod needs a divisor'],
  ['a size below zero', { v: { $size: -1 } }, '$size needs'],
  ['no list', { v: { $in: 5 } }, '$in needs an array'],
  ['a type, which the platform does not document', { v: { $type: 'string' } }, '$type'],
  ['a schema', { $jsonSchema: {} }, '$jsonSchema'],
  ['code', { $where: 'true' }, '$where'],
])('%s is an error', async (_name, filter, why) => {
  await expect(find(filter)).rejects.toThrow(why);
});

test.each<[string, Fields, string, unknown]>([
  ['$max takes the value that comes later, of another type too', { $max: { v: 'a' } }, 'ten', 'a'],
  ['$max leaves what comes later', { $max: { v: 5 } }, 'text', '10'],
  ['$min takes null before any number', { $min: { v: null } }, 'one', null],
  ['$max of a missing field sets it', { $max: { v: 1 } }, 'missing', 1],
])('%s', async (_name, changes, id, expected) => {
  const db = directDatabase(store);
  await db.updateMany('rows', { _id: id }, changes);
  expect((await db.get('rows', id))?.v).toEqual(expected);
});
