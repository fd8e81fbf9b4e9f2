import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { transferRequest } from '../domain/request/decide-request';
import { expectedRevision, optionalComment } from '../inputs/request';
import { actOn, requireActiveEmployee } from '../services/act-on';

/**
 * Transfers the caller's decision to another person.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, INPUT_INVALID, TEXT_REFUSED, BUSY
 */
export const transferStep = employeeAction<RequestsContract['transfer']>({
  input: strictObject({ ...expectedRevision, toId: employeeId, comment: optionalComment }),
  allow: can('decide', 'OwnRequests'),
  texts: ({ comment }) => [comment ?? ''],
  async run({ input: { id, rev, toId, comment }, me, now }) {
    return actOn({ id, rev, verb: 'transfer', me, now }, async (request, actor) => {
      const to = briefOf(await requireActiveEmployee(toId, 'toId', now));
      return transferRequest(request, to, { actor, comment, now });
    });
  },
});
