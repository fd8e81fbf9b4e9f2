import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../lib/root';
import { type JestTally, tallyOf } from './tally';
import { saveTimes } from './times';

/** Runs some projects of jest.config.js and counts their tests. Never watches, never reads stdin. */
export async function runJest(
  projects: readonly string[],
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<JestTally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-jest-'));
  const report = path.join(folder, 'report.json');
  const args = ['--ci', '--json', `--outputFile=${report}`, ...options, '--selectProjects', ...projects];
  await new Promise<void>((resolve, reject) => {
    const jest = spawn(process.execPath, [path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env, CI: 'true' },
    });
    jest.on('error', reject);
    jest.on('close', () => resolve());
  });
  const tally = tallyOf(report);
  saveTimes(report);
  rmSync(folder, { recursive: true });
  return tally;
}
