import { buildProduct } from './build';
import { runChecks } from './check';
import { ensureBrowser } from './lib/ensure-browser';
import { runJest } from './test/run-jest';
import { lastLine, sum, type Tally } from './test/tally';

/** `npm test`: build, every gate, every test. The last line is `N passed, N failed`. */
export async function main(): Promise<void> {
  const total = sum(await runEverything());
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(lastLine(total));
}

/** A step that cannot even run counts as one failure and does not stop the next one. */
async function runEverything(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  const steps: (() => Promise<Tally>)[] = [
    async () => {
      await buildProduct();
      return { passed: 0, failed: 0 };
    },
    async () => {
      const gates = await runChecks();
      const failed = gates.filter(({ problems }) => problems.length > 0).length;
      return { passed: gates.length - failed, failed };
    },
    () => runJest(['unit', 'component', 'contract'], ['--maxWorkers=2']),
    async () => {
      const browser = ensureBrowser();
      return runJest(['e2e'], ['--maxWorkers=2'], { CHROMIUM_PATH: browser });
    },
  ];
  for (const step of steps) tallies.push(await attempt(step));
  return tallies;
}

async function attempt(step: () => Promise<Tally>): Promise<Tally> {
  try {
    return await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
