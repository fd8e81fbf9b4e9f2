import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PRODUCT } from './bench-cloud';

/** What a watched function adds to its reply. */
export interface Watched {
  /** The most that its instance held during the call, bytes. */
  readonly memory?: number;
  /** What the call took of a processor in the function's own thread, ms; missing where the system does not tell. */
  readonly cpu?: number;
}

/**
 * A folder with functions as they are deployed, which add to every reply the most memory that their instance held during
 * the call: heap, garbage included, and buffers, as the platform's limit is watched; and what the call took of a
 * processor. The caller removes it.
 */
export function watchedFunctions(names: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  for (const name of names) {
    mkdirSync(path.join(folder, name));
    cpSync(path.join(PRODUCT, name, 'config.json'), path.join(folder, name, 'config.json'));
    writeFileSync(path.join(folder, name, 'index.js'), sourceOf(path.join(PRODUCT, name, 'index.js')));
  }
  return folder;
}

const sourceOf = (bundle: string): string => `
const { getHeapStatistics } = require('node:v8');
const { readFileSync } = require('node:fs');
const cpuOf = () => {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
};
const { main } = require(${JSON.stringify(bundle)});
exports.main = async (event, context) => {
  let memory = 0;
  const look = () => {
    const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
    memory = Math.max(memory, heap + external);
  };
  look();
  const before = cpuOf();
  const watch = setInterval(look, 5);
  try {
    const reply = await main(event, context);
    look();
    return { ...reply, memory, ...(before !== undefined && { cpu: cpuOf() - before }) };
  } finally {
    clearInterval(watch);
  }
};
`;
