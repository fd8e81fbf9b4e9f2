import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Disk } from '../../../local/cloud/store/disk';

/** What a kill cannot show: the system keeps the pages of a killed process, but not those of a machine without power. */
test.each<[string, (disk: Disk) => Promise<void>]>([
  ['a write', (disk) => disk.write([{ collection: 'notes', id: 'n', document: { _id: 'n' } }])],
  ['a new collection', (disk) => disk.addCollection('notes')],
])('%s waits until the disk itself has it, not only the system', async (_, change) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongxin-flush-'));
  const disk = new Disk(folder);
  const { root } = disk as unknown as { root: { flushed: Promise<void>; committed: Promise<void> } };
  const order: string[] = [];
  let flush: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    flush = resolve;
  });
  Object.defineProperty(root, 'flushed', { get: () => held, configurable: true });
  const changed = change(disk).then(() => order.push('answered'));
  await root.committed;
  // Several turns for an answer that comes too early.
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  order.push('flushed');
  flush();
  await changed;
  expect(order).toEqual(['flushed', 'answered']);
  await disk.close();
  await rm(folder, { recursive: true });
});
