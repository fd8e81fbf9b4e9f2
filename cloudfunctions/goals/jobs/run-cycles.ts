import { dayOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { findMovingCycles, replaceCycleState } from '../data/cycles';
import { closeSheets } from '../services/close-sheets';
import { takeBackLate } from '../services/take-back-late';

/** Cycles that are worked on in one run. */
const MAX_CYCLES = 10;

/**
 * Starts the cycles whose first day has come, goes on closing those that are being closed, and takes back what
 * was added to a cycle while it was closed.
 */
export const runCycles: TimerJob = {
  name: 'cycles',
  async run({ now, deadline }) {
    let [started, closed, takenBack] = [0, 0, 0];
    const moving = await findMovingCycles(dayOf(now), MAX_CYCLES);
    for (const cycle of moving)
      if (cycle.state === 'planned' && (await replaceCycleState(cycle, { state: 'running' }))) started += 1;
    for (const { _id, state } of moving)
      if (state === 'closing') closed += await closeSheets(_id, now, deadline);
    for (const cycle of moving) if (cycle.state === 'closed') takenBack += await takeBackLate(cycle, now);
    return { started, closed, takenBack };
  },
};
