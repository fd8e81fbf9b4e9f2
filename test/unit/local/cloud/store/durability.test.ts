import { Disk } from '../../../../../local/cloud/store/disk';
import { failure, run, startScriptCloud } from '../../../../contract/cloud/script';
import type { TestCloud } from '../../../../support/cloud';

let cloud: TestCloud;
let release: () => void = () => undefined;
const { write } = Disk.prototype;

beforeEach(async () => {
  cloud = await startScriptCloud({ seed: { notes: [{ _id: 'n0' }] } });
  await run(cloud, `await db.collection('notes').doc('n0').get()`);
});
afterEach(async () => {
  release();
  Disk.prototype.write = write;
  await cloud.close();
});

/** From here on nothing reaches the disk until `release()`. */
function holdDisk(): void {
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  Disk.prototype.write = async function heldWrite(...args) {
    await held;
    return write.apply(this, args);
  };
}

/** Whether the work is still waiting after `ms`. */
async function waits(work: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), ms));
  return Promise.race([work.then(() => false), late]);
}

const add = `await db.collection('notes').add({ data: { _id: 'n1', n: 1 } })`;

test.each([
  ['add', add],
  ['update', `await db.collection('notes').doc('n0').update({ data: { n: 1 } })`],
  ['remove', `await db.collection('notes').doc('n0').remove()`],
  ['commit', `await db.runTransaction((t) => t.collection('notes').doc('n0').update({ data: { n: 1 } }))`],
])('%s is not answered before its bytes are on the disk', async (_name, script) => {
  holdDisk();
  const work = run(cloud, script);
  expect(await waits(work, 150)).toBe(true);
  release();
  await expect(work).resolves.toBeNull();
});

test('neither is a refusal or a read that rests on a write under way', async () => {
  holdDisk();
  const first = run(cloud, add);
  expect(await waits(first, 150)).toBe(true);
  const again = failure(cloud, add);
  const read = run(cloud, `return (await db.collection('notes').where({ n: 1 }).get()).data.length`);
  expect(await Promise.all([waits(first, 300), waits(again, 300), waits(read, 300)])).toEqual([
    true,
    true,
    true,
  ]);
  release();
  await first;
  expect((await again).text).toContain('E11000');
  expect(await read).toBe(1);
});

test('after a write that failed nothing is answered any more', async () => {
  Disk.prototype.write = () => Promise.reject(new Error('no space left'));
  expect((await failure(cloud, add)).text).toContain('could not be written');
  const read = await failure(cloud, `await db.collection('notes').doc('n0').get()`);
  expect(read.text).toContain('could not be written');
});
