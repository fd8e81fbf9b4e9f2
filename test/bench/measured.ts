import { readFileSync } from 'node:fs';

/** What some work took. */
export interface Cost {
  /** s */
  readonly wall: number;
  /** Of this process and the functions in its threads, s: other processes of a shared machine do not count. */
  readonly cpu: number;
  /** The most memory that the process held meanwhile, see `heldMemory`. */
  readonly peak: number;
}

export interface Measured<T> extends Cost {
  readonly result: T;
}

const LOOK_MS = 50;

/**
 * Memory of this process, bytes. Without what is mapped of the data file, which the system takes back when it needs
 * room; with it where the system does not tell them apart.
 */
export function heldMemory(): number {
  try {
    const [, kilobytes] = /RssAnon:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not on this system.
  }
  return process.memoryUsage.rss();
}

/** Does `work` and tells what it took. @throws what `work` throws */
export async function measured<T>(work: () => Promise<T> | T): Promise<Measured<T>> {
  let peak = heldMemory();
  const look = () => {
    peak = Math.max(peak, heldMemory());
  };
  const watch = setInterval(look, LOOK_MS);
  const [before, began] = [process.cpuUsage(), performance.now()];
  try {
    const result = await work();
    look();
    const { user, system } = process.cpuUsage(before);
    return { result, wall: (performance.now() - began) / 1_000, cpu: (user + system) / 1e6, peak };
  } finally {
    clearInterval(watch);
  }
}
