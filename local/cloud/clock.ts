/** The clock of the embedded cloud: the machine's clock moved by an offset that demos and tests choose. */
export interface Clock {
  /** Epoch ms as functions and the database see it. */
  now(): number;
  /** Continues from `instant` (epoch ms); `null` returns to the machine's clock. */
  set(instant: number | null): void;
  /** Moves the clock by `ms`, which may be negative. */
  advance(ms: number): void;
  /** How far the clock is ahead of the machine's, in ms. */
  offset(): number;
  /** Calls `listener` after every `set` and `advance`; the returned function unsubscribes. */
  onMove(listener: () => void): () => void;
}

/** @throws RangeError if an instant or a step is not a finite number of ms */
export function createClock(start: number | null = null): Clock {
  let offset = 0;
  const listeners = new Set<() => void>();
  const move = (to: number) => {
    offset = to;
    for (const listener of listeners) listener();
  };
  const clock: Clock = {
    now: () => Date.now() + offset,
    offset: () => offset,
    set(instant) {
      move(instant === null ? 0 : finite(instant) - Date.now());
    },
    advance(ms) {
      move(offset + finite(ms));
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  clock.set(start);
  return clock;
}

function finite(ms: number): number {
  if (!Number.isFinite(ms)) throw new RangeError(`Not a number of milliseconds: ${ms}`);
  return ms;
}
