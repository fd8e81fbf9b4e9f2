import type { Instant } from '#contracts/common';
import type { ValueResult } from '#contracts/integration';
import { AppError } from '../../shared/errors/app-error';
import type { CallTrace } from '../../shared/kernel/log-refusal';
import { readInput } from '../../shared/kernel/read-input';
import { takeCall } from '../../shared/limits/call-bucket';
import { callFunction } from '../../shared/platform/cloud';
import { type Client, findClient, noteUse } from '../data/clients';
import { findKeptRequest, keepAnswer, keepRequest } from '../data/kept-requests';
import { type HttpCall, readHttpCall } from '../domain/http-call';
import { requirePast } from '../domain/outside-value';
import { type KeptRequest, keptRequestId, repeatOf } from '../domain/repeat';
import { requireInScope } from '../domain/scope';
import { HEADERS } from '../domain/signed-request';
import { valuesInput } from '../inputs/values';
import { clientIdOf, openedKeys } from './client-secrets';
import { type VerifiedRequest, verifyRequest } from './request-signature';

const METHOD = 'POST';
const PATH = '/v1/values';
const CALLS_PER_MINUTE = '60';
/** Less than the limit of the function; what takes longer goes on, and is answered to a repetition. */
const TIMEOUT_MS = 45_000;

/**
 * Answers a call over HTTP. Nothing is looked at before the signature is right but what the signature needs; what was answered
 * once is answered again.
 * @throws AppError EVENT_INVALID, EVENT_TOO_LARGE, INPUT_INVALID, SIGNATURE_INVALID, SIGNATURE_EXPIRED, RATE_LIMITED,
 * VALUE_IN_FUTURE, OUT_OF_SCOPE, IDEMPOTENCY_KEY_REUSED, BUSY
 */
export async function answerValues(
  event: unknown,
  now: Instant,
  trace: CallTrace,
): Promise<{ readonly results: readonly ValueResult[] }> {
  const call = readHttpCall(event);
  if (call.method !== METHOD || call.path !== PATH) throw new AppError('EVENT_INVALID', {});
  trace.action = PATH;
  const { client, request } = await verified(call, now);
  trace.employeeId = client._id;
  takeCall(`client:${client._id}`, now, CALLS_PER_MINUTE);
  await noteUse(client, request.keyId, now);
  const wanted = await requestOf(call, request, client, now);
  const isFirst = (await keepRequest(wanted)) === 'added';
  const kept = isFirst ? null : await findKeptRequest(wanted._id);
  const repeat = repeatOf(kept, wanted);
  if (repeat?.kind === 'again') return { results: repeat.answer };
  const results = await booked(wanted._id);
  await keepAnswer(wanted._id, results);
  return { results };
}

async function verified(
  call: HttpCall,
  now: Instant,
): Promise<{ readonly client: Client; readonly request: VerifiedRequest }> {
  const keyId = call.headers.get(HEADERS.keyId) ?? '';
  const client = await findClient(clientIdOf(keyId));
  const request = verifyRequest(call, client ? openedKeys(client) : [], now);
  if (!client) throw new AppError('SIGNATURE_INVALID', {});
  return { client, request };
}

/** @throws AppError INPUT_INVALID, VALUE_IN_FUTURE, OUT_OF_SCOPE */
async function requestOf(
  { body, path }: HttpCall,
  { idempotencyKey, bodyHash }: VerifiedRequest,
  client: Client,
  now: Instant,
): Promise<KeptRequest> {
  const { values } = readInput(valuesInput, parsed(body)) as { values: KeptRequest['values'] };
  requirePast(values, now);
  requireInScope(client, values);
  const { _id: clientId, name: source } = client;
  const _id = keptRequestId(clientId, idempotencyKey);
  return { _id, clientId, source, bodyHash, path, at: now, values, answer: null };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new AppError('INPUT_INVALID', { path: '', rule: 'json' });
  }
}

/** `goals` alone writes goals; it reads the values from the kept request, so that nobody can hand it others. */
async function booked(requestId: string): Promise<readonly ValueResult[]> {
  const reply = await callFunction('goals', { action: 'bookValues', input: { requestId } }, TIMEOUT_MS);
  if (reply.ok) return (reply.data as { readonly results: readonly ValueResult[] }).results;
  console.error('VALUES_NOT_BOOKED', requestId, reply.error.code);
  throw new AppError('BUSY', {});
}
