import { Store } from '../../local/cloud/store/store';
import { ROWS } from './store-rows';

/** One fresh process, with `--expose-gc`: how long a database takes to open, and how much memory it keeps. */
async function main(): Promise<void> {
  const [folder = ''] = process.argv.slice(2);
  const memory = () => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = memory();
  const started = performance.now();
  const store = await Store.open(folder, ROWS);
  const ms = performance.now() - started;
  console.log(JSON.stringify({ ms, bytes: memory() - before, documents: store.collection('rows').size }));
  await store.close();
}

void main();
