import { pipe, regex, string } from 'valibot';
import { AppError } from '../errors/app-error';
import { revision } from '../inputs';

/** What names a task or a payment, and the revision of it that the person saw. */
export const expectingItem = { id: pipe(string(), regex(/^[A-Za-z0-9_:-]{1,160}$/)), rev: revision };

interface Item {
  readonly rev: number;
  readonly state: string;
}

interface Change<T> {
  readonly before: T;
  /** The revision that the person saw. */
  readonly rev: number;
  /** Whether an item is what this very change makes of it. */
  readonly isDone: (item: T) => boolean;
  /** @returns what was saved, or null if somebody was faster */
  readonly save: () => Promise<T | null>;
  readonly readAgain: () => Promise<T | null>;
}

/**
 * Changes the revision that the person saw, once: a retry is answered as the first time, and so is the slower of two
 * taps.
 * @throws AppError REQUEST_CHANGED
 */
export async function changeOnce<T extends Item>({
  before,
  rev,
  isDone,
  save,
  readAgain,
}: Change<T>): Promise<T> {
  const isRepeat = (item: T) => item.rev === rev + 1 && isDone(item);
  if (isRepeat(before)) return before;
  const after = before.rev === rev ? await save() : null;
  if (after) return after;
  const current = (await readAgain()) ?? before;
  if (isRepeat(current)) return current;
  throw new AppError('REQUEST_CHANGED', { state: current.state, rev: current.rev });
}
