import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/root';
import { buildFunctions } from './functions';

const QUIET_MS = 150;

/** Rebuilds the bundles that contain a saved source file; the embedded cloud loads them at the next call. */
export function watchFunctions(): () => void {
  const source = path.join(ROOT, 'cloudfunctions');
  if (!existsSync(source)) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(source, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** A source that does not compile is logged; the last good bundle stays. */
async function rebuild(): Promise<void> {
  try {
    const { changed } = await buildFunctions();
    if (changed.length > 0) console.log(`Rebuilt: ${changed.join(', ')}`);
  } catch (error) {
    console.error((error as Error).message);
  }
}
