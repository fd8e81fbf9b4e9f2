import { applyEffect } from '../../accounts/public';
import { addRequest, findRequest, saveRequest } from '../data/requests';
import type { RequestDocument } from '../domain/request/request';

/**
 * Orders the reversal after the submission that it reverts (revision + 0.5) and after the revision that
 * replaced it (revision + 1).
 */
const REVERT_OFFSET = 0.75;

/**
 * Persists a request staged in the applicant's account: adds it, or saves the resubmission. If the returned
 * request was changed otherwise in the meantime, the submission's account changes are reverted.
 */
export async function recoverStaged(staged: RequestDocument): Promise<void> {
  const stored = await findRequest(staged._id);
  if (!stored) {
    if (staged.rev === 1) await addRequest(staged);
    return;
  }
  if (isPersisted(stored, staged)) return;
  if (stored.rev === staged.rev - 1 && (await saveRequest(stored, staged))) return;
  const current = (await findRequest(staged._id)) ?? stored;
  if (isPersisted(current, staged)) return;
  const order = staged.effectRev + REVERT_OFFSET;
  await applyEffect(staged.applicantId, { requestId: staged._id, order, change: staged.changes.onReject });
}

const isPersisted = (stored: RequestDocument, { rev }: RequestDocument): boolean =>
  rev === 1 || stored.timeline.some((entry) => entry.rev === rev && entry.verb === 'resubmit');
