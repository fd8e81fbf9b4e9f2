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
import { settlementProblem } from '../../shared/employment/settlement-problem';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { decideTask, findHandoverOfRequest, findHandoverTask, reopenTask } from '../data/handover-tasks';
import {
  decided,
  type HandoverTask,
  isHandedOver,
  isRepeated,
  openBefore,
} from '../domain/handover/handover-task';
import { mayDecide, taskBrief } from '../domain/handover/task-brief';
import { lookerOf } from './handover';

/**
 * The leaver's manager or HR says that something is handed over, or is not needed (with the reason), or opens
 * it again. The same decision again is answered as the first. Nobody decides their own.
 * @throws AppError NOT_FOUND also for what the caller may not decide, FORM_INVALID, REQUEST_CHANGED, HANDOVER_OPEN,
 * SETTLED
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
    const looker = lookerOf(me);
    const task = await findHandoverTask(id);
    if (!task || task.state === 'dropped' || !mayDecide(looker, task))
      throw new AppError('NOT_FOUND', { what: 'task' });
    if (state === 'waived' && note === '')
      throw new AppError('FORM_INVALID', { field: 'note', rule: 'required' });
    const decision = { state, note, by: me, at: now };
    if (isRepeated(task, decision, rev)) return taskBrief(task, looker);
    const after = decided(task, decision);
    if (task.rev === rev && (await saveDecision(task, after))) return taskBrief(after, looker);
    const current = (await findHandoverTask(id)) ?? task;
    if (isRepeated(current, decision, rev)) return taskBrief(current, looker);
    throw new AppError('REQUEST_CHANGED', { state: current.state, rev: current.rev });
  },
});

/**
 * The settlement waits for the handover, and while it is made nothing of the handover is opened again.
 * @returns false if somebody was faster
 * @throws AppError HANDOVER_OPEN, SETTLED, BUSY
 */
async function saveDecision(task: HandoverTask, after: HandoverTask): Promise<boolean> {
  const isOpening = after.state === 'open';
  if (isOpening && isHandedOver(task)) {
    const outcome = await reopenTask(task, after);
    if (outcome === 'settled') throw new AppError('SETTLED', {});
    return outcome === 'reopened';
  }
  if (!isOpening && task.area === 'settlement') {
    const problem = settlementProblem(openBefore(await findHandoverOfRequest(task.requestId)));
    if (problem) throw problem;
  }
  return decideTask(task, after);
}
