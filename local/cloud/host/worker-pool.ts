import type { DeployedFunction } from './deployed-function';
import { FunctionWorker, stoppedError, type WorkerCall } from './function-worker';

/** An idle worker is stopped after this time. */
const IDLE_TIMEOUT_MS = 60_000;

/** The workers of one function: as many as calls need, up to a maximum; idle ones are stopped. */
export class WorkerPool {
  private readonly idle: { worker: FunctionWorker; timer: NodeJS.Timeout }[] = [];
  private readonly all = new Set<FunctionWorker>();
  private readonly queue: (() => void)[] = [];
  private isClosed = false;

  /** @param node the Node.js executable; threads of this process if absent */
  constructor(
    private readonly maxWorkers: number,
    private readonly node?: string,
  ) {}

  /**
   * `nested`: a call made by a running function may get a worker beyond the maximum; waiting for one could wait for
   * its own caller.
   */
  async run(deployed: DeployedFunction, call: WorkerCall, nested: boolean): Promise<string> {
    const worker = await this.acquire(deployed, call.clockOffset, nested);
    call.onWorker({ kill: () => void worker.stop(), overrun: () => worker.stopOverdue() });
    try {
      return await worker.run(call);
    } finally {
      this.release(worker);
    }
  }

  /** Ends the calls in progress and in the queue; no instance starts after this. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const wake of this.queue.splice(0)) wake();
    for (const { timer } of this.idle.splice(0)) clearTimeout(timer);
    await Promise.all([...this.all].map((worker) => worker.stop()));
    this.all.clear();
  }

  private async acquire(
    deployed: DeployedFunction,
    clockOffset: number,
    nested: boolean,
  ): Promise<FunctionWorker> {
    for (;;) {
      if (this.isClosed) throw stoppedError();
      const worker = this.takeIdle(deployed.version);
      if (worker) return worker;
      if (nested || this.all.size < this.maxWorkers) break;
      await new Promise<void>((resolve) => this.queue.push(resolve));
    }
    const worker = new FunctionWorker(deployed, clockOffset, this.node);
    this.all.add(worker);
    return worker;
  }

  /**
   * Most recently used first, so that the others reach their idle timeout. Workers of an older bundle are stopped
   * here.
   */
  private takeIdle(version: string): FunctionWorker | undefined {
    for (let entry = this.idle.pop(); entry; entry = this.idle.pop()) {
      clearTimeout(entry.timer);
      if (entry.worker.isUsable && entry.worker.deployed.version === version) return entry.worker;
      this.discard(entry.worker);
    }
    return undefined;
  }

  private release(worker: FunctionWorker): void {
    if (!worker.isUsable || this.all.size > this.maxWorkers) this.discard(worker);
    else {
      const timer = setTimeout(() => this.retire(worker), IDLE_TIMEOUT_MS);
      timer.unref();
      this.idle.push({ worker, timer });
    }
    this.queue.shift()?.();
  }

  private retire(worker: FunctionWorker): void {
    const at = this.idle.findIndex((entry) => entry.worker === worker);
    if (at >= 0) this.idle.splice(at, 1);
    this.discard(worker);
  }

  private discard(worker: FunctionWorker): void {
    this.all.delete(worker);
    void worker.stop();
  }
}
