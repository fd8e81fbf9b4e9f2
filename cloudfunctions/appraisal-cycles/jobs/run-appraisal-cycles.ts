import type { Day } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { findAppraisalCyclesIn } from '../data/cycles';
import { advance } from '../services/advance';
import { applyAmendedPeople } from '../services/apply-amended-people';
import { writePeople } from '../services/write-people';

/** Cycles that are worked on in one run. */
const MAX_CYCLES = 10;

/** Whether answers are let in until a later day than that of the cycle. */
type IsAwaited = (cycleId: string, today: Day) => Promise<boolean>;

/** Goes on with cycles that are being started and with amended people, and ends the answers of those whose last day is over. */
export const runAppraisalCycles = (isAwaited: IsAwaited): TimerJob => ({
  name: 'appraisal-cycles',
  async run({ now, deadline }) {
    let [started, amended, ended] = [0, 0, 0];
    for (const cycle of await findAppraisalCyclesIn('starting', MAX_CYCLES)) {
      const { startedAt } = cycle;
      if (startedAt === null) continue;
      const after = await writePeople({ ...cycle, startedAt }, deadline);
      if (after?.state === 'running') started += 1;
    }
    const today = dayOf(now);
    for (const cycle of await findAppraisalCyclesIn('running', MAX_CYCLES)) {
      amended += await applyAmendedPeople(cycle, now);
      if (cycle.answersUntil >= today || (await isAwaited(cycle._id, today))) continue;
      if (await advance(cycle, 'running', 'closing', { closedAt: now })) ended += 1;
    }
    return { started, amended, ended };
  },
});
