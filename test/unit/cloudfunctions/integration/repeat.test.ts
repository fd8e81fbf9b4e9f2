import {
  type KeptRequest,
  keptRequestId,
  repeatOf,
} from '../../../../cloudfunctions/integration/domain/repeat';
import { verifyRequest } from '../../../../cloudfunctions/integration/services/request-signature';
import { KEY, NOW, signedCall } from './signed-call';

const request = (body?: string) => {
  const call = signedCall(body === undefined ? {} : { body });
  return { ...verifyRequest(call, [KEY], NOW), path: call.path };
};
const BOOKED = [{ line: 1, state: 'booked' }] as const;
const kept = (answer: KeptRequest['answer']): KeptRequest => ({
  _id: keptRequestId('pos', request().idempotencyKey),
  bodyHash: request().bodyHash,
  path: '/v1/values',
  clientId: 'pos',
  source: '收银系统',
  values: [],
  at: NOW,
  answer,
});

test('a request that is the first with its key is carried out', () => {
  expect(repeatOf(null, request())).toBeNull();
});

test('the same request again is answered as the first one was, and carries out nothing', () => {
  expect(repeatOf(kept(BOOKED), request())).toEqual({ kind: 'again', answer: BOOKED });
});

test('the same request after an interruption is carried on', () => {
  expect(repeatOf(kept(null), request())).toEqual({ kind: 'resume' });
});

test('a replay with another body is refused, although it is signed', () => {
  const again = request('{"values":[{"kpi":"sales.orders"}]}');
  expect(() => repeatOf(kept(BOOKED), again)).toThrow('IDEMPOTENCY_KEY_REUSED');
  expect(() => repeatOf(kept(null), again)).toThrow('IDEMPOTENCY_KEY_REUSED');
});

test('a key that was used for another resource is refused', () => {
  expect(() => repeatOf(kept(BOOKED), { ...request(), path: '/v1/others' })).toThrow(
    'IDEMPOTENCY_KEY_REUSED',
  );
});

test('keys of two clients are two, and a key stays the same after the client has changed its secret', () => {
  expect(keptRequestId('pos', 'key')).not.toBe(keptRequestId('crm', 'key'));
  expect(keptRequestId('pos', 'key')).toBe('pos:key');
});
