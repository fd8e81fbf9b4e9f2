import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { directDatabase } from '../../../../../local/cloud/direct-database';
import { removeDocuments } from '../../../../../local/cloud/store/documents';
import { Store } from '../../../../../local/cloud/store/store';

const RUNS = 300;
let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongxin-index-'));
  store = await Store.open(folder, { collections: ['plain', 'indexed'], indexes: [] });
  for (const fields of [['a', 'b'], ['b.c'], ['a.c', 'b']])
    store.collection('indexed').declareIndex({ collection: 'indexed', fields });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    1,
    -1,
    2.5,
    1e300,
    -1e-300,
    '',
    'a',
    'ab',
    'b',
    '\0',
    '\u0001',
    'a\0b',
  ),
  fc.constantFrom(new Date(0), new Date(-5), new Date(1)),
  fc.constantFrom('中', '\uffff', '😀'),
);
const number = fc.integer({ min: 0, max: 4 });
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(number, { maxLength: 3 }) },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ c: scalar }, { requiredKeys: [] }),
  fc.array(fc.record({ c: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
);
const documents = fc.array(fc.record({ a: value, b: value }, { requiredKeys: [] }), { maxLength: 25 });
const operand = fc.oneof(
  scalar,
  scalar.map((v) => ({ $eq: v })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map(([key, v]) => ({ [key]: v })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  number.map((low) => ({ $gte: low, $lte: low + 1 })),
);
const field = fc.constantFrom('a', 'b', 'a.c', 'b.c');
const part = fc.tuple(field, operand).map(([name, demand]) => ({ [name]: demand }));
const filter = fc.oneof(
  part,
  fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => ({ $and: parts })),
  fc.tuple(part, part).map(([one, two]) => ({ ...one, ...two })),
);

test(`${RUNS} random collections: every query finds through indexes what a full scan finds`, async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.array(filter, { minLength: 1, maxLength: 4 }), async (list, filters) => {
      const [plain, indexed] = ['plain', 'indexed'];
      for (const name of [plain, indexed]) removeDocuments({ store, onScanned: () => {} }, name, {}, true);
      const db = directDatabase(store);
      const withIds = list.map((document, at) => ({ _id: at, ...document }));
      await db.insertMany(plain, withIds);
      await db.insertMany(indexed, withIds);
      await db.updateMany(plain, { _id: { $gt: 20 } }, { $set: { a: 'ab' } });
      await db.updateMany(indexed, { _id: { $gt: 20 } }, { $set: { a: 'ab' } });
      for (const query of filters) {
        const ids = async (name: string) =>
          (await db.find(name, query)).map(({ _id }) => Number(_id)).sort(by);
        expect(await ids(indexed)).toEqual(await ids(plain));
      }
    }),
    { numRuns: RUNS },
  );
});

function by(a: number, b: number): number {
  return a - b;
}
