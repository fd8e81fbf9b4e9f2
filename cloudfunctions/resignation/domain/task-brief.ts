import type { HandoverTaskBrief } from '#contracts/handover';
import type { HandoverTask } from './handover-task';

/** The viewer of tasks: HR is responsible for all, a manager for those of their reports. */
export interface TaskViewer {
  readonly employeeId: string;
  readonly isHr: boolean;
}

/** Nobody decides their own. */
export const mayDecide = (
  { employeeId: id, isHr }: TaskViewer,
  { employeeId, managerId }: HandoverTask,
): boolean => employeeId !== id && (managerId === id || isHr);

/** A task as returned to clients. Tasks dropped with a cancelled resignation are not included. */
export const taskBrief = (task: HandoverTask, viewer: TaskViewer): HandoverTaskBrief => ({
  id: task._id,
  rev: task.rev,
  leaver: { id: task.employeeId, name: task.name, nameEn: task.nameEn },
  area: task.area,
  state: task.state === 'dropped' ? 'waived' : task.state,
  lastDay: task.lastDay,
  note: task.note,
  decidedAt: task.decidedAt,
  mayDecide: mayDecide(viewer, task),
  history: task.history,
});
