import type { Instant } from '../../../typings/contracts/common';
import { clearStaged, findStaged } from '../../accounts/data/accounts';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findUnsettled } from '../data/requests';
import { finishFollowUps } from '../services/follow-up';
import { settleStaged } from '../services/recover-staged';

/** Longer than any call may take: what is older has no function at work on it. */
const OLD_ENOUGH = 60_000;

/** Sendings that a function did not live to finish: the request arrives, late but once. */
export const settleSendings: TimerJob = {
  name: 'settleSendings',
  async run({ now, deadline }) {
    const find = (limit: number) => findStaged((now - OLD_ENOUGH) as Instant, limit);
    const accounts = await eachDue(find, deadline, async (account) => {
      for (const staged of Object.values(account.staged ?? {})) await settleStaged(staged);
      await clearStaged(account);
    });
    return { accounts };
  },
};

/** Whatever follows from a change (see `followUp`) has happened for certain, and everybody has been told. */
export const settleEffects: TimerJob = {
  name: 'settleEffects',
  async run({ now, deadline }) {
    const find = (limit: number) => findUnsettled((now - OLD_ENOUGH) as Instant, limit);
    return { requests: await eachDue(find, deadline, finishFollowUps) };
  },
};
