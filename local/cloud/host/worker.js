// @ts-check
/**
 * Runs one deployed function in a worker thread, one call at a time. Plain JavaScript: it must carry no loader and
 * nothing of this project into the function's world.
 */
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { format } = require('node:util');
const { getHeapStatistics } = require('node:v8');
const { Script } = require('node:vm');
const { parentPort, workerData } = require('node:worker_threads');

/**
 * @typedef {{ entry: string, clockOffset: number, memoryMb: number }} Start
 * @typedef {{ event: string, context: Record<string, unknown>, env: Record<string, string>, clockOffset: number }} Call
 */

if (!parentPort) throw new Error('This file is the start of a worker thread.');
const port = parentPort;
const start = /** @type {Start} */ (workerData);
const RealDate = Date;
const realNow = Date.now;
const ownKeys = new Set(Object.keys(process.env));
/** Between two looks at the memory, ms. */
const MEMORY_PERIOD = 50;
/** A bundle of this size spends more time on being compiled than on anything else it does at its start. */
const WORTH_KEEPING = 200_000;
const COMPILED = path.join(__dirname, '../../../node_modules/.cache/tongxin-functions');
let clockOffset = start.clockOffset;
/** Keeps what V8 has compiled, once a call has shown what is needed. */
let keepCompiled = () => {};

moveDate();
forgetFetch();
captureConsole();
const main = load();
if (main) {
  port.on('message', run);
  port.postMessage({ type: 'ready' });
}

/** `Date` follows the cloud's clock. A proxy, so that dates made by Node itself are still instances of it. */
function moveDate() {
  const now = () => realNow() + clockOffset;
  RealDate.now = now;
  const MovedDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  });
  RealDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}

/** Functions are built for Node 16, which has none of these; a library that looks for them would load them all. */
function forgetFetch() {
  for (const name of ['fetch', 'FormData', 'Headers', 'Request', 'Response'])
    Reflect.deleteProperty(globalThis, name);
}

function captureConsole() {
  for (const level of /** @type {const} */ (['debug', 'info', 'log', 'warn', 'error'])) {
    console[level] = (/** @type {unknown[]} */ ...args) => log(level, format(...args));
  }
}

/** @param {string} level @param {string} text */
function log(level, text) {
  port.postMessage({ type: 'log', line: { level, text, at: realNow() + clockOffset } });
}

function load() {
  try {
    const { main } = loadEntry();
    if (typeof main === 'function') return main;
    port.postMessage({ type: 'broken', message: 'The function has no exports.main.' });
  } catch (error) {
    log('error', describe(error));
    port.postMessage({ type: 'broken', message: `The function cannot be loaded: ${messageOf(error)}` });
  }
  return undefined;
}

/** As `require` does; of a bundle, with what V8 compiled the last time. */
function loadEntry() {
  const source = readFileSync(start.entry, 'utf8');
  if (source.length < WORTH_KEEPING) return require(start.entry);
  const key = createHash('sha256').update(source).update(process.version).update(process.arch);
  const file = path.join(COMPILED, key.digest('hex'));
  const cachedData = readCompiled(file);
  const filename = start.entry;
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename,
    ...(cachedData && { cachedData }),
  });
  if (!cachedData || script.cachedDataRejected) keepCompiled = () => writeCompiled(file, script);
  const module = { exports: /** @type {any} */ ({}), id: filename, filename };
  const enter = script.runInThisContext();
  enter.call(
    module.exports,
    module.exports,
    createRequire(filename),
    module,
    filename,
    path.dirname(filename),
  );
  return module.exports;
}

/** @param {string} file */
function readCompiled(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // Not compiled before.
  }
}

/** Under another name first: several workers may do this at once. @param {string} file @param {Script} script */
function writeCompiled(file, script) {
  keepCompiled = () => {};
  try {
    mkdirSync(COMPILED, { recursive: true });
    const fresh = `${file}.${randomUUID()}`;
    writeFileSync(fresh, script.createCachedData());
    renameSync(fresh, file);
  } catch (error) {
    log('debug', `What was compiled could not be kept: ${messageOf(error)}`);
  }
}

/** @param {Call} call */
async function run({ event, context, env, clockOffset: offset }) {
  clockOffset = offset;
  for (const key of Object.keys(process.env)) if (!ownKeys.has(key)) delete process.env[key];
  Object.assign(process.env, env);
  const watch = setInterval(watchMemory, MEMORY_PERIOD);
  try {
    const result = JSON.stringify(await main(JSON.parse(event), context)) ?? 'null';
    watchMemory();
    keepCompiled();
    port.postMessage({ type: 'done', result });
  } catch (error) {
    log('error', describe(error));
    port.postMessage({ type: 'failed', message: messageOf(error) });
  } finally {
    clearInterval(watch);
  }
}

/** The limit of the thread knows nothing of buffers, which lie outside of its heap. */
function watchMemory() {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  if (heap + external > start.memoryMb * 1024 * 1024) port.postMessage({ type: 'oversized' });
}

/** @param {unknown} error */
function messageOf(error) {
  const { message, errMsg } = /** @type {{ message?: unknown, errMsg?: unknown }} */ (Object(error));
  return String(message ?? errMsg ?? error);
}

/** For the log of the call only: it may hold a stack. @param {unknown} error */
function describe(error) {
  return error instanceof Error && error.stack ? error.stack : format(error);
}
