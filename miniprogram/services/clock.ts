import type { Instant } from '#contracts/common';
import { keepIfRoom, kept } from './store';

/** Below this a difference is the network's, not the clock's. */
const NOISE_MS = 1_000;

let offset: number | null = null;

const currentOffset = (): number => {
  offset ??= kept('clockOffset') ?? 0;
  return offset;
};

/** The server's time now, by the difference seen at its last answer. */
export const serverNow = (): Instant => (Date.now() + currentOffset()) as Instant;

/** Learns from an answer: `now` was read on the server somewhere between `sentAt` and the phone's time now. */
export function learnClock(now: Instant, sentAt: number): void {
  const seen = Math.round(now - (sentAt + Date.now()) / 2);
  if (Math.abs(seen - currentOffset()) < NOISE_MS) return;
  offset = seen;
  keepIfRoom('clockOffset', seen);
}
