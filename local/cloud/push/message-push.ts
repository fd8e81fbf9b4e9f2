import type { PushRule } from './push-rule';

/** A message of WeChat's servers, as the function gets it. `openid`: the user that it is about. */
export interface PushedMessage {
  readonly openid: string;
  readonly event: Readonly<Record<string, unknown>> & { readonly MsgType: string; readonly Event: string };
}

interface PushServices {
  readonly rule: PushRule;
  run(functionName: string, message: PushedMessage): Promise<unknown>;
}

/** A check of WeChat's servers takes some seconds; ms. */
const DELAY_MS = 1_500;

/**
 * Sends messages of WeChat's servers to the functions that are set for them; others are lost, as on the platform.
 * What waits is lost with the process: a function may never rely on being told.
 */
export class MessagePush {
  private waiting: (() => Promise<PushedMessage>)[] = [];
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  /** `automatic`: each message goes out after a while; otherwise by `deliver` only. */
  constructor(
    private readonly services: PushServices,
    private readonly automatic: boolean,
  ) {}

  /** `make` is asked when the message goes out. */
  later(make: () => Promise<PushedMessage>): void {
    this.waiting.push(make);
    if (this.automatic) setTimeout(() => void this.deliver(), DELAY_MS).unref();
  }

  /** Sends what waits, in order. Resolves once the functions have answered; one that fails is logged. */
  async deliver(): Promise<void> {
    if (this.stopped) return;
    const messages = this.waiting;
    this.waiting = [];
    const run = this.sendAll(messages);
    this.running.add(run);
    await run;
    this.running.delete(run);
  }

  /** Sends nothing more, and resolves once what is on its way has arrived. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  private async sendAll(messages: readonly (() => Promise<PushedMessage>)[]): Promise<void> {
    for (const make of messages) {
      const message = await make();
      const { MsgType, Event } = message.event;
      const target = this.services.rule.find(({ msgType, event }) => msgType === MsgType && event === Event);
      if (!target) continue;
      await this.services
        .run(target.function, message)
        .catch((error: unknown) => this.stopped || console.error('Message push:', target.function, error));
    }
  }
}
