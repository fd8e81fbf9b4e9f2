import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { transferRequest } from '../domain/request/decide-request';
import { comment, expecting } from '../inputs/request';
import { actOn, requireColleague } from '../services/act-on';

/**
 * Somebody else decides in the caller's place.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, INPUT_INVALID, TEXT_REFUSED, BUSY
 */
export const transferStep = employeeAction<RequestsContract['transfer']>({
  input: strictObject({ ...expecting, toId: employeeId, comment }),
  allow: can('decide', 'OwnRequests'),
  async run({ input: { id, rev, toId, comment: words }, me, openid, now }) {
    await requireAllowedText([words ?? ''], openid);
    return actOn({ id, rev, verb: 'transfer', me, now }, async (request, actor) => {
      const to = briefOf(await requireColleague(toId, 'toId', now));
      return transferRequest(request, to, { actor, comment: words, now });
    });
  },
});
