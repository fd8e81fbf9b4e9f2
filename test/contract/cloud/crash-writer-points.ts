import { setTimeout as wait } from 'node:timers/promises';
import { Disk } from '../../../local/cloud/store/disk';

/** Where a process ends itself, at its n-th write: places that a kill from outside hardly ever meets. */
export type CrashPoint = 'before-write' | 'inside-transaction' | 'before-flush';

/** The part of the disk that one document goes through. */
interface Table {
  put(key: Buffer, value: Buffer): unknown;
}

const die = () => process.kill(process.pid, 'SIGKILL');
const { write } = Disk.prototype;

/** Every write begins up to `ms` later: an answer that does not wait for it is given before its bytes are there. */
export function slowDown(ms: number): void {
  const inner = Disk.prototype.write;
  let last: Promise<unknown> = Promise.resolve();
  Disk.prototype.write = async function slowWrite(writes) {
    last = last.then(() => wait(Math.random() * ms));
    await last;
    return inner.call(this, writes);
  };
}

export function crashAt(point: CrashPoint, nth: number): void {
  let writes = 0;
  Disk.prototype.write = function crashingWrite(list) {
    // Halves of a transaction can only be seen where there are two.
    if (point !== 'inside-transaction' || list.length > 1) writes += 1;
    if (writes < nth) return write.call(this, list);
    if (point === 'before-write') die();
    if (point === 'inside-transaction') dieAfterFirstPut((this as unknown as { documents: Table }).documents);
    const working = write.call(this, list);
    die();
    return working;
  };
}

function dieAfterFirstPut(table: Table): void {
  const { put } = table;
  table.put = (key, value) => {
    put.call(table, key, value);
    die();
  };
}
