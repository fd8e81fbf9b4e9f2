import { applyEffect } from '../../accounts/public';
import { addRequest, findRequest, saveRequest } from '../data/requests';
import type { RequestDocument } from '../domain/request/request';

/** Behind the sending that it takes back, and behind whatever the request became instead. */
const AFTER_ALL = 0.75;

/**
 * Brings a request that its applicant's account keeps to where it belongs: added, or the returned one changed. If
 * the returned request became something else in between, what the sending wrote into the account is taken back.
 */
export async function recoverStaged(staged: RequestDocument): Promise<void> {
  const stored = await findRequest(staged._id);
  if (!stored) {
    if (staged.rev === 1) await addRequest(staged);
    return;
  }
  if (hasArrived(stored, staged)) return;
  if (stored.rev === staged.rev - 1 && (await saveRequest(stored, staged))) return;
  const now = (await findRequest(staged._id)) ?? stored;
  if (hasArrived(now, staged)) return;
  const order = staged.effectRev + AFTER_ALL;
  await applyEffect(staged.applicantId, { requestId: staged._id, order, change: staged.changes.onReject });
}

const hasArrived = (stored: RequestDocument, { rev }: RequestDocument): boolean =>
  rev === 1 || stored.timeline.some((entry) => entry.rev === rev && entry.verb === 'resubmit');
