import type { Instant } from '#contracts/common';
import { newChange, putSavedChange } from '../../consequences/public-change';
import { dayOf } from '../../shared/calendar/company-time';
import { inTransaction } from '../../shared/data/transaction';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findEmployee, putEmployee } from '../data/employees';
import { findDueLeavings, markLeavingDone } from '../data/leavings';
import { employeeChange } from '../domain/employee-change';
import type { Leaving } from '../domain/leaving';
import { type OfRuns, outdatingRuns } from '../services/outdating-runs';

/**
 * Enters the last day of approved resignations, and removes it if one was cancelled and no other day was entered
 * since, in the order of the decisions. Access ends automatically on the day after. Idempotent.
 */
export const endEmployment = (ofRuns: OfRuns): TimerJob => ({
  name: 'end-employment',
  async run({ now, deadline }) {
    const { handled, ...failed } = await eachDue({
      collection: 'leavings',
      find: findDueLeavings,
      ownerOf: ({ employeeId }) => employeeId,
      handle: async (leaving) => {
        await enterLastDay(leaving, ofRuns, now);
        await markLeavingDone(leaving._id);
      },
      deadline,
    });
    return { changed: handled, ...failed };
  },
});

const enterLastDay = (leaving: Leaving, ofRuns: OfRuns, now: Instant): Promise<void> =>
  outdatingRuns(ofRuns, now, (outdate) =>
    inTransaction(async (put) => {
      const { _id, employeeId, lastDay, ends } = leaving;
      const before = await findEmployee(employeeId);
      if (!before || (!ends && before.leftOn !== lastDay)) return;
      const after = { ...before, leftOn: ends ? lastDay : null, rev: before.rev + 1 };
      const scope = employeeChange(before, after, dayOf(now));
      if (!scope) return;
      await outdate(before, after);
      await putEmployee(put, after);
      await putSavedChange(put, newChange(`person:${_id}`, scope, null, now));
    }),
  );
