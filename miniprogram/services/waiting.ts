import { createSignal } from '../utils/signal';
import { readStored, writeIfRoom } from './store';

let cached: number | null = null;
const changes = createSignal<number>();

/** Number of requests that wait for the person, as last reported by the server; 0 if unknown. */
export function waitingCount(): number {
  cached ??= readStored('waiting') ?? 0;
  return cached;
}

export const onWaitingChange = (listener: (waiting: number) => void): (() => void) =>
  changes.listen(listener);

/** Sets the count that the server reported, stores it for the next start, and updates the tab badge and Today. */
export function setWaitingCount(waiting: number): void {
  if (waiting === waitingCount()) return;
  cached = waiting;
  writeIfRoom('waiting', waiting);
  changes.emit(waiting);
}
