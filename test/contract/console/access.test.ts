import { type Answered, type Asked, send, startTestConsole } from '../../support/console';
import { openPerFile } from '../../support/open';

const served = openPerFile(startTestConsole);

const ask = (asked: Asked): Promise<Answered> => send(served.origin, asked);
const json = ({ bytes }: Answered): unknown => JSON.parse(bytes.toString('utf8'));

test('the address ends in the token of the cloud, in the fragment', () => {
  expect(served.url).toBe(`${served.origin}/#token=${served.cloud.token}`);
  expect(served.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('with its token the page of this machine gets an answer, by either name of the machine', async () => {
  expect((await ask({ path: '/api/state', headers: served.ownHeaders() })).status).toBe(200);
  const host = `localhost:${new URL(served.origin).port}`;
  const headers = { ...served.ownHeaders(), host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
  expect((await ask({ path: '/api/state', headers })).status).toBe(200);
});

test.each<[string, Record<string, string | undefined>]>([
  ['no token', { 'x-local-token': undefined }],
  ['an empty token', { 'x-local-token': '' }],
  ['a guess of the same length', { 'x-local-token': 'x'.repeat(32) }],
  ['a name that was bound to this machine', { host: 'evil.example' }],
  ['such a name with the right port', { host: 'evil.example:1' }],
  ['another origin', { origin: 'http://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['this machine by its other name', { origin: 'http://localhost:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['an address that was typed in', { 'sec-fetch-site': 'none' }],
])('%s: refused before anything is done', async (_, change) => {
  const body = { name: 'nightly', event: '{}', as: 'console', who: '', now: null };
  const answer = await ask({ path: '/api/run', headers: { ...served.ownHeaders(), ...change }, body });
  expect(answer.status).toBe(403);
  expect(json(answer)).toEqual({ code: 'INVALID_PARAM', message: expect.any(String) });
  expect(served.cloud.calls.list()).toEqual([]);
});

test('part of the token is worth nothing', async () => {
  for (const part of [
    served.cloud.token.slice(1),
    served.cloud.token.slice(0, -1),
    `${served.cloud.token}x`,
  ]) {
    const headers = { ...served.ownHeaders(), 'x-local-token': part };
    expect((await ask({ path: '/api/state', headers })).status).toBe(403);
  }
});

test('no answer is open to other origins', async () => {
  const preflight = await ask({
    method: 'OPTIONS',
    path: '/api/state',
    // The length of the body, which Node does not tell by itself for this method.
    headers: {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'content-length': '2',
    },
  });
  const page = await ask({ method: 'GET', path: '/' });
  const answer = await ask({ path: '/api/state', headers: served.ownHeaders() });
  expect(preflight.status).toBe(403);
  for (const { headers } of [preflight, page, answer])
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('the page holds no secret, runs its own script alone and cannot be framed', async () => {
  const { status, headers, bytes } = await ask({ method: 'GET', path: '/' });
  expect(status).toBe(200);
  expect(bytes.toString('utf8')).not.toContain(served.cloud.token);
  expect(headers).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
    ),
  });
});

test.each([
  ['GET', '/', { host: 'evil.example' }, 404],
  ['GET', '/console.js', { host: 'evil.example' }, 404],
  ['GET', '/api/state', {}, 404],
  ['POST', '/', {}, 404],
  ['POST', '/api/nothing', {}, 404],
  ['POST', '/api/constructor', {}, 404],
  ['GET', '/../server.json', {}, 404],
])('%s %s with %p answers %p', async (method, at, more, wanted) => {
  expect((await ask({ method, path: at, headers: { ...served.ownHeaders(), ...more } })).status).toBe(wanted);
});

test.each<[string, object, string]>([
  ['find', { collection: 'numbers', filter: '{"a":', sort: '', offset: 0 }, 'INVALID_PARAM'],
  ['find', { collection: 'numbers', filter: '[]', sort: '', offset: 0 }, 'INVALID_PARAM'],
  ['find', { collection: 'numbers', filter: '{"__proto__":{"a":1}}', sort: '', offset: 0 }, 'INVALID_PARAM'],
  ['find', { collection: 'numbers', filter: '', sort: '', offset: -1 }, 'INVALID_PARAM'],
  ['find', { collection: 'numbers', filter: '', sort: '', offset: 0, more: 1 }, 'INVALID_PARAM'],
  [
    'find',
    { collection: 'numbers', filter: '{"n":{"$near2":1}}', sort: '', offset: 0 },
    'DATABASE_INVALID_OPERRATOR',
  ],
  [
    'find',
    { collection: 'numbers', filter: '{"$where":"1"}', sort: '', offset: 0 },
    'DATABASE_INVALID_OPERRATOR',
  ],
  [
    'find',
    { collection: 'numbers', filter: '', sort: '{"n":"up"}', offset: 0 },
    'DATABASE_INVALID_OPERRATOR',
  ],
  ['find', { collection: 'nowhere', filter: '', sort: '', offset: 0 }, 'DATABASE_COLLECTION_NOT_EXIST'],
  ['run', { name: 'nightly', event: '{', as: 'console', who: '', now: null }, 'INVALID_PARAM'],
  ['run', { name: 'nightly', event: '{}', as: 'openid', who: '12345', now: null }, 'INVALID_PARAM'],
  ['run', { name: 'nightly', event: '{}', as: 'root', who: '', now: null }, 'INVALID_PARAM'],
  ['file', { path: '../server.json' }, 'INVALID_PARAM'],
  ['file', { path: 'nothing.png' }, 'STORAGE_FILE_NONEXIST'],
])('a wrong %s is a typed error: %j', async (name, body, code) => {
  const answer = await ask({ path: `/api/${name}`, headers: served.ownHeaders(), body });
  expect(answer.status).toBe(400);
  expect(json(answer)).toEqual({ code, message: expect.any(String) });
});
