import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FunctionError, type Identity } from '../../../../../local/cloud';
import { bundledFunctions } from '../../../../support/bundled-functions';
import { startTestCloud } from '../../../../support/cloud';
import { openPerFile } from '../../../../support/open';

const FUNCTIONS = bundledFunctions(path.resolve(__dirname, '../../../../contract/functions'));
const console_: Identity = { kind: 'console' };

const cloud = openPerFile(() =>
  startTestCloud({
    functionsDir: FUNCTIONS,
    collections: [],
    indexes: [],
    seed: { notes: [{ _id: 'n1' }] },
  }),
);

const misbehave = (how: string, name = 'greedy') => cloud.invoke(name, { how }, { as: console_ });
const codeOf = (how: string, name?: string) =>
  misbehave(how, name).then(
    () => 'none',
    (error: FunctionError) => error.code,
  );

test('400 calls, 16 at once, never see the identity of another', async () => {
  const script = `const before = cloud.getWXContext().OPENID;
    await db.collection('notes').doc('n1').get();
    await new Promise((done) => setTimeout(done, event.wait));
    return [before, cloud.getWXContext().OPENID, cloud.getWXContext().UNIONID ?? null]`;
  let next = 0;
  const wrong: unknown[] = [];
  const client = async () => {
    while (next < 400) {
      const n = next++;
      const openid = `oPerson${n}`;
      const unionid = n % 3 === 0 ? `u${n}x` : undefined;
      const as: Identity = { kind: 'user', openid, unionid };
      const { result, costs } = await cloud.invoke('sdk', { script, wait: n % 3 }, { as });
      const fits = JSON.stringify(result) === JSON.stringify([openid, openid, unionid ?? null]);
      if (!fits || costs.database !== 1) wrong.push(result);
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  expect(wrong).toEqual([]);
});

test('console and timer carry no OPENID, after a call that did', async () => {
  const script = `return [cloud.getWXContext().OPENID ?? null, process.env.TRIGGER_SRC ?? null, event.Type ?? null]`;
  const as = async (identity: Identity) => (await cloud.invoke('sdk', { script }, { as: identity })).result;
  for (let round = 0; round < 4; round += 1) {
    expect(await as({ kind: 'user', openid: 'oSomeone' })).toEqual(['oSomeone', null, null]);
    expect(await as({ kind: 'timer', name: 'nightly' })).toEqual([null, 'timer', 'Timer']);
    expect(await as(console_)).toEqual([null, null, null]);
  }
});

test.each([
  ['throw', 'FUNCTIONS_EXECUTE_FAIL'],
  ['exit', 'FUNCTIONS_EXECUTE_FAIL'],
  ['crash', 'FUNCTIONS_EXECUTE_FAIL'],
  ['eat', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
  ['eat buffers', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
  ['keep buffers', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
  ['circle', 'FUNCTIONS_EXECUTE_FAIL'],
])('a function that does "%s" fails with %s and the next call works', async (how, code) => {
  expect(await codeOf(how)).toBe(code);
  expect((await misbehave('')).result).toEqual({ calls: expect.any(Number) });
});

test.each(['loop', 'hang'])('a function that does "%s" is stopped and the next call works', async (how) => {
  expect(await codeOf(how, 'misbehave')).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED');
  expect((await misbehave('', 'misbehave')).result).toEqual({ calls: expect.any(Number) });
});

test('the message and the log of a failure; no stack in the message', async () => {
  const error = await misbehave('throw').catch((thrown: FunctionError) => thrown);
  expect(error).toBeInstanceOf(FunctionError);
  const { message, call } = error as FunctionError;
  expect(message).toBe('broken on purpose');
  expect(call.logs).toEqual([
    expect.objectContaining({ level: 'error', text: expect.stringContaining('at ') }),
  ]);
});

test('nothing returned reads as null', async () => {
  expect((await misbehave('nothing')).result).toBeNull();
});

test('a bundle stays loaded between calls, and a new one is used at once', async () => {
  const functionsDir = await mkdtemp(path.join(tmpdir(), 'tongxin-functions-'));
  await mkdir(path.join(functionsDir, 'hello'));
  const bundle = path.join(functionsDir, 'hello', 'index.js');
  const deploy = async (version: number, at: Date) => {
    await writeFile(bundle, `let calls = 0; exports.main = async () => [${version}, ++calls];`);
    await utimes(bundle, at, at);
  };
  await deploy(1, new Date(1_000_000));
  const local = await startTestCloud({ functionsDir, collections: [], indexes: [] });
  const call = async () => (await local.invoke('hello', {}, { as: console_ })).result;
  expect([await call(), await call()]).toEqual([
    [1, 1],
    [1, 2],
  ]);
  await deploy(2, new Date(2_000_000));
  expect(await call()).toEqual([2, 1]);
  await local.close();
  await rm(functionsDir, { recursive: true });
});

test('Date follows the clock, for one call or for all', async () => {
  const script = `const plain = new Date(), given = new Date(5), copy = new plain.constructor();
    return [Date.now(), plain.getTime(), copy.getTime(), given.getTime(), plain instanceof Date,
      Object.prototype.toString.call(plain), typeof Date(), new Date(2026, 0, 1).getFullYear()]`;
  const noon = Date.parse('2031-05-01T12:00:00Z');
  const read = async (now?: number) =>
    (await cloud.invoke('sdk', { script }, { as: console_, now })).result as number[];
  const [now = 0, plain = 0, copy = 0, ...others] = await read(noon);
  for (const reading of [now, plain, copy]) expect(Math.abs(reading - noon)).toBeLessThan(5000);
  expect(others).toEqual([5, true, '[object Date]', 'string', 2026]);
  expect(Math.abs(((await read())[0] ?? 0) - Date.now())).toBeLessThan(5000);
  cloud.clock.advance(86_400_000);
  expect(Math.abs(((await read())[0] ?? 0) - Date.now() - 86_400_000)).toBeLessThan(5000);
  cloud.clock.set(null);
});

test('has no fetch, which is stricter than the cloud', async () => {
  const script = `return ['fetch', 'FormData', 'Request', 'Response'].filter((name) => name in globalThis)`;
  expect((await cloud.invoke('sdk', { script }, { as: console_ })).result).toEqual([]);
});

test('logs belong to their call', async () => {
  const script = `console.log('for', event.n, { deep: [1] }); console.error('bad')`;
  const calls = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) => cloud.invoke('sdk', { script, n }, { as: console_, requestId: `r${n}` })),
  );
  for (const [at, { logs, requestId }] of calls.entries()) {
    expect(requestId).toBe(`r${at + 1}`);
    expect(logs.map(({ level, text }) => [level, text])).toEqual([
      ['log', `for ${at + 1} { deep: [ 1 ] }`],
      ['error', 'bad'],
    ]);
  }
});

test('a function that is not there, an event that is too large', async () => {
  const missing = cloud.invoke('nobody', {}, { as: console_ });
  await expect(missing).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  const climbing = cloud.invoke('../functions/sdk', {}, { as: console_ });
  await expect(climbing).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  const large = cloud.invoke('sdk', { script: '', text: 'x'.repeat(100 * 1024) }, { as: console_ });
  await expect(large).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
});

test('functions call functions for the same person; more at once than there are workers', async () => {
  const script = `const inner = 'return [cloud.getWXContext().OPENID, cloud.getWXContext().SOURCE]';
    return (await cloud.callFunction({ name: 'sdk', data: { script: inner } })).result`;
  const calls = Array.from({ length: 10 }, (_, n) => cloud.call('sdk', { script }, `oOuter${n}`));
  expect(await Promise.all(calls)).toEqual(
    Array.from({ length: 10 }, (_, n) => [`oOuter${n}`, 'wx_client,scf']),
  );
});

test('a call without end of functions is cut off', async () => {
  const script = `return (await cloud.callFunction({ name: 'sdk', data: { script: event.script } })).result`;
  await expect(cloud.call('sdk', { script }, 'oOuter')).rejects.toThrow('functions call each other');
});

test('a request that belongs to no running call is refused', async () => {
  const kept = await cloud.call<string>(
    'sdk',
    { script: 'return process.env.TENCENTCLOUD_SESSIONTOKEN' },
    'oAny',
  );
  for (const sessionToken of [kept, '', undefined, 'guess']) {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'notes', sessionToken });
    const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', body });
    expect(await reply.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  }
});
