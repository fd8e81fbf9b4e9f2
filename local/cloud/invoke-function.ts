import { randomUUID } from 'node:crypto';
import type { CallLog } from './call-log';
import { CloudError } from './cloud-error';
import { FunctionError } from './function-error';
import type { Invocation, Invocations } from './gateway/invocations';
import { callEnvironment, type PlatformSettings } from './host/call-environment';
import type { FunctionHost } from './host/function-host';
import type { WorkerHandle } from './host/function-worker';
import type { Identity } from './identity';
import type { CallRecord, InvokeResult, LogLine } from './types';

/** An event of a synchronous call: text bodies up to 100 KB. */
const MAX_EVENT_BYTES = 100 * 1024;
/** What a function may return, as JSON. */
const MAX_RESPONSE_BYTES = 6 * 1024 * 1024;
/** Maximum depth of functions calling functions. */
const MAX_DEPTH = 8;
/** Per call; further lines are dropped. */
const MAX_LOG_LINES = 1000;

export interface InvokeServices extends PlatformSettings {
  host: FunctionHost;
  invocations: Invocations;
  calls: Pick<CallLog, 'warn'>;
}

export interface InvokeRequest {
  name: string;
  eventJson: string;
  identity: Identity;
  requestId?: string;
  clockOffset: number;
  caller?: Invocation;
}

/** Runs one call of a function. @throws FunctionError with what the call cost until it failed */
export async function invokeFunction(
  services: InvokeServices,
  request: InvokeRequest,
): Promise<InvokeResult> {
  const { name, eventJson, identity, caller, clockOffset, requestId = randomUUID() } = request;
  const about = { requestId, functionName: name, identity, clockOffset };
  const invocation = services.invocations.begin(about, caller);
  const logs: LogLine[] = [];
  const startedAt = performance.now();
  const record = (): CallRecord => {
    const ms = performance.now() - startedAt;
    const { costs, warnings } = invocation;
    return { requestId, functionName: name, costs: { ...costs }, warnings: [...warnings], logs, ms };
  };
  try {
    assertAllowed(eventJson, invocation);
    const onLog = (line: LogLine) => void (logs.length < MAX_LOG_LINES && logs.push(line));
    const env = callEnvironment(invocation, services);
    const onWorker = (worker: WorkerHandle) => {
      invocation.worker = worker;
    };
    const onLateFault = (message: string) => {
      const warning = { kind: 'late-fault', functionName: name, message } as const;
      // The external call may still be running.
      invocation.warnings.push(warning);
      services.calls.warn(invocation.origin, warning);
    };
    const call = { event: eventJson, env, clockOffset, onLog, onWorker, onLateFault };
    const reply = await services.host.run(name, requestId, call, caller !== undefined);
    assertSize('response', reply, MAX_RESPONSE_BYTES);
    return { ...record(), result: JSON.parse(reply) };
  } catch (error) {
    const known = error instanceof CloudError ? error : new CloudError('SYS_ERR', String(error));
    throw new FunctionError(known.code, known.message, record());
  } finally {
    services.invocations.end(invocation);
  }
}

function assertAllowed(eventJson: string, { depth }: Invocation): void {
  assertSize('event', eventJson, MAX_EVENT_BYTES);
  if (depth > MAX_DEPTH)
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `More than ${MAX_DEPTH} functions call each other.`);
}

function assertSize(what: string, json: string, limit: number): void {
  const bytes = Buffer.byteLength(json);
  if (bytes > limit)
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `The ${what} has ${bytes} bytes, ${limit} are allowed.`);
}
