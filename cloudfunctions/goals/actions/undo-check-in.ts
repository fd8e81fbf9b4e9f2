import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { clientKey } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withoutCheckIn } from '../domain/log';
import { requireNotScored, requireRunning } from '../domain/require-open';
import { sheetIdOf } from '../domain/sheet';
import { movesFigures } from '../domain/standings';
import { cycleId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';
import { changeSheet } from '../services/save-sheet';

/**
 * Takes back a check-in or report that one has made; it stays visible, crossed out. Idempotent.
 * @throws AppError NOT_FOUND, also for somebody else's; CYCLE_NOT_RUNNING, REVIEW_CONFIRMED, BUSY
 */
export const undoCheckIn = employeeAction<GoalsContract['undoCheckIn']>({
  input: strictObject({ cycleId, owner, id: clientKey }),
  allow: can('update', 'Goals'),
  async run({ input: { cycleId: cycle, owner: whose, id }, me, now }) {
    const access = await accessTo(whose, me, now);
    if (!access.canReport) throw new AppError('NOT_FOUND', { what: 'goals' });
    return changeSheet(sheetIdOf(cycle, whose), now, ({ sheet, cycle: current }) => {
      requireRunning(current, sheet);
      const isOwn = sheet.log.some((each) => each.id === id && each.by.id === me._id);
      const log = isOwn ? withoutCheckIn(sheet.log, id) : null;
      if (!log) throw new AppError('NOT_FOUND', { what: 'check-in' });
      if (log === sheet.log) return null;
      requireNotScored(sheet, movesFigures(sheet, { ...sheet, log }));
      return { ...sheet, log };
    });
  },
});
