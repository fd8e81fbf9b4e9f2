import { picklist, strictObject } from 'valibot';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { decideRequest } from '../domain/request/decide-request';
import { comment, expecting } from '../inputs/request';
import { type Act, actOn } from '../services/act-on';
import { withWorld } from '../services/load-world';
import { requireUndoable } from '../services/require-undoable';

/**
 * Approves, rejects or returns. Idempotent; at most four database calls on a warm instance: read, save as
 * expected, the account, one message.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, TEXT_REFUSED, BUSY
 */
export const decideStep = employeeAction<RequestsContract['decide']>({
  input: strictObject({ ...expecting, verb: picklist(['approve', 'reject', 'return']), comment }),
  allow: can('decide', 'OwnRequests'),
  async run({ input: { id, rev, verb, comment: words }, me, openid, now }) {
    await requireAllowedText([words ?? ''], openid);
    return decideOne({ id, rev, verb, me, now }, words);
  },
});

type Deciding = Act & { readonly verb: 'approve' | 'reject' | 'return' };

/** One decision, of one or of many. */
export function decideOne(act: Deciding, words: string | undefined): Promise<RequestCard> {
  const { verb, now } = act;
  return actOn(act, async (request, actor) => {
    if (request.cancels !== null && verb === 'approve') await requireUndoable(request);
    return withWorld(now, (world) => decideRequest(request, verb, { actor, comment: words, now }, world));
  });
}
