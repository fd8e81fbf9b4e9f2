import { applyEffect } from '../../accounts/public';
import { isEmptyChange } from '../../accounts/rules';
import { enqueueMessage } from '../../shared/outbox/enqueue-message';
import { notify, requestFollowUp } from '../../shared/outbox/follow-ons';
import { addRequest, clearCancelledBy, markCancelled, markEffectsDone } from '../data/requests';
import { effectOf, sideEffectsOf } from '../domain/request/effect-of';
import type { RequestDocument } from '../domain/request/request';
import { runSideEffects } from './run-side-effects';

/**
 * The follow-up of a change, before the call answers. Idempotent; the timer guarantees completion (see
 * `completeFollowUps`) if the function dies half-way. To stay within four writes, multiple side effects and
 * those of a cancelled request are left to `finish`.
 */
export async function followUp(request: RequestDocument): Promise<void> {
  if (request.effectRev === request.rev) await applyToAccount(request);
  const hasMany = sideEffectsOf(request).effects.length > MAX_SIDE_EFFECTS;
  if (!hasMany) await runOwnSideEffects(request);
  await updateOriginal(request);
  await notifyRecipients(request);
  const undoesAnother = request.cancels !== null && request.state === 'approved';
  if (hasMany || undoesAnother) requestFollowUp(request._id);
}

/** Used after a submission, whose account change was written first. */
export async function notifyRecipients(request: RequestDocument): Promise<void> {
  for (const message of messagesOfRevision(request)) await notify(message);
}

/** Completes the whole follow-up, whether parts were done before or not, and marks it as done. */
export async function finishFollowUps(request: RequestDocument): Promise<void> {
  if (request.draft) await addRequest(request.draft);
  await applyToAccount(request);
  await runOwnSideEffects(request);
  await updateOriginal(request);
  for (const message of request.outbox) await enqueueMessage(message);
  await markEffectsDone(request);
}

const MAX_SIDE_EFFECTS = 1;

/** Runs the kind's effects outside of the request and the account. */
export async function runOwnSideEffects(request: RequestDocument): Promise<void> {
  const { requestId, effects } = sideEffectsOf(request);
  const { applicant, applicantId, teamId, touchedAt } = request;
  const managerId = teamId === applicantId ? null : teamId;
  const person = { _id: applicantId, name: applicant.name, nameEn: applicant.nameEn, managerId };
  await runSideEffects(request.kind, effects, { requestId, applicant: person, now: touchedAt });
}

const messagesOfRevision = ({ _id, rev, outbox }: RequestDocument): RequestDocument['outbox'] =>
  outbox.filter((message) => message._id.startsWith(`${_id}-${rev}-`));

async function applyToAccount(request: RequestDocument): Promise<void> {
  const effect = effectOf(request);
  if (!isEmptyChange(effect.change)) await applyEffect(request.applicantId, effect);
}

/** Updates the original of a cancelling request: cancelled if approved, otherwise cancellable again. */
async function updateOriginal({ _id, cancels, state, timeline }: RequestDocument): Promise<void> {
  if (cancels === null || state === 'pending') return;
  const last = timeline.findLast(({ verb }) => verb === 'approve');
  if (state === 'approved' && last) await markCancelled(cancels, _id, { ...last, verb: 'cancel', rev: 0 });
  else await clearCancelledBy(cancels, _id);
}
