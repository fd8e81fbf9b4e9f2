import { createSignal } from '../utils/signal';
import { readStored, writeIfRoom } from './store';

let cached: number | null = null;
const changes = createSignal<number>();

/** How many requests wait for the person, as Pending has told last; 0 where nothing is known. */
export function waitingCount(): number {
  cached ??= readStored('waiting') ?? 0;
  return cached;
}

export const onWaitingChange = (listener: (waiting: number) => void): (() => void) =>
  changes.listen(listener);

/** What Pending has just learnt: kept for the next start; its tab and Today follow. */
export function setWaitingCount(waiting: number): void {
  if (waiting === waitingCount()) return;
  cached = waiting;
  writeIfRoom('waiting', waiting);
  changes.emit(waiting);
}
