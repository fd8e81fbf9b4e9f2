import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const DEBOUNCE_MS = 80;

/** Calls `changed` after files below `root` changed. @returns stops watching */
export function watchSources(root: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(root, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, DEBOUNCE_MS);
  });
  // A folder that vanishes (a package being rebuilt) must not end the server.
  watcher.on('error', (error) => console.error(`watching ${root}: ${error.message}`));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
