import type { Instant, Month } from '#contracts/common';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findPayRun, findUnfinished } from '../data/pay-runs';
import { payUnit } from '../services/pay-unit';
import { publishUnit } from '../services/publish-unit';
import { askToLock } from '../services/tell-payroll';

/**
 * Goes on with runs whose calculation or publication was interrupted, in the name of who has begun it. One read while there
 * are none. A publication counts as begun once its first page is recorded: before, nobody was told anything.
 */
export const continuePay: TimerJob = {
  name: 'pay',
  async run({ now, deadline }): Promise<Record<string, number>> {
    const { handled, failed = 0 } = await eachDue({
      collection: 'payroll_runs',
      find: async () => (await findUnfinished()).filter(({ leaseUntil }) => leaseUntil <= now),
      ownerOf: ({ _id }) => _id,
      handle: ({ _id }) => continueRun(_id, now, deadline),
      deadline,
    });
    return { handled, ...(failed > 0 && { failed }) };
  },
};

async function continueRun(month: Month, now: Instant, deadline: number): Promise<void> {
  const run = await findPayRun(month);
  const by = run?.worker;
  if (!run || !by) return;
  if (run.state === 'running') {
    const after = await payUnit(month, { by, paidOn: run.paidOn, now, deadline, again: false });
    await askToLock(after, by, now);
  }
  if (run.state === 'locked' && run.cursor !== '') await publishUnit(run, { by, now, deadline });
}
