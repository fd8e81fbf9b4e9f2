import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { day, dayOrNone, figure, listOfTextsOrNone, oneOf } from '../../shared/faults/checks';
import { requestChangeFollowUp } from '../../shared/outbox/outbox';
import { retained } from '../../shared/retention/retained';
import type { SavedChange } from '../domain/saved-change';

const changes = collection<SavedChange>('saved_changes', {
  rev: figure,
  cause: oneOf('calendar', 'roster', 'shift', 'person'),
  from: day,
  to: dayOrNone,
  employeeIds: listOfTextsOrNone,
  at: figure,
  state: oneOf('due', 'done'),
  dueAt: figure,
  pass: figure,
  stage: oneOf('recount', 'readdress'),
  open: figure,
  told: figure,
});

/**
 * Adds a change with the `put` of the transaction that makes it, and has its consequences worked off before the
 * call answers, as far as they fit in.
 */
export async function putSavedChange(put: Put, change: SavedChange): Promise<void> {
  await put('saved_changes', change);
  requestChangeFollowUp(change._id);
}

export const findSavedChanges = (ids: readonly string[]): Promise<SavedChange[]> => changes.byIds(ids);

/** Changes with a pass that is due, oldest first. */
export const findDueChanges = (now: Instant, limit: number): Promise<SavedChange[]> =>
  changes.list((_) => ({ state: 'due', dueAt: _.lte(now) }), limit, [['dueAt', 'asc']]);

/** @returns the updated change, or null after a concurrent update */
export async function saveProgress(
  before: SavedChange,
  progress: Partial<Omit<SavedChange, '_id' | 'rev'>>,
): Promise<SavedChange | null> {
  const { _id, rev } = before;
  const after = { ...before, ...progress, rev: rev + 1 };
  const changed = await changes.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...progress, rev: rev + 1 }),
  );
  return changed === 1 ? after : null;
}

/** What it did is in the history of what was changed, and of each request. */
export const retainedChanges = retained(changes, 365, 'dueAt', (_, { instant }) => ({
  state: 'done',
  dueAt: _.lt(instant),
}));
