import type { HandoverTaskBrief } from '#contracts/handover';
import type { HandoverTask } from './handover-task';

/** Who looks at tasks: HR sees to those of everybody, a manager to those of their people. */
export interface Looker {
  readonly employeeId: string;
  readonly isHr: boolean;
}

/** Nobody decides their own. */
export const mayDecide = (
  { employeeId: id, isHr }: Looker,
  { employeeId, managerId }: HandoverTask,
): boolean => employeeId !== id && (managerId === id || isHr);

/** A task as it is shown. One that was dropped with its resignation is not shown at all. */
export const taskBrief = (task: HandoverTask, looker: Looker): HandoverTaskBrief => ({
  id: task._id,
  rev: task.rev,
  leaver: { id: task.employeeId, name: task.name, nameEn: task.nameEn },
  area: task.area,
  state: task.state === 'dropped' ? 'waived' : task.state,
  lastDay: task.lastDay,
  note: task.note,
  decidedAt: task.decidedAt,
  mayDecide: mayDecide(looker, task),
  history: task.history,
});
