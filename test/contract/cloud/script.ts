import path from 'node:path';
import { bundledFunctions } from '../../support/bundled-functions';
import { startTestCloud, type TestCloud, type TestCloudOptions } from '../../support/cloud';

const FUNCTIONS = bundledFunctions(path.resolve(__dirname, '../functions'));
export const AS_USER = { kind: 'user', openid: 'oContract1' } as const;

export interface SeenError {
  errCode?: number;
  code?: string;
  text: string;
}

/** A cloud whose function `sdk` runs scripts of the test over the real SDK. */
export function startScriptCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  return startTestCloud({
    functionsDir: FUNCTIONS,
    collections: [],
    indexes: [],
    failOnScan: false,
    storageRule: undefined,
    ...options,
  });
}

/** Runs a script (the body of an async function with what the function `sdk` hands it) and gives its result. */
export async function run<T = unknown>(cloud: TestCloud, script: string, more: object = {}): Promise<T> {
  return (await cloud.invoke('sdk', { script, ...more }, { as: AS_USER })).result as T;
}

/** As `run`, for a script that must fail: the error as the function's code sees it. */
export function failure(cloud: TestCloud, script: string, more: object = {}): Promise<SeenError> {
  const attempt = `try { ${script} } catch (error) { return seen(error); } throw new Error('did not fail');`;
  return run(cloud, attempt, more);
}
