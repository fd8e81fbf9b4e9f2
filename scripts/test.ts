import { buildProduct } from './build';
import { runChecks } from './check';
import { ensureBrowser } from './lib/ensure-browser';
import { ensureFunctionRuntime } from './lib/function-runtime';
import { runQuick } from './test/quick/run';
import { runBesideAndAlone } from './test/run-beside-and-alone';
import { runJest } from './test/run-jest';
import { lastLine, sum, type Tally } from './test/tally';

/** More than cores: reading and writing files is waiting too. */
const WORKERS = 4;
/** Browser tests mostly wait: for a stroke of the finger, a second's rest, the five seconds in which a decision can be undone. */
const WAITING_WORKERS = 6;

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
 * `npm test`: build, every gate beside the tests of rules and functions, then all other tests; `--quick`, as `npm run test:quick`: what belongs to the changed files.
 * The last line is `N passed, N failed`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const total = sum(await (args.includes('--quick') ? runQuickly() : runEverything()));
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(lastLine(total));
}

/** A step that throws counts as one failure and does not stop the next one. */
async function runEverything(): Promise<Tally[]> {
  let CHROMIUM_PATH: string | undefined;
  let FUNCTION_NODE: string | undefined;
  const build = async (): Promise<Tally> => {
    await buildProduct();
    return NOTHING;
  };
  const findBrowser = async (): Promise<Tally> => {
    CHROMIUM_PATH = ensureBrowser();
    return NOTHING;
  };
  const findRuntime = async (): Promise<Tally> => {
    FUNCTION_NODE = await ensureFunctionRuntime();
    return NOTHING;
  };
  const gates = async (): Promise<Tally> => {
    const results = await runChecks();
    const failed = results.filter(({ problems }) => problems.length > 0).length;
    return { passed: results.length - failed, failed };
  };
  const onTheRuntime = async (): Promise<Tally> =>
    FUNCTION_NODE
      ? runJest(['unit'], [`--testPathPatterns=${ON_THE_RUNTIME.join('|')}`, AT_ONCE], { FUNCTION_NODE })
      : NOTHING;
  const rules = (): Promise<Tally> => {
    // Suites that ran on the functions' own runtime are not repeated.
    const ran = FUNCTION_NODE ? ['/node_modules/', ...ON_THE_RUNTIME] : [];
    const options = ran.map((pattern) => `--testPathIgnorePatterns=${pattern}`);
    return runJest(['unit', 'component'], [AT_ONCE, ...options]);
  };
  // They need what WeChat's compiler makes, which is one of the gates.
  const whole = (): Promise<Tally> =>
    runBesideAndAlone(['contract', ...(CHROMIUM_PATH ? ['e2e'] : [])], WAITING_WORKERS, { CHROMIUM_PATH });
  const before = await inTurn(build, findBrowser, findRuntime);
  // WeChat's compiler keeps one processor busy for a minute, and the other one would idle.
  const beside = await Promise.all([inTurn(gates), inTurn(onTheRuntime, rules)]);
  return [...before, ...beside.flat(), ...(await inTurn(whole))];
}

const NOTHING: Tally = { passed: 0, failed: 0 };
const AT_ONCE = `--maxWorkers=${WORKERS}`;

async function inTurn(...steps: readonly (() => Promise<Tally>)[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
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
