import type { HandoverTaskBrief } from '../../../../typings/contracts/requests';
import type { HandoverTask } from './handover-task';

/** A task as it is shown. One that was dropped with its resignation is not shown at all. */
export const taskBrief = (task: HandoverTask): HandoverTaskBrief => ({
  id: task._id,
  rev: task.rev,
  leaver: { id: task.employeeId, name: task.name, nameEn: task.nameEn },
  area: task.area,
  state: task.state === 'dropped' ? 'waived' : task.state,
  lastDay: task.lastDay,
  note: task.note,
  decidedAt: task.decidedAt,
});
