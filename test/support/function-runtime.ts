import { existsSync } from 'node:fs';
import { type FunctionRuntime, runtimeProgram } from '../../scripts/lib/function-runtime';

/**
 * Program of a Node.js that is made for tests of functions; undefined where there is none for this machine.
 * @throws Error if it could be here and is not installed
 */
export function installedRuntime(which: FunctionRuntime): string | undefined {
  const program = runtimeProgram(which);
  if (program !== undefined && !existsSync(program))
    throw new Error(
      `${program} is missing: npm test installs it, or: npm ci --prefix tools/function-runtime`,
    );
  return program;
}
