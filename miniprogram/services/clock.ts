import type { Instant } from '#contracts/common';
import { readStored, writeIfRoom } from './store';

/** Smaller differences are network jitter, ms. */
const JITTER_MS = 1_000;

let offset: number | null = null;

const currentOffset = (): number => {
  offset ??= readStored('clockOffset') ?? 0;
  return offset;
};

/** Current server time, from the clock offset measured at the last response. */
export const serverNow = (): Instant => (Date.now() + currentOffset()) as Instant;

/** Updates the offset from a response: the server read `now` between `sentAt` and the current phone time. */
export function syncClock(now: Instant, sentAt: number): void {
  const measured = Math.round(now - (sentAt + Date.now()) / 2);
  if (Math.abs(measured - currentOffset()) < JITTER_MS) return;
  offset = measured;
  writeIfRoom('clockOffset', measured);
}
