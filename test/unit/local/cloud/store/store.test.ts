import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directDatabase } from '../../../../../local/cloud/direct-database';
import { countDocuments } from '../../../../../local/cloud/store/documents';
import { Store } from '../../../../../local/cloud/store/store';

const declared = {
  collections: ['days'],
  indexes: [
    { collection: 'days', fields: ['employeeId', 'day'] },
    { collection: 'days', fields: ['code'], unique: true },
  ],
};
let folder: string;
let store: Store;

const reopen = async () => {
  await store.close();
  store = await Store.open(folder, declared);
};
const days = (employees: number) =>
  Array.from({ length: employees * 31 }, (_, i) => ({
    _id: i,
    employeeId: `E${Math.floor(i / 31)}`,
    day: `2026-03-${String((i % 31) + 1).padStart(2, '0')}`,
    code: i,
  }));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-store-'));
  store = await Store.open(folder, declared);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test('documents, types and collections are there after closing and opening', async () => {
  const document = {
    _id: 'x',
    n: 1,
    f: 0.1,
    at: new Date(7),
    deep: { list: [null, true, 'é'] },
    big: 2 ** 52,
  };
  await directDatabase(store).insertMany('days', [document, { _id: 1, code: 1 }, { _id: '1', code: 2 }]);
  await directDatabase(store).createCollection('other');
  await reopen();
  const db = directDatabase(store);
  expect(await db.get('days', 'x')).toEqual(document);
  expect([(await db.get('days', 1))?.code, (await db.get('days', '1'))?.code]).toEqual([1, 2]);
  expect(db.collectionNames().sort()).toEqual(['days', 'other']);
});

test('an index serves equality, $in and a range on its leading fields', async () => {
  await directDatabase(store).insertMany('days', days(40));
  const scanned = (filter: Record<string, unknown>) => {
    let count = 0;
    countDocuments({ store, onScanned: (scan) => (count += scan.scanned) }, 'days', filter);
    return count;
  };
  expect(scanned({ employeeId: 'E7' })).toBe(31);
  expect(scanned({ employeeId: 'E7', day: '2026-03-09' })).toBe(1);
  expect(
    scanned({ employeeId: { $in: ['E7', 'E8'] }, day: { $gte: '2026-03-01', $lte: '2026-03-07' } }),
  ).toBe(14);
  expect(scanned({ $and: [{ day: { $gte: '2026-03-30' } }, { employeeId: 'E1' }] })).toBe(2);
  expect(scanned({ _id: { $in: [1, 2, 'none'] } })).toBe(2);
  expect(scanned({ day: '2026-03-09' })).toBe(40 * 31);
  await reopen();
  expect(scanned({ employeeId: 'E7', day: '2026-03-09' })).toBe(1);
});

test('a unique index refuses the whole change, also of several documents', async () => {
  const db = directDatabase(store);
  await db.insertMany('days', [{ _id: 'a', code: 1 }, { _id: 'b' }]);
  await expect(db.insertMany('days', [{ _id: 'c', code: 2 }, { _id: 'd' }])).rejects.toThrow('E11000');
  await expect(db.insertMany('days', [{ code: 5 }, { code: 5 }])).rejects.toThrow('E11000');
  await expect(db.updateMany('days', {}, { $set: { code: 9 } })).rejects.toThrow('E11000');
  expect(await db.find('days')).toEqual([{ _id: 'a', code: 1 }, { _id: 'b' }]);
  await expect(db.updateMany('days', {}, { $inc: { code: 1 } })).resolves.toBe(2);
});

test('what is handed out or in is a copy', async () => {
  const db = directDatabase(store);
  const given = { _id: 'a', deep: { n: 1 } };
  await db.insertMany('days', [given]);
  given.deep.n = 2;
  const [found] = await db.find('days');
  (found?.deep as { n: number }).n = 3;
  const [sorted] = await db.find('days', {}, { order: { _id: 1 } });
  (sorted?.deep as { n: number }).n = 4;
  expect(await db.get('days', 'a')).toEqual({ _id: 'a', deep: { n: 1 } });
});

test('a pushed value is not shared between documents', async () => {
  const db = directDatabase(store);
  await db.insertMany('days', [
    { _id: 'a', list: [], code: 1 },
    { _id: 'b', list: [], code: 2 },
  ]);
  await db.updateMany('days', {}, { $push: { list: { n: 1 } } });
  await db.updateMany('days', { _id: 'a' }, { $set: { 'list.0.n': 5 } });
  expect((await db.get('days', 'b'))?.list).toEqual([{ n: 1 }]);
});

test('the first transaction to commit wins, the other changes nothing', async () => {
  const db = directDatabase(store);
  await db.insertMany('days', [{ _id: 'a', n: 0 }]);
  const [one, two] = [store.begin(), store.begin()];
  one.writesOf('days').set('a', { _id: 'a', n: 1 });
  two.writesOf('days').set('a', { _id: 'a', n: 2 });
  store.commit(one.id);
  expect(() => store.commit(two.id)).toThrow('conflict');
  expect(() => store.commit(two.id)).toThrow('does not exist');
  expect(await db.get('days', 'a')).toEqual({ _id: 'a', n: 1 });
});

test('an id that was deleted and written again is a conflict too', async () => {
  const db = directDatabase(store);
  const transaction = store.begin();
  await db.insertMany('days', [{ _id: 'new', n: 1 }]);
  transaction.writesOf('days').set('new', { _id: 'new', n: 2 });
  expect(() => store.commit(transaction.id)).toThrow('conflict');
});

test.each(['', 'a\0b', '$x', 'x'.repeat(65)])('the collection name %j is refused', (name) => {
  expect(() => store.createCollection(name)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }));
});

test.each([[''], [Number.NaN], [true], [{ a: 1 }], ['x'.repeat(1025)]])(
  'the id %j is refused',
  async (_id) => {
    const adding = directDatabase(store).insertMany('days', [{ _id }]);
    await expect(adding).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  },
);

test('what was written is read from the data file later, as it was written last', async () => {
  const db = directDatabase(store);
  await db.insertMany('days', days(200));
  const change = (_id: number, code: number) => db.updateMany('days', { _id }, { $set: { code } });
  await Promise.all([0, 1, 2].flatMap((id) => [change(id, -10 - id), change(id, -20 - id)]));
  // Others are used until those are in memory no more.
  for (let id = 100; id < 6_200; id += 1) await db.get('days', id);
  const found = await Promise.all([0, 1, 2].map((id) => db.get('days', id)));
  expect(found.map((each) => each?.code)).toEqual([-20, -21, -22]);
  expect(await db.count('days')).toBe(6_200);
});
