import type { Clock } from '../clock';
import { CloudError } from '../cloud-error';
import type { DeployedFunction } from '../host/deployed-function';
import type { InvokeResult } from '../types';
import { nextTime } from './cron';

/** One function with a timer, or with a configuration that cannot be used. Instants in epoch ms. */
export interface TimerStatus {
  functionName: string;
  name: string | null;
  config: string | null;
  next: number | null;
  running: boolean;
  problem: string | null;
}

/** A run that the clock started, or a retry of it. `due` is the scheduled instant, `at` the actual start; epoch ms. */
export interface TimerRun {
  functionName: string;
  name: string;
  due: number;
  at: number;
  requestId: string | null;
  /** Null if it succeeded. */
  error: { code: string; message: string } | null;
}

export interface TimerServices {
  clock: Clock;
  /** Every deployed function, or why one cannot be used. */
  functions(): Promise<(DeployedFunction | { name: string; problem: string })[]>;
  run(functionName: string, timerName: string, due: number): Promise<InvokeResult>;
  /** Immediate retries of a failed run. The platform may retry too, after a delay. */
  retries: number;
}

const POLL_INTERVAL_MS = 500;
const MAX_KEPT_RUNS = 200;

/** Runs functions by their timers, on the cloud's clock. */
export class Timers {
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly finished: TimerRun[] = [];
  /** The last poll in the queue; never rejects. */
  private lastPoll: Promise<void> = Promise.resolve();
  private polledAt: number;
  private stopWatching: (() => void) | undefined;
  private stopped = false;

  constructor(private readonly services: TimerServices) {
    this.polledAt = services.clock.now();
  }

  async list(): Promise<TimerStatus[]> {
    const now = this.services.clock.now();
    return (await this.services.functions()).flatMap((found) => {
      const about = { functionName: found.name, running: this.running.has(found.name) };
      if ('problem' in found)
        return { ...about, name: null, config: null, next: null, problem: found.problem };
      if (!found.trigger) return [];
      const { name, config, cron } = found.trigger;
      return { ...about, name, config, next: nextTime(cron, now) ?? null, problem: null };
    });
  }

  /** The last 200 runs that the clock started, oldest first. */
  runs(): TimerRun[] {
    return structuredClone(this.finished);
  }

  /**
   * Runs a function as its timer would, now.
   * @throws CloudError if it has no timer, runs already or the timers were stopped; FunctionError
   */
  async runNow(functionName: string): Promise<InvokeResult> {
    const found = (await this.services.functions()).find(({ name }) => name === functionName);
    if (!found || 'problem' in found || !found.trigger)
      throw new CloudError('INVALID_PARAM', `The function ${functionName} has no timer.`);
    if (this.stopped) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'The timers were stopped.');
    if (this.running.has(functionName))
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `The timer of ${functionName} is still running.`);
    return this.track(
      functionName,
      this.services.run(functionName, found.trigger.name, this.services.clock.now()),
    );
  }

  /**
   * Starts what has become due since the last poll, and resolves when every run has ended. A clock that went past
   * a timer several times runs it once. A poll that fails is repeated by the next one.
   */
  async runDue(): Promise<void> {
    const now = this.services.clock.now();
    const poll = this.lastPoll.then(() => this.poll(now));
    this.lastPoll = poll.catch(() => undefined);
    await poll;
    await Promise.all(this.running.values());
  }

  /** From now on the clock starts the runs. */
  watch(): void {
    const poll = () => void this.runDue().catch((error: unknown) => console.error('Timers:', error));
    const interval = setInterval(poll, POLL_INTERVAL_MS);
    interval.unref();
    const unsubscribe = this.services.clock.onMove(poll);
    this.stopWatching = () => {
      clearInterval(interval);
      unsubscribe();
    };
  }

  /**
   * Starts no more runs, and resolves once those in progress have ended. What becomes of them is neither kept nor
   * logged: whoever stops the timers also ends the functions.
   */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopWatching?.();
    await this.lastPoll;
    await Promise.all(this.running.values());
  }

  private async poll(now: number): Promise<void> {
    const functions = await this.services.functions();
    const since = this.polledAt;
    this.polledAt = now;
    for (const found of functions) {
      if (this.stopped || 'problem' in found || !found.trigger) continue;
      const due = nextTime(found.trigger.cron, since);
      if (due === undefined || due > now) continue;
      const run = { functionName: found.name, name: found.trigger.name, due, at: now };
      if (this.running.has(found.name)) {
        const message = 'Skipped: the previous run has not ended.';
        const error = { code: 'FUNCTIONS_EXECUTE_FAIL', message };
        this.keep({ ...run, requestId: null, error }, 'warn');
      } else void this.track(found.name, this.runUntilDone(run));
    }
  }

  /** Never rejects. */
  private async runUntilDone(run: Omit<TimerRun, 'requestId' | 'error'>): Promise<void> {
    for (let left = this.services.retries; left >= 0 && !this.stopped; left -= 1)
      if (await this.runAndKeep({ ...run, at: this.services.clock.now() })) return;
  }

  /** Whether it succeeded. */
  private async runAndKeep(run: Omit<TimerRun, 'requestId' | 'error'>): Promise<boolean> {
    try {
      const { requestId } = await this.services.run(run.functionName, run.name, run.due);
      this.keep({ ...run, requestId, error: null });
      return true;
    } catch (thrown) {
      const { code = 'SYS_ERR', message, call } = Object(thrown) as Partial<TimerError>;
      const error = { code, message: message ?? String(thrown) };
      this.keep({ ...run, requestId: call?.requestId ?? null, error });
      return false;
    }
  }

  private keep(run: TimerRun, level: 'warn' | 'error' = 'error'): void {
    if (this.stopped) return;
    this.finished.push(run);
    if (this.finished.length > MAX_KEPT_RUNS) this.finished.shift();
    if (run.error)
      console[level](`Timer ${run.name} of ${run.functionName}:`, run.error.code, run.error.message);
  }

  private async track<T>(functionName: string, run: Promise<T>): Promise<T> {
    const ended = run.catch(() => undefined);
    this.running.set(functionName, ended);
    try {
      return await run;
    } finally {
      this.running.delete(functionName);
    }
  }
}

interface TimerError {
  code: string;
  message: string;
  call: { requestId: string };
}
