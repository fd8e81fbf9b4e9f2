import { optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findHandoverOf, findOpenHandover, findOpenHandoverFor } from '../data/handover-tasks';
import type { HandoverTask } from '../domain/handover-task';
import { type Looker, taskBrief } from '../domain/task-brief';

/**
 * What is to be handed over: for somebody named, all of theirs that the caller may see (their own, their
 * people's, everybody's for HR); else what is open for the caller to look after, and what is their own.
 */
export const listHandover = employeeAction<RequestsContract['handover']>({
  input: strictObject({ employeeId: optional(employeeId) }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { employeeId }, me }) {
    const found = employeeId === undefined ? await openFor(me) : await findHandoverOf(employeeId);
    const tasks = found.filter((task) => maySee(me, task) && task.state !== 'dropped');
    const looker = lookerOf(me);
    return { tasks: tasks.sort(byDay).map((task) => taskBrief(task, looker)) };
  },
});

export const lookerOf = (me: Employee): Looker => ({
  employeeId: me._id,
  isHr: abilityOf(me.roles).can('update', 'Handover'),
});

async function openFor(me: Employee): Promise<HandoverTask[]> {
  const isHr = abilityOf(me.roles).can('read', 'Handover');
  const [own, others] = await Promise.all([
    findHandoverOf(me._id),
    isHr ? findOpenHandover() : findOpenHandoverFor(me._id),
  ]);
  return [...new Map([...own, ...others].map((task) => [task._id, task])).values()];
}

const maySee = (me: Employee, { employeeId, managerId }: HandoverTask): boolean =>
  employeeId === me._id || managerId === me._id || abilityOf(me.roles).can('read', 'Handover');

const byDay = (a: HandoverTask, b: HandoverTask): number =>
  a.lastDay === b.lastDay ? (a._id < b._id ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1;
