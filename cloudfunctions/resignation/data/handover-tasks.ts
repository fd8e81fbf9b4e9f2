import { collection } from '../../shared/data/collection';
import { inTransaction } from '../../shared/data/transaction';
import type { HandoverTask } from '../domain/handover-task';

export const tasks = collection<HandoverTask>('handover_tasks');
const MAX_TASKS = 100;
const BY_LAST_DAY = [['lastDay', 'asc']] as const;

/** All tasks of one leaver, open or decided. */
export const findHandoverOf = (employeeId: string): Promise<HandoverTask[]> =>
  tasks.find({ employeeId }, MAX_TASKS);

/** Open tasks of a manager's reports. */
export const findOpenHandoverFor = (managerId: string): Promise<HandoverTask[]> =>
  tasks.list(() => ({ managerId, state: 'open' }), MAX_TASKS, BY_LAST_DAY);

/** Open tasks of the whole company. */
export const findOpenHandover = (): Promise<HandoverTask[]> =>
  tasks.list(() => ({ state: 'open' }), MAX_TASKS, BY_LAST_DAY);

/** All tasks of one resignation. */
export const findHandoverOfRequest = (requestId: string): Promise<HandoverTask[]> =>
  tasks.find({ requestId }, MAX_TASKS);

export const findHandoverTask = (id: string): Promise<HandoverTask | null> => tasks.byId(id);

/** Adds missing tasks. Idempotent. */
export async function addHandoverTasks(newTasks: readonly HandoverTask[]): Promise<void> {
  for (const task of newTasks) await tasks.add(task);
}

/** Saves a decision if the task is unchanged since it was read. @returns whether it was saved */
export async function decideTask({ _id, rev }: HandoverTask, after: HandoverTask): Promise<boolean> {
  const { state, note, decidedBy, decidedAt, history } = after;
  const changed = await tasks.updateWhere(
    () => ({ _id, rev }),
    () => ({ state, note, decidedBy, decidedAt, history, rev: after.rev }),
  );
  return changed === 1;
}

/**
 * Reopens a task, unless the settlement was made. Also increments the settlement's revision, so that a
 * concurrent decision on the settlement fails and is repeated.
 * @throws AppError BUSY
 */
export const reopenTask = (
  before: HandoverTask,
  after: HandoverTask,
): Promise<'reopened' | 'changed' | 'settled'> =>
  inTransaction(async (put) => {
    const all = await findHandoverOfRequest(before.requestId);
    const settlement = all.find(({ area }) => area === 'settlement');
    if (all.find(({ _id }) => _id === before._id)?.rev !== before.rev) return 'changed';
    if (settlement && settlement.state !== 'open') return 'settled';
    await put('handover_tasks', after);
    if (settlement) await put('handover_tasks', { ...settlement, rev: settlement.rev + 1 });
    return 'reopened';
  });

/** The resignation was cancelled: drops the open tasks. */
export async function dropHandover(requestId: string): Promise<void> {
  await tasks.updateWhere(
    () => ({ requestId, state: 'open' }),
    ({ inc }) => ({ state: 'dropped', rev: inc(1) }),
  );
}
