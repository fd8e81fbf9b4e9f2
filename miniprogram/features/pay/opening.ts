import type { Opened } from '#contracts/second-check';
import { serverNow } from '../../services/clock';

/** What is about to end is not used any more: the call takes a while. */
const MARGIN_MS = 5_000;

let opened: Opened | null = null;
const listeners = new Set<() => void>();

/** What the second check opened, while it holds; null asks for the check. In memory only, never stored on the phone. */
export const currentOpening = (): string | null =>
  opened && serverNow() < opened.until - MARGIN_MS ? opened.token : null;

export function keepOpening(next: Opened): void {
  opened = next;
}

/** Closes pay at once, and tells the pages that show it. */
function closePay(): void {
  opened = null;
  for (const listener of listeners) listener();
}

/** Calls `listener` when pay is closed. @returns how to stop */
export function onPayClosed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Whoever takes the phone next finds it closed.
wx.onAppHide(closePay);
