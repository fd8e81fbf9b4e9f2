import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withoutObjective } from '../domain/amend';
import { requireOpen } from '../domain/require-open';
import { sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner, reason } from '../inputs/goal';
import { accessTo } from '../services/access';
import { changeSheet } from '../services/save-sheet';

/**
 * Takes an objective out of the count; it stays visible with the reason. Idempotent.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, VERSION_CONFLICT, BUSY
 */
export const dropObjective = employeeAction<GoalsContract['dropObjective']>({
  input: strictObject({ cycleId, owner, rev: version, objectiveId: goalId, reason }),
  allow: can('update', 'Goals'),
  texts: ({ reason: why }) => [why],
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canEdit) throw new AppError('NOT_FOUND', { what: 'goals' });
    let rev = 0;
    await changeSheet(sheetIdOf(input.cycleId, input.owner), now, ({ sheet, cycle }) => {
      const open = requireOpen(cycle, sheet);
      const by = { by: briefOf(me), at: now, reason: input.reason, cycle: open };
      const changed = withoutObjective(sheet, input.objectiveId, by);
      if (changed && sheet.planRev !== input.rev)
        throw new AppError('VERSION_CONFLICT', { version: sheet.planRev });
      rev = (changed ?? sheet).planRev;
      return changed;
    });
    return { rev };
  },
});
