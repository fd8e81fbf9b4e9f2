import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { findCyclesAtWork } from '../data/cycles';
import { advance } from '../services/advance';
import { applyAmendedPeople } from '../services/apply-amended-people';
import { writePeople } from '../services/write-people';

/** Whether answers are let in until a later day than that of the cycle. */
type IsAwaited = (cycleId: string, today: Day) => Promise<boolean>;

/** Goes on with cycles that are being started and with amended people, and ends the answers of those whose last day is over. */
export const runAppraisalCycles = (isAwaited: IsAwaited): TimerJob => ({
  name: 'appraisal-cycles',
  async run({ now, deadline, run }) {
    let [started, amended, ended] = [0, 0, 0];
    for (const cycle of await findCyclesAtWork(run))
      if (cycle.state === 'starting' && (await isStarted(cycle, deadline))) started += 1;
    const today = dayOf(now);
    const running = (await findCyclesAtWork(run)).filter(({ state }) => state === 'running');
    for (const cycle of running) {
      amended += await applyAmendedPeople(cycle, now);
      if (cycle.answersUntil >= today || (await isAwaited(cycle._id, today))) continue;
      if (await advance(cycle, 'running', 'closing', { closedAt: now })) ended += 1;
    }
    return { started, amended, ended };
  },
});

/** Goes on with a start. @returns whether it runs now */
async function isStarted(cycle: AppraisalCycle, deadline: number): Promise<boolean> {
  const { startedAt } = cycle;
  if (startedAt === null) return false;
  return (await writePeople({ ...cycle, startedAt }, deadline))?.state === 'running';
}
