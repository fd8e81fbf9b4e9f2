import type { ScheduleContract } from '#contracts/schedule';
import { newChange, putSavedChange } from '../../consequences/public-change';
import { dayOf } from '../../shared/calendar/company-time';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findShift, putShift } from '../data/shifts';
import { checkShift } from '../domain/check-shift';
import { changedShiftFields, shiftChange } from '../domain/planned-change';
import { shiftOf, templateOf } from '../domain/shift-view';
import { savedShiftInput } from '../inputs/schedule';

/**
 * Saves a shift; a new one has `expectedVersion` 0. Days that have already begun keep their shift. Idempotent:
 * saving the same content again is no conflict. Requests from today on are counted again, see `saved_changes`.
 * @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT, BUSY
 */
export const saveShift = employeeAction<ScheduleContract['saveShift']>({
  input: savedShiftInput,
  allow: can('update', 'Schedule'),
  texts: localTextsIn,
  async run({ input, me, now }) {
    const { expectedVersion } = input;
    checkShift(input.shift);
    const shift = { ...input.shift, version: expectedVersion + 1 };
    return inTransaction(async (put) => {
      const stored = await findShift(shift.id);
      const before = stored && shiftOf(stored);
      if (!before && expectedVersion > 0) throw new AppError('NOT_FOUND', { what: 'shift' });
      const what = changedShiftFields(before, shift);
      if (before?.version === shift.version && what.length === 0) return { shift };
      const version = before?.version ?? 0;
      if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT', { version });
      const history = withChange(stored?.history, changeBy(me, now, shift.version, what));
      await putShift(put, { ...templateOf(shift), history });
      const scope = shiftChange(before, shift, dayOf(now));
      if (scope)
        await putSavedChange(put, newChange(`shift:${shift.id}:${shift.version}`, scope, me._id, now));
      return { shift };
    });
  },
});
