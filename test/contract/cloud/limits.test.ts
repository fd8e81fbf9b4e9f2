import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestCloud } from '../../support/cloud';
import { openPerFile } from '../../support/open';
import { AS_USER, failure, run, startScriptCloud } from './script';

const MB = 1024 * 1024;

const cloud = openPerFile(() =>
  startScriptCloud({
    collections: ['notes', 'blobs'],
    indexes: [
      { collection: 'notes', fields: ['title'] },
      { collection: 'notes', fields: ['tags', 'place.name'] },
    ],
  }),
);

describe('functions', () => {
  test('a response of 6 MB comes, one byte more does not', async () => {
    const script = 'return "x".repeat(event.length)';
    expect(await run<string>(cloud, script, { length: 6 * MB - 2 })).toHaveLength(6 * MB - 2);
    const tooLong = run(cloud, script, { length: 6 * MB - 1 });
    await expect(tooLong).rejects.toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
      message: expect.stringContaining('response'),
    });
  });

  test('bytes count, not characters', async () => {
    await expect(
      run(cloud, 'return "字".repeat(event.length)', { length: 2 * MB + 1 }),
    ).rejects.toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    });
  });

  test('a nested call has the same limits: event 100 KB, response 6 MB', async () => {
    const nested = (script: string, more = '{}') =>
      failure(cloud, `await cloud.callFunction({ name: 'sdk', data: { script: '${script}', ...${more} } })`);
    expect(await nested('return 1', '{ text: "x".repeat(102400) }')).toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    });
    expect(await nested(`return "x".repeat(${6 * MB})`)).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  });

  test('functions call functions 8 deep; the ninth call is refused', async () => {
    const script = `if (event.depth === event.last) return event.depth;
      const data = { script: event.script, depth: event.depth + 1, last: event.last };
      return (await cloud.callFunction({ name: 'sdk', data })).result`;
    expect(await run(cloud, script, { script, depth: 0, last: 8 })).toBe(8);
    await expect(run(cloud, script, { script, depth: 0, last: 9 })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('More than 8 functions'),
    });
  });
});

describe('configuration', () => {
  let functionsDir: string;
  let configured: TestCloud;
  const deploy = async (
    name: string,
    config?: object,
    code = 'exports.main = (event, context) => context',
  ) => {
    await mkdir(path.join(functionsDir, name));
    await writeFile(path.join(functionsDir, name, 'index.js'), code);
    if (config) await writeFile(path.join(functionsDir, name, 'config.json'), JSON.stringify(config));
  };
  const call = (name: string) => configured.invoke(name, {}, { as: AS_USER });
  beforeAll(async () => {
    functionsDir = await mkdtemp(path.join(tmpdir(), 'tongxin-limits-'));
    configured = await startScriptCloud({ functionsDir });
  });
  afterAll(async () => {
    await configured.close();
    await rm(functionsDir, { recursive: true });
  });

  test('3 s and 256 MB unless configured', async () => {
    await deploy('plain');
    expect((await call('plain')).result).toMatchObject({ time_limit_in_ms: 3000, memory_limit_in_mb: 256 });
  });

  test('60 s and 64 to 3,072 MB at most', async () => {
    await deploy('most', { timeout: 60, memorySize: 3072 });
    expect((await call('most')).result).toMatchObject({ time_limit_in_ms: 60_000, memory_limit_in_mb: 3072 });
    const wrong = [{ timeout: 61 }, { timeout: 0 }, { memorySize: 63 }, { memorySize: 3073 }];
    for (const [at, config] of wrong.entries()) {
      await deploy(`wrong${at}`, config);
      await expect(call(`wrong${at}`)).rejects.toMatchObject({
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: expect.stringContaining('up to 60 s, memorySize 64 to 3072 MB'),
      });
    }
  });

  test('50 MB of code', async () => {
    await deploy('large');
    await truncate(path.join(functionsDir, 'large', 'index.js'), 50 * MB + 1);
    await expect(call('large')).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('50 MB are allowed'),
    });
  });
});

