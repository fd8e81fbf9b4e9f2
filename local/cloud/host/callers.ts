/** Whoever is nobody in particular: timers, the console, people without a login. */
const NOBODY = '';

/**
 * The calls of each caller that have not ended. Who has more of them than there are instances is answered one after the
 * other, with a rest in between: on the platform the others have processors of their own, which one person's calls would
 * take from them here.
 */
/** Between two calls of one who makes too many at once, ms. */
export const REST_MS = 3;

interface Calls {
  readonly all: number;
  readonly running: number;
  /** In terms of `performance.now()`. */
  readonly restsUntil: number;
}

export class Callers {
  private readonly counts = new Map<string, Calls>();

  constructor(private readonly instances: number) {}

  come(caller: string): void {
    const calls = this.of(caller);
    this.counts.set(caller, { ...calls, all: calls.all + 1 });
  }

  mayStart(caller: string, now: number): boolean {
    const { all, running, restsUntil } = this.of(caller);
    return caller === NOBODY || all <= this.instances || (running === 0 && now >= restsUntil);
  }

  start(caller: string): void {
    const calls = this.of(caller);
    this.counts.set(caller, { ...calls, running: calls.running + 1 });
  }

  /** @returns whether the caller rests before their next call */
  leave(caller: string, hasStarted: boolean, now: number): boolean {
    const { all, running, restsUntil } = this.of(caller);
    if (all <= 1) {
      this.counts.delete(caller);
      return false;
    }
    const rests = caller !== NOBODY && hasStarted && all > this.instances;
    this.counts.set(caller, {
      all: all - 1,
      running: hasStarted ? running - 1 : running,
      restsUntil: rests ? now + REST_MS : restsUntil,
    });
    return rests;
  }

  private of(caller: string): Calls {
    return this.counts.get(caller) ?? { all: 0, running: 0, restsUntil: 0 };
  }
}
