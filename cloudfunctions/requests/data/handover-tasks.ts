import { collection } from '../../shared/data/collection';
import type { HandoverTask } from '../domain/handover/handover-task';

const tasks = collection<HandoverTask>('handover_tasks');
const MOST_TASKS = 100;

/** Tasks of one leaver, also those that are decided. */
export const findHandoverOf = (employeeId: string): Promise<HandoverTask[]> =>
  tasks.find({ employeeId }, MOST_TASKS);

/** Open tasks of one manager's people. */
export const findOpenHandoverFor = (managerId: string): Promise<HandoverTask[]> =>
  tasks.find({ managerId, state: 'open' }, MOST_TASKS);

/** Open tasks of the whole company. */
export const findOpenHandover = (): Promise<HandoverTask[]> => tasks.find({ state: 'open' }, MOST_TASKS);

export const findHandoverTask = (id: string): Promise<HandoverTask | null> => tasks.byId(id);

/** Adds the tasks that are not there yet. */
export async function addHandoverTasks(fresh: readonly HandoverTask[]): Promise<void> {
  for (const task of fresh) await tasks.add(task);
}

type Decision = Pick<HandoverTask, 'state' | 'note' | 'decidedBy' | 'decidedAt'>;

/** Decides a task as it was read. @returns whether it was as read */
export async function decideTask({ _id, rev }: HandoverTask, decision: Decision): Promise<boolean> {
  const changed = await tasks.updateWhere(
    () => ({ _id, rev }),
    ({ inc }) => ({ ...decision, rev: inc(1) }),
  );
  return changed === 1;
}

/** The leaver stays: what is open is not needed any more. */
export async function dropHandover(requestId: string): Promise<void> {
  await tasks.updateWhere(
    () => ({ requestId, state: 'open' }),
    ({ inc }) => ({ state: 'dropped', rev: inc(1) }),
  );
}
