import { minLength, pipe, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { addRequest, findRequest, saveRequest } from '../data/requests';
import { changed } from '../domain/request/acting';
import { cardOf } from '../domain/request/card-of';
import { cancellingRequest } from '../domain/request/new-request';
import { nextRevision } from '../domain/request/next-revision';
import type { RequestDocument } from '../domain/request/request';
import { signersAgain } from '../domain/request/signers-again';
import { expecting } from '../inputs/request';
import { tellFresh } from '../services/follow-up';
import { requireOwn } from '../services/load-visible';
import { withWorld } from '../services/load-world';
import { contentHash } from '../services/prepare';
import { requireUndoable } from '../services/require-undoable';

/**
 * Asks for an approved request to be undone: a request of its own, for those who approved. Idempotent by `key`.
 * The original says which one it is, so that there is one at a time; it also keeps it until it has arrived.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it is not approved or being undone already,
 * REQUEST_KEY_REUSED, NOBODY_TO_APPROVE, TEXT_REFUSED, BUSY
 */
export const cancelApproved = employeeAction<RequestsContract['cancel']>({
  input: strictObject({ ...expecting, key: clientKey, reason: pipe(text(500), minLength(1)) }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id, key, reason }, me, openid, now }) {
    await requireAllowedText([reason], openid);
    const ownId = `${me._id}-${key}`;
    const hash = contentHash(id, { reason });
    return retryOnConflict(3, async () => {
      const original = await requireOwn(id, me, now);
      if (original.cancelledBy === ownId) return answerKnown(original, ownId, hash);
      if (original.cancels !== null || original.state !== 'approved' || original.cancelledBy !== null)
        throw changed(original);
      await requireUndoable(original);
      const draft = await draftOf(original, ownId, hash, reason, now);
      const after = nextRevision(original, { cancelledBy: ownId, draft }, [], now);
      return (await saveRequest(original, after)) ? arrive(draft) : conflict;
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
  return withWorld(now, (world) =>
    cancellingRequest(original, id, hash, reason, signersAgain(original, world), now, world),
  );
}

async function arrive(draft: RequestDocument): Promise<RequestCard> {
  await addRequest(draft);
  await tellFresh(draft);
  return cardOf(draft);
}

/** The same tap again. */
async function answerKnown(original: RequestDocument, id: string, hash: string): Promise<RequestCard> {
  const known = (await findRequest(id)) ?? original.draft;
  if (!known) throw new AppError('BUSY', {});
  if (known.keyHash !== hash) throw new AppError('REQUEST_KEY_REUSED', {});
  return known.rev === 1 ? arrive(known) : cardOf(known);
}