describe('database', () => {
  test('a document of 16 MB; one byte more is refused wherever it is written', async () => {
    const refusal = { errCode: -502001, text: expect.stringContaining('too large') };
    // Beside the text lie 31 bytes: lengths, types, names and _id.
    const data = `{ _id: 'large', text: 'x'.repeat(${16 * MB} - 31 + event.more) }`;
    const add = `await db.collection('blobs').add({ data: ${data} })`;
    expect(await failure(cloud, add, { more: 1 })).toMatchObject(refusal);
    await run(cloud, add, { more: 0 });
    const grow = `await db.collection('blobs').doc('large').update({ data: { n: 1 } })`;
    expect(await failure(cloud, grow)).toMatchObject(refusal);
    const inside = `await db.runTransaction((t) => t.collection('blobs').add({ data: { ...${data}, _id: 'other' } }))`;
    expect((await failure(cloud, inside, { more: 1 })).text).toContain('too large');
    await run(cloud, `await db.collection('blobs').doc('large').remove()`);
  });

  test('30 s for a transaction, as the SDK sees it', async () => {
    const started = performance.now();
    let isLate = false;
    const clock = jest
      .spyOn(performance, 'now')
      .mockImplementation(() => (isLate ? started + 31_000 : started));
    const slow = await startScriptCloud({
      seed: { notes: [{ _id: 'n', n: 1 }] },
      async aroundRequest({ action }, proceed) {
        isLate = action === 'database.modifyDocument' || isLate;
        return proceed();
      },
    });
    const script = `await db.runTransaction((t) => t.collection('notes').doc('n').update({ data: { n: 2 } }))`;
    expect((await failure(slow, script)).text).toContain('TransactionNotExist');
    expect(await slow.db.get('notes', 'n')).toEqual({ _id: 'n', n: 1 });
    clock.mockRestore();
    await slow.close();
  });

  test('a response of 16 MB at most, from a query and from an aggregation', async () => {
    const text = 'x'.repeat(4 * MB - 100);
    await cloud.db.insertMany(
      'blobs',
      Array.from({ length: 5 }, (_, n) => ({ _id: `b${n}`, n, text })),
    );
    const lengthOf = (limit: number) =>
      run(cloud, `return (await db.collection('blobs').where({ n: _.lt(${limit}) }).get()).data.length`);
    expect(await lengthOf(4)).toBe(4);
    const get = await failure(cloud, `await db.collection('blobs').get()`);
    expect(get).toMatchObject({ errCode: -502001, text: expect.stringContaining('16777216 bytes') });
    const aggregate = await failure(
      cloud,
      `await db.collection('blobs').aggregate().match({ n: _.gte(0) }).end()`,
    );
    expect(aggregate).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect(
      await run(cloud, `return (await db.collection('blobs').field({ n: true }).get()).data.length`),
    ).toBe(5);
  });

  test('of a response, the bytes of the documents count: characters of three bytes', async () => {
    await cloud.db.createCollection('signs');
    const text = '字'.repeat(2 * MB);
    await cloud.db.insertMany(
      'signs',
      Array.from({ length: 3 }, (_, n) => ({ _id: `s${n}`, text })),
    );
    expect((await failure(cloud, `await db.collection('signs').get()`)).errCode).toBe(-502001);
  });

  test.each([
    ['a text', `{ title: 'x'.repeat(1025) }`],
    ['a text of 1,026 bytes in 342 characters', `{ title: '字'.repeat(342) }`],
    ['an element of a list', `{ tags: ['a', 'x'.repeat(1025)] }`],
    ['a field inside', `{ place: { name: 'x'.repeat(1025) } }`],
    ['an object', `{ title: { a: 'x'.repeat(1025) } }`],
  ])('an indexed field of more than 1,024 bytes is refused: %s', async (_name, data) => {
    const before = await cloud.db.find('notes');
    const refusal = { errCode: -502001, text: expect.stringContaining('key too large to index') };
    expect(await failure(cloud, `await db.collection('notes').add({ data: ${data} })`)).toMatchObject(
      refusal,
    );
    expect(
      await failure(cloud, `await db.collection('notes').doc('n').set({ data: ${data} })`),
    ).toMatchObject(refusal);
    const inside = `await db.runTransaction((t) => t.collection('notes').add({ data: ${data} }))`;
    expect((await failure(cloud, inside)).text).toContain('key too large to index');
    expect(await cloud.db.find('notes')).toEqual(before);
  });

  test('1,024 bytes of an indexed field, and more in others', async () => {
    const data = `{ title: 'x'.repeat(1024), tags: Array.from({ length: 400 }, (_, n) => 'tag' + n), text: 'x'.repeat(9000) }`;
    await run(cloud, `await db.collection('notes').doc('fits').set({ data: ${data} })`);
    const longer = `await db.collection('notes').doc('fits').update({ data: { title: 'x'.repeat(1025) } })`;
    expect((await failure(cloud, longer)).errCode).toBe(-502001);
    expect(await cloud.db.get('notes', 'fits')).toMatchObject({ title: 'x'.repeat(1024) });
  });

  test('an index over documents with a longer field cannot be declared; 10 indexes per collection', async () => {
    const dataDir = `${cloud.dataDir}/indexes`;
    const open = (fields: string[]) =>
      startScriptCloud({
        dataDir,
        indexes: fields.map((field) => ({ collection: 'many', fields: [field] })),
      });
    const ten = Array.from({ length: 10 }, (_, n) => `f${n}`);
    const first = await open(ten);
    await first.db.insertMany('many', [{ _id: 'm', other: 'x'.repeat(2000) }]);
    await first.close();
    await expect(open([...ten, 'f10'])).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('more than 10 indexes'),
    });
    await expect(open(['other'])).rejects.toThrow('key too large to index');
    await (await open(ten)).close();
  });

  test('100 collections', async () => {
    const names = Array.from({ length: 99 }, (_, n) => `c${n}`);
    const full = await startScriptCloud({ collections: names });
    await run(full, `await db.createCollection('last')`);
    expect(await failure(full, `await db.createCollection('more')`)).toMatchObject({
      errCode: -1,
      code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
    });
    expect(await failure(full, `await db.createCollection('last')`)).toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
    await full.close();
    await expect(startScriptCloud({ collections: [...names, 'last', 'more'] })).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
    });
  });
});
