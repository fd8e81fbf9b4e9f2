import type { Instant } from '#contracts/common';
import { clearStaged, findStaged } from '../../accounts/public';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { stagedRequestsOf } from '../data/requests';
import { recoverStaged } from '../services/recover-staged';
import { MAX_CALL_MS } from './max-call';

/** Completes submissions whose function died before the request was persisted. Idempotent. */
export const recoverStagedRequests: TimerJob = {
  name: 'recoverStagedRequests',
  async run({ now, deadline }) {
    const find = (limit: number) => findStaged((now - MAX_CALL_MS) as Instant, limit);
    const accounts = await eachDue(find, deadline, async (account) => {
      for (const staged of Object.values(stagedRequestsOf(account))) await recoverStaged(staged);
      await clearStaged(account);
    });
    return { accounts };
  },
};
