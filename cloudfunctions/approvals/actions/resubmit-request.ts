import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { findAccountWith, type StoredAccount, stageInAccount } from '../../accounts/public';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { saveRequest, stagedRequestsOf } from '../data/requests';
import { isAlreadyDone, requestChanged } from '../domain/request/acting';
import { cardOf } from '../domain/request/card-of';
import { changesAccount } from '../domain/request/effect-of';
import { resubmittedRequest } from '../domain/request/new-request';
import type { RequestDocument } from '../domain/request/request';
import { expectedRevision, formValues } from '../inputs/request';
import { kindOf } from '../kind/registry';
import { answerRepeat } from '../services/act-on';
import { notifyRecipients, runSideEffects } from '../services/follow-up';
import { withOrgChart } from '../services/load-org-chart';
import { requireOwn } from '../services/load-visible';
import { contentHash, prepareSubmission } from '../services/prepare';
import { fingerprintedValues } from '../services/private-values';
import { recoverStaged } from '../services/recover-staged';

/**
 * Changes a returned request and submits it again: rules and flow start over, with the form and flow of the
 * first submission. Idempotent. As with a first submission, the account update decides and stages the request
 * until it is persisted.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, FORM_INVALID, TEXT_REFUSED, NOBODY_TO_APPROVE, BUSY,
 * and the problems of the kind's rules
 */
export const resubmitRequest = employeeAction<RequestsContract['resubmit']>({
  input: strictObject({ ...expectedRevision, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id, rev, values }, me, openid, now }) {
    return retryOnConflict(3, async () => {
      const request = await requireOwn(id, me, now);
      const hash = contentHash(request.typeId, fingerprintedValues(request.form, values));
      if (isAlreadyDone(request, 'resubmit', me._id, rev) && request.hash === hash)
        return answerRepeat(request);
      if (request.state !== 'returned' || request.rev !== rev) throw requestChanged(request);
      return resubmitOnce({ request, hash, values, me, openid, now });
    });
  },
});

interface Resubmission {
  readonly request: RequestDocument;
  readonly hash: string;
  readonly values: FormValues;
  readonly me: Employee;
  readonly openid: string;
  readonly now: Instant;
}

async function resubmitOnce(resubmission: Resubmission): Promise<RequestCard | typeof conflict> {
  const { request, hash, me } = resubmission;
  const account = await findAccountWith(me._id, request._id);
  const staged = stagedRequestsOf(account)[request._id];
  if (staged && staged.rev > request.rev && staged.hash !== hash) {
    // Another device submitted other values first, and they are not persisted yet: persist them; they win.
    await recoverStaged(staged);
    return conflict;
  }
  const after = await buildResubmission(account, resubmission);
  if (changesAccount(after) && !(await stageInAccount(account, after))) return conflict;
  await runSideEffects(after);
  if (!(await saveRequest(request, after))) {
    if (changesAccount(after)) await recoverStaged(after);
    return conflict;
  }
  await notifyRecipients(after);
  return cardOf(after);
}

async function buildResubmission(
  account: StoredAccount,
  resubmission: Resubmission,
): Promise<RequestDocument> {
  const { request, now } = resubmission;
  const { form, version, flow, typeId, kind, typeName: name, isOwnRule, applicantId } = request;
  requireSameEvidence(request, resubmission.values);
  const setBy = isOwnRule ? [{ part: 'flow', byId: applicantId }] : [];
  const type = { id: typeId, version, kind, name, enabled: true, form, flow, setBy };
  const submission = await prepareSubmission({ ...resubmission, id: request._id, type }, account);
  return withOrgChart(now, (orgChart) => resubmittedRequest(request, submission, orgChart));
}

/** @throws AppError FORM_INVALID if a value changed that is evidence of what happened */
function requireSameEvidence(request: RequestDocument, values: FormValues): void {
  const same = (id: string) => JSON.stringify(values[id] ?? '') === JSON.stringify(request.values[id] ?? '');
  const field = kindOf(request.kind).evidence?.find((id) => !same(id));
  if (field !== undefined) throw new AppError('FORM_INVALID', { field, rule: 'fixed' });
}
