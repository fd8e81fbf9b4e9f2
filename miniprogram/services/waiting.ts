import { createSignal } from '../utils/signal';
import { keepIfRoom, kept } from './store';

let known: number | null = null;
const changes = createSignal<number>();

/** How many requests wait for the person, as Pending has told last; 0 where nothing is known. */
export function waitingCount(): number {
  known ??= kept('waiting') ?? 0;
  return known;
}

export const onWaitingChange = (listener: (waiting: number) => void): (() => void) =>
  changes.listen(listener);

/** What Pending has just learnt: kept for the next start; its tab and Today follow. */
export function tellWaiting(waiting: number): void {
  if (waiting === waitingCount()) return;
  known = waiting;
  keepIfRoom('waiting', waiting);
  changes.emit(waiting);
}
