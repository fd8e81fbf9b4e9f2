import { FunctionError } from './function-error';
import type { Identity } from './identity';
import type { CallRecord, CallWarning, InvokeResult } from './types';

/** A call from outside that has ended. */
export interface FinishedCall extends CallRecord {
  as: Identity;
  /** When it began, epoch ms of the call's clock. */
  at: number;
  /** Null if the function returned. */
  error: { code: string; message: string } | null;
}

const MAX_KEPT_CALLS = 50;

/** The last calls, for the console. They are lost at a restart. */
export class CallLog {
  private readonly finished: FinishedCall[] = [];

  /** The newest first. */
  list(): FinishedCall[] {
    return [...this.finished].reverse();
  }

  /** Adds a warning to a call that has ended. */
  warn(requestId: string, warning: CallWarning): void {
    const call = this.finished.find((finished) => finished.requestId === requestId);
    if (call) call.warnings = [...call.warnings, warning];
  }

  /** Records the outcome of a call and passes it on. */
  async keep(
    { identity, clockOffset }: { identity: Identity; clockOffset: number },
    call: Promise<InvokeResult>,
  ): Promise<InvokeResult> {
    const about = { as: identity, at: Date.now() + clockOffset };
    try {
      const { result: _, ...record } = await call;
      this.add({ ...record, ...about, error: null });
      return await call;
    } catch (error) {
      if (error instanceof FunctionError) {
        const { code, message } = error;
        this.add({ ...error.call, ...about, error: { code, message } });
      }
      throw error;
    }
  }

  private add(call: FinishedCall): void {
    this.finished.push(call);
    if (this.finished.length > MAX_KEPT_CALLS) this.finished.shift();
  }
}
