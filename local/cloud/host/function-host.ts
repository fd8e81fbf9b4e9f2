import { readDeployedFunction } from './deployed-function';
import { stoppedError, type WorkerCall } from './function-worker';
import { WorkerPool } from './worker-pool';

/**
 * Runs deployed functions. A changed bundle is used from the next call on. `node` is the Node.js executable, each
 * instance runs in its own process; if absent, instances are threads of this process.
 */
export class FunctionHost {
  private readonly pools = new Map<string, WorkerPool>();
  private isClosed = false;

  constructor(
    private readonly functionsDir: string,
    private readonly maxWorkers: number,
    private readonly node?: string,
  ) {}

  /** The function's reply as JSON. @throws CloudError FUNCTION_NOT_FOUND or FUNCTIONS_* */
  async run(
    name: string,
    requestId: string,
    call: Omit<WorkerCall, 'context'>,
    nested: boolean,
  ): Promise<string> {
    const deployed = await readDeployedFunction(this.functionsDir, name);
    if (this.isClosed) throw stoppedError();
    const pool = this.pools.get(name) ?? new WorkerPool(this.maxWorkers, this.node);
    this.pools.set(name, pool);
    const context = {
      request_id: requestId,
      function_name: name,
      function_version: '$LATEST',
      namespace: call.env.TCB_ENV,
      memory_limit_in_mb: deployed.memoryMb,
      time_limit_in_ms: deployed.timeoutMs,
      environment: JSON.stringify(call.env),
      callbackWaitsForEmptyEventLoop: true,
      tencentcloud_region: call.env.TENCENTCLOUD_REGION,
      tencentcloud_appid: call.env.TENCENTCLOUD_APPID,
      tencentcloud_uin: call.env.TENCENTCLOUD_UIN,
    };
    return pool.run(deployed, { ...call, context }, nested);
  }

  /** Ends the calls in progress; no instance starts after this. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }
}
