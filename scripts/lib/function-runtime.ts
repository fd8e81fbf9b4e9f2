import { existsSync } from 'node:fs';
import path from 'node:path';
import { RUNTIME } from '../../cloudfunctions/deployment';
import { readJson } from './files';
import { ROOT } from './root';

/** A separate package: 170 MB that only tests need. */
const FOLDER = path.join(ROOT, 'tools/function-runtime');
const PACKAGES = { named: 'node', tooOld: 'node-too-old' } as const;

/** The Node.js that `cloudfunctions/deployment.ts` names, or one that is older. */
export type FunctionRuntime = keyof typeof PACKAGES;

/** Node.js executables for this machine; undefined if the registry has none. */
export function runtimeProgram(which: FunctionRuntime): string | undefined {
  const name = `${PACKAGES[which]}-${process.platform}-${process.arch}`;
  return isOffered(name) ? path.join(FOLDER, 'node_modules', name, 'bin/node') : undefined;
}

/**
 * Installs them where they are missing. Logs one line if the functions cannot run on their own runtime.
 * @throws Error if npm fails, or if the installed version is not the functions' target version
 */
export async function ensureFunctionRuntime(): Promise<string | undefined> {
  const program = runtimeProgram('named');
  if (!program) {
    const machine = `${process.platform} ${process.arch}`;
    console.log(
      `The functions are not tested on ${RUNTIME.name}: there is no Node.js ${RUNTIME.node} for ${machine}.`,
    );
    return undefined;
  }
  if (versionOf('node') !== RUNTIME.node)
    throw new Error(`tools/function-runtime has Node.js ${versionOf('node')}, expected ${RUNTIME.node}.`);
  const { ensureInstalled } = await import('../bootstrap/install.mjs');
  ensureInstalled(FOLDER);
  if (!existsSync(program)) throw new Error(`tools/function-runtime: npm did not install ${program}.`);
  return program;
}

const offered = (): Record<string, string> =>
  readJson<{ optionalDependencies: Record<string, string> }>(path.join(FOLDER, 'package.json'))
    .optionalDependencies;

const isOffered = (name: string): boolean => name in offered();

const versionOf = (name: string): string | undefined =>
  offered()[`${name}-${process.platform}-${process.arch}`];
