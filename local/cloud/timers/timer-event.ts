import type { Identity } from '../identity';

/** A timer's event is the platform's own; a test may add to it. `now` in epoch ms. */
export function eventFor(identity: Identity, event: unknown, now: number): unknown {
  if (identity.kind !== 'timer') return event ?? {};
  return { Type: 'Timer', TriggerName: identity.name, Time: platformTime(now), ...Object(event) };
}

/** ISO 8601 in UTC, to the second. */
export function platformTime(instant: number): string {
  return new Date(instant).toISOString().replace(/[.]\d+Z$/, 'Z');
}
