import { createSignal } from '../utils/signal';
import { readStored, writeIfRoom } from './store';

let cached: number | null = null;
const changes = createSignal<number>();

/** As last reported by the server; null if unknown. */
function known(): number | null {
  cached ??= readStored('waiting');
  return cached;
}

/** Number of requests that wait for the person; 0 if unknown. */
export const waitingCount = (): number => known() ?? 0;

export const onWaitingChange = (listener: (waiting: number) => void): (() => void) =>
  changes.listen(listener);

/** Sets the count that the server reported, stores it for the next start, and updates the tab badge and Today. */
export function setWaitingCount(waiting: number): void {
  if (waiting === known()) return;
  cached = waiting;
  writeIfRoom('waiting', waiting);
  changes.emit(waiting);
}
