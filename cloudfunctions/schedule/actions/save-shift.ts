import type { ScheduleContract } from '#contracts/schedule';
import { newChange, putSavedChange } from '../../consequences/public-change';
import { ownChange } from '../../people/public';
import { isAssigned } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { inTransaction } from '../../shared/data/transaction';
import { changeBy } from '../../shared/history/change-by';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { putMessage } from '../../shared/outbox/outbox';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findShift, putShift } from '../data/shifts';
import { planShift } from '../domain/plan-shift';
import { shiftOf } from '../domain/shift-view';
import { savedShiftInput } from '../inputs/schedule';

/**
 * Saves a shift; a new one has `expectedVersion` 0. A change holds from a day on, at the earliest today; days that
 * have already begun keep their shift. Idempotent: saving the same content again is no conflict. Requests on days
 * that change are counted again, see `saved_changes`.
 * @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT, BUSY
 */
export const saveShift = employeeAction<ScheduleContract['saveShift']>({
  input: savedShiftInput,
  allow: can('update', 'Schedule'),
  texts: localTextsIn,
  async run({ input, me, now }) {
    return inTransaction(async (put) => {
      const stored = await findShift(input.shift.id);
      const { history: earlier, ...before } = stored ?? { history: [] };
      const { after, change, scope } = planShift('_id' in before ? before : null, input, dayOf(now));
      const shift = shiftOf(after);
      if (change.what.length === 0) return { shift };
      const history = withChange(earlier, { ...changeBy(me, now, shift.version, change.what), ...change });
      await putShift(put, { ...after, history });
      if (scope)
        await putSavedChange(put, newChange(`shift:${shift.id}:${shift.version}`, scope, me._id, now));
      const told =
        stored && isAssigned(me, dayOf(now), ({ shiftId }) => shiftId === shift.id)
          ? await ownChange(me, {
              event: 'own.shift',
              id: shift.id,
              version: shift.version,
              data: { title: shift.name },
              now,
            })
          : null;
      if (told) await putMessage(put, told);
      return { shift };
    });
  },
});
