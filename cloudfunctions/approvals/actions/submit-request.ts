import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { findAccount, type StoredAccount, stageInAccount } from '../../accounts/public';
import { emptyAccount } from '../../accounts/rules';
import { type TypeInForce, typeId } from '../../request-types/public';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { addRequest, findRequest, stagedRequestsOf } from '../data/requests';
import { cardOf } from '../domain/request/card-of';
import { changesAccount } from '../domain/request/effect-of';
import { newRequest } from '../domain/request/new-request';
import type { RequestDocument } from '../domain/request/request';
import { formValues } from '../inputs/request';
import { kindOf } from '../kind/registry';
import { notifyRecipients, runSideEffects } from '../services/follow-up';
import { withOrgChart } from '../services/load-org-chart';
import { contentHash, prepareSubmission, requireChosenType } from '../services/prepare';
import { fingerprintedValues } from '../services/private-values';
import { requireSendingsLeft } from '../services/sendings-left';

interface Call {
  readonly id: string;
  readonly hash: string;
  readonly type: TypeInForce;
  readonly input: RequestsContract['submit']['input'];
  readonly me: Employee;
  readonly openid: string;
  readonly now: Instant;
  /** Already read: there was no request of this id. */
  readonly isNew?: boolean;
}

/**
 * Submits a request. Idempotent by `key`. Four database calls on a warm instance: read the account, evaluate
 * the rules, ONE conditional update of the account that serializes concurrent submissions of one person and
 * stages the request, then add the request and notify its approvers. After a crash the remaining steps are done
 * by a retry or by the timer.
 * @throws AppError NOT_FOUND, TYPE_DISABLED, TYPE_CHANGED, FORM_INVALID, TEXT_REFUSED, NOBODY_TO_APPROVE,
 * REQUEST_KEY_REUSED, BUSY, and the problems of the kind's rules
 */
export const submitRequest = employeeAction<RequestsContract['submit']>({
  input: strictObject({ key: clientKey, typeId, version: revision, values: formValues }),
  allow: can('update', 'OwnRequests'),
  async run({ input, me, openid, now }) {
    const id = `${me._id}-${input.key}`;
    const type = await requireChosenType(input.typeId, now);
    const hash = contentHash(type.id, fingerprintedValues(type.form, input.values));
    const call = { id, hash, type, input, me, openid, now };
    return retryOnConflict(3, () => submitOnce(call));
  },
});

/** One attempt; `conflict` if another submission of the same person came first. */
export async function submitOnce(call: Call): Promise<RequestCard | typeof conflict> {
  const { id, hash, type, me, isNew } = call;
  const { usesAccount, isTimeless } = kindOf(type.kind);
  const own: StoredAccount | Promise<StoredAccount> = isTimeless ? emptyAccount(me._id) : findAccount(me._id);
  const [account, existing] = await Promise.all([own, usesAccount || isNew ? null : findRequest(id)]);
  if (existing) return answerExisting(existing, call);
  if (account.applied?.[id] !== undefined) return answerApplied(account, call);
  if (account.archive && kindOf(type.kind).usesAccount) {
    const known = await findRequest(id);
    if (known) return answerExisting(known, call);
  }
  const request = await buildRequest(account, call);
  if (changesAccount(request) && !(await stageInAccount(account, request))) return conflict;
  return persistAndNotify(request, hash, me);
}

/** Evaluates rules, form and flow. Writes nothing. */
async function buildRequest(account: StoredAccount, call: Call): Promise<RequestDocument> {
  const { type, input, now } = call;
  if (!type.enabled) throw new AppError('TYPE_DISABLED', { typeId: type.id });
  if (type.version !== input.version)
    throw new AppError('TYPE_CHANGED', { typeId: type.id, version: type.version });
  if (call.openid !== '') await requireSendingsLeft(call.me._id, now);
  const submission = await prepareSubmission({ ...call, values: input.values }, account);
  return withOrgChart(now, (orgChart) => newRequest(submission, orgChart));
}

/** The account already contains the request: it was persisted, or the function died before that. */
async function answerApplied(account: StoredAccount, call: Call): Promise<RequestCard> {
  const existing = await findRequest(call.id);
  if (existing) return answerExisting(existing, call);
  const staged = stagedRequestsOf(account)[call.id];
  if (!staged) throw new AppError('BUSY', {});
  if (staged.hash !== call.hash) throw new AppError('REQUEST_KEY_REUSED', {});
  return persistAndNotify(staged, call.hash, call.me);
}

async function persistAndNotify(request: RequestDocument, hash: string, me: Employee): Promise<RequestCard> {
  await runSideEffects(request);
  if ((await addRequest(request)) === 'duplicate') {
    const existing = await findRequest(request._id);
    if (existing) return answerExisting(existing, { hash, me });
  }
  await notifyRecipients(request);
  return cardOf(request);
}

/** @throws AppError REQUEST_KEY_REUSED if the content differs */
async function answerExisting(
  existing: RequestDocument,
  { hash, me }: Pick<Call, 'hash' | 'me'>,
): Promise<RequestCard> {
  if (existing.applicantId !== me._id || existing.keyHash !== hash)
    throw new AppError('REQUEST_KEY_REUSED', {});
  if (existing.rev === 1) await notifyRecipients(existing);
  return cardOf(existing);
}
