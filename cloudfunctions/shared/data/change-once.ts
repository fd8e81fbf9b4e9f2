import { pipe, regex, string } from 'valibot';
import { AppError } from '../errors/app-error';
import { revision } from '../inputs';

/** The id of a task or payment, and its revision as the client saw it. */
export const expectedItemRevision = { id: pipe(string(), regex(/^[A-Za-z0-9_:-]{1,160}$/)), rev: revision };

interface Item {
  readonly rev: number;
  readonly state: string;
}

interface Change<T> {
  readonly before: T;
  /** The revision that the client saw. */
  readonly rev: number;
  /** Whether an item already is in the state that this change leads to. */
  readonly isDone: (item: T) => boolean;
  /** @returns the saved item, or null after a concurrent change */
  readonly save: () => Promise<T | null>;
  readonly reload: () => Promise<T | null>;
}

/**
 * Changes an item at the revision that the client saw. Idempotent: a retry, or the slower of two concurrent
 * taps, gets the answer of the first.
 * @throws AppError REQUEST_CHANGED
 */
export async function changeOnce<T extends Item>({
  before,
  rev,
  isDone,
  save,
  reload,
}: Change<T>): Promise<T> {
  const isRepeat = (item: T) => item.rev === rev + 1 && isDone(item);
  if (isRepeat(before)) return before;
  const after = before.rev === rev ? await save() : null;
  if (after) return after;
  const current = (await reload()) ?? before;
  if (isRepeat(current)) return current;
  throw new AppError('REQUEST_CHANGED', { state: current.state, rev: current.rev });
}
