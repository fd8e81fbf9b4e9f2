import type { Instant } from '#contracts/common';
import { readStored, writeIfRoom } from './store';

/** Below this a difference is the network's, not the clock's. */
const JITTER_MS = 1_000;

let offset: number | null = null;

const currentOffset = (): number => {
  offset ??= readStored('clockOffset') ?? 0;
  return offset;
};

/** The server's time now, by the difference seen at its last answer. */
export const serverNow = (): Instant => (Date.now() + currentOffset()) as Instant;

/** Learns from an answer: `now` was read on the server somewhere between `sentAt` and the phone's time now. */
export function syncClock(now: Instant, sentAt: number): void {
  const measured = Math.round(now - (sentAt + Date.now()) / 2);
  if (Math.abs(measured - currentOffset()) < JITTER_MS) return;
  offset = measured;
  writeIfRoom('clockOffset', measured);
}
