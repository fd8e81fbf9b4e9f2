import type { ScheduleContract } from '#contracts/schedule';
import { newChange, putSavedChange } from '../../consequences/public-change';
import { ownChange } from '../../people/public';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { putMessage } from '../../shared/outbox/outbox';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findCalendar, putCalendar } from '../data/calendars';
import { calendarValues } from '../domain/calendar-values';
import { calendarChange, changedCalendarDays } from '../domain/planned-change';
import { calendarInput } from '../inputs/schedule';

/**
 * Replaces the company's days of a year. Idempotent: saving the same content again is no conflict. Requests on
 * days that change are counted again, see `saved_changes`.
 * @throws AppError VERSION_CONFLICT, BUSY
 */
export const saveCalendar = employeeAction<ScheduleContract['saveCalendar']>({
  input: calendarInput,
  allow: can('update', 'Schedule'),
  texts: localTextsIn,
  async run({ input: { year, rev: expected, days, complete: entered }, me, now }) {
    const rev = expected + 1;
    const overrides = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
    return inTransaction(async (put) => {
      const stored = await findCalendar(year);
      const before = stored?.rev ?? 0;
      const complete = entered ?? stored?.complete ?? false;
      const changed = changedCalendarDays(stored?.overrides ?? [], overrides);
      const what = [...changed, ...(complete === (stored?.complete ?? false) ? [] : ['complete'])];
      if (before === rev && what.length === 0) return { rev };
      if (before !== expected) throw new AppError('VERSION_CONFLICT', { version: before });
      const values = calendarValues(
        { days: stored?.overrides ?? [], complete: stored?.complete ?? false },
        { days: overrides, complete },
      );
      const history = withChange(stored?.history, { ...changeBy(me, now, rev, what), ...values });
      await putCalendar(put, { _id: year, rev, overrides, complete, history });
      const scope = calendarChange(changed);
      if (scope) await putSavedChange(put, newChange(`calendar:${year}:${rev}`, scope, me._id, now));
      const told =
        scope &&
        (await ownChange(me, { event: 'own.calendar', id: year, version: rev, data: { year }, now }));
      if (told) await putMessage(put, told);
      return { rev };
    });
  },
});
