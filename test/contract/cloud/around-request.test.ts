import path from 'node:path';
import { type AroundRequest, CloudError, type Identity, type SdkRequest } from '../../../local/cloud';
import { bundledFunctions } from '../../support/bundled-functions';
import { startTestCloud } from '../../support/cloud';
import { openPerFile } from '../../support/open';

const as: Identity = { kind: 'console' };
let around: AroundRequest | undefined;

const cloud = openPerFile(() =>
  startTestCloud({
    functionsDir: bundledFunctions(path.resolve(__dirname, '../functions')),
    collections: ['notes'],
    indexes: [],
    aroundRequest: (request, proceed) => (around ? around(request, proceed) : proceed()),
  }),
);
beforeEach(async () => {
  around = undefined;
  await cloud.db.replaceAll({ notes: [{ _id: 'n1', n: 1 }] });
});

const ADD = `await db.collection('notes').add({ data: { _id: 'n2' } })`;
const run = (script: string) => cloud.invoke('sdk', { script }, { as });
/** What the function is told when its insert goes through `around`. */
const adding = async () => (await run(`try { ${ADD}; return 'added' } catch (e) { return seen(e) }`)).result;
const isThere = async () => (await cloud.db.get('notes', 'n2')) !== undefined;
const lost = new CloudError('SYS_ERR', 'lost');

test('sees every request of a call, in order', async () => {
  const seen: Omit<SdkRequest, 'killWorker' | 'overrunTime'>[] = [];
  around = ({ killWorker, overrunTime, ...request }, proceed) => {
    seen.push(request);
    return proceed();
  };
  const script = `${ADD}; await db.collection('notes').count();
    await cloud.getTempFileURL({ fileList: ['cloud://x.y/z'] });
    await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('abc') });
    await cloud.openapi.security.msgSecCheck({ content: 'hello' })`;
  const { requestId } = await run(script);
  const of = { requestId, origin: requestId, functionName: 'sdk' };
  expect(seen).toEqual([
    { ...of, ordinal: 1, action: 'database.insertDocument', collection: 'notes' },
    { ...of, ordinal: 2, action: 'database.calculateDocument', collection: 'notes' },
    { ...of, ordinal: 3, action: 'storage.batchGetDownloadUrl', collection: undefined },
    { ...of, ordinal: 4, action: 'storage.getUploadMetadata', collection: undefined },
    { ...of, ordinal: 5, action: 'storage.put', collection: undefined },
    { ...of, ordinal: 6, action: 'openapi.security.msgSecCheck', collection: undefined },
  ]);
});

test('a function that is called by another counts on, and its costs and warnings are its caller’s too', async () => {
  const seen: Omit<SdkRequest, 'killWorker' | 'overrunTime'>[] = [];
  around = ({ killWorker, overrunTime, ...request }, proceed) => {
    seen.push(request);
    return proceed();
  };
  const inside = `await db.runTransaction(() => db.collection('notes').count())`;
  const data = JSON.stringify({ script: inside });
  const { requestId, costs, warnings } = await run(
    `${ADD}; await cloud.callFunction({ name: 'sdk', data: ${data} }); await db.collection('notes').count()`,
  );
  expect(seen.map(({ ordinal, action }) => [ordinal, action])).toEqual([
    [1, 'database.insertDocument'],
    [2, 'functions.invokeFunction'],
    [3, 'database.startTransaction'],
    [4, 'database.calculateDocument'],
    [5, 'database.commitTransaction'],
    [6, 'database.calculateDocument'],
  ]);
  const own = seen.filter((request) => request.requestId === requestId);
  expect([own.length, new Set(seen.map(({ origin }) => origin))]).toEqual([3, new Set([requestId])]);
  expect(costs).toMatchObject({ requests: 6, database: 5 });
  expect(warnings).toMatchObject([{ kind: 'where-in-transaction' }]);
});

test('a test goes on once what was started is over, also when the caller did not wait for it', async () => {
  const inside = `await new Promise((done) => setTimeout(done, 400)); ${ADD}`;
  const data = JSON.stringify({ script: inside });
  const { result } = await run(
    `try { await cloud.callFunction({ name: 'sdk', data: ${data}, timeout: 50 }) } catch { return 'gone on' }`,
  );
  expect(result).toBe('gone on');
  expect(await isThere()).toBe(true);
});

test.each([
  ['an upload', `await cloud.uploadFile({ cloudPath: 'lost.txt', fileContent: Buffer.from('x') })`, 2],
  ['a message', `await cloud.openapi.security.msgSecCheck({ content: 'hello' })`, 1],
])('%s can fail', async (_name, script, at) => {
  around = ({ ordinal }, proceed) => (ordinal === at ? Promise.reject(lost) : proceed());
  const { result } = await run(`try { ${script} } catch (e) { return seen(e) }`);
  expect(result).toMatchObject({ text: expect.stringContaining('lost') });
});

