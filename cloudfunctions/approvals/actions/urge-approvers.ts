import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { nextUrgeAt, requestChanged } from '../domain/request/acting';
import { urgeRequest } from '../domain/request/applicant-actions';
import { requestId } from '../inputs/request';
import { answerRepeat, saveAndFollowUp } from '../services/act-on';
import { requireOwn } from '../services/load-visible';

/** A second tap or a retry within this time counts as the same reminder. */
const SAME_REMINDER_MS = 60_000;

/**
 * Reminds the current approvers, at most every four hours.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it is not pending, URGE_TOO_SOON, BUSY
 */
export const urgeApprovers = employeeAction<RequestsContract['urge']>({
  input: strictObject({ id: requestId }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id }, me, now }) {
    return retryOnConflict(3, async () => {
      const request = await requireOwn(id, me, now);
      if (request.state !== 'pending') throw requestChanged(request);
      const nextAt = nextUrgeAt(request);
      if (request.urgedAt !== null && now - request.urgedAt < SAME_REMINDER_MS) {
        await answerRepeat(request);
        return { nextAt };
      }
      if (now < nextAt) throw new AppError('URGE_TOO_SOON', { nextAt });
      const after = urgeRequest(request, now);
      return (await saveAndFollowUp(request, after)) ? { nextAt: nextUrgeAt(after) } : conflict;
    });
  },
});
