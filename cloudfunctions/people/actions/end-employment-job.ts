import type { TimerJob } from '../../shared/kernel/serve';
import { clearLastDay, saveLastDay } from '../data/employees';
import { findDueLeavings, markLeavingDone } from '../data/leavings';

const MOST = 50;

/**
 * Enters the last day of approved resignations, and takes it out where one was undone, in the order of the
 * decisions. Access ends by itself the day after. Run again, it finds nothing left to do.
 */
export const endEmploymentJob: TimerJob = {
  name: 'end-employment',
  async run({ deadline }) {
    let changed = 0;
    for (const { _id, employeeId, lastDay, ends } of await findDueLeavings(MOST)) {
      if (performance.now() >= deadline) break;
      await (ends ? saveLastDay(employeeId, lastDay) : clearLastDay(employeeId, lastDay));
      await markLeavingDone(_id);
      changed += 1;
    }
    return { changed };
  },
};
