/**
 * Sends values of KPIs to Tongxin HR. Needs Node.js 18 or newer and nothing else.
 *
 *   TONGXIN_URL=https://<environment>.<region>.app.tcloudbase.com/integration \
 *   TONGXIN_KEY_ID=pos-2026a TONGXIN_SECRET=… node integration-client.mjs values.json
 *
 * With `--curl` it prints the request as a command of curl instead of sending it. With WECHAT_ENV, WECHAT_ACCESS_TOKEN and
 * no TONGXIN_URL it goes through WeChat's own interface. `docs/integration.md` describes the requests.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PATH = '/v1/values';
const ATTEMPTS = 4;

/**
 * A signed request. Send it again with the same `idempotencyKey` after a timeout: nothing is set twice.
 * @param {{ keyId: string, secret: string, body: string, now: number, idempotencyKey?: string, method?: string, path?: string }} request
 *   `now` in milliseconds since 1970
 */
export function signedRequest({
  keyId,
  secret,
  body,
  now,
  idempotencyKey = randomUUID(),
  method = 'POST',
  path = PATH,
}) {
  const timestamp = String(Math.floor(now / 1000));
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const text = ['TONGXIN-HMAC-SHA256', method, path, timestamp, idempotencyKey, bodyHash].join('\n');
  return {
    method,
    path,
    headers: {
      'content-type': 'application/json',
      'x-tongxin-key': keyId,
      'x-tongxin-timestamp': timestamp,
      'x-tongxin-idempotency-key': idempotencyKey,
      'x-tongxin-signature': createHmac('sha256', secret).update(text).digest('hex'),
    },
    body,
  };
}

/** The request as an event of the HTTP access service, which is what WeChat's own interface has to carry. */
export const eventOf = ({ method, path, headers, body }) => ({
  httpMethod: method,
  path,
  headers,
  body,
  isBase64Encoded: false,
});

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The request as a command for a shell. */
export function curlOf(url, { method, path, headers, body }) {
  const lines = Object.entries(headers).map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`);
  return [`curl -X ${method} ${quoted(url + path)}`, ...lines, `  --data-binary ${quoted(body)}`].join(
    ' \\\n',
  );
}

/** Sends a request through the HTTP access service. */
async function sendByHttp(url, { method, path, headers, body }) {
  const response = await fetch(url + path, { method, headers, body });
  return { status: response.status, reply: await response.json() };
}

/** Sends a request through WeChat's own interface, which gives a function five seconds. */
async function sendByWeChat(env, accessToken, request) {
  const query = new URLSearchParams({ access_token: accessToken, env, name: 'integration' });
  const response = await fetch(`https://api.weixin.qq.com/tcb/invokecloudfunction?${query}`, {
    method: 'POST',
    body: JSON.stringify(eventOf(request)),
  });
  const { errcode, errmsg, resp_data: answer } = await response.json();
  if (errcode !== 0) throw new Error(`WeChat answers ${errcode}: ${errmsg}`);
  const { statusCode, body } = JSON.parse(answer);
  return { status: statusCode, reply: JSON.parse(body) };
}

/** Signs and sends until there is an answer that a repetition would not change; each attempt has a new timestamp. */
async function sendUntilAnswered(send, content) {
  const idempotencyKey = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await send(signedRequest({ ...content, now: Date.now(), idempotencyKey }));
      if (attempt === ATTEMPTS || (answer.status < 500 && answer.status !== 429)) return answer;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt));
  }
}

async function main([file, option]) {
  const { TONGXIN_URL: url, TONGXIN_KEY_ID: keyId, TONGXIN_SECRET: secret } = process.env;
  const { WECHAT_ENV: env, WECHAT_ACCESS_TOKEN: accessToken } = process.env;
  const isReady = file && keyId && secret && (url || (env && accessToken));
  if (!isReady) throw new Error('Usage: see the first lines of this file');
  const body = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  if (option === '--curl') {
    console.log(curlOf(url ?? '', signedRequest({ keyId, secret, body, now: Date.now() })));
    return;
  }
  const send = url
    ? (request) => sendByHttp(url, request)
    : (request) => sendByWeChat(env, accessToken, request);
  const { status, reply } = await sendUntilAnswered(send, { keyId, secret, body });
  console.log(status, JSON.stringify(reply));
  process.exitCode = reply.ok ? 0 : 1;
}

if (process.argv[1]?.endsWith('integration-client.mjs'))
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
