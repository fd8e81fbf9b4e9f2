import { fork } from 'node:child_process';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LogLine } from '../types';

const PROGRAM = path.join(__dirname, 'worker.js');

/** What an instance is started with. */
export interface InstanceStart {
  /** The bundle's absolute path. */
  entry: string;
  /** Of the cloud's clock over the machine's, ms. */
  clockOffset: number;
  memoryMb: number;
  /** Environment variables that are the same for every call. */
  env: Record<string, string>;
}

/** What an instance tells. `id` is the number of the call that it is about; 0 while it loads. */
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
  /** It has ended by itself or was ended; `isMemory` if for want of memory. */
  onEnd(why: { message: string; isMemory: boolean }): void;
}

/** One copy of a function, apart from everything else: a thread of this process or a process of another Node.js. */
export interface Instance {
  post(message: object): void;
  terminate(): Promise<void>;
}

/** @param node program of the Node.js to run it on; in a thread of this process if absent */
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
    // V8 writes pages about a heap that is full; what the function prints to its console comes as messages.
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
