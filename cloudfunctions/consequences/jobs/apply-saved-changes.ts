import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDueChanges } from '../data/saved-changes';
import { applyChange } from '../services/apply-change';

/** What one change takes before the next one has its turn, ms; it goes on in a call of its own. */
const MAX_CHANGE_MS = 5_000;

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
        requests += await applyChange(change, now, Math.min(deadline, performance.now() + MAX_CHANGE_MS));
      },
      deadline,
    });
    return { requests, ...failed };
  },
};
