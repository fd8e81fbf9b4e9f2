import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { addSignerTo } from '../domain/request/decide-request';
import { comment, expecting } from '../inputs/request';
import { actOn, requireColleague } from '../services/act-on';

/**
 * One more person signs before the step goes on; the caller's own signature is still wanted.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, INPUT_INVALID, TEXT_REFUSED, BUSY
 */
export const addSigner = employeeAction<RequestsContract['addSigner']>({
  input: strictObject({ ...expecting, signerId: employeeId, comment }),
  allow: can('decide', 'OwnRequests'),
  async run({ input: { id, rev, signerId, comment: words }, me, openid, now }) {
    await requireAllowedText([words ?? ''], openid);
    return actOn({ id, rev, verb: 'add-signer', me, now }, async (request, actor) => {
      const signer = briefOf(await requireColleague(signerId, 'signerId', now));
      return addSignerTo(request, signer, { actor, comment: words, now });
    });
  },
});
