import { applyEffect } from '../../accounts/public';
import { isEmptyChange } from '../../accounts/rules';
import { enqueueMessage, notify, requestFollowUp } from '../../shared/outbox/outbox';
import {
  addRequest,
  clearCancelledBy,
  markCancelled,
  markEffectsDone,
  markShortened,
} from '../data/requests';
import { effectOf, sideEffectsOf } from '../domain/request/effect-of';
import type { RequestDocument } from '../domain/request/request';
import type { EffectContext, SideEffect } from '../kind/kind';
import { kindOf } from '../kind/registry';

/**
 * The follow-up of a change, before the call answers. Idempotent; the timer guarantees completion (see
 * `completeFollowUps`) if the function dies half-way. To stay within four writes, multiple side effects and
 * those of a cancelled request are left to `completeNow`.
 */
export async function followUp(request: RequestDocument): Promise<void> {
  if (request.effectRev === request.rev) await applyToAccount(request);
  const hasMany = sideEffectsOf(request).effects.length > MAX_SIDE_EFFECTS;
  if (!hasMany) await runSideEffects(request);
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
export async function completeFollowUp(request: RequestDocument): Promise<void> {
  if (request.draft) await addRequest(request.draft);
  await applyToAccount(request);
  await runSideEffects(request);
  await updateOriginal(request);
  for (const message of request.outbox) await enqueueMessage(message);
  await markEffectsDone(request);
}

const MAX_SIDE_EFFECTS = 1;

type Runner = (effect: SideEffect, context: EffectContext) => Promise<void>;

/**
 * Runs the kind's effects outside of the request and the account, in sequence. Idempotent.
 * @throws AppError if a kind refuses, before the request is added
 */
export async function runSideEffects(request: RequestDocument): Promise<void> {
  const { requestId, effects } = sideEffectsOf(request);
  const { kind, applicant, applicantId, teamId, touchedAt } = request;
  const managerId = teamId === applicantId ? null : teamId;
  const person = { _id: applicantId, name: applicant.name, nameEn: applicant.nameEn, managerId };
  const runners = kindOf(kind).sideEffects as Readonly<Record<string, Runner>> | undefined;
  for (const effect of effects) {
    const run = runners?.[effect.does];
    if (!run) throw new Error(`The kind ${kind} has no side effect ${effect.does}.`);
    await run(effect, { requestId, applicant: person, now: touchedAt });
  }
}

const messagesOfRevision = ({ _id, rev, outbox }: RequestDocument): RequestDocument['outbox'] =>
  outbox.filter((message) => message._id.startsWith(`${_id}-${rev}-`));

async function applyToAccount(request: RequestDocument): Promise<void> {
  const effect = effectOf(request);
  if (!isEmptyChange(effect.change)) await applyEffect(request.applicantId, effect);
}

/** Updates the original of a cancelling request: cancelled or shortened if approved, otherwise as before. */
async function updateOriginal({ _id, cancels, state, timeline, shortens }: RequestDocument): Promise<void> {
  if (cancels === null || state === 'pending') return;
  const last = timeline.findLast(({ verb }) => verb === 'approve');
  if (state === 'approved' && last && shortens)
    await markShortened(cancels, _id, shortens, { ...last, verb: 'shorten', rev: 0 });
  else if (state === 'approved' && last)
    await markCancelled(cancels, _id, { ...last, verb: 'cancel', rev: 0 });
  else await clearCancelledBy(cancels, _id);
}
