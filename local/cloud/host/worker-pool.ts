import { Callers, REST_MS } from './callers';
import type { DeployedFunction } from './deployed-function';
import { FairQueue } from './fair-queue';
import { FunctionWorker, stoppedError, type WorkerCall } from './function-worker';

/** An idle worker is stopped after this time. */
const IDLE_TIMEOUT_MS = 60_000;

/** The workers of one function: as many as calls need, up to a maximum; idle ones are stopped. */
export class WorkerPool {
  private readonly idle: { worker: FunctionWorker; timer: NodeJS.Timeout }[] = [];
  private readonly all = new Set<FunctionWorker>();
  private readonly queue = new FairQueue<() => void>();
  private readonly callers: Callers;
  private isClosed = false;

  /** @param node the Node.js executable; threads of this process if absent */
  constructor(
    private readonly maxWorkers: number,
    private readonly node?: string,
  ) {
    this.callers = new Callers(maxWorkers);
  }

  /**
   * `nested`: a call made by a running function may get a worker beyond the maximum; waiting for one could wait for
   * its own caller.
   */
  async run(deployed: DeployedFunction, call: WorkerCall, nested: boolean): Promise<string> {
    const caller = call.env.WX_OPENID ?? '';
    this.callers.come(caller);
    let worker: FunctionWorker | undefined;
    try {
      const mine = await this.acquire(deployed, call, nested, caller);
      worker = mine;
      call.onWorker({ kill: () => void mine.stop(), overrun: () => mine.stopOverdue() });
      return await mine.run(call);
    } finally {
      const rests = this.callers.leave(caller, worker !== undefined, performance.now());
      if (worker) this.release(worker);
      // Their next call, if nobody else's has taken its place by then.
      if (rests) setTimeout(() => this.wakeNext(), REST_MS + 1);
    }
  }

  /** Ends the calls in progress and in the queue; no instance starts after this. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const wake of this.queue.drain()) wake();
    for (const { timer } of this.idle.splice(0)) clearTimeout(timer);
    await Promise.all([...this.all].map((worker) => worker.stop()));
    this.all.clear();
  }

  private async acquire(
    deployed: DeployedFunction,
    { clockOffset }: Pick<WorkerCall, 'clockOffset'>,
    nested: boolean,
    caller: string,
  ): Promise<FunctionWorker> {
    for (;;) {
      if (this.isClosed) throw stoppedError();
      const worker =
        nested || this.callers.mayStart(caller, performance.now())
          ? this.free(deployed, clockOffset, nested)
          : undefined;
      if (worker) {
        this.callers.start(caller);
        return worker;
      }
      await new Promise<void>((resolve) => this.queue.push(caller, resolve));
    }
  }

  /** An idle worker or, below the maximum, a new one. */
  private free(deployed: DeployedFunction, clockOffset: number, nested: boolean): FunctionWorker | undefined {
    const idle = this.takeIdle(deployed.version);
    if (idle || (!nested && this.all.size >= this.maxWorkers)) return idle;
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
    this.wakeNext();
  }

  private wakeNext(): void {
    const now = performance.now();
    this.queue.shift((caller) => this.callers.mayStart(caller, now))?.();
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
