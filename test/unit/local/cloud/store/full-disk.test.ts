import { DiskRoom, RESERVED_BYTES } from '../../../../../local/cloud/disk-room';
import { Disk } from '../../../../../local/cloud/store/disk';
import { failure, run, startScriptCloud } from '../../../../contract/cloud/script';
import type { TestCloud } from '../../../../support/cloud';

let cloud: TestCloud;
const { free } = DiskRoom.prototype;
const { write } = Disk.prototype;
const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);

beforeEach(async () => {
  cloud = await startScriptCloud({ seed: { notes: [{ _id: 'n0' }] } });
  printed.mockClear();
});
afterEach(async () => {
  DiskRoom.prototype.free = free;
  Disk.prototype.write = write;
  await cloud.close();
});
afterAll(() => printed.mockRestore());

const leave = (bytes: number): void => {
  DiskRoom.prototype.free = () => bytes;
};
const add = (id: string) => `await db.collection('notes').add({ data: { _id: '${id}', n: 1 } })`;
const ids = () => run(cloud, `return (await db.collection('notes').get()).data.map(({ _id }) => _id)`);

test('a full disk refuses every kind of write and says in one line what to do, once', async () => {
  await run(cloud, add('n1'));
  leave(RESERVED_BYTES - 1);
  const writes = [
    add('n2'),
    `await db.collection('notes').doc('n0').update({ data: { n: 1 } })`,
    `await db.collection('notes').doc('n0').remove()`,
    `await db.runTransaction((t) => t.collection('notes').doc('n0').update({ data: { n: 1 } }))`,
    `await cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('text') })`,
  ];
  for (const script of writes) expect(JSON.stringify(await failure(cloud, script))).toContain('is full');
  const lines = printed.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('is full'));
  // One of the database, one of the files.
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^The disk of .+ is full: nothing is saved until 64 MB of it are free\. [^\n]+$/);
});

test('what was answered stays, is read meanwhile, and writes go on once there is room', async () => {
  await run(cloud, add('n1'));
  leave(0);
  await failure(cloud, add('n2'));
  expect(await ids()).toEqual(['n0', 'n1']);
  leave(RESERVED_BYTES);
  await run(cloud, add('n2'));
  expect(await ids()).toEqual(['n0', 'n1', 'n2']);
});

test('a file needs room for itself, and leaves nothing behind without it', async () => {
  leave(RESERVED_BYTES + 3);
  const upload = `await cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('text') })`;
  await failure(cloud, upload);
  expect(await cloud.files.list('', 0, 10)).toEqual({ files: [], total: 0 });
  leave(RESERVED_BYTES + 4);
  await run(cloud, upload);
  expect((await cloud.files.list('', 0, 10)).total).toBe(1);
});

test('where a write fails all the same, nothing is answered that is not saved', async () => {
  Disk.prototype.write = () => Promise.reject(new Error('Input/output error'));
  await failure(cloud, add('n1'));
  const refused = await failure(cloud, `await db.collection('notes').get()`);
  expect(JSON.stringify(refused)).toContain('start it again');
});
