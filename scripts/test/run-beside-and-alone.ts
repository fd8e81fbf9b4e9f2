import path from 'node:path';
import { ROOT } from '../lib/root';
import { runJest } from './run-jest';
import { type Tally, withSecondRun } from './tally';

/** More failed files than this are not the machine's doing. */
const MOST_AGAIN = 3;

/**
 * Tests whose people wait for a real clock: those in the browser, and those of whole processes. A file that fails beside
 * five others runs once more with nothing beside it, and is counted as it comes out then: a fault of the product fails
 * there too. What passed only alone is named, since somebody should look why.
 */
export async function runBesideAndAlone(
  projects: readonly string[],
  workers: number,
  env: NodeJS.ProcessEnv,
): Promise<Tally> {
  const first = await runJest(projects, [`--maxWorkers=${workers}`], env);
  const files = first.failedSuites.map(({ file }) => file);
  if (files.length === 0 || files.length > MOST_AGAIN) return first;
  const names = files.map((file) => path.relative(ROOT, file)).join(', ');
  console.log(`Failed beside other files, so once more alone: ${names}`);
  const second = await runJest(projects, ['--maxWorkers=1', '--runTestsByPath', ...files], env);
  if (second.failed === 0) console.log(`Passed only alone: ${names}`);
  return withSecondRun(first, second);
}
