import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requestChanged } from '../domain/request/acting';
import { withdrawRequest } from '../domain/request/applicant-actions';
import { cardOf } from '../domain/request/card-of';
import { expectedRevision } from '../inputs/request';
import { answerRepeat, saveAndFollowUp } from '../services/act-on';
import { requireOwn } from '../services/load-visible';

/**
 * Withdraws an undecided request, even if a step was signed since the applicant last saw it.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it is decided, BUSY
 */
export const withdrawOwn = employeeAction<RequestsContract['withdraw']>({
  input: strictObject(expectedRevision),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id }, me, now }) {
    return retryOnConflict(3, async () => {
      const request = await requireOwn(id, me, now);
      if (request.state === 'withdrawn') return answerRepeat(request);
      if (request.state !== 'pending' && request.state !== 'returned') throw requestChanged(request);
      const after = withdrawRequest(request, now);
      return (await saveAndFollowUp(request, after)) ? cardOf(after) : conflict;
    });
  },
});
