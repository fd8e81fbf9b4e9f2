import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { open } from 'lmdb';
import { claimDataDir } from '../../../../../local/cloud/server-file';
import { checkData } from '../../../../../local/cloud/store/check-data';
import { Disk } from '../../../../../local/cloud/store/disk';

let dataDir: string;
const file = () => path.join(dataDir, 'database', 'data.mdb');
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-data-'));
  const disk = new Disk(path.join(dataDir, 'database'));
  await disk.addCollection('people');
  const document = (id: string) => ({ _id: id, name: 'x'.repeat(2_000) });
  const writes = Array.from({ length: 200 }, (_, n) => ({
    collection: 'people',
    id: `E${n}`,
    document: document(`E${n}`),
  }));
  await disk.write(writes);
  await disk.close();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const check = () => checkData(dataDir, ['database', 'platform']);

test('good data passes, and so does a folder without any', () => {
  expect(check).not.toThrow();
  rmSync(path.join(dataDir, 'database'), { recursive: true });
  expect(check).not.toThrow();
});

test('a file that was cut off is named, with what to do', () => {
  truncateSync(file(), 20_000);
  expect(check).toThrow(
    expect.objectContaining({
      code: 'DATA_DAMAGED',
      message: expect.stringMatching(/data\.mdb is damaged.*--fresh.*copy/),
    }),
  );
});

test('a file with other bytes in the middle is named and does not end the process', () => {
  const bytes = readFileSync(file());
  bytes.fill(0xa5, 8_192, bytes.length);
  writeFileSync(file(), bytes);
  expect(check).toThrow(/is damaged/);
});

test('a document that is no document is named when its fields are loaded, and when it is read', async () => {
  const root = open({ path: path.join(dataDir, 'database'), noSubdir: false });
  const documents = root.openDB<Buffer, Buffer>('documents', { encoding: 'binary', keyEncoding: 'binary' });
  await documents.put(Buffer.from('people\0sE7'), Buffer.from([9, 9, 9, 9, 9]));
  await root.close();
  const disk = new Disk(path.join(dataDir, 'database'));
  const load = () =>
    disk.load(
      () => undefined,
      () => new Set(['name']),
      () => undefined,
    );
  expect(load).toThrow(/data\.mdb is damaged/);
  expect(() => disk.read('people', 'E7')).toThrow(/data\.mdb is damaged/);
  await disk.close();
});

test('no other user of the machine reads the data', async () => {
  await claimDataDir(dataDir);
  expect(statSync(dataDir).mode & 0o077).toBe(0);
});
