import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';

const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');

/** Task name of package.json -> its TypeScript file. */
const TASKS = {
  start: 'scripts/start.ts',
  build: 'scripts/build.ts',
  check: 'scripts/check.ts',
  test: 'scripts/test.ts',
  'test:soak': 'scripts/test-soak.ts',
  bench: 'test/bench/run.ts',
  invoke: 'local/cloud/invoke-cli.ts',
  screenshots: 'scripts/screenshots.ts',
  deployment: 'scripts/deployment.ts',
  mutate: 'scripts/mutate.ts',
};

/** @throws Error (expected) if the folder has characters that the database's package reads as parts of an address */
function requireLoadableFolder(folder) {
  if (!/[#?%]/.test(folder)) return;
  const error = new Error(`The folder ${folder} has a #, ? or % in its name: rename it or move the project.`);
  throw Object.assign(error, { expected: true });
}

/**
 * Installs the packages if they are missing or old, then runs the task in this process.
 * One process only: a signal to it reaches the task itself.
 */
export async function runTask(name, args) {
  const file = TASKS[name];
  if (!file) {
    const error = new Error(`Unknown task "${name}"; there are: ${Object.keys(TASKS).join(', ')}.`);
    throw Object.assign(error, { expected: true });
  }
  requireLoadableFolder(ROOT);
  ensureInstalled(ROOT);
  process.chdir(ROOT);
  const entry = path.join(ROOT, file);
  process.argv = [process.argv[0], entry, ...args];
  const require = createRequire(import.meta.url);
  require('./read-typescript.cjs').readTypeScript();
  await require(entry).main?.(args);
}
