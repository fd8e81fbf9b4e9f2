import { buildProduct } from './build';
import { runChecks } from './check';
import { ensureBrowser } from './lib/ensure-browser';
import { ensureFunctionRuntime } from './lib/function-runtime';
import { runQuick } from './test/quick/run';
import { runJest } from './test/run-jest';
import { lastLine, sum, type Tally } from './test/tally';

/** More than cores: browser tests mostly wait. */
const WORKERS = 4;

/** Suites that run on the functions' own version of Node.js: every action, the jobs, report files, encryption. */
const ON_THE_RUNTIME = [
  'cloudfunctions/calls.cloud',
  'requests/calls.cloud',
  'approvals/private-values.cloud',
  'leave/book-leave-ledger.cloud',
  'attendance/settlement.cloud',
  'reports/reports.cloud',
];

/**
 * `npm test`: build, every gate, every test; `--quick`, as `npm run test:quick`: what belongs to the changed files.
 * The last line is `N passed, N failed`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const total = sum(await (args.includes('--quick') ? runQuickly() : runEverything()));
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(lastLine(total));
}

/** A step that throws counts as one failure and does not stop the next one. */
async function runEverything(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let CHROMIUM_PATH: string | undefined;
  let FUNCTION_NODE: string | undefined;
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
    async () => {
      CHROMIUM_PATH = ensureBrowser();
      return { passed: 0, failed: 0 };
    },
    async () => {
      FUNCTION_NODE = await ensureFunctionRuntime();
      if (!FUNCTION_NODE) return { passed: 0, failed: 0 };
      const options = [`--testPathPatterns=${ON_THE_RUNTIME.join('|')}`, `--maxWorkers=${WORKERS}`];
      return runJest(['unit'], options, { FUNCTION_NODE });
    },
    () => {
      const projects = ['unit', 'component', 'contract', ...(CHROMIUM_PATH ? ['e2e'] : [])];
      // Suites that ran on the functions' own runtime are not repeated.
      const ran = FUNCTION_NODE ? ['/node_modules/', ...ON_THE_RUNTIME] : [];
      const options = ran.map((pattern) => `--testPathIgnorePatterns=${pattern}`);
      return runJest(projects, [`--maxWorkers=${WORKERS}`, ...options], { CHROMIUM_PATH });
    },
  ];
  for (const step of steps) tallies.push(await attempt(step));
  return tallies;
}

/** An error counts as one failure. */
const runQuickly = (): Promise<Tally[]> =>
  runQuick().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return [{ passed: 0, failed: 1 }];
  });

async function attempt(step: () => Promise<Tally>): Promise<Tally> {
  try {
    return await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
