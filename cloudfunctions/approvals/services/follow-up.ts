import { applyEffect } from '../../accounts/public';
import { isEmptyChange } from '../../accounts/rules';
import { enqueueMessage } from '../../shared/outbox/enqueue-message';
import { notify, requestFollowUp } from '../../shared/outbox/follow-ons';
import { addRequest, freeCancelled, markCancelled, markSettled } from '../data/requests';
import { effectOf, sideEffectsOf } from '../domain/request/effect-of';
import type { RequestDocument } from '../domain/request/request';
import { runSideEffects } from './run-side-effects';

/**
 * What follows from a change of a request, before its call answers. All of it is idempotent, and the timer makes sure
 * of it (see `completeFollowUps`): a function that dies half-way leaves nothing undone. To stay within four writes, more
 * than one effect outside of the account, and those of a request that is undone, are left to `finish`.
 */
export async function followUp(request: RequestDocument): Promise<void> {
  if (request.effectRev === request.rev) await applyToAccount(request);
  const hasMany = sideEffectsOf(request).effects.length > AT_ONCE;
  if (!hasMany) await runOwnSideEffects(request);
  await settleOriginal(request);
  await tellFresh(request);
  const undoesAnother = request.cancels !== null && request.state === 'approved';
  if (hasMany || undoesAnother) requestFollowUp(request._id);
}

/** After a sending: the account was written before the request. */
export async function tellFresh(request: RequestDocument): Promise<void> {
  for (const news of freshNews(request)) await notify(news);
}

/** Everything, whether it has been done before or not, and that it is done. */
export async function finishFollowUps(request: RequestDocument): Promise<void> {
  if (request.draft) await addRequest(request.draft);
  await applyToAccount(request);
  await runOwnSideEffects(request);
  await settleOriginal(request);
  for (const news of request.outbox) await enqueueMessage(news);
  await markSettled(request);
}

const AT_ONCE = 1;

/** What the kind of the request does outside of the request and the account. */
export async function runOwnSideEffects(request: RequestDocument): Promise<void> {
  const { requestId, effects } = sideEffectsOf(request);
  const { applicant, applicantId, teamId, touchedAt } = request;
  const managerId = teamId === applicantId ? null : teamId;
  const person = { _id: applicantId, name: applicant.name, nameEn: applicant.nameEn, managerId };
  await runSideEffects(request.kind, effects, { requestId, applicant: person, now: touchedAt });
}

const freshNews = ({ _id, rev, outbox }: RequestDocument): RequestDocument['outbox'] =>
  outbox.filter((news) => news._id.startsWith(`${_id}-${rev}-`));

async function applyToAccount(request: RequestDocument): Promise<void> {
  const effect = effectOf(request);
  if (!isEmptyChange(effect.change)) await applyEffect(request.applicantId, effect);
}

/** The request that a cancelling request is about: cancelled with its approval, free again without. */
async function settleOriginal({ _id, cancels, state, timeline }: RequestDocument): Promise<void> {
  if (cancels === null || state === 'pending') return;
  const last = timeline.findLast(({ verb }) => verb === 'approve');
  if (state === 'approved' && last) await markCancelled(cancels, _id, { ...last, verb: 'cancel', rev: 0 });
  else await freeCancelled(cancels, _id);
}
