import { createSignal } from '../utils/signal';
import { keepIfRoom, kept } from './store';

const PENDING_TAB = 1;

let known: number | null = null;
const changes = createSignal<number>();

/** How many requests wait for the person, as Pending has told last; 0 where nothing is known. */
export function waitingCount(): number {
  known ??= kept('waiting') ?? 0;
  return known;
}

export const onWaitingChange = (listener: (waiting: number) => void): (() => void) =>
  changes.listen(listener);

/** What Pending has just learnt: kept for the next start, and shown on its tab. */
export function tellWaiting(waiting: number): void {
  showBadge(waiting);
  if (waiting === waitingCount()) return;
  known = waiting;
  keepIfRoom('waiting', waiting);
  changes.emit(waiting);
}

/** The number on the Pending tab. */
export function showBadge(waiting: number): void {
  const fail = () => undefined;
  if (waiting > 0)
    wx.setTabBarBadge({ index: PENDING_TAB, text: waiting > 99 ? '99+' : String(waiting), fail });
  else wx.removeTabBarBadge({ index: PENDING_TAB, fail });
}
