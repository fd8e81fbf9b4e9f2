import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FUNCTION_VARIABLES } from '../demo/function-variables';
import { type RunReply, type RunRequest, replyOf } from './control-route';
import { readDatabaseDeclaration, readStorageRule, startCloud } from './index';
import { runAs } from './run-as';
import { findRunning, type ServerAddress, TOKEN_HEADER } from './server-file';

const ROOT = path.resolve(__dirname, '../..');
/** Where `npm start` keeps the database and the files. */
export const DEFAULT_DATA_DIR = path.join(ROOT, '.local', 'cloud');

const USAGE = `Usage: npm run invoke -- <function> '<event as JSON>' --as <employee id | console | timer> [--now <instant>] [--data-dir <folder>]
  <instant>: ISO 8601 with a zone (2026-03-02T08:57:00+08:00) or epoch milliseconds.`;

interface Arguments extends RunRequest {
  dataDir: string;
}

/**
 * Runs one call, in the running cloud if there is one. The result goes to standard output as JSON, logs and costs to
 * standard error. Exit code 1 if the call fails, 2 for wrong arguments.
 */
export async function main(args: string[]): Promise<void> {
  const parsed = parse(args);
  if (typeof parsed === 'string') {
    console.error(`${parsed}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const { dataDir, ...request } = parsed;
  const running = await findRunning(dataDir);
  report(running?.url ? await runThere(running, request) : await runHere(dataDir, request));
}

/** The arguments, or the error in them. */
function parse(args: string[]): Arguments | string {
  let values: { as?: string; now?: string; 'data-dir'?: string };
  let positionals: string[];
  try {
    const text = { type: 'string' } as const;
    const options = { as: text, now: text, 'data-dir': text };
    ({ values, positionals } = parseArgs({ args, options, allowPositionals: true }));
  } catch (error) {
    return (error as Error).message;
  }
  const [name, eventText = '{}', ...rest] = positionals;
  if (!name || rest.length > 0) return 'Expected one function name and one event.';
  if (!values.as) return 'Expected --as.';
  const event = parseJson(eventText);
  if (event === undefined) return 'The event is not JSON.';
  const now = values.now === undefined ? undefined : parseInstant(values.now);
  if (Number.isNaN(now)) return 'The instant is not ISO 8601 with a zone.';
  return { name, event, as: values.as, now, dataDir: path.resolve(values['data-dir'] ?? DEFAULT_DATA_DIR) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** NaN if it is neither; without a zone it would mean something else on every machine. */
function parseInstant(text: string): number {
  if (/^\d{9,15}$/.test(text)) return Number(text);
  return /(Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
}

async function runThere({ url, token }: ServerAddress, request: RunRequest): Promise<RunReply> {
  const reply = await fetch(`${url}/control/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
    body: JSON.stringify(request),
  });
  return (await reply.json()) as RunReply;
}

async function runHere(dataDir: string, request: RunRequest): Promise<RunReply> {
  if (!existsSync(dataDir))
    return {
      ok: false,
      code: 'INVALID_PARAM',
      message: `There is no data in ${dataDir}: run npm start once.`,
    };
  const functionsDir = path.join(ROOT, 'dist', 'cloudfunctions');
  const declared = readDatabaseDeclaration(ROOT);
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    ...declared,
    storageRule: readStorageRule(ROOT),
    runTimers: false,
    variables: FUNCTION_VARIABLES,
  });
  try {
    return await replyOf(runAs(cloud, request));
  } finally {
    await cloud.close();
  }
}

function report(reply: RunReply): void {
  for (const { level, text } of reply.call?.logs ?? []) console.error(`[${level}] ${text}`);
  if (reply.call) {
    const { costs, ms, requestId, warnings } = reply.call;
    for (const warning of warnings) console.error(`[warning] ${JSON.stringify(warning)}`);
    console.error(
      `${costs.database} database calls, ${costs.scanned} documents scanned, ${costs.returned} returned, ${ms.toFixed(0)} ms, request ${requestId}`,
    );
  }
  if (reply.ok) console.log(JSON.stringify(reply.call.result, null, 2));
  else {
    console.error(`${reply.code}: ${reply.message}`);
    process.exitCode = 1;
  }
}
