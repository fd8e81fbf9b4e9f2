import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestCard } from '#contracts/request';
import type { RequestType } from '#contracts/request-type';
import type { RequestsContract } from '#contracts/requests';
import { findAccount, openInAccount, type StoredAccount } from '../../accounts/public';
import { typeId } from '../../request-types/public';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/require-allowed-text';
import { addRequest, findRequest } from '../data/requests';
import { cardOf } from '../domain/request/card-of';
import { touchesAccount } from '../domain/request/effect-of';
import { newRequest } from '../domain/request/new-request';
import type { RequestDocument } from '../domain/request/request';
import { formValues } from '../inputs/request';
import { kindOf } from '../kind/registry';
import { evaluateRequest, NO_TEAM } from '../services/evaluate-request';
import { runOwnSideEffects, tellFresh } from '../services/follow-up';
import { withWorld } from '../services/load-world';
import { contentHash, planFor, requireType, requireValid, textsOf } from '../services/prepare';
import { markedValues, sealedValues } from '../services/private-values';
import { stagedIn } from '../services/staged-requests';

interface Call {
  readonly id: string;
  readonly hash: string;
  readonly type: RequestType;
  readonly input: RequestsContract['submit']['input'];
  readonly me: Employee;
  readonly openid: string;
  readonly now: Instant;
}

/**
 * Sends a request. Idempotent by `key`. Four database calls on a warm instance: the account is read, the rules
 * decide, ONE conditional update of the account decides between two sendings of one person and keeps the request,
 * then the request is added and its approvers are told. What is missing after a crash is made up by a retry, or
 * by the timer.
 * @throws AppError NOT_FOUND, TYPE_DISABLED, TYPE_CHANGED, FORM_INVALID, TEXT_REFUSED, NOBODY_TO_APPROVE,
 * REQUEST_KEY_REUSED, BUSY, and the problems of the kind's rules
 */
export const submitRequest = employeeAction<RequestsContract['submit']>({
  input: strictObject({ key: clientKey, typeId, version: revision, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input, me, openid, now }) {
    const id = `${me._id}-${input.key}`;
    const type = await requireType(input.typeId, now);
    const hash = contentHash(type.id, markedValues(type.form, input.values));
    const call = { id, hash, type, input, me, openid, now };
    return retryOnConflict(3, () => sendOnce(call));
  },
});

/** One try; `conflict` if another sending of the person was faster. */
export async function sendOnce(call: Call): Promise<RequestCard | typeof conflict> {
  const { id, hash, type, me } = call;
  const [account, known] = await Promise.all([
    findAccount(me._id),
    kindOf(type.kind).usesAccount ? null : findRequest(id),
  ]);
  if (known) return answerKnown(known, call);
  if (account.applied?.[id] !== undefined) return answerApplied(account, call);
  const request = await decideSending(account, call);
  if (touchesAccount(request) && !(await openInAccount(account, request))) return conflict;
  return arrive(request, hash, me);
}

/** Rules, form and flow. Nothing is written. */
async function decideSending(account: StoredAccount, call: Call): Promise<RequestDocument> {
  const { id, hash, type, input, me, openid, now } = call;
  if (!type.enabled) throw new AppError('TYPE_DISABLED', { typeId: type.id });
  if (type.version !== input.version)
    throw new AppError('TYPE_CHANGED', { typeId: type.id, version: type.version });
  const values: FormValues = await requireValid(type.form, input.values, me, now);
  const answer = await evaluateRequest({
    requestId: id,
    type,
    values,
    applicant: me,
    account,
    team: NO_TEAM,
    now,
  });
  if (answer.problem) throw answer.problem;
  const plan = await planFor(type, values, me, answer, now);
  const unchecked = await requireAllowedText(textsOf(type.form, values), openid);
  const stored = sealedValues(type.form, values, id);
  const sending = { id, hash, type, values: stored, applicant: me, answer, plan, unchecked, now };
  return withWorld(now, (world) => newRequest(sending, world));
}

/** The account knows the request: it is there, or it was on its way when its function died. */
async function answerApplied(account: StoredAccount, call: Call): Promise<RequestCard> {
  const known = await findRequest(call.id);
  if (known) return answerKnown(known, call);
  const staged = stagedIn(account)[call.id];
  if (!staged) throw new AppError('BUSY', {});
  if (staged.hash !== call.hash) throw new AppError('REQUEST_KEY_REUSED', {});
  return arrive(staged, call.hash, call.me);
}

async function arrive(request: RequestDocument, hash: string, me: Employee): Promise<RequestCard> {
  await runOwnSideEffects(request);
  if ((await addRequest(request)) === 'duplicate') {
    const known = await findRequest(request._id);
    if (known) return answerKnown(known, { hash, me });
  }
  await tellFresh(request);
  return cardOf(request);
}

/** @throws AppError REQUEST_KEY_REUSED if it is another request */
async function answerKnown(
  known: RequestDocument,
  { hash, me }: Pick<Call, 'hash' | 'me'>,
): Promise<RequestCard> {
  if (known.applicantId !== me._id || known.keyHash !== hash) throw new AppError('REQUEST_KEY_REUSED', {});
  if (known.rev === 1) await tellFresh(known);
  return cardOf(known);
}
