import { minLength, pipe, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/check-text';
import { addRequest, findRequest, saveRequest } from '../data/requests';
import { requestChanged } from '../domain/request/acting';
import { cancellingSteps } from '../domain/request/cancelling-steps';
import { cardOf } from '../domain/request/card-of';
import { cancellingRequest } from '../domain/request/new-request';
import { nextRevision } from '../domain/request/next-revision';
import type { RequestDocument } from '../domain/request/request';
import { expectedRevision } from '../inputs/request';
import { notifyRecipients } from '../services/follow-up';
import { withOrgChart } from '../services/load-org-chart';
import { requireOwn } from '../services/load-visible';
import { contentHash } from '../services/prepare';
import { requireUndoable } from '../services/require-undoable';

/**
 * Requests the cancellation of an approved request: a separate request to those who approved. Idempotent by
 * `key`. The original stores the id of its cancelling request, so that there is only one at a time, and its
 * draft until it is persisted.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it is not approved or already being cancelled,
 * REQUEST_KEY_REUSED, NOBODY_TO_APPROVE, TEXT_REFUSED, BUSY
 */
export const cancelApproved = employeeAction<RequestsContract['cancel']>({
  input: strictObject({ ...expectedRevision, key: clientKey, reason: pipe(text(500), minLength(1)) }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id, key, reason }, me, openid, now }) {
    await requireAllowedText([reason], openid);
    const ownId = `${me._id}-${key}`;
    const hash = contentHash(id, { reason });
    return retryOnConflict(3, async () => {
      const original = await requireOwn(id, me, now);
      if (original.cancelledBy === ownId) return answerExisting(original, ownId, hash);
      if (original.cancels !== null || original.state !== 'approved' || original.cancelledBy !== null)
        throw requestChanged(original);
      await requireUndoable(original);
      const draft = await draftOf(original, ownId, hash, reason, now);
      const after = nextRevision(original, { cancelledBy: ownId, draft }, [], now);
      return (await saveRequest(original, after)) ? persistAndNotify(draft) : conflict;
    });
  },
});

async function draftOf(
  original: RequestDocument,
  id: string,
  hash: string,
  reason: string,
  now: Instant,
): Promise<RequestDocument> {
  if (await findRequest(id)) throw new AppError('REQUEST_KEY_REUSED', {});
  return withOrgChart(now, (orgChart) =>
    cancellingRequest(original, id, hash, reason, cancellingSteps(original, orgChart), now, orgChart),
  );
}

async function persistAndNotify(draft: RequestDocument): Promise<RequestCard> {
  await addRequest(draft);
  await notifyRecipients(draft);
  return cardOf(draft);
}

/** The answer to a retry. */
async function answerExisting(original: RequestDocument, id: string, hash: string): Promise<RequestCard> {
  const existing = (await findRequest(id)) ?? original.draft;
  if (!existing) throw new AppError('BUSY', {});
  if (existing.keyHash !== hash) throw new AppError('REQUEST_KEY_REUSED', {});
  return existing.rev === 1 ? persistAndNotify(existing) : cardOf(existing);
}
