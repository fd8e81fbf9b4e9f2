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

/** A run that the clock started, or its repetition. `due` is when it should have begun, `at` when it did. */
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
  /** How often a run that failed is made again, at once: the platform may do so, after a while. */
  retries: number;
}

/** Between two looks at the clock, ms. */
const PERIOD = 500;
const KEPT_RUNS = 200;

/** Runs functions by their timers, on the cloud's clock. */
export class Timers {
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly finished: TimerRun[] = [];
  private looking: Promise<void> = Promise.resolve();
  private lookedAt: number;
  private stopWatching: (() => void) | undefined;
  private stopped = false;

  constructor(private readonly services: TimerServices) {
    this.lookedAt = services.clock.now();
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

  /** Runs that the clock started, the last 200, oldest first. */
  runs(): TimerRun[] {
    return structuredClone(this.finished);
  }

  /** Runs a function as its timer would, now. @throws CloudError if it has no timer or runs already; FunctionError */
  async runNow(functionName: string): Promise<InvokeResult> {
    const found = (await this.services.functions()).find(({ name }) => name === functionName);
    if (!found || 'problem' in found || !found.trigger)
      throw new CloudError('INVALID_PARAM', `The function ${functionName} has no timer.`);
    if (this.running.has(functionName))
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `The timer of ${functionName} is still running.`);
    return this.track(
      functionName,
      this.services.run(functionName, found.trigger.name, this.services.clock.now()),
    );
  }

  /**
   * Starts what has become due since the last look, and resolves when every run has ended. A clock that went past
   * a timer several times runs it once.
   */
  async runDue(): Promise<void> {
    const now = this.services.clock.now();
    this.looking = this.looking.then(() => this.look(now));
    await this.looking;
    await Promise.all(this.running.values());
  }

  /** From now on the clock starts the runs. */
  watch(): void {
    const look = () => void this.runDue().catch((error: unknown) => console.error('Timers:', error));
    const period = setInterval(look, PERIOD);
    period.unref();
    const unhear = this.services.clock.onMove(look);
    this.stopWatching = () => {
      clearInterval(period);
      unhear();
    };
  }

  /** No run begins after this, and how those under way end is nobody's concern. */
  stop(): void {
    this.stopped = true;
    this.stopWatching?.();
  }

  private async look(now: number): Promise<void> {
    const since = this.lookedAt;
    this.lookedAt = now;
    for (const found of await this.services.functions()) {
      if (this.stopped || 'problem' in found || !found.trigger) continue;
      const due = nextTime(found.trigger.cron, since);
      if (due === undefined || due > now) continue;
      const run = { functionName: found.name, name: found.trigger.name, due, at: now };
      if (this.running.has(found.name)) {
        const message = 'Left out: the run before it has not ended.';
        this.keep({ ...run, requestId: null, error: { code: 'FUNCTIONS_EXECUTE_FAIL', message } });
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

  private keep(run: TimerRun): void {
    if (this.stopped) return;
    this.finished.push(run);
    if (this.finished.length > KEPT_RUNS) this.finished.shift();
    if (run.error)
      console.error(`Timer ${run.name} of ${run.functionName}:`, run.error.code, run.error.message);
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
