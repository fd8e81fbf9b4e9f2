import { maxLength, pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '../../../typings/contracts/follow-on';
import { functionAction } from '../../shared/kernel/action';
import { findWish } from '../data/queued-requests';
import { turnWish } from '../jobs/submit-queued';

/** Turns one queued request into a request at once; one that is no longer due changes nothing. Idempotent. */
export const submitQueued = functionAction<FollowOnContracts['requests']['submitQueued']>({
  input: strictObject({ queuedId: pipe(string(), regex(/^[A-Za-z0-9_-]+$/), maxLength(100)) }),
  async run({ input: { queuedId }, now }) {
    const wish = await findWish(queuedId);
    return { requests: wish?.state === 'due' && (await turnWish(wish, now)) ? 1 : 0 };
  },
});
