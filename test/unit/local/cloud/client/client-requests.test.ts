import { request } from 'node:http';
import path from 'node:path';
import { bundledFunctions } from '../../../../support/bundled-functions';
import { startTestCloud } from '../../../../support/cloud';
import { openPerFile } from '../../../../support/open';

const cloud = openPerFile(async () => {
  const functionsDir = bundledFunctions(path.resolve(__dirname, '../../../../contract/functions'));
  const own = 'resource.openid == auth.openid';
  const storageRule = { read: own, write: own };
  return startTestCloud({ functionsDir, collections: [], indexes: [], storageRule });
});

interface Sent {
  path?: string;
  body?: string | Buffer;
  headers?: Record<string, string | undefined>;
}

/** Node's own request: `fetch` does not let a test choose Host and Origin. */
function send({
  path: at = '/client/call',
  body = '',
  headers = {},
}: Sent): Promise<{ status: number; body: unknown }> {
  const given = { 'content-type': 'application/json', 'x-demo-openid': 'oClient1', ...headers };
  const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const ask = request(`${cloud.url}${at}`, { method: 'POST', headers: sent }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
    });
    ask.on('error', reject);
    ask.end(body);
  });
}

const call = (script: string, more = {}) => JSON.stringify({ name: 'sdk', data: { script, ...more } });

test('the person comes from the header alone; userInfo of the client does not survive', async () => {
  const script = 'return [cloud.getWXContext().OPENID, event.userInfo.openId, event.openid]';
  const body = call(script, { openid: 'oForged', userInfo: { openId: 'oForged' } });
  const reply = await send({ body });
  expect(reply.body).toMatchObject({
    result: ['oClient1', 'oClient1', 'oForged'],
    errMsg: 'cloud.callFunction:ok',
  });
});

test('an error of the function comes as wx.cloud rejects', async () => {
  const { body } = await send({ body: call('throw new Error("no")') });
  expect(body).toMatchObject({
    errCode: -504002,
    code: 'FUNCTIONS_EXECUTE_FAIL',
    errMsg: expect.stringMatching(/^cloud\.callFunction:fail errCode: -504002 .*no$/),
  });
  expect(JSON.stringify(body)).not.toContain('    at ');
});

test.each<[string, Sent]>([
  ['a name of another machine', { headers: { host: 'evil.example' } }],
  ['a name that only begins well', { headers: { host: 'localhost.evil.example:80' } }],
  ['another page', { headers: { origin: 'https://evil.example' } }],
  ['another port of this machine', { headers: { origin: 'http://127.0.0.1:1' } }],
  ['a sandboxed page', { headers: { origin: 'null' } }],
  ['no custom header', { headers: { 'x-demo-openid': undefined } }],
])('refused: %s', async (_name, sent) => {
  const { status } = await send({ body: call('return 1'), ...sent });
  expect(status).toBe(403);
});

test('its own page is let in', async () => {
  const { status, body } = await send({ body: call('return 1'), headers: { origin: cloud.url } });
  expect([status, body]).toEqual([200, expect.objectContaining({ result: 1 })]);
});

test.each<[string, Sent]>([
  ['not JSON', { body: '{' }],
  ['a list', { body: '[]' }],
  ['a form', { body: call('return 1'), headers: { 'content-type': 'text/plain' } }],
  ['data that is a text', { body: '{"name":"sdk","data":"x"}' }],
  ['no name', { body: '{"data":{}}' }],
  ['an openid of digits', { body: call('return 1'), headers: { 'x-demo-openid': '12345' } }],
])('bad input: %s', async (_name, sent) => {
  const { body } = await send(sent);
  expect(body).toMatchObject({ errCode: -501007, code: 'INVALID_PARAM' });
});

test('the chip of a phone signs for the person who holds it', async () => {
  const body = JSON.stringify({ json: '{"raw":"c"}' });
  const signed = await send({ path: '/client/soter', body });
  expect(signed.body).toMatchObject({ signature: cloud.phone.soterSignature('oClient1', '{"raw":"c"}') });
  const other = await send({ path: '/client/soter', body, headers: { 'x-demo-openid': 'oClient2' } });
  expect(other.body).not.toEqual(signed.body);
  expect((await send({ path: '/client/soter', body: '{}' })).body).toMatchObject({ code: 'INVALID_PARAM' });
});

test('an event over 100 KB is refused', async () => {
  const { body } = await send({ body: call('return 1', { text: 'x'.repeat(110_000) }) });
  expect(body).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
});

test('a picture goes up, is read by its address, and by no other', async () => {
  const bytes = Buffer.from([0, 255, 1, 2]);
  const up = await send({ path: '/client/upload?path=faces%2F%E5%9B%BE.png', body: bytes });
  const { fileID } = up.body as { fileID: string };
  expect(fileID).toBe('cloud://local-env.local/faces/图.png');
  const urls = await send({
    path: '/client/temp-urls',
    body: JSON.stringify({ fileList: [fileID, 'cloud://x/y'] }),
  });
  const { fileList } = urls.body as { fileList: { tempFileURL: string; status: number }[] };
  expect(fileList.map(({ status }) => status)).toEqual([0, -503003]);
  const address = fileList[0]?.tempFileURL ?? '';
  expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(bytes);
  for (const wrong of [address.replace(/until=\d+/, 'until=9999999999'), address.replace(/sign=./, 'sign=')])
    expect((await fetch(wrong)).status).toBe(400);
  expect((await fetch(address, { method: 'PUT', body: 'other' })).status).toBe(403);
});

test.each(['..%2Fup.png', 'a%2F..%2Fb', '', '%2Fabsolute', 'a%00b', 'a%5Cb'])(
  'a path that leaves the folder is refused: %s',
  async (at) => {
    const { body } = await send({ path: `/client/upload?path=${at}`, body: 'x' });
    expect(body).toMatchObject({ code: 'INVALID_PARAM' });
  },
);

test.each([[undefined], ['guess']])(
  'runs of the command line need the token of server.json, not %s',
  async (token) => {
    const headers = { 'x-demo-openid': undefined, 'x-local-token': token };
    const body = JSON.stringify({ name: 'sdk', event: { script: 'return 1' }, as: 'console' });
    expect((await send({ path: '/control/run', body, headers })).status).toBe(403);
  },
);

describe('a consent to messages', () => {
  const consent = (templateIds: unknown, openid = 'oClient1') =>
    send({
      path: '/client/consent',
      body: JSON.stringify({ templateIds }),
      headers: { 'x-demo-openid': openid },
    });
  const message = (touser: string) =>
    call(
      `return cloud.openapi.subscribeMessage.send({ touser: '${touser}', templateId: 'tmplA', data: { thing1: { value: 'x' } } })
        .then(() => 'sent', (error) => error.errCode)`,
    );

  test('lets one message of each template go out, to this person', async () => {
    expect((await consent(['tmplA', 'tmplB'])).body).toMatchObject({ errMsg: 'requestSubscribeMessage:ok' });
    const outcomes = [];
    for (const openid of ['oClient2', 'oClient1', 'oClient1'])
      outcomes.push(((await send({ body: message(openid) })).body as { result: unknown }).result);
    expect(outcomes).toEqual([43101, 'sent', 43101]);
  });
  test.each([['tmplA'], [[1]], [['a', 'b', 'c', 'd']], [['with space']]])('%j is refused', async (ids) => {
    expect((await consent(ids)).body).toMatchObject({ errCode: -501007, code: 'INVALID_PARAM' });
  });
});
