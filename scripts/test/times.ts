import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/root';

const FILE = path.join(ROOT, 'node_modules/.cache/tongxin-test-times.json');

/** The times in Jest's JSON report. */
interface TimedReport {
  readonly testResults: readonly { name: string; startTime: number; endTime: number }[];
}

/** How long each test file took when it last ran here, s; by its path in the repository. */
export function testTimes(): Record<string, number> {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>) : {};
}

/** Stores the times of one Jest run. */
export function saveTimes(reportFile: string): void {
  if (!existsSync(reportFile)) return;
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as TimedReport;
  const fresh = testResults.map(({ name, startTime, endTime }): [string, number] => [
    path.relative(ROOT, name).split(path.sep).join('/'),
    (endTime - startTime) / 1000,
  ]);
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...testTimes(), ...Object.fromEntries(fresh) }));
}
