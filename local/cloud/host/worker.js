// @ts-check
/**
 * Runs one deployed function in a worker thread, one call at a time. Plain JavaScript: it must carry no loader and
 * nothing of this project into the function's world.
 */
const { parentPort, workerData } = require('node:worker_threads');
const { format } = require('node:util');

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
let clockOffset = start.clockOffset;

moveDate();
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
    const { main } = require(start.entry);
    if (typeof main === 'function') return main;
    port.postMessage({ type: 'broken', message: 'The function has no exports.main.' });
  } catch (error) {
    log('error', describe(error));
    port.postMessage({ type: 'broken', message: `The function cannot be loaded: ${messageOf(error)}` });
  }
  return undefined;
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
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external > start.memoryMb * 1024 * 1024) port.postMessage({ type: 'oversized' });
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
