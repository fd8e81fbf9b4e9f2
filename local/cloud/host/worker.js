// @ts-check
/**
 * Runs one deployed function in a thread or a process of its own, one call at a time. Plain JavaScript: it must
 * bring no loader and no module of this project into the function's process.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { format } = require('node:util');
const { getHeapStatistics } = require('node:v8');
const { cacheLargeFiles } = require('./compile-cache.js');
const { forgetNewerBuiltins } = require('./forget-newer.js');
const { callHandler } = require('./handler.js');
const { openPort } = require('./worker-port.js');

const port = openPort();
const { start } = port;
const RealDate = Date;
const realNow = Date.now;
/** How often the memory is measured. */
const MEMORY_POLL_MS = 50;
let clockOffset = start.clockOffset;
const ownKeys = new Set(Object.keys(process.env));
/** The call that a piece of work belongs to, even after the call has returned. */
const calls = new AsyncLocalStorage();
/** Id of the running call, or of the last one if none runs. */
let current = { id: 0, isRunning: false };

moveDate();
captureConsole();
process.on('uncaughtException', reportFault);
const keepCompiled = cacheLargeFiles((error) =>
  log('debug', `What was compiled could not be kept: ${messageOf(error)}`),
);
if (port.isThread) forgetNewerBuiltins();
const main = load();
if (main) {
  port.onCall((call) => void run(call));
  port.send({ type: 'ready' });
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
  const id = calls.getStore() ?? current.id;
  port.send({ type: 'log', id, line: { level, text, at: realNow() + clockOffset } });
}

function load() {
  try {
    const { main } = require(start.entry);
    if (typeof main === 'function') return main;
    port.send({ type: 'broken', message: 'The function has no exports.main.' });
  } catch (error) {
    log('error', describe(error));
    port.send({ type: 'broken', message: `The function cannot be loaded: ${messageOf(error)}` });
  }
  return undefined;
}

/** @param {import('./worker-port.js').Call} call */
async function run({ id, event, context, env, clockOffset: offset }) {
  clockOffset = offset;
  current = { id, isRunning: true };
  for (const key of Object.keys(process.env)) if (!ownKeys.has(key)) delete process.env[key];
  Object.assign(process.env, env);
  const watch = setInterval(watchMemory, MEMORY_POLL_MS);
  try {
    const answer = await calls.run(id, () => callHandler(main, JSON.parse(event), context));
    const result = JSON.stringify(answer) ?? 'null';
    watchMemory();
    keepCompiled();
    end({ type: 'done', id, result });
  } catch (error) {
    log('error', describe(error));
    end({ type: 'failed', id, message: messageOf(error) });
  } finally {
    clearInterval(watch);
  }
}

/** @param {object} message */
function end(message) {
  current = { ...current, isRunning: false };
  port.send(message);
}

/**
 * An uncaught error. It is attributed to the call that started the work: a running call crashes; for a call that
 * has returned, the error is reported and the instance finishes the running call and serves no other.
 * @param {unknown} error
 */
function reportFault(error) {
  const id = /** @type {number | undefined} */ (calls.getStore()) ?? current.id;
  const isCrash = current.isRunning && id === current.id;
  if (isCrash) log('error', describe(error));
  port.send({ type: isCrash || id === 0 ? 'crashed' : 'late', id, message: messageOf(error) });
}

/** The thread's heap limit does not include buffers. */
function watchMemory() {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  if (heap + external > start.memoryMb * 1024 * 1024) port.send({ type: 'oversized' });
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
