import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addSignerTo } from '../domain/request/decide-request';
import { expectedRevision, optionalComment } from '../inputs/request';
import { actOn, requireActiveEmployee } from '../services/act-on';

/**
 * Adds a signer to the current step; the caller's own signature is still required.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, INPUT_INVALID, TEXT_REFUSED, BUSY
 */
export const addSigner = employeeAction<RequestsContract['addSigner']>({
  input: strictObject({ ...expectedRevision, signerId: employeeId, comment: optionalComment }),
  allow: can('decide', 'OwnRequests'),
  texts: ({ comment }) => [comment ?? ''],
  async run({ input: { id, rev, signerId, comment }, me, now }) {
    return actOn({ id, rev, verb: 'add-signer', me, now }, async (request, actor) => {
      const signer = briefOf(await requireActiveEmployee(signerId, 'signerId', now));
      return addSignerTo(request, signer, { actor, comment, now });
    });
  },
});
