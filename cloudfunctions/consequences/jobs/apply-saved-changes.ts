import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDueChanges } from '../data/saved-changes';
import { applyChange } from '../services/apply-change';

/** Share of the remaining time that one change may take, so that the other jobs get theirs. */
const SHARE = 0.5;

/** Of that, what one change takes before the next one has its turn, ms; it goes on in a call of its own. */
const MAX_CHANGE_MS = 5_000;

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
        requests += await applyChange(change, now, Math.min(until, performance.now() + MAX_CHANGE_MS));
      },
    );
    return { requests };
  },
};
