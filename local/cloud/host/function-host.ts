import { readDeployedFunction } from './deployed-function';
import type { WorkerCall } from './function-worker';
import { WorkerPool } from './worker-pool';

/** Runs deployed functions. A changed bundle is used from the next call on. */
export class FunctionHost {
  private readonly pools = new Map<string, WorkerPool>();

  constructor(
    private readonly functionsDir: string,
    private readonly maxWorkers: number,
  ) {}

  /** The function's reply as JSON. @throws CloudError FUNCTION_NOT_FOUND or FUNCTIONS_* */
  async run(
    name: string,
    requestId: string,
    call: Omit<WorkerCall, 'context'>,
    nested: boolean,
  ): Promise<string> {
    const deployed = await readDeployedFunction(this.functionsDir, name);
    const pool = this.pools.get(name) ?? new WorkerPool(this.maxWorkers);
    this.pools.set(name, pool);
    const context = {
      request_id: requestId,
      function_name: name,
      function_version: '$LATEST',
      namespace: call.env.TCB_ENV,
      memory_limit_in_mb: deployed.memoryMb,
      time_limit_in_ms: deployed.timeoutMs,
      environment: JSON.stringify(call.env),
    };
    return pool.run(deployed, { ...call, context }, nested);
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }
}
