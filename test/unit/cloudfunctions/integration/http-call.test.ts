import fc from 'fast-check';
import { httpAnswerOf } from '../../../../cloudfunctions/integration/domain/http-answer';
import { readHttpCall } from '../../../../cloudfunctions/integration/domain/http-call';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import type { ErrorCode } from '../../../../typings/contracts/errors';
import { BODY, NOW, signedEvent } from './signed-call';

/** An event as the documentation of the HTTP access service shows it. */
const event = (change: object = {}) => ({
  ...signedEvent(),
  queryStringParameters: {},
  requestContext: { requestId: 'r', envId: 'e', appId: 1, uin: 1 },
  ...change,
});

test.each([
  ['/v1/values', '/v1/values'],
  ['/v1/values/', '/v1/values'],
  ['/integration/v1/values', '/v1/values'],
  ['/api/hr/integration/v1/values', '/v1/values'],
])('the path %s is the resource %s, whichever part of it the gateway passes', (path, resource) => {
  expect(readHttpCall(event({ path })).path).toBe(resource);
});

test.each([
  ['no path', { path: undefined }],
  ['a path of something else', { path: '/v2/values' }],
  ['a path with dots', { path: '/v1/../values' }],
  ['a path with an encoded sign', { path: '/v1/val%75es' }],
  ['a path that goes on', { path: '/v1/values/1' }],
  ['no method', { httpMethod: undefined }],
  ['a method with a line break', { httpMethod: 'POST\n' }],
  ['a header twice', { headers: { 'X-Tongxin-Key': 'a', 'x-tongxin-key': 'b' } }],
  [
    'many headers',
    { headers: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`h${index}`, ''])) },
  ],
  ['base64 that is none', { body: 'a*b=', isBase64Encoded: true }],
])('%s is no request', (_name, change) => {
  expect(() => readHttpCall(event(change))).toThrow('EVENT_INVALID');
});

test.each([null, undefined, 'text', 7, [], {}, { Type: 'Timer' }, { action: 'whoAmI', input: {} }])(
  '%j is no request',
  (other) => {
    expect(() => readHttpCall(other)).toThrow('EVENT_INVALID');
  },
);

test('headers are found whatever their case, and what is no text is empty', () => {
  const { headers } = readHttpCall(event({ headers: { 'X-Tongxin-Key': 'pos-1', host: ['a'] } }));
  expect(headers.get('x-tongxin-key')).toBe('pos-1');
  expect(headers.get('host')).toBe('');
});

test.each([true, 'true'])('a body in base64 (%j) is what was signed', (isBase64Encoded) => {
  const body = Buffer.from('{"note":"退货"}').toString('base64');
  expect(readHttpCall(event({ body, isBase64Encoded })).body).toBe('{"note":"退货"}');
});

test.each([false, 'false', undefined])('a body as it is (%j)', (isBase64Encoded) => {
  expect(readHttpCall(event({ isBase64Encoded })).body).toBe(BODY);
  expect(readHttpCall(event({ isBase64Encoded, body: undefined })).body).toBe('');
});

test('a body of 64 KB is read, a larger one is refused before it is decoded', () => {
  const [fits, more] = ['x'.repeat(65_536), 'x'.repeat(65_540)];
  expect(readHttpCall(event({ body: fits })).body).toHaveLength(65_536);
  expect(
    readHttpCall(event({ body: Buffer.from(fits).toString('base64'), isBase64Encoded: true })).body,
  ).toBe(fits);
  expect(() => readHttpCall(event({ body: more }))).toThrow('EVENT_TOO_LARGE');
  expect(() =>
    readHttpCall(event({ body: Buffer.from(more).toString('base64'), isBase64Encoded: true })),
  ).toThrow('EVENT_TOO_LARGE');
});

test.each<[ErrorCode, number]>([
  ['SIGNATURE_INVALID', 401],
  ['SIGNATURE_EXPIRED', 401],
  ['OUT_OF_SCOPE', 403],
  ['NOT_FOUND', 404],
  ['IDEMPOTENCY_KEY_REUSED', 409],
  ['EVENT_TOO_LARGE', 413],
  ['RATE_LIMITED', 429],
  ['INPUT_INVALID', 400],
  ['BUSY', 503],
  ['INTERNAL', 500],
])('%s is answered with the status %i', (code, status) => {
  const answer = httpAnswerOf({ ok: false, error: { code, data: {} }, now: NOW, requestId: 'r' });
  expect(answer.statusCode).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code } });
});

test('a result is answered with the envelope of every action, and not kept by caches', () => {
  const answer = httpAnswerOf({ ok: true, data: { set: 1 }, now: NOW });
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(JSON.parse(answer.body)).toEqual({ ok: true, data: { set: 1 }, now: NOW });
});

test('whatever comes instead of an event is refused with a typed error, or read as texts', () => {
  const anything = fc.anything({ withNullPrototype: true });
  const strange = fc.record(
    {
      path: fc.oneof(fc.constant('/v1/values'), anything),
      httpMethod: fc.oneof(fc.constant('POST'), anything),
      headers: anything,
      body: anything,
      isBase64Encoded: anything,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, strange), (given) => {
      try {
        const { headers, body } = readHttpCall(given);
        expect([...headers.values(), body].every((text) => typeof text === 'string')).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 2_000 },
  );
});
