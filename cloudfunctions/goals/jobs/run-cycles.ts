import { dayOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { findMovingCycles, replaceCycleState } from '../data/cycles';
import { closeSheets } from '../services/close-sheets';

/** Cycles that are worked on in one run. */
const MAX_CYCLES = 10;

/** Starts the cycles whose first day has come, and goes on closing those that are being closed. */
export const runCycles: TimerJob = {
  name: 'cycles',
  async run({ now, deadline }) {
    let [started, closed] = [0, 0];
    const moving = await findMovingCycles(dayOf(now), MAX_CYCLES);
    for (const cycle of moving)
      if (cycle.state === 'planned' && (await replaceCycleState(cycle, 'running'))) started += 1;
    for (const { _id, state } of moving)
      if (state === 'closing') closed += await closeSheets(_id, now, deadline);
    return { started, closed };
  },
};
