import type { Instant } from '#contracts/common';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findRequest, findWithDueEffects } from '../data/requests';
import { completeFollowUp } from '../services/follow-up';
import { MAX_CALL_MS } from './max-call';

/** Guarantees that the follow-ups of every change (see `followUp`) are completed and all messages sent. */
const completing = (name: string, isStrict: boolean): TimerJob => ({
  name,
  async run({ now, deadline }) {
    const { handled, ...failed } = await eachDue({
      collection: 'requests',
      find: (limit) => findWithDueEffects((now - MAX_CALL_MS) as Instant, limit, isStrict),
      ownerOf: ({ applicantId }) => applicantId,
      handle: async ({ _id }) => {
        const request = await findRequest(_id);
        if (request?.effects === 'due') await completeFollowUp(request);
      },
      deadline,
    });
    return { requests: handled, ...failed };
  },
});

export const completeFollowUps = completing('completeFollowUps', false);

/** The same of requests with a strict flow, in the function that has the key of what they hold. */
export const completeStrict = completing('completeStrict', true);
