import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Contains the hash of the package-lock.json that node_modules last matched. */
const STAMP = 'node_modules/.lock-sha256';

/** Runs `npm ci` when node_modules does not match package-lock.json. */
export function ensureInstalled(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const gap = findGap(root, JSON.parse(lock));
  if (gap) install(root, gap);
  writeFileSync(stamp, hash);
}

/** @returns a sentence about the first difference between lockfile and node_modules, or null. */
function findGap(root, lock) {
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  for (const [place, wanted] of Object.entries(lock.packages)) {
    if (place === '' || wanted.optional || wanted.devOptional || wanted.peer) continue;
    if (installed[place]?.version !== wanted.version) return `${place} is not ${wanted.version}`;
  }
  return null;
}

/** Install scripts are disabled: no package here needs one, and they would run third-party code. */
function install(root, reason) {
  console.log(`Installing packages from package-lock.json (${reason}) …`);
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' };
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.status === 0) return;
  for (const line of firstErrors(run.stderr)) console.error(line);
  const how = run.error ? run.error.message : `exit code ${run.status ?? run.signal}`;
  const error = new Error(
    `npm ci failed (${how}). Check the network and npm's registry setting, then try again.`,
  );
  throw Object.assign(error, { expected: true });
}

/** npm prints its usage after some errors; the reason comes first. */
function firstErrors(text) {
  const lines = (text ?? '').split('\n').filter((line) => /^npm error \S/.test(line));
  return lines.slice(0, 6);
}
