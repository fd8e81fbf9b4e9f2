import { fork } from 'node:child_process';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LogLine } from '../types';

const PROGRAM = path.join(__dirname, 'worker.js');

/** The start parameters of an instance. */
export interface InstanceStart {
  /** The bundle's absolute path. */
  entry: string;
  /** Of the cloud's clock over the machine's, ms. */
  clockOffset: number;
  memoryMb: number;
  /** Environment variables that are the same for every call. */
  env: Record<string, string>;
}

/** A message of an instance. `id` is the number of its call; 0 while the instance loads. */
export type InstanceMessage =
  | { type: 'ready' }
  | { type: 'log'; id: number; line: LogLine }
  | { type: 'broken'; message: string }
  | { type: 'oversized' }
  | { type: 'failed'; id: number; message: string }
  | { type: 'done'; id: number; result: string }
  | { type: 'crashed'; id: number; message: string }
  | { type: 'late'; id: number; message: string };

export interface InstanceEvents {
  onMessage(message: InstanceMessage): void;
  /** The instance has exited or was stopped; `isMemory`: it ran out of memory. */
  onEnd(why: { message: string; isMemory: boolean }): void;
}

/** One isolated copy of a function: a thread of this process or a process of another Node.js. */
export interface Instance {
  post(message: object): void;
  terminate(): Promise<void>;
}

/** @param node the Node.js executable; a thread of this process if absent */
export function startInstance(start: InstanceStart, events: InstanceEvents, node?: string): Instance {
  return node === undefined ? startThread(start, events) : startProcess(start, events, node);
}

function startThread({ env, ...workerData }: InstanceStart, { onMessage, onEnd }: InstanceEvents): Instance {
  const resourceLimits = { maxOldGenerationSizeMb: workerData.memoryMb };
  const worker = new Worker(PROGRAM, { execArgv: [], env, workerData, resourceLimits });
  worker.unref();
  worker.on('message', onMessage);
  worker.on('error', (error: unknown) => {
    const { code, message } = Object(error) as { code?: unknown; message?: unknown };
    const isMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
    onEnd({ message: `The function crashed: ${String(message ?? error)}`, isMemory });
  });
  worker.on('exit', () => onEnd({ message: 'The function exited.', isMemory: false }));
  return {
    post: (message) => worker.postMessage(message),
    terminate: async () => void (await worker.terminate()),
  };
}

function startProcess(
  { env, ...start }: InstanceStart,
  { onMessage, onEnd }: InstanceEvents,
  node: string,
): Instance {
  const child = fork(PROGRAM, [JSON.stringify(start)], {
    execPath: node,
    execArgv: [`--max-old-space-size=${start.memoryMb}`],
    env,
    // V8 prints a long report when its heap is full; the function's console output comes as messages.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.on('message', (message) => onMessage(message as InstanceMessage));
  child.on('error', ({ message }) =>
    onEnd({ message: `The function did not start: ${message}`, isMemory: false }),
  );
  // V8 aborts when its heap is full.
  child.on('exit', (_code, signal) =>
    onEnd({ message: 'The function exited.', isMemory: signal === 'SIGABRT' }),
  );
  child.unref();
  child.channel?.unref();
  return {
    post: (message) => void child.send(message, () => undefined),
    async terminate() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
