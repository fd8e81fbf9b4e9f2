import { maxLength, pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { functionAction } from '../../shared/kernel/action';
import { findQueued } from '../data/queued-requests';
import { submitOne } from '../jobs/submit-queued';

/** Immediately submits one queued request; does nothing if it is no longer due. Idempotent. */
export const submitQueued = functionAction<FollowOnContracts['requests']['submitQueued']>({
  input: strictObject({ queuedId: pipe(string(), regex(/^[A-Za-z0-9_-]+$/), maxLength(100)) }),
  async run({ input: { queuedId }, now }) {
    const queued = await findQueued(queuedId);
    return { requests: queued?.state === 'due' && (await submitOne(queued, now)) ? 1 : 0 };
  },
});
