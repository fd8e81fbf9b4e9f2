import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { changed } from '../domain/request/acting';
import { withdrawRequest } from '../domain/request/applicant-verbs';
import { cardOf } from '../domain/request/card-of';
import { expecting } from '../inputs/request';
import { afterAll, saveAndFollow } from '../services/act-on';
import { requireOwn } from '../services/load-visible';

/**
 * Takes a request back before it is decided; that a step was signed since the person looked is no obstacle.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it is decided, BUSY
 */
export const withdrawOwn = employeeAction<RequestsContract['withdraw']>({
  input: strictObject(expecting),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id }, me, now }) {
    return retryOnConflict(3, async () => {
      const request = await requireOwn(id, me, now);
      if (request.state === 'withdrawn') return afterAll(request);
      if (request.state !== 'pending' && request.state !== 'returned') throw changed(request);
      const after = withdrawRequest(request, now);
      return (await saveAndFollow(request, after)) ? cardOf(after) : conflict;
    });
  },
});
