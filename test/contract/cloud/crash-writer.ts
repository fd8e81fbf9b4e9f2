import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Disk } from '../../../local/cloud/store/disk';
import { AS_USER, startScriptCloud } from './script';

/**
 * Runs the embedded cloud in a process of its own and lets eight writers change documents through the SDK without
 * end. One line per acknowledged change: `<writer> <number>`. The parent kills it.
 */
const WRITERS = 8;
/** A slow disk, ms per write: an answer that does not wait for it would be killed before its bytes are there. */
const DISK_DELAY = 25;
const SCRIPT = `
  const { writer, number } = event;
  await db.collection('entries').add({ data: { _id: writer + '-' + number, writer, number } });
  await db.collection('counters').doc(writer).set({ data: { number } });
  await db.runTransaction(async (t) => {
    await t.collection('pairs').doc(writer + '-left').set({ data: { number } });
    await t.collection('pairs').doc(writer + '-right').set({ data: { number } });
  });`;

function slowDown(): void {
  const { write } = Disk.prototype;
  Disk.prototype.write = async function slowWrite(...args) {
    await wait(DISK_DELAY);
    return write.apply(this, args);
  };
}

async function write(dataDir: string, first: number): Promise<void> {
  const collections = ['entries', 'counters', 'pairs'];
  const cloud = await startScriptCloud({ dataDir, collections });
  const writer = async (name: string) => {
    for (let number = first; ; number += 1) {
      await cloud.invoke('sdk', { script: SCRIPT, writer: name, number }, { as: AS_USER });
      writeSync(1, `${name} ${number}\n`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(`w${n}`)));
}

const [dataDir = '', first = '0', disk] = process.argv.slice(2);
if (disk === 'slow') slowDown();
void write(dataDir, Number(first));
