import type { Instant } from '../../../typings/contracts/common';
import type { TimerJob } from '../../shared/kernel/serve';
import { clearStaged, findStaged } from '../data/accounts';
import { findUnsettled, markSettled } from '../data/requests';
import { followUpAll } from './follow-up';
import { settleStaged } from './settle-staged';

/** Longer than any call may take: what is older has no function at work on it. */
const OLD_ENOUGH = 60_000;
const AT_ONCE = 50;

/** Sendings that a function did not live to finish: the request arrives, late but once. */
export const settleSendings: TimerJob = {
  name: 'settleSendings',
  async run({ now, deadline }) {
    let accounts = 0;
    for (const account of await findStaged((now - OLD_ENOUGH) as Instant, AT_ONCE)) {
      if (performance.now() >= deadline) break;
      for (const staged of Object.values(account.staged ?? {})) await settleStaged(staged);
      await clearStaged(account);
      accounts += 1;
    }
    return { accounts };
  },
};

/** Whatever follows from a change (see `followUp`) has happened for certain, and everybody has been told. */
export const settleEffects: TimerJob = {
  name: 'settleEffects',
  async run({ now, deadline }) {
    let requests = 0;
    for (const request of await findUnsettled((now - OLD_ENOUGH) as Instant, AT_ONCE)) {
      if (performance.now() >= deadline) break;
      await followUpAll(request);
      await markSettled(request);
      requests += 1;
    }
    return { requests };
  },
};
