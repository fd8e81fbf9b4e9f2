import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/root';
import { pureTestsOf } from './mutate/pure-tests-of';
import { strykerSettings } from './mutate/stryker-settings';

const TOOL = path.join(ROOT, 'tools/mutation');
const SETTINGS = path.join(ROOT, '.local/mutation.json');
/** Percentage of broken lines that a test must notice. */
const LEAST = 85;

/**
 * `npm run mutate -- <folder or file>`: breaks one line at a time and looks whether a test of the rules notices.
 * Lists what nothing noticed; fails below 85 %. WORKERS=2 uses two cores; TABLES=1 also breaks what is worked out when a
 * file loads, which takes ten times as long.
 */
export async function main([target]: readonly string[]): Promise<void> {
  if (!target) throw new Error('Say what to break: npm run mutate -- cloudfunctions/leave/domain');
  const { ensureInstalled } = await import('./bootstrap/install.mjs');
  ensureInstalled(TOOL);
  const tests = pureTestsOf(target);
  if (tests.length === 0) throw new Error(`No test without a cloud imports anything of ${target}.`);
  console.log(`${tests.length} test files: ${tests.join(', ')}`);
  const files = /\.ts(:\d|$)/.test(target) ? target : path.posix.join(target, '**/*.ts');
  const workers = Number(process.env.WORKERS ?? 1);
  mkdirSync(path.dirname(SETTINGS), { recursive: true });
  writeFileSync(
    SETTINGS,
    JSON.stringify(
      strykerSettings({ files, tests, workers, withTables: process.env.TABLES === '1', least: LEAST }),
    ),
  );
  process.exitCode = await stryker();
}

function stryker(): Promise<number> {
  const program = path.join(TOOL, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const child = spawn(process.execPath, [program, 'run', SETTINGS], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