test('can delay a request', async () => {
  const order: string[] = [];
  around = async ({ ordinal }, proceed) => {
    if (ordinal === 1) await new Promise((done) => setTimeout(done, 60));
    order.push(`request ${ordinal}, there: ${await isThere()}`);
    return proceed();
  };
  const counting = `const [, { total }] = await Promise.all([${ADD.slice(6)}, db.collection('notes').count()]);`;
  expect((await run(`${counting} return total`)).result).toBe(1);
  expect(order).toEqual(['request 2, there: false', 'request 1, there: false']);
});

test('can fail a request before it takes effect', async () => {
  around = () => Promise.reject(lost);
  expect(await adding()).toMatchObject({ text: expect.stringContaining('lost') });
  expect(await isThere()).toBe(false);
});

test('can lose the answer of a request that took effect', async () => {
  around = async (_, proceed) => {
    await proceed();
    throw lost;
  };
  expect(await adding()).toMatchObject({ text: expect.stringContaining('lost') });
  expect(await isThere()).toBe(true);
});

test('can answer a conflict, which the SDK repeats at a commit', async () => {
  let commits = 0;
  around = ({ action }, proceed) => {
    if (action !== 'database.commitTransaction') return proceed();
    commits += 1;
    if (commits < 3) throw new CloudError('DATABASE_TRANSACTION_CONFLICT', 'conflict');
    return proceed();
  };
  await run(
    `await db.runTransaction((t) => t.collection('notes').doc('n1').update({ data: { n: _.inc(1) } }))`,
  );
  expect(commits).toBe(3);
  expect(await cloud.db.get('notes', 'n1')).toEqual({ _id: 'n1', n: 2 });
});

test('can leave a request without an answer until the function times out', async () => {
  const hanging = await startTestCloud({
    functionsDir: bundledFunctions(path.resolve(__dirname, '../../fixtures/functions')),
    collections: ['guests'],
    indexes: [],
    aroundRequest: () => new Promise(() => undefined),
  });
  const call = hanging.invoke('naive-guests', { name: 'Ann' }, { as });
  await expect(call).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
  await hanging.close();
});

test('can kill the worker, after which the next call has a new one', async () => {
  const memory = 'return (globalThis.calls = (globalThis.calls ?? 0) + 1)';
  await run(memory);
  expect((await run(memory)).result).toBe(2);
  around = async ({ killWorker }, proceed) => {
    await proceed();
    killWorker();
    return new Promise(() => undefined);
  };
  await expect(adding()).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  around = undefined;
  expect(await isThere()).toBe(true);
  expect((await run(memory)).result).toBe(1);
});

test('can let the time of a function run out, which ends as its time limit does', async () => {
  around = async ({ overrunTime }, proceed) => {
    await proceed();
    overrunTime();
    return new Promise(() => undefined);
  };
  await expect(adding()).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
  around = undefined;
  expect(await isThere()).toBe(true);
});

test('costs hold the bytes of requests and answers, of errors as well', async () => {
  const of = async (script: string) => (await run(script)).costs;
  const nothing = await of('');
  expect([nothing.bytesSent, nothing.bytesReceived]).toEqual([0, 0]);
  const text = 'x'.repeat(10_000);
  const sent = await of(`await db.collection('notes').doc('n1').update({ data: { text: '${text}' } })`);
  expect(sent.bytesSent).toBeGreaterThan(10_000);
  expect(sent.bytesSent).toBeLessThan(12_000);
  expect(sent.bytesReceived).toBeLessThan(500);
  const received = await of(`await db.collection('notes').doc('n1').get()`);
  expect(received.bytesReceived).toBeGreaterThan(10_000);
  expect(received.bytesReceived).toBeLessThan(10_500);
  const twice = await of(`for (const n of [1, 2]) await db.collection('notes').doc('n1').get()`);
  expect(twice.bytesReceived).toBe(2 * received.bytesReceived);
  expect((await of(`await db.collection('absent').get().catch(() => null)`)).bytesReceived).toBeGreaterThan(
    50,
  );
  const upload = `await cloud.uploadFile({ cloudPath: 'big', fileContent: Buffer.alloc(50000) })`;
  expect((await of(upload)).bytesSent).toBeGreaterThan(50_000);
});

test('documents can be replaced as a whole', async () => {
  await cloud.db.replaceAll({ notes: [{ _id: 'n2' }, { _id: 'n3' }] });
  expect(await cloud.db.find('notes')).toEqual([{ _id: 'n2' }, { _id: 'n3' }]);
  await expect(cloud.db.replaceAll({ notes: [{ _id: 'n4' }, { _id: 'n4' }] })).rejects.toThrow('E11000');
  expect(await cloud.db.count('notes')).toBe(2);
});
