import type { Instant } from '#contracts/common';
import { clearStaged, findStaged } from '../../accounts/public';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { recoverStaged } from '../services/recover-staged';
import { stagedIn } from '../services/staged-requests';
import { LONGEST_CALL_MS } from './longest-call';

/** Sendings whose function died: the request arrives, late but once. */
export const recoverStagedRequests: TimerJob = {
  name: 'recoverStagedRequests',
  async run({ now, deadline }) {
    const find = (limit: number) => findStaged((now - LONGEST_CALL_MS) as Instant, limit);
    const accounts = await eachDue(find, deadline, async (account) => {
      for (const staged of Object.values(stagedIn(account))) await recoverStaged(staged);
      await clearStaged(account);
    });
    return { accounts };
  },
};
