import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDueChanges } from '../data/saved-changes';
import { applyChange } from '../services/apply-change';

/** Share of the remaining time that one change may take, so that the other jobs get theirs. */
const SHARE = 0.5;

/** Counts requests again after changes of the schedule: what no call has finished, and every second pass. */
export const applySavedChanges: TimerJob = {
  name: 'applySavedChanges',
  async run({ now, deadline }) {
    const until = performance.now() + (deadline - performance.now()) * SHARE;
    let requests = 0;
    await eachDue(
      (limit) => findDueChanges(now, limit),
      until,
      async (change) => {
        requests += await applyChange(change, now, until);
      },
    );
    return { requests };
  },
};
