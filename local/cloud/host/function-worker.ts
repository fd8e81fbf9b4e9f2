import { CloudError } from '../cloud-error';
import type { LogLine } from '../types';
import type { DeployedFunction } from './deployed-function';
import { type Instance, type InstanceMessage, startInstance } from './instance';

/** The input of one call. Event and result are passed as JSON. */
export interface WorkerCall {
  event: string;
  context: Record<string, unknown>;
  env: Record<string, string>;
  clockOffset: number;
  onLog(line: LogLine): void;
  /** Receives the handle of the worker that has the call. */
  onWorker(worker: WorkerHandle): void;
  /** Receives errors of work that was still pending when the call returned. */
  onLateFault(message: string): void;
}

/** The two ways to stop a worker from outside. */
export interface WorkerHandle {
  kill(): void;
  /** As at its time limit. */
  overrun(): void;
}

interface Waiting {
  id: number;
  resolve(result: string): void;
  reject(error: CloudError): void;
  onLog(line: LogLine): void;
}

/** Calls whose late errors can still be attributed. */
const MAX_TRACKED_CALLS = 100;

/** One instance with the function's bundle loaded; one call in flight. */
export class FunctionWorker {
  private readonly instance: Instance;
  private readonly ready: Promise<void>;
  private readonly lateFaults = new Map<number, WorkerCall['onLateFault']>();
  private readyCallbacks: { resolve(): void; reject(error: CloudError): void } | undefined;
  private waiting: Waiting | undefined;
  private ended: CloudError | undefined;
  private isSpent = false;
  private calls = 0;

  /** @param node the Node.js executable; a thread of this process if absent */
  constructor(
    readonly deployed: DeployedFunction,
    clockOffset: number,
    node?: string,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.readyCallbacks = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    const { entry, memoryMb, env } = deployed;
    const events = {
      onMessage: (message: InstanceMessage) => this.receive(message),
      onEnd: ({ message, isMemory }: { message: string; isMemory: boolean }) =>
        this.end(isMemory ? memoryError(deployed) : failure(message)),
    };
    this.instance = startInstance({ entry, memoryMb, env, clockOffset }, events, node);
  }

  /** False once the instance has crashed, was stopped, failed to start, or holds work that has failed. */
  get isUsable(): boolean {
    return this.ended === undefined && !this.isSpent;
  }

  /** @throws CloudError FUNCTIONS_* if the function fails, crashes or takes longer than its time limit */
  async run(call: WorkerCall): Promise<string> {
    const { event, context, env, clockOffset, onLog, onLateFault } = call;
    // Until the instance is ready, only a failed start can be reported.
    this.waiting = { id: 0, resolve: () => undefined, reject: () => undefined, onLog };
    await this.ready;
    this.calls += 1;
    const id = this.calls;
    this.lateFaults.set(id, onLateFault);
    this.lateFaults.delete(id - MAX_TRACKED_CALLS);
    const result = new Promise<string>((resolve, reject) => {
      this.waiting = { id, resolve, reject, onLog };
    });
    if (this.ended) throw this.ended;
    const limit = setTimeout(() => this.stopOverdue(), this.deployed.timeoutMs);
    this.instance.post({ id, event, context, env, clockOffset });
    try {
      return await result;
    } finally {
      clearTimeout(limit);
      this.waiting = undefined;
    }
  }

  async stop(): Promise<void> {
    this.end(stoppedError());
    await this.instance.terminate();
  }

  /** Stops the call at its time limit. */
  stopOverdue(): void {
    const seconds = this.deployed.timeoutMs / 1000;
    const message = `Invoking task timed out after ${seconds} seconds: ${this.deployed.name}`;
    this.abort(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message));
  }

  private receive(message: InstanceMessage): void {
    if (message.type === 'ready') this.readyCallbacks?.resolve();
    else if (message.type === 'oversized') this.abort(memoryError(this.deployed));
    else if (message.type === 'broken') this.abort(failure(message.message));
    else if (message.type === 'crashed') this.abort(failure(`The function crashed: ${message.message}`));
    else if (message.type === 'late') this.noteLateFault(message);
    else this.answer(message);
  }

  /** Messages of a call that has returned are ignored. */
  private answer(message: Extract<InstanceMessage, { type: 'log' | 'done' | 'failed' }>): void {
    if (this.waiting?.id !== message.id) return;
    if (message.type === 'log') this.waiting.onLog(message.line);
    else if (message.type === 'done') this.waiting.resolve(message.result);
    else this.waiting.reject(failure(message.message));
  }

  /** The running call continues; no further call gets this instance. */
  private noteLateFault({ id, message }: { id: number; message: string }): void {
    this.isSpent = true;
    this.lateFaults.get(id)?.(message);
    if (!this.waiting) void this.stop();
  }

  private abort(error: CloudError): void {
    this.end(error);
    void this.instance.terminate();
  }

  private end(error: CloudError): void {
    if (this.ended) return;
    this.ended = error;
    this.readyCallbacks?.reject(error);
    this.waiting?.reject(error);
  }
}

const failure = (message: string): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', message);

/** Of a call whose instance was stopped, or that came after the host was closed. */
export const stoppedError = (): CloudError => failure('The function was stopped.');

const memoryError = ({ memoryMb }: DeployedFunction): CloudError =>
  new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `The function needs more than its ${memoryMb} MB.`);
