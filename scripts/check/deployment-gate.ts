import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEPLOYMENTS, RUNTIME } from '../../cloudfunctions/deployment';
import { listFunctions } from '../build/functions';
import { generatedFiles } from '../deployment';
import { ROOT } from '../lib/root';

/** Documents that tell the installer which runtime to choose. */
const INSTALLATION = ['README.md', 'README.zh-CN.md', 'cloudfunctions/README.md'];

interface DeploymentState {
  /** Folders of functions. */
  readonly functions: readonly string[];
  readonly described: readonly string[];
  readonly files: readonly { name: string; current: string; wanted: string }[];
  readonly documents: readonly { name: string; text: string }[];
}

/** Differences between `cloudfunctions/deployment.ts` and the functions, the generated files and the documents. */
export function deploymentProblems(state = stateOfRepository()): string[] {
  const { functions, described, files, documents } = state;
  const missing = functions.filter((name) => !described.includes(name));
  const gone = described.filter((name) => !functions.includes(name));
  const stale = files.filter(({ current, wanted }) => current !== wanted);
  const silent = documents.filter(({ text }) => !text.includes(RUNTIME.name));
  return [
    ...missing.map((name) => `cloudfunctions/deployment.ts does not describe the function ${name}`),
    ...gone.map((name) => `cloudfunctions/deployment.ts describes ${name}, which is no function`),
    ...stale.map(({ name }) => `${name} differs from cloudfunctions/deployment.ts: run npm run deployment`),
    ...silent.map(({ name }) => `${name} does not name the runtime ${RUNTIME.name}`),
  ];
}

function stateOfRepository(): DeploymentState {
  return {
    functions: listFunctions(),
    described: Object.keys(DEPLOYMENTS),
    files: generatedFiles(),
    documents: INSTALLATION.map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') })),
  };
}
