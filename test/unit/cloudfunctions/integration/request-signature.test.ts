import type { Instant } from '#contracts/common';
import { rotatedKeys, withoutKey } from '../../../../cloudfunctions/integration/domain/client-keys';
import { HEADERS } from '../../../../cloudfunctions/integration/domain/signed-request';
import {
  signatureOf,
  verifyRequest,
} from '../../../../cloudfunctions/integration/services/request-signature';
import { curlOf, signedRequest } from '../../../../docs/integration-client.mjs';
import { BODY, KEY, NOW, SECRET, signedCall } from './signed-call';

const verdict = (call: Parameters<typeof verifyRequest>[0], keys = [KEY], now: number = NOW): string => {
  try {
    return `accepted by ${verifyRequest(call, keys, now).keyId}`;
  } catch (error) {
    const { code, data } = error as { code: string; data: object };
    return `${code} ${JSON.stringify(data)}`;
  }
};
const refused = 'SIGNATURE_INVALID {}';

test('the example of the documentation has the signature that it names', () => {
  expect(
    signatureOf(
      'an-example-secret-of-32-characters',
      { method: 'POST', path: '/v1/values', body: '{"values":[]}' },
      { timestamp: '1795867200', idempotencyKey: 'example-key-0001' },
    ),
  ).toBe('109b0f30827765069bbf2e1e358e620d96bf369968b843a782f65695fae4322b');
});

test('a request of the client of the documentation is accepted', () => {
  expect(verifyRequest(signedCall(), [KEY], NOW)).toEqual({
    keyId: 'pos-1',
    idempotencyKey: 'a-key-of-this-call',
    bodyHash: '8138e5e9bb95f27b029fa5e119d99c2e9a6b7f44c8a07faada29f295b76297d3',
  });
  expect(verdict(signedCall({ body: '{"note":"退货 −3 件 📦"}' }))).toBe('accepted by pos-1');
});

describe('a request that was changed on its way is refused', () => {
  const call = signedCall();
  it.each<[string, Partial<typeof call>]>([
    ['another body', { body: '{"values":[1]}' }],
    ['one space more', { body: `${BODY} ` }],
    ['another resource', { path: '/v1/others' }],
    ['another method', { method: 'PUT' }],
  ])('%s', (_name, change) => {
    expect(verdict({ ...call, ...change })).toBe(refused);
  });

  it.each<[keyof typeof HEADERS, string]>([
    ['timestamp', String(NOW / 1000 + 1)],
    ['idempotencyKey', 'another-key-of-a-call'],
    ['signature', 'f'.repeat(64)],
    ['signature', '0'.repeat(64)],
    ['keyId', 'pos-2'],
  ])('another %s', (name, value) => {
    const headers = new Map(call.headers).set(HEADERS[name], value);
    expect(verdict({ ...call, headers })).toBe(refused);
  });
});

test('a signature of another secret, or with no secret at all, is refused for known and unknown keys', () => {
  expect(verdict(signedCall({ secret: `${SECRET}x` }))).toBe(refused);
  expect(verdict(signedCall({ secret: '-', keyId: 'nobody' }))).toBe(refused);
  expect(verdict(signedCall(), [])).toBe(refused);
});

describe('the time of a request', () => {
  it.each([
    [300_000, 'accepted by pos-1'],
    [300_001, 'SIGNATURE_EXPIRED {"seconds":300,"limit":300}'],
    [301_000, 'SIGNATURE_EXPIRED {"seconds":301,"limit":300}'],
    [-300_000, 'accepted by pos-1'],
    [-301_000, 'SIGNATURE_EXPIRED {"seconds":-301,"limit":300}'],
    [-365 * 86_400_000, 'SIGNATURE_EXPIRED {"seconds":-31536000,"limit":300}'],
  ])('%i ms after it was signed', (age, expected) => {
    expect(verdict(signedCall(), [KEY], NOW + age)).toBe(expected);
  });
});

describe('headers', () => {
  it.each<[keyof typeof HEADERS, string | null]>([
    ['keyId', null],
    ['keyId', 'a b'],
    ['timestamp', null],
    ['timestamp', '1795867200.5'],
    ['timestamp', 'NaN'],
    ['timestamp', String(NOW)],
    ['idempotencyKey', null],
    ['idempotencyKey', 'short'],
    ['idempotencyKey', `line\n${'x'.repeat(20)}`],
    ['signature', null],
    ['signature', 'F'.repeat(64)],
    ['signature', 'f'.repeat(63)],
  ])('%s: %j is named', (name, value) => {
    const headers = new Map(signedCall().headers);
    if (value === null) headers.delete(HEADERS[name]);
    else headers.set(HEADERS[name], value);
    expect(verdict({ ...signedCall(), headers })).toBe(
      `INPUT_INVALID ${JSON.stringify({ path: `headers.${HEADERS[name]}`, rule: 'regex' })}`,
    );
  });
});

describe('changing over to a new key', () => {
  const WEEK = 7 * 86_400_000;
  const next = { id: 'pos-2', secret: 'another-secret-of-many-characters' };
  const keys = rotatedKeys([KEY], next, NOW, WEEK);
  const by = (id: string, now: number) =>
    verdict(signedCall({ keyId: id, secret: id === 'pos-1' ? SECRET : next.secret, now }), keys, now);

  it('both are accepted for the overlap, then the new one alone', () => {
    expect(by('pos-1', NOW)).toBe('accepted by pos-1');
    expect(by('pos-2', NOW)).toBe('accepted by pos-2');
    expect(by('pos-1', NOW + WEEK - 1000)).toBe('accepted by pos-1');
    expect(by('pos-1', NOW + WEEK)).toBe(refused);
    expect(by('pos-2', NOW + WEEK)).toBe('accepted by pos-2');
  });

  it('the new one is not valid before it was made', () => {
    expect(by('pos-2', NOW - 1000)).toBe(refused);
  });

  it('the secret of one key does not sign for the other', () => {
    expect(verdict(signedCall({ keyId: 'pos-2' }), keys)).toBe(refused);
  });

  it('is refused while two are valid, and drops those that have ended', () => {
    const third = { id: 'pos-3', secret: 'x' };
    expect(() => rotatedKeys(keys, third, NOW, WEEK)).toThrow('KEY_LIMIT');
    const later = (NOW + WEEK) as Instant;
    expect(rotatedKeys(keys, third, later, WEEK).map(({ id, until }) => [id, until])).toEqual([
      ['pos-2', later + WEEK],
      ['pos-3', null],
    ]);
  });

  it('a key whose secret became known ends at once', () => {
    expect(verdict(signedCall(), withoutKey(keys, 'pos-1'))).toBe(refused);
  });
});

test('the command of curl has every header and a body that a shell passes on as it is', () => {
  const request = signedRequest({ keyId: 'pos-1', secret: SECRET, body: `{"note":"it's"}`, now: NOW });
  const command = curlOf('https://example.com/integration', request);
  expect(command).toContain(`curl -X POST 'https://example.com/integration/v1/values'`);
  expect(command).toContain(`-H 'x-tongxin-signature: ${request.headers['x-tongxin-signature']}'`);
  expect(command).toContain(`--data-binary '{"note":"it'\\''s"}'`);
});

test('every request of the client has an idempotency key of its own', () => {
  const keys = [1, 2].map(
    () => signedRequest({ keyId: 'k', secret: 's', body: '', now: NOW }).headers['x-tongxin-idempotency-key'],
  );
  expect(keys[0]).not.toBe(keys[1]);
});
