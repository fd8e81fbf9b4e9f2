import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MiniGlobals } from '../support/mini-globals';
import { call, open, phone, useMiniPreview } from '../support/mini-preview';

useMiniPreview();

let server: Server;
let url = '';

/** Tells what it was asked; `/slow` never answers. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/slow') return;
      const { method, url: path, headers } = request;
      const body = Buffer.concat(parts).toString('latin1');
      response.writeHead(path === '/none' ? 404 : 200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'access-control-allow-methods': '*',
        'content-type': 'application/json',
      });
      response.end(
        path === '/text' ? '{no json' : JSON.stringify({ method, path, type: headers['content-type'], body }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a server is asked with what the data says, and answers whatever its status is', async () => {
  await open();
  const asked = (await call('request', { url: `${url}/list?a=1`, data: { b: 'x y', c: 2 } })).value;
  expect(asked).toMatchObject({
    statusCode: 200,
    errMsg: 'request:ok',
    data: { method: 'GET', path: '/list?a=1&b=x+y&c=2', body: '' },
  });
  expect((await call('request', { url, method: 'POST', data: { a: 1 } })).value).toMatchObject({
    data: { method: 'POST', type: 'application/json', body: '{"a":1}' },
  });
  const header = { 'Content-Type': 'application/x-www-form-urlencoded' };
  expect((await call('request', { url, method: 'POST', header, data: { a: 'x y' } })).value).toMatchObject({
    data: { body: 'a=x+y' },
  });
  expect((await call('request', { url: `${url}/none` })).value).toMatchObject({ statusCode: 404 });
  expect((await call('request', { url: `${url}/text` })).value).toMatchObject({ data: '{no json' });
  await phone.expectNoProblems();
});

test('a request fails with the words of WeChat: no address, no network, too slow, aborted', async () => {
  await open();
  const failureOf = async (options: object) => (await call('request', options)).failure;
  expect(await failureOf({ url: '/list' })).toMatchObject({ errMsg: 'request:fail invalid url "/list"' });
  expect(await failureOf({ url: `${url}/slow`, timeout: 100 })).toMatchObject({
    errMsg: 'request:fail timeout',
    errno: 5,
  });
  const aborted = await phone.frame.evaluate(async (address) => {
    const { wx } = globalThis as unknown as MiniGlobals;
    const task = wx.request({ url: `${address}/slow` });
    task.abort();
    return task.catch(({ errMsg }: { errMsg: string }) => errMsg);
  }, url);
  expect(aborted).toBe('request:fail abort');
  await phone.set({ network: 'offline' });
  expect(await failureOf({ url })).toMatchObject({
    errMsg: expect.stringMatching(/DISCONNECTED/),
    errno: 600001,
  });
  await phone.expectNoProblems();
});

test('a file that was written is uploaded with its form, and only the own folder takes files', async () => {
  await open();
  const files = (name: string, options: object) =>
    phone.frame.evaluate(
      async ([method, given]) => {
        const { wx } = globalThis as unknown as MiniGlobals;
        const work = wx.getFileSystemManager()[method]?.(given);
        return work?.catch((failure: Record<string, unknown>) => ({ errMsg: failure.errMsg }));
      },
      [name, options] as const,
    );
  const filePath = 'wxfile://usr/note.txt';
  await files('writeFile', { filePath, data: btoa('first'), encoding: 'base64' });
  await files('writeFile', { filePath, data: 'second' });
  expect(await files('readFile', { filePath, encoding: 'utf8' })).toMatchObject({ data: 'second' });
  expect(await files('access', { path: filePath })).toMatchObject({ errMsg: 'access:ok' });
  expect(await files('access', { path: 'wxfile://usr/none' })).toMatchObject({
    errMsg: expect.stringMatching(/^access:fail no such file or directory/),
  });
  expect(await files('writeFile', { filePath: 'wxfile://tmp_9.txt', data: 'x' })).toMatchObject({
    errMsg: expect.stringMatching(/^writeFile:fail permission denied/),
  });
  const sent = (await call('uploadFile', { url, filePath, name: 'file', formData: { month: '2026-11' } }))
    .value;
  const { body } = JSON.parse(String(sent?.data)) as { body: string };
  expect(body).toContain('name="file"; filename="note.txt"');
  expect(body).toContain('second');
  expect(body).toContain('2026-11');
  expect(
    (await call('uploadFile', { url, filePath: 'wxfile://none', name: 'file' })).failure?.errMsg,
  ).toMatch(/^uploadFile:fail file .* not found/);
  await phone.expectNoProblems();
});
