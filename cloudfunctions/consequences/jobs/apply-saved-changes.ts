import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDueChanges } from '../data/saved-changes';
import { applyChange } from '../services/apply-change';

/** Counts requests again after changes of the schedule: what no call has finished, and every second pass. */
export const applySavedChanges: TimerJob = {
  name: 'applySavedChanges',
  async run({ now, deadline }) {
    let requests = 0;
    const { handled: _, ...failed } = await eachDue({
      collection: 'saved_changes',
      find: (limit) => findDueChanges(now, limit),
      ownerOf: ({ byId }) => byId ?? '',
      handle: async (change) => {
        requests += await applyChange(change, now, deadline);
      },
      deadline,
    });
    return { requests, ...failed };
  },
};
