import { optional, picklist, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { changeOnce, expectedItemRevision } from '../../shared/data/change-once';
import { AppError } from '../../shared/errors/app-error';
import { text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can, canWith } from '../../shared/kernel/policy';
import { decideTask, findHandoverOfRequest, findHandoverTask, reopenTask } from '../data/handover-tasks';
import { decided, type HandoverTask, isHandoverArea, isRepeated, openBefore } from '../domain/handover-task';
import { settlementProblem } from '../domain/settlement-problem';
import { briefFor } from './list-handover';

/**
 * The leaver's manager or HR marks a task as handed over or as not needed (with a reason), or reopens it.
 * Idempotent. Nobody may decide their own tasks.
 * @throws AppError NOT_FOUND also if the caller may not decide it, FORM_INVALID, REQUEST_CHANGED,
 * HANDOVER_OPEN, SETTLED
 */
export const decideHandover = employeeAction<RequestsContract['decideHandover']>({
  input: strictObject({
    ...expectedItemRevision,
    state: picklist(['open', 'done', 'waived']),
    note: optional(text(200)),
  }),
  allow: can('update', 'OwnRequests'),
  texts: ({ note }) => [note ?? ''],
  async run({ input: { id, rev, state, note = '' }, me, now }) {
    const task = await findHandoverTask(id);
    if (!task || task.state === 'dropped' || !canWith(me, 'update', 'HandoverTask', task))
      throw new AppError('NOT_FOUND', { what: 'task' });
    if (state === 'waived' && note === '')
      throw new AppError('FORM_INVALID', { field: 'note', rule: 'required' });
    const decision = { state, note, by: me, at: now };
    const after = decided(task, decision);
    const saved = await changeOnce<HandoverTask>({
      before: task,
      rev,
      isDone: (item) => isRepeated(item, decision),
      save: async () => ((await saveDecision(task, after)) ? after : null),
      reload: () => findHandoverTask(id),
    });
    return briefFor(me, saved);
  },
});

/**
 * The settlement requires a complete handover, and while it is marked as made no handover task can be reopened.
 * @returns false after a concurrent change
 * @throws AppError HANDOVER_OPEN, SETTLED, BUSY
 */
async function saveDecision(task: HandoverTask, after: HandoverTask): Promise<boolean> {
  const isOpening = after.state === 'open';
  if (isOpening && isHandoverArea(task)) {
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
