import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDatabaseDeclaration } from '../../../../local/cloud';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'tongxin-declared-'));
  await mkdir(path.join(root, 'cloudfunctions'));
});
afterEach(() => rm(root, { recursive: true }));

const declare = (value: unknown) =>
  writeFile(path.join(root, 'cloudfunctions', 'database.json'), JSON.stringify(value));

test('no file declares nothing', () => {
  expect(readDatabaseDeclaration(root)).toEqual({ collections: [], indexes: [] });
});

test('collections and indexes', async () => {
  const declared = { collections: ['a'], indexes: [{ collection: 'a', fields: ['x', 'y'], unique: true }] };
  await declare(declared);
  expect(readDatabaseDeclaration(root)).toEqual(declared);
});

test.each([
  [{ collections: 'a' }],
  [{ collections: [1] }],
  [{ indexes: [{ collection: 'a', fields: [] }] }],
  [{ indexes: [{ collection: 'a', fields: ['x'], unique: 'yes' }] }],
  [{ indexes: [{ collection: 'a', fields: ['x'], geo: 1 }] }],
  [{ indexes: [{ collection: 'a', fields: ['x', 'y'], geo: true }] }],
  [{ indexes: [{ collection: 'a', fields: ['x'], geo: true, unique: true }] }],
])('a file of another form is refused: %j', async (value) => {
  await declare(value);
  expect(() => readDatabaseDeclaration(root)).toThrow('database.json');
});
