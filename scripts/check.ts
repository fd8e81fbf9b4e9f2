import { availableParallelism } from 'node:os';
import { buildProduct } from './build';
import { compiledGates } from './check/compiled-gates';
import { type Gate, type GateResult, runGates } from './check/gate';
import { ownGates } from './check/own-gates';
import { toolGates } from './check/tool-gates';
import { wechatCompilerGates } from './check/wechat-compiler';

/** The other gates check its output; a failed build does not suppress their results. */
const BUILD: Gate = {
  name: 'build',
  run: async () => {
    await buildProduct();
    return [];
  },
};

/** `npm run check`: every gate, all problems shown, exit code 1 if there is one. */
export async function main(): Promise<void> {
  const started = Date.now();
  const results = [...(await runGates([BUILD], 1, report)), ...(await runChecks())];
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${results.length - failed} gates passed, ${failed} failed, in ${seconds} s.`);
  if (failed > 0) process.exitCode = 1;
}

/** Runs every gate on the built product, with a line for each as it ends; the longest starts first. */
export function runChecks(): Promise<GateResult[]> {
  const { compilerGate, outputGates } = compiledGates();
  const gates = [compilerGate, ...toolGates, ...wechatCompilerGates, ...ownGates, ...outputGates];
  return runGates(gates, Math.max(2, availableParallelism()), report);
}

function report({ name, ms, problems }: GateResult): void {
  const state = problems.length === 0 ? 'ok  ' : 'FAIL';
  console.log(`${state} ${name} (${(ms / 1000).toFixed(1)} s)`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '     '));
}
