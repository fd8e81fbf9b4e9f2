import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { clearLastDay, saveLastDay } from '../data/employees';
import { findDueLeavings, markLeavingDone } from '../data/leavings';

/**
 * Enters the last day of approved resignations, and takes it out where one was undone, in the order of the
 * decisions. Access ends by itself the day after. Run again, it finds nothing left to do.
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
