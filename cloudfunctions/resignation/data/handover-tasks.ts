import { collection } from '../../shared/data/collection';
import { inTransaction } from '../../shared/data/transaction';
import type { HandoverTask } from '../domain/handover-task';

const tasks = collection<HandoverTask>('handover_tasks');
const MAX_TASKS = 100;
const BY_LAST_DAY = [['lastDay', 'asc']] as const;

/** Tasks of one leaver, also those that are decided. */
export const findHandoverOf = (employeeId: string): Promise<HandoverTask[]> =>
  tasks.find({ employeeId }, MAX_TASKS);

/** Open tasks of one manager's people. */
export const findOpenHandoverFor = (managerId: string): Promise<HandoverTask[]> =>
  tasks.list(() => ({ managerId, state: 'open' }), MAX_TASKS, BY_LAST_DAY);

/** Open tasks of the whole company. */
export const findOpenHandover = (): Promise<HandoverTask[]> =>
  tasks.list(() => ({ state: 'open' }), MAX_TASKS, BY_LAST_DAY);

/** All tasks of one resignation. */
export const findHandoverOfRequest = (requestId: string): Promise<HandoverTask[]> =>
  tasks.find({ requestId }, MAX_TASKS);

export const findHandoverTask = (id: string): Promise<HandoverTask | null> => tasks.byId(id);

/** Adds the tasks that are not there yet. */
export async function addHandoverTasks(fresh: readonly HandoverTask[]): Promise<void> {
  for (const task of fresh) await tasks.add(task);
}

/** Saves a task as it was decided, if it is as it was read. @returns whether it was */
export async function decideTask({ _id, rev }: HandoverTask, after: HandoverTask): Promise<boolean> {
  const { state, note, decidedBy, decidedAt, history } = after;
  const changed = await tasks.updateWhere(
    () => ({ _id, rev }),
    () => ({ state, note, decidedBy, decidedAt, history, rev: after.rev }),
  );
  return changed === 1;
}

/**
 * Opens a task again, unless the settlement was made. The settlement's revision goes up with it, so that whoever
 * decides the settlement at this moment has to look again.
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

/** The leaver stays: what is open is not needed any more. */
export async function dropHandover(requestId: string): Promise<void> {
  await tasks.updateWhere(
    () => ({ requestId, state: 'open' }),
    ({ inc }) => ({ state: 'dropped', rev: inc(1) }),
  );
}
