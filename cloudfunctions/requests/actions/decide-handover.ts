import {
  integer,
  maxLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  trim,
} from 'valibot';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { decideTask, findHandoverTask } from '../data/handover-tasks';
import type { HandoverTask } from '../domain/handover/handover-task';
import { taskBrief } from '../domain/handover/task-brief';

/**
 * The leaver's manager or HR says that something is handed over, or is not needed (with the reason), or opens
 * it again. The same decision again is answered as the first. Nobody decides their own.
 * @throws AppError NOT_FOUND also for what the caller may not decide, FORM_INVALID, REQUEST_CHANGED
 */
export const decideHandover = employeeAction<RequestsContract['decideHandover']>({
  input: strictObject({
    id: pipe(string(), regex(/^[A-Za-z0-9_:-]{1,160}$/)),
    rev: pipe(number(), integer(), minValue(1)),
    state: picklist(['open', 'done', 'waived']),
    note: optional(pipe(string(), trim(), maxLength(200), regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u))),
  }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id, rev, state, note = '' }, me, now }) {
    const task = await findHandoverTask(id);
    if (!task || task.state === 'dropped' || !mayDecide(me, task))
      throw new AppError('NOT_FOUND', { what: 'task' });
    if (state === 'waived' && note === '')
      throw new AppError('FORM_INVALID', { field: 'note', rule: 'required' });
    const decision = { state, note, decidedBy: me._id, decidedAt: state === 'open' ? null : now };
    const repeated =
      task.rev === rev + 1 && task.decidedBy === me._id && task.state === state && task.note === note;
    if (repeated) return taskBrief(task);
    if (task.rev === rev && (await decideTask(task, decision)))
      return taskBrief({ ...task, ...decision, rev: rev + 1 });
    const current = (await findHandoverTask(id)) ?? task;
    throw new AppError('REQUEST_CHANGED', { state: current.state, rev: current.rev });
  },
});

const mayDecide = (me: Employee, { employeeId, managerId }: HandoverTask): boolean =>
  employeeId !== me._id && (managerId === me._id || abilityOf(me.roles).can('update', 'Handover'));
