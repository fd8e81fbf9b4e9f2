import type { AroundRequest, SdkRequest } from '../../local/cloud';
import { PATIENCE_MS } from './patience';

/** One request let through: which call made it and what it was. */
export interface Step {
  readonly call: number;
  readonly request: Pick<SdkRequest, 'ordinal' | 'action' | 'collection'>;
}

interface Waiting {
  readonly request: SdkRequest;
  open(): Promise<void>;
}

/**
 * Holds back the requests of some calls, known by their request ids, and lets them through one by one. Requests of
 * one call that wait side by side go in the order of their arrival.
 */
export class RequestGate {
  private readonly queues: Waiting[][];
  private readonly ended: boolean[];
  private wake: () => void = () => undefined;

  constructor(private readonly requestIds: readonly string[]) {
    this.queues = requestIds.map(() => []);
    this.ended = requestIds.map(() => false);
  }

  readonly around: AroundRequest = async (request, proceed) => {
    const queue = this.queues[this.requestIds.indexOf(request.requestId)];
    if (!queue) return proceed();
    return new Promise((resolve, reject) => {
      const open = async () => {
        const answered = proceed();
        answered.then(resolve, reject);
        await answered.catch(() => undefined);
      };
      queue.push({ request, open });
      this.wake();
    });
  };

  /** Follows a call to its end. */
  follow<T>(call: number, work: Promise<T>): Promise<T> {
    return work.finally(() => {
      this.ended[call] = true;
      this.wake();
    });
  }

  /** The calls that wait at the gate and with what, once all others are over. @throws Error if one does neither */
  async waiting(): Promise<Map<number, SdkRequest>> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!this.queues.every((queue, call) => queue.length > 0 || this.ended[call]))
      await this.woken(deadline - performance.now());
    const heads = this.queues.map(([head], call) => [call, head?.request] as const);
    return new Map(heads.flatMap(([call, request]) => (request ? [[call, request] as const] : [])));
  }

  /** Lets the oldest waiting request of a call take effect. @throws Error if there is none */
  async letThrough(call: number): Promise<Step> {
    const next = this.queues[call]?.shift();
    if (!next) throw new Error(`Call ${call} does not wait at this point of the schedule.`);
    await next.open();
    const { ordinal, action, collection } = next.request;
    return { call, request: { ordinal, action, collection } };
  }

  private async woken(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.wake = resolve;
      timer = setTimeout(() => reject(new Error('A call neither goes on nor ends.')), ms);
    });
    clearTimeout(timer);
  }
}
