import type { HandoverTaskBrief } from '#contracts/handover';
import type { HandoverTask } from './handover-task';

/** A task as returned to clients. Tasks dropped with a cancelled resignation are not included. */
export const taskBrief = (task: HandoverTask, mayDecide: boolean): HandoverTaskBrief => ({
  id: task._id,
  rev: task.rev,
  leaver: { id: task.employeeId, name: task.name, nameEn: task.nameEn },
  area: task.area,
  state: task.state === 'dropped' ? 'waived' : task.state,
  lastDay: task.lastDay,
  note: task.note,
  decidedAt: task.decidedAt,
  mayDecide,
  history: task.history,
});
