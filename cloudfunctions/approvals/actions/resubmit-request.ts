import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { findAccount, openInAccount, type StoredAccount } from '../../accounts/public';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { saveRequest } from '../data/requests';
import { changed, isAlreadyDone } from '../domain/request/acting';
import { cardOf } from '../domain/request/card-of';
import { touchesAccount } from '../domain/request/effect-of';
import { resentRequest } from '../domain/request/new-request';
import type { RequestDocument } from '../domain/request/request';
import { expecting, formValues } from '../inputs/request';
import { afterAll } from '../services/act-on';
import { evaluateRequest, NO_TEAM } from '../services/evaluate-request';
import { runOwnSideEffects, tellFresh } from '../services/follow-up';
import { requireOwn } from '../services/load-visible';
import { withWorld } from '../services/load-world';
import { contentHash, planFor, requireValid, textsOf } from '../services/prepare';
import { markedValues, sealedValues } from '../services/private-values';
import { recoverStaged } from '../services/recover-staged';
import { stagedIn } from '../services/staged-requests';

/**
 * A returned request, changed and sent again: the rules and the flow begin anew, with the form and flow that
 * it was sent with. Idempotent. As with a first sending, the account decides and keeps the request until it has arrived.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, FORM_INVALID, TEXT_REFUSED, NOBODY_TO_APPROVE, BUSY, and
 * the problems of the kind's rules
 */
export const resubmitRequest = employeeAction<RequestsContract['resubmit']>({
  input: strictObject({ ...expecting, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id, rev, values }, me, openid, now }) {
    return retryOnConflict(3, async () => {
      const request = await requireOwn(id, me, now);
      const hash = contentHash(request.typeId, markedValues(request.form, values));
      if (isAlreadyDone(request, 'resubmit', me._id, rev) && request.hash === hash) return afterAll(request);
      if (request.state !== 'returned' || request.rev !== rev) throw changed(request);
      return resend({ request, hash, values, me, openid, now });
    });
  },
});

interface Resending {
  readonly request: RequestDocument;
  readonly hash: string;
  readonly values: FormValues;
  readonly me: Employee;
  readonly openid: string;
  readonly now: Instant;
}

async function resend(resending: Resending): Promise<RequestCard | typeof conflict> {
  const { request, hash, me } = resending;
  const account = await findAccount(me._id);
  const staged = stagedIn(account)[request._id];
  if (staged && staged.rev > request.rev && staged.hash !== hash) {
    // Another phone has sent other values, which have not arrived yet: they do now, and were faster.
    await recoverStaged(staged);
    return conflict;
  }
  const after = await decideResending(account, resending);
  if (touchesAccount(after) && !(await openInAccount(account, after))) return conflict;
  await runOwnSideEffects(after);
  if (!(await saveRequest(request, after))) {
    if (touchesAccount(after)) await recoverStaged(after);
    return conflict;
  }
  await tellFresh(after);
  return cardOf(after);
}

async function decideResending(account: StoredAccount, resending: Resending): Promise<RequestDocument> {
  const { request, hash, me, openid, now } = resending;
  const { form, version, flow, typeId, kind, typeName: name } = request;
  const type = { id: typeId, version, kind, name, enabled: true, form, flow };
  const values = await requireValid(form, resending.values, me, now);
  const requestId = request._id;
  const answer = await evaluateRequest({
    requestId,
    type,
    values,
    applicant: me,
    account,
    team: NO_TEAM,
    now,
  });
  if (answer.problem) throw answer.problem;
  const plan = await planFor(type, values, me, answer, now);
  const unchecked = await requireAllowedText(textsOf(form, values), openid);
  const stored = sealedValues(form, values, requestId);
  const sending = { id: requestId, hash, type, values: stored, applicant: me, answer, plan, unchecked, now };
  return withWorld(now, (world) => resentRequest(request, sending, world));
}
