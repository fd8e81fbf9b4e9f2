import { randomBytes } from 'node:crypto';
import type { CallCosts, CallWarning, Identity } from '../types';

/** A running call as the gateway knows it. */
export interface Invocation {
  /** Stands in TENCENTCLOUD_SESSIONTOKEN of this call alone, so each request tells whose it is. */
  readonly token: string;
  readonly requestId: string;
  readonly functionName: string;
  readonly identity: Identity;
  /** Who called, outermost first, as in TCB_SOURCE. */
  readonly source: string;
  /** Functions above this one in the chain of calls. */
  readonly depth: number;
  /** Of the cloud's clock over the machine's for this call, ms. */
  readonly clockOffset: number;
  readonly costs: CallCosts;
  readonly warnings: CallWarning[];
  /** Made until now through the SDK. */
  requests: number;
  /** Known once a worker has the call. */
  killWorker?: () => void;
}

/** The calls that run now. A token is worth nothing before its call begins and after it ends. */
export class Invocations {
  private readonly running = new Map<string, Invocation>();

  /** `onEnd` learns of every call that is over. */
  constructor(private readonly onEnd: (call: Invocation) => void) {}

  begin(about: Omit<Invocation, 'token' | 'costs' | 'warnings' | 'requests' | 'killWorker'>): Invocation {
    const costs = { database: 0, scanned: 0, returned: 0, bytesSent: 0, bytesReceived: 0 };
    const invocation: Invocation = {
      ...about,
      costs,
      warnings: [],
      requests: 0,
      token: randomBytes(24).toString('base64url'),
    };
    this.running.set(invocation.token, invocation);
    return invocation;
  }

  end(invocation: Invocation): void {
    this.running.delete(invocation.token);
    this.onEnd(invocation);
  }

  byToken(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.running.get(token) : undefined;
  }
}
