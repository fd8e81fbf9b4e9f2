import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PRODUCT } from './bench-cloud';

/**
 * A folder with functions as they are deployed, which add to every reply the most memory, bytes, that their instance
 * held during the call: heap, garbage included, and buffers, as the platform's limit is watched. The caller removes it.
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
const { main } = require(${JSON.stringify(bundle)});
exports.main = async (event, context) => {
  let memory = 0;
  const look = () => {
    const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
    memory = Math.max(memory, heap + external);
  };
  look();
  const watch = setInterval(look, 5);
  try {
    const reply = await main(event, context);
    look();
    return { ...reply, memory };
  } finally {
    clearInterval(watch);
  }
};
`;
