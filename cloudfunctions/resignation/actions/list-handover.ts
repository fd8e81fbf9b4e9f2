import { optional, strictObject } from 'valibot';
import type { HandoverTaskBrief } from '#contracts/handover';
import type { RequestsContract } from '#contracts/requests';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can, canWith } from '../../shared/kernel/policy';
import { findHandoverOf, findOpenHandover, findOpenHandoverFor } from '../data/handover-tasks';
import type { HandoverTask } from '../domain/handover-task';
import { taskBrief } from '../domain/task-brief';

/**
 * Handover tasks: with an employee number, all of that person's tasks that the caller may see (their own, their
 * reports', anyone's for HR); otherwise the open tasks that the caller is responsible for, and their own.
 */
export const listHandover = employeeAction<RequestsContract['handover']>({
  input: strictObject({ employeeId: optional(employeeId) }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { employeeId }, me }) {
    const found = employeeId === undefined ? await openFor(me) : await findHandoverOf(employeeId);
    const tasks = found.filter(
      (task) => canWith(me, 'read', 'HandoverTask', task) && task.state !== 'dropped',
    );
    return { tasks: tasks.sort(byDay).map((task) => briefFor(me, task)) };
  },
});

export const briefFor = (me: Employee, task: HandoverTask): HandoverTaskBrief =>
  taskBrief(task, canWith(me, 'update', 'HandoverTask', task));

async function openFor(me: Employee): Promise<HandoverTask[]> {
  const isHr = abilityOf(me).can('read', 'Handover');
  const [own, others] = await Promise.all([
    findHandoverOf(me._id),
    isHr ? findOpenHandover() : findOpenHandoverFor(me._id),
  ]);
  return [...new Map([...own, ...others].map((task) => [task._id, task])).values()];
}

const byDay = (a: HandoverTask, b: HandoverTask): number =>
  a.lastDay === b.lastDay ? (a._id < b._id ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1;
