import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { type DirectDatabase, directDatabase } from '../../../../../local/cloud/direct-database';
import type { Fields } from '../../../../../local/cloud/store/document';
import { findDocuments, removeDocuments } from '../../../../../local/cloud/store/documents';
import type { Scan } from '../../../../../local/cloud/store/scan-report';
import { Store } from '../../../../../local/cloud/store/store';

const RUNS = 200;
let folder: string;
let store: Store;
let db: DirectDatabase;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-order-'));
  store = await Store.open(folder, { collections: ['people'], indexes: [] });
  store.collection('people').declareIndex({ collection: 'people', fields: ['team'] });
  db = directDatabase(store);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const text = fc.oneof(
  fc.constantFrom('', 'E0001', 'E0002', 'E00010', '\uffff', '😀', '\0', 'é', '中'),
  fc.string({ maxLength: 3 }),
);
const id = fc.oneof(
  { weight: 5, arbitrary: text.filter((each) => each !== '') },
  fc.integer({ min: -3, max: 12 }),
);
const range = fc
  .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), fc.oneof(text, fc.integer({ min: -3, max: 12 })))
  .map(([operator, value]) => ({ [operator]: value }));
const filter = fc
  .record({ _id: range, team: fc.integer({ min: 0, max: 2 }), odd: fc.boolean() }, { requiredKeys: ['_id'] })
  .map((each): Fields => each);
const cut = fc.record({ limit: fc.integer({ min: 1, max: 6 }), offset: fc.integer({ min: 0, max: 3 }) });

const pageOf = (where: Fields, order: Fields, { limit, offset }: { limit: number; offset: number }) =>
  findDocuments({ store, onScanned: () => {} }, 'people', where, { order, limit, offset }).map(
    ({ _id }) => _id,
  );

test(`${RUNS} random collections: a page by id is the page of a whole list that was sorted`, async () => {
  const sets = fc.uniqueArray(id, { maxLength: 20 });
  const steps = fc.array(fc.tuple(sets, sets, filter, cut), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      removeDocuments({ store, onScanned: () => {} }, 'people', {}, true);
      const there = new Set<unknown>();
      for (const [added, removed, where, page] of all) {
        const fresh = added.filter((each) => !there.has(each));
        await db.insertMany(
          'people',
          fresh.map((_id, at) => ({ _id, team: at % 3, odd: at % 2 === 1 })),
        );
        for (const each of fresh) there.add(each);
        removeDocuments({ store, onScanned: () => {} }, 'people', { _id: { $in: removed } }, true);
        for (const each of removed) there.delete(each);
        // Sorted by two fields it is looked for in the whole list.
        expect(pageOf(where, { _id: 1 }, page)).toEqual(pageOf(where, { _id: 1, team: 1 }, page));
      }
    }),
    { numRuns: RUNS },
  );
});

test('a page of a large collection looks at the documents of the page alone', async () => {
  const people = Array.from({ length: 2_000 }, (_, at) => ({
    _id: `E${String(at).padStart(4, '0')}`,
    team: at % 20,
  }));
  await db.insertMany('people', people);
  const scans: Scan[] = [];
  const scope = { store, onScanned: (scan: Scan) => void scans.push(scan) };
  const found = findDocuments(scope, 'people', { _id: { $gt: 'E0999' } }, { order: { _id: 1 }, limit: 100 });
  expect([found[0]?._id, found.at(-1)?._id, found.length]).toEqual(['E1000', 'E1099', 100]);
  // With the one that it begins behind.
  expect(scans[0]?.scanned).toBe(101);
  // The members of a team are fewer than those behind the cursor.
  findDocuments(scope, 'people', { team: 3, _id: { $gt: 'E0999' } }, { order: { _id: 1 }, limit: 10 });
  expect(scans[1]?.scanned).toBe(100);
});

test('inside of a transaction a page by id has what the transaction wrote', async () => {
  await db.insertMany('people', [{ _id: 'A' }, { _id: 'C' }]);
  const transaction = store.begin();
  store.stage(transaction, 'people', new Map([['B', { _id: 'B' }]]));
  const order = { order: { _id: 1 }, limit: 5 };
  const where = { _id: { $gt: '' } };
  const ids = (scope: Parameters<typeof findDocuments>[0]) =>
    findDocuments(scope, 'people', where, order).map(({ _id }) => _id);
  expect(ids({ store, transaction, onScanned: () => {} })).toEqual(['A', 'B', 'C']);
  expect(ids({ store, onScanned: () => {} })).toEqual(['A', 'C']);
  store.abort(transaction.id);
});
