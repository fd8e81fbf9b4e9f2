import type { Instant } from '#contracts/common';
import { clearStaged, findAccount, findStaged } from '../../accounts/public';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { stagedRequestsOf } from '../data/requests';
import { recoverStaged } from '../services/recover-staged';
import { MAX_CALL_MS } from './max-call';

/** Completes submissions whose function died before the request was persisted. Idempotent. */
export const recoverStagedRequests: TimerJob = {
  name: 'recoverStagedRequests',
  async run({ now, deadline }) {
    const { handled, ...failed } = await eachDue({
      collection: 'accounts',
      find: (limit) => findStaged((now - MAX_CALL_MS) as Instant, limit),
      ownerOf: ({ _id }) => _id,
      handle: async ({ _id }) => {
        const account = await findAccount(_id);
        for (const staged of Object.values(stagedRequestsOf(account))) await recoverStaged(staged);
        await clearStaged(account);
      },
      deadline,
    });
    return { accounts: handled, ...failed };
  },
};
