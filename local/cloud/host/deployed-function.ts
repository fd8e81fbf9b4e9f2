import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CloudError } from '../cloud-error';
import { readTrigger, type TimerTrigger } from '../timers/trigger';

/** A function in the functions folder, as it is now. */
export interface DeployedFunction {
  name: string;
  /** The bundle's absolute path. */
  entry: string;
  /** Changes whenever the bundle or its configuration does. */
  version: string;
  timeoutMs: number;
  memoryMb: number;
  /** The platform's variables about the function's folder, the same for every call. */
  env: Record<string, string>;
  /** Its timer; a function has one at most. */
  trigger?: TimerTrigger;
  /** WeChat's APIs that it may call. */
  openapi: readonly string[];
}

/** The platform's values where `config.json` says nothing; 60 s is the longest that old environments allow. */
const DEFAULT_TIMEOUT_S = 3;
const MAX_TIMEOUT_S = 60;
const DEFAULT_MEMORY_MB = 256;
const MAX_CODE_BYTES = 50 * 1024 * 1024;

/** Last read configuration by bundle: parsing a cron expression takes longer than most calls. */
const known = new Map<string, DeployedFunction>();

/** @throws CloudError FUNCTION_NOT_FOUND, or FUNCTIONS_EXECUTE_FAIL if its config.json cannot be used */
export async function readDeployedFunction(functionsDir: string, name: string): Promise<DeployedFunction> {
  const folder = path.join(functionsDir, name);
  const entry = path.join(folder, 'index.js');
  const bundle = /^[A-Za-z0-9_-]{1,60}$/.test(name) ? stateOf(entry) : undefined;
  if (bundle === undefined)
    throw new CloudError(
      'FUNCTION_NOT_FOUND',
      `[ResourceNotFound.FunctionName] FunctionName parameter could not be found: ${JSON.stringify(name)}.`,
    );
  const configFile = path.join(folder, 'config.json');
  const configured = stateOf(configFile);
  // A function of the product has one more file than its entry.
  const rest = stateOf(path.join(folder, 'bundle.js'));
  const bytes = bundle.size + (rest?.size ?? 0);
  if (bytes > MAX_CODE_BYTES)
    throw new CloudError(
      'FUNCTIONS_EXECUTE_FAIL',
      `The code of ${name} has ${bytes} bytes, 50 MB are allowed.`,
    );
  const version = `${bundle.version}/${rest?.version}/${configured?.version}`;
  const before = known.get(entry);
  if (before?.version === version) return before;
  const config = configured === undefined ? {} : await readConfig(configFile, name);
  const deployed = { name, entry, version, env: folderVariables(folder), ...settingsOf(config, name) };
  known.set(entry, deployed);
  return deployed;
}

/** Every function of the folder, by name; one that cannot be used comes with the problem. */
export async function listDeployedFunctions(
  functionsDir: string,
): Promise<(DeployedFunction | { name: string; problem: string })[]> {
  const entries = await readdir(functionsDir, { withFileTypes: true }).catch(missing);
  const names = (entries ?? []).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const found = names.sort().map((name) =>
    readDeployedFunction(functionsDir, name).catch((error: unknown) => {
      if (!(error instanceof CloudError)) throw error;
      return error.code === 'FUNCTION_NOT_FOUND' ? undefined : { name, problem: error.message };
    }),
  );
  return (await Promise.all(found)).filter((item) => item !== undefined);
}

/**
 * On the platform the folder is `/var/user`: `require` finds modules from its root, wherever the requiring file is.
 */
function folderVariables(folder: string): Record<string, string> {
  const NODE_PATH = [folder, path.join(folder, 'node_modules')].join(path.delimiter);
  return { USER_CODE_ROOT: `${folder}${path.sep}`, NODE_PATH };
}

type Settings = Pick<DeployedFunction, 'timeoutMs' | 'memoryMb' | 'trigger' | 'openapi'>;

function settingsOf(config: Record<string, unknown>, name: string): Settings {
  const { timeout = DEFAULT_TIMEOUT_S, memorySize = DEFAULT_MEMORY_MB } = config;
  const fits = inRange(timeout, 0.001, MAX_TIMEOUT_S) && inRange(memorySize, 64, 3072);
  if (!fits) throw unusable(name, `timeout must be up to ${MAX_TIMEOUT_S} s, memorySize 64 to 3072 MB`);
  try {
    const trigger = readTrigger(config.triggers);
    const openapi = openApisOf(config);
    return { timeoutMs: Number(timeout) * 1000, memoryMb: Number(memorySize), trigger, openapi };
  } catch (error) {
    if (error instanceof RangeError) throw unusable(name, error.message);
    throw error;
  }
}

/** @throws RangeError */
function openApisOf({ permissions }: Record<string, unknown>): string[] {
  const listed: unknown = Object(permissions).openapi ?? [];
  if (!Array.isArray(listed)) throw new RangeError('permissions.openapi must be a list');
  return listed.map(String);
}

function inRange(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

async function readConfig(file: string, name: string): Promise<Record<string, unknown>> {
  try {
    return Object(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw unusable(name, 'not JSON');
  }
}

/** At once: three of these precede every call, and waiting for each costs more than it. */
function stateOf(file: string): { version: string; size: number } | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && { version: `${found.mtimeMs}:${found.size}`, size: found.size };
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

function unusable(name: string, why: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', `config.json of ${name}: ${why}.`);
}
