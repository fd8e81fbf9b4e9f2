import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../cloud-error';
import type { LogLine } from '../types';
import type { DeployedFunction } from './deployed-function';

/** What a worker needs for one call. Event and result cross as JSON. */
export interface WorkerCall {
  event: string;
  context: Record<string, unknown>;
  env: Record<string, string>;
  clockOffset: number;
  onLog(line: LogLine): void;
  /** Told how to end the worker that has the call. */
  onWorker(worker: EndsWorker): void;
}

/** The two ways in which a worker is ended from outside. */
export interface EndsWorker {
  kill(): void;
  /** As at its time limit. */
  overrun(): void;
}

type Message =
  | { type: 'ready' }
  | { type: 'log'; line: LogLine }
  | { type: 'broken'; message: string }
  | { type: 'oversized' }
  | { type: 'failed'; message: string }
  | { type: 'done'; result: string };

interface Waiting {
  resolve(result: string): void;
  reject(error: CloudError): void;
  onLog(line: LogLine): void;
}

/** One worker thread with the function's bundle loaded; one call in flight. */
export class FunctionWorker {
  private readonly worker: Worker;
  private readonly ready: Promise<void>;
  private settleReady: { resolve(): void; reject(error: CloudError): void } | undefined;
  private waiting: Waiting | undefined;
  private ended: CloudError | undefined;

  constructor(
    readonly deployed: DeployedFunction,
    clockOffset: number,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.settleReady = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    this.worker = new Worker(path.join(__dirname, 'worker.js'), {
      execArgv: [],
      env: {},
      workerData: { entry: deployed.entry, clockOffset, memoryMb: deployed.memoryMb },
      resourceLimits: { maxOldGenerationSizeMb: deployed.memoryMb },
    });
    this.worker.unref();
    this.worker.on('message', (message: Message) => this.receive(message));
    this.worker.on('error', (error) => this.end(crashError(error, deployed)));
    this.worker.on('exit', () => this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The function exited.')));
  }

  /** False once the thread has crashed, was stopped or never came up. */
  get isUsable(): boolean {
    return this.ended === undefined;
  }

  /** @throws CloudError FUNCTIONS_* if the function fails, crashes or takes longer than its time limit */
  async run(call: WorkerCall): Promise<string> {
    const early: Waiting = { resolve: () => undefined, reject: () => undefined, onLog: call.onLog };
    this.waiting = early;
    await this.ready;
    const { event, context, env, clockOffset, onLog } = call;
    const result = new Promise<string>((resolve, reject) => {
      this.waiting = { resolve, reject, onLog };
    });
    const limit = setTimeout(() => this.stopOverdue(), this.deployed.timeoutMs);
    this.worker.postMessage({ event, context, env, clockOffset });
    try {
      return await result;
    } finally {
      clearTimeout(limit);
      this.waiting = undefined;
    }
  }

  async stop(): Promise<void> {
    this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The function was stopped.'));
    await this.worker.terminate();
  }

  /** The time of the call is over. */
  stopOverdue(): void {
    const seconds = this.deployed.timeoutMs / 1000;
    this.end(
      new CloudError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${seconds} seconds: ${this.deployed.name}`,
      ),
    );
    this.worker.terminate();
  }

  private stopOversized(): void {
    this.end(memoryError(this.deployed));
    this.worker.terminate();
  }

  private receive(message: Message): void {
    if (message.type === 'ready') this.settleReady?.resolve();
    else if (message.type === 'oversized') this.stopOversized();
    else if (message.type === 'log') this.waiting?.onLog(message.line);
    else if (message.type === 'done') this.waiting?.resolve(message.result);
    else if (message.type === 'failed')
      this.waiting?.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.message));
    else this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.message));
  }

  private end(error: CloudError): void {
    if (this.ended) return;
    this.ended = error;
    this.settleReady?.reject(error);
    this.waiting?.reject(error);
  }
}

function crashError(error: unknown, deployed: DeployedFunction): CloudError {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return memoryError(deployed);
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', `The function crashed: ${String(message ?? error)}`);
}

function memoryError({ memoryMb }: DeployedFunction): CloudError {
  return new CloudError(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    `The function needs more than its ${memoryMb} MB.`,
  );
}
