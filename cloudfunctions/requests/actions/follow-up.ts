import { announce } from '../../shared/outbox/announce';
import { applyEffect } from '../data/accounts';
import { addRequest, freeCancelled, markCancelled } from '../data/requests';
import { besidesOf, effectOf } from '../domain/request/effect-of';
import { isEmptyChange } from '../domain/request/new-request';
import type { RequestDocument } from '../domain/request/request';
import { runKindEffects } from './run-kind-effects';

/**
 * What follows from a change of a request at once. All of it can be repeated, and the timer makes sure of it
 * (see `settleEffects`): a function that dies half-way leaves nothing undone. To stay within four calls, the
 * first message is sent here and the others by the timer, and none at once where another request changes too.
 */
export async function followUp(request: RequestDocument): Promise<void> {
  if (request.effectRev === request.rev) await applyToAccount(request);
  if (besidesOf(request).effects.length <= AT_ONCE) await doBesides(request);
  const isTwofold = request.cancels !== null && request.state === 'approved';
  await settleOriginal(request);
  const [news] = isTwofold ? [] : freshNews(request);
  if (news) await announce(news);
}

/** After a sending: the account was written before the request. */
export async function announceSending(request: RequestDocument): Promise<void> {
  const [news] = freshNews(request);
  if (news) await announce(news);
}

/** Everything, whether it has been done before or not. */
export async function followUpAll(request: RequestDocument): Promise<void> {
  if (request.draft) await addRequest(request.draft);
  await applyToAccount(request);
  await doBesides(request);
  await settleOriginal(request);
  for (const news of request.outbox) await announce(news);
}

/** More than one effect outside of the account is left to the timer, so that a decision keeps its four calls. */
const AT_ONCE = 1;

/** What the request does besides: receipts, payments, handover, the end of the employment. */
export async function doBesides(request: RequestDocument): Promise<void> {
  const { requestId, effects } = besidesOf(request);
  const { applicant, applicantId, teamId, touchedAt } = request;
  const managerId = teamId === applicantId ? null : teamId;
  const person = { _id: applicantId, name: applicant.name, nameEn: applicant.nameEn, managerId };
  await runKindEffects(effects, { requestId, applicant: person, now: touchedAt });
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
