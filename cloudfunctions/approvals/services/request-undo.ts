import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { RequestCard } from '#contracts/request';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { addRequest, findRequest, saveRequest } from '../data/requests';
import { requestChanged } from '../domain/request/acting';
import { cancellingSteps } from '../domain/request/cancelling-steps';
import { cardOf } from '../domain/request/card-of';
import { cancellingRequest } from '../domain/request/new-request';
import { nextRevision } from '../domain/request/next-revision';
import type { RequestDocument } from '../domain/request/request';
import { notifyRecipients } from './follow-up';
import { withOrgChart } from './load-org-chart';

interface Undo {
  /** Of the request that asks for it. */
  readonly id: string;
  readonly hash: string;
  readonly reason: string;
  readonly now: Instant;
  readonly by: PersonBrief;
  /** The approved request. */
  load(): Promise<RequestDocument>;
  /** Refuses, or says how the request differs from one that cancels the whole. */
  contentOf(original: RequestDocument): Promise<Partial<RequestDocument>>;
}

/**
 * Asks those who approved a request to undo it, or a part of it: a separate request. The original stores the id of
 * that request, so that there is only one at a time, and its draft until it is persisted.
 * @throws AppError FORBIDDEN with a strict flow, REQUEST_CHANGED if it is not approved or already being undone, REQUEST_KEY_REUSED,
 * NOBODY_TO_APPROVE, BUSY
 */
export function requestUndo(undo: Undo): Promise<RequestCard> {
  const { id, hash, now } = undo;
  return retryOnConflict(3, async () => {
    const original = await undo.load();
    if (original.flow.isStrict) throw new AppError('FORBIDDEN', {});
    if (original.cancelledBy === id) return answerExisting(original, id, hash);
    if (original.cancels !== null || original.state !== 'approved' || original.cancelledBy !== null)
      throw requestChanged(original);
    const content = await undo.contentOf(original);
    const draft = await draftOf(original, content, undo);
    const after = nextRevision(original, { cancelledBy: id, draft }, [], now);
    return (await saveRequest(original, after)) ? persistAndNotify(draft) : conflict;
  });
}

async function draftOf(
  original: RequestDocument,
  content: Partial<RequestDocument>,
  { id, hash, reason, now, by }: Undo,
): Promise<RequestDocument> {
  if (await findRequest(id)) throw new AppError('REQUEST_KEY_REUSED', {});
  return withOrgChart(now, (orgChart) => {
    const steps = cancellingSteps(original, orgChart);
    return cancellingRequest(original, { id, hash, reason, by, content, steps }, now, orgChart);
  });
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
