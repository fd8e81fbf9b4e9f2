import { strictObject } from 'valibot';
import type { CheckInView, GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPages } from '../data/check-in-pages';
import { findSheetNow } from '../data/sheets';
import { type CheckIn, sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner } from '../inputs/goal';
import { accessTo } from '../services/access';

const MAX_SHOWN = 100;
/** Of older check-ins. */
const MAX_PAGES = 10;

/**
 * Check-ins of a key result, the latest first, for who answers for it and those above: two reads.
 * @throws AppError NOT_FOUND
 */
export const listHistory = employeeAction<GoalsContract['history']>({
  input: strictObject({ cycleId, owner, keyResultId: goalId }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    const found = access.canSeeAll ? await findSheetNow(sheetIdOf(input.cycleId, input.owner)) : null;
    if (!found) throw new AppError('NOT_FOUND', { what: 'goals' });
    const { sheet, cycle } = found;
    const older = await findPages(sheet._id, MAX_PAGES);
    const isRunning = cycle?.state === 'running' && sheet.state === 'open';
    const inLog = new Set(sheet.log.map(({ id }) => id));
    const all = [...older.filter(({ id }) => !inLog.has(id)), ...sheet.log]
      .filter(({ entries }) => entries.some(({ keyResultId }) => keyResultId === input.keyResultId))
      .sort((a, b) => b.at - a.at)
      .slice(0, MAX_SHOWN);
    return {
      checkIns: all.map((each) => ({
        ...viewOf(each),
        ...(isRunning && !each.undone && inLog.has(each.id) && each.by.id === me._id && { canUndo: true }),
      })),
    };
  },
});

const viewOf = ({ text: _text, replaces: _replaces, ...view }: CheckIn): CheckInView => view;
