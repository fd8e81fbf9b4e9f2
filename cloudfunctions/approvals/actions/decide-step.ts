import { picklist, strictObject } from 'valibot';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/check-text';
import { findRequest } from '../data/requests';
import { decideRequest } from '../domain/request/decide-request';
import type { RequestDocument } from '../domain/request/request';
import { expectedRevision, optionalComment } from '../inputs/request';
import { actOn, type DecisionCall } from '../services/act-on';
import { withOrgChart } from '../services/load-org-chart';
import { requireUndoable } from '../services/require-undoable';

/**
 * Approves, rejects or returns. Idempotent; at most four database calls on a warm instance: read, conditional
 * save, account, one message.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, TEXT_REFUSED, BUSY
 */
export const decideStep = employeeAction<RequestsContract['decide']>({
  input: strictObject({
    ...expectedRevision,
    verb: picklist(['approve', 'reject', 'return']),
    comment: optionalComment,
  }),
  allow: can('decide', 'OwnRequests'),
  async run({ input: { id, rev, verb, comment }, me, openid, now }) {
    await requireAllowedText([comment ?? ''], openid);
    return decideOne({ id, rev, verb, me, now }, comment);
  },
});

type StepDecision = DecisionCall & { readonly verb: 'approve' | 'reject' | 'return' };

/** A single decision; also used by `decideMany`. */
export function decideOne(call: StepDecision, comment: string | undefined): Promise<RequestCard> {
  const { verb, now } = call;
  return actOn(call, async (request, actor) => {
    const current = request.cancels !== null && verb === 'approve' ? await undoable(request) : request;
    return withOrgChart(now, (orgChart) => decideRequest(current, verb, { actor, comment, now }, orgChart));
  });
}

/**
 * A cancelling request with what its original has booked by now, which may have been counted again since.
 * @throws AppError LEAVE_BALANCE_SHORT
 */
async function undoable(request: RequestDocument): Promise<RequestDocument> {
  const original = await findRequest(request.cancels ?? '');
  const current = original ? { ...request, changes: original.changes } : request;
  await requireUndoable(current);
  return current;
}
