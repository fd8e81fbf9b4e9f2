import { array, maxLength, minLength, pipe, strictObject } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { functionAction } from '../../shared/kernel/action';
import { MAX_FOLLOW_ONS } from '../../shared/outbox/outbox';
import { findRequest, findRequests } from '../data/requests';
import type { RequestDocument } from '../domain/request/request';
import { requestId } from '../inputs/request';
import { completeFollowUp } from '../services/follow-up';

/** Completes the pending follow-ups of these requests and of the requests that they cancel. Idempotent. */
export const completeNow = functionAction<FollowOnContracts['requests']['complete']>({
  input: strictObject({ requestIds: pipe(array(requestId), minLength(1), maxLength(MAX_FOLLOW_ONS)) }),
  async run({ input: { requestIds } }) {
    let requests = 0;
    for (const request of await findRequests(requestIds)) {
      requests += await completeIfDue(request);
      // After the cancelling request, because its follow-up changes the original.
      const original = request.cancels === null ? null : await findRequest(request.cancels);
      if (original) requests += await completeIfDue(original);
    }
    return { requests };
  },
});

async function completeIfDue(request: RequestDocument): Promise<number> {
  if (request.effects !== 'due') return 0;
  await completeFollowUp(request);
  return 1;
}
