import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { clearLastDay, saveLastDay } from '../data/employees';
import { findDueLeavings, markLeavingDone } from '../data/leavings';

/**
 * Enters the last day of approved resignations, and removes it if one was cancelled, in the order of the
 * decisions. Access ends automatically on the day after. Idempotent.
 */
export const endEmployment: TimerJob = {
  name: 'end-employment',
  async run({ deadline }) {
    const changed = await eachDue(findDueLeavings, deadline, async ({ _id, employeeId, lastDay, ends }) => {
      await (ends ? saveLastDay(employeeId, lastDay) : clearLastDay(employeeId, lastDay));
      await markLeavingDone(_id);
    });
    return { changed };
  },
};
