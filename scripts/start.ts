import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDERS } from '../local/cloud';
import { findRunning } from '../local/cloud/server-file';
import { checkData } from '../local/cloud/store/check-data';
import { KNOWN_PEOPLE, MOST_PEOPLE } from '../local/demo/crowd';
import { startProduct } from '../local/start';
import { buildProduct } from './build';
import { watchFunctions } from './build/watch-functions';
import { expectFree } from './lib/expect-free';
import { ROOT } from './lib/root';

const DATA = '.local/cloud';
const OPTIONS = {
  fresh: { type: 'boolean' },
  'data-dir': { type: 'string' },
  people: { type: 'string' },
  help: { type: 'boolean' },
} as const;
const HELP = `npm start [-- <options>]: the product with a demo company in the browser preview. PORT chooses the port, 0 any.
  --people <count>     how many people a company that is made now has, 60 to 20,000; 60 unless given
  --fresh              removes the data folder first
  --data-dir <folder>  where the data is; .local/cloud unless given`;
const DEFAULT_PORT = 8480;
const MAX_PORT = 65_535;
const PARENT_CHECK_MS = 500;
const PARENT = process.ppid;

/**
 * `npm start [-- --fresh] [--data-dir <folder>] [--people <count>]`: the product in a browser. PORT chooses the port, 0 any free one.
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    await start(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function start(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const dataDir = path.resolve(ROOT, values['data-dir'] ?? DATA);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const people = sizeOf(values.people);
  const port = portOf(process.env.PORT);
  await expectFree(port);
  if (port > 0) await expectFree(port + 1);
  if (await findRunning(dataDir))
    throw new Error('npm start is already running on this data folder: stop it first.');
  if (!values.fresh) checkData(dataDir, DATA_FOLDERS);
  if (values.fresh) rmSync(dataDir, { recursive: true, force: true });
  await buildProduct();
  const product = await startProduct({ port, dataDir, demo: true, people });
  const stopWatching = watchFunctions();
  console.log(`同心人事 is at ${product.url}  (Ctrl-C ends it)`);
  console.log(`云控制台 The cloud console is at ${product.consoleUrl}`);
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    stopWatching();
    product.close().then(
      () => process.exit(0),
      (error: Error) => {
        console.error(error.message);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  onOrphaned(end);
}

/** npm's shell does not forward signals: exits when the parent process has ended. */
function onOrphaned(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid !== PARENT) end();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** @throws Error if it is not a number of people that can be made */
function sizeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const size = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (size >= KNOWN_PEOPLE && size <= MOST_PEOPLE) return size;
  throw new Error(`--people must be a number from ${KNOWN_PEOPLE} to ${MOST_PEOPLE}, not "${text}".`);
}

/** The console takes the next one. @throws Error if PORT is not a port number */
function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < MAX_PORT) return port;
  throw new Error(`PORT must be a number from 0 to ${MAX_PORT - 1}, not "${text}".`);
}
