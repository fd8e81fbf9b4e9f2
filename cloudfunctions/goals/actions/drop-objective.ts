import { strictObject } from 'valibot';
import type { Objective } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withoutObjective } from '../domain/amend';
import { type Dependent, dependentsOf } from '../domain/dependents';
import { pusherOf } from '../domain/push/proposal';
import { requireChangeable } from '../domain/require-changeable';
import { requireOpen } from '../domain/require-open';
import { sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner, reason } from '../inputs/goal';
import { editingOf } from '../services/editor';
import { tellAmended } from '../services/push/tell';
import { tellPusher } from '../services/push/tell-pusher';
import { changeSheet } from '../services/save-sheet';
import { tellLost } from '../services/tell-aligned';

/**
 * Takes an objective out of the count; it stays visible with the reason. One that was pushed and agreed is dropped by who is
 * above, and its owner is told. Idempotent.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_HANDED_IN, OBJECTIVE_AGREED to the owner of one that was pushed,
 * VERSION_CONFLICT, BUSY
 */
export const dropObjective = employeeAction<GoalsContract['dropObjective']>({
  input: strictObject({ cycleId, owner, rev: version, objectiveId: goalId, reason }),
  allow: can('update', 'Goals'),
  texts: ({ reason: why }) => [why],
  async run({ input, me, now }) {
    const editing = await editingOf(input.owner, me, now);
    const sheetId = sheetIdOf(input.cycleId, input.owner);
    let rev = 0;
    let pushed: Objective | undefined;
    let pusherId: string | undefined;
    let lost: readonly Dependent[] = [];
    let dropped: Objective | undefined;
    await changeSheet(sheetId, now, ({ sheet, cycle }) => {
      const objective = sheet.objectives.find(({ id }) => id === input.objectiveId);
      const pusher = objective && pusherOf(sheet, objective);
      requireChangeable(pusher, editing);
      pushed = pusher && objective;
      pusherId = pusher?.id;
      const open = requireOpen(cycle, sheet);
      const by = { by: briefOf(me), at: now, reason: input.reason, cycle: open };
      const changed = withoutObjective(sheet, input.objectiveId, by);
      if (changed && sheet.planRev !== input.rev)
        throw new AppError('VERSION_CONFLICT', { version: sheet.planRev });
      rev = (changed ?? sheet).planRev;
      dropped = objective;
      lost = dependentsOf(sheet, input.objectiveId);
      return changed;
    });
    // A repeated call tells again: the message has the id of what it tells.
    if (pushed && rev === input.rev + 1) {
      const told = { sheetId, objectiveId: pushed.id, title: pushed.title, rev, to: editing.asks };
      await tellAmended('goal.dropped', told, { me, now, reason: input.reason });
      const changed = { ...told, pusher: pusherId, reason: input.reason, asks: told.to };
      await tellPusher('goal.push-dropped', changed, { me, now });
    }
    if (dropped && lost.length > 0 && rev === input.rev + 1)
      await tellLost({ _id: sheetId, planRev: rev }, dropped, lost, { me, now });
    return { rev };
  },
});
