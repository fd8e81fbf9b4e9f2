import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildProduct } from '../../build';
import { type GateResult, runGates } from '../../check/gate';
import { ownGates } from '../../check/own-gates';
import { toolGates } from '../../check/tool-gates';
import { wechatCompilerGates } from '../../check/wechat-compiler';
import { ROOT } from '../../lib/root';
import { runNodeTool } from '../../lib/run-command';
import { runJest } from '../run-jest';
import type { Tally } from '../tally';
import { testTimes } from '../times';
import { findChanges, present } from './changes';
import { hiddenTests } from './hidden-tests';
import { type Plan, planTests } from './plan';

/** Seconds of work. The whole run should end within two minutes; the rest is reserve for slower tests. */
const TIME_BUDGET_S = 85;
/** Seconds for tests, however long the build and the gates took: without tests a run is useless. */
const MIN_TEST_TIME_S = 30;
const PROJECTS = ['unit', 'component', 'contract'];
const WORKERS = Math.max(2, availableParallelism());
/** Files whose dependents cannot be traced. */
const AFFECTS_EVERYTHING = /^(package(-lock)?\.json|jest\.config\.js|tsconfig[^/]*|tools\/.*\.json)$/;

/**
 * `npm run test:quick`: the build, the fast gates, and the tests of changed files that fit into two minutes. Lists
 * what is left to `npm test`.
 */
export async function runQuick(): Promise<Tally[]> {
  const started = Date.now();
  await buildProduct();
  const gates = await runQuickGates();
  const { since, files } = await findChanges();
  console.log(`${files.length} files changed since ${since}.`);
  const tests = await testsOf(files);
  const seconds = Math.max(MIN_TEST_TIME_S, TIME_BUDGET_S - (Date.now() - started) / 1000);
  const plan = planTests(tests, files, seconds * WORKERS, testTimes());
  const ran =
    plan.run.length > 0
      ? await runJest(PROJECTS, [`--maxWorkers=${WORKERS}`, '--runTestsByPath', ...plan.run])
      : { passed: 0, failed: 0 };
  console.log(skippedSummary(plan, files));
  return [gates, ran];
}

async function runQuickGates(): Promise<Tally> {
  const results = await runGates([...toolGates, ...wechatCompilerGates, ...ownGates], WORKERS, report);
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  console.log(`${results.length - failed} gates passed, ${failed} failed.`);
  return { passed: results.length - failed, failed };
}

/** Logs only gates with problems. */
function report({ name, problems }: GateResult): void {
  if (problems.length > 0) console.log(`FAIL ${name}`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '     '));
}

/** Test files that import changed files, directly or not, and those that use them without an import. */
async function testsOf(changed: readonly string[]): Promise<string[]> {
  const sources = present(changed);
  if (sources.length === 0) return [];
  const args = ['--json', '--listTests', '--findRelatedTests', ...sources, '--selectProjects', ...PROJECTS];
  const { code, output } = await runNodeTool('jest/bin/jest.js', args);
  const list = output.split('\n').find((line) => line.startsWith('['));
  if (code !== 0 || !list) throw new Error(`jest --listTests: ${output.trim()}`);
  const related = (JSON.parse(list) as string[]).map((file) =>
    path.relative(ROOT, file).split(path.sep).join('/'),
  );
  return [...new Set([...related, ...hiddenTests(changed)])];
}

function skippedSummary({ run, slow, overBudget }: Plan, changed: readonly string[]): string {
  const isPhone = changed.some((file) => file.startsWith('miniprogram/'));
  const parts = [
    slow.length > 0 ? `${slow.length} slow files (races, faults, kills, random input)` : '',
    overBudget.length > 0 ? `${overBudget.length} files for want of time: ${overBudget.join(', ')}` : '',
    'every test in the browser',
    isPhone ? "WeChat's own compiler" : '',
    changed.some((file) => AFFECTS_EVERYTHING.test(file))
      ? 'what a changed package or setting may break'
      : '',
  ];
  return `${run.length} test files belong to it and ran. Left to npm test: ${parts.filter(Boolean).join('; ')}.`;
}
