import { randomBytes } from 'node:crypto';
import type { WorkerHandle } from '../host/function-worker';
import type { Identity } from '../identity';
import type { CallCosts, CallWarning } from '../types';

/** A running call in the gateway. */
export interface Invocation {
  /** In TENCENTCLOUD_SESSIONTOKEN of this call only, so each request identifies its call. */
  readonly token: string;
  readonly requestId: string;
  /** Request id of the external call that led to this one; its own for an external call. */
  readonly origin: string;
  readonly functionName: string;
  readonly identity: Identity;
  /** Who called, outermost first, as in TCB_SOURCE. */
  readonly source: string;
  /** Functions above this one in the chain of calls. */
  readonly depth: number;
  /** Of the cloud's clock over the machine's for this call, ms. */
  readonly clockOffset: number;
  /** A function that another one calls adds to the costs and warnings of its caller. */
  readonly costs: CallCosts;
  readonly warnings: CallWarning[];
  /** Set once a worker has the call. */
  worker?: WorkerHandle;
}

/** The running calls. A token is valid only while its call runs. */
export class Invocations {
  private readonly running = new Map<string, Invocation>();
  private readonly waiting = new Map<string, (() => void)[]>();

  /** `onEnd` is called when a call has ended. */
  constructor(private readonly onEnd: (call: Invocation) => void) {}

  begin(
    about: Pick<Invocation, 'requestId' | 'functionName' | 'identity' | 'clockOffset'>,
    caller?: Invocation,
  ): Invocation {
    const invocation: Invocation = {
      ...about,
      token: randomBytes(24).toString('base64url'),
      origin: caller?.origin ?? about.requestId,
      source: caller ? `${caller.source},scf` : SOURCES[about.identity.kind],
      depth: caller ? caller.depth + 1 : 0,
      costs: caller?.costs ?? {
        requests: 0,
        database: 0,
        scanned: 0,
        returned: 0,
        bytesSent: 0,
        bytesReceived: 0,
      },
      warnings: caller?.warnings ?? [],
    };
    this.running.set(invocation.token, invocation);
    return invocation;
  }

  end(invocation: Invocation): void {
    this.running.delete(invocation.token);
    this.onEnd(invocation);
    if (this.isRunning(invocation.origin)) return;
    for (const tell of this.waiting.get(invocation.origin) ?? []) tell();
    this.waiting.delete(invocation.origin);
  }

  /** Resolves once the external call `origin` and all that it started have ended. */
  whenEnded(origin: string): Promise<void> {
    if (!this.isRunning(origin)) return Promise.resolve();
    return new Promise((tell) => {
      this.waiting.set(origin, [...(this.waiting.get(origin) ?? []), tell]);
    });
  }

  byToken(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.running.get(token) : undefined;
  }

  private isRunning(origin: string): boolean {
    return [...this.running.values()].some((each) => each.origin === origin);
  }
}

/** As the platform names who called; see getWXContext of wx-server-sdk. */
const SOURCES: Readonly<Record<Identity['kind'], string>> = {
  user: 'wx_client',
  anonymous: 'wx_client',
  console: 'wx_devtools',
  timer: 'wx_trigger',
  // Not said for a request of the HTTP access service, and nothing of WeChat's fits.
  http: '',
  // The platform does not say what it sets here.
  push: 'wx_unknown',
};
