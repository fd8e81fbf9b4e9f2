import type { TestCloud } from '../../support/cloud';
import { failure, run, startScriptCloud } from './script';

const MB = 1024 * 1024;
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startScriptCloud({
    collections: ['notes', 'blobs'],
    indexes: [
      { collection: 'notes', fields: ['title'] },
      { collection: 'notes', fields: ['tags', 'place.name'] },
    ],
  });
});
afterAll(() => cloud.close());

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
  }, 30_000);
});

describe('database', () => {
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
  }, 30_000);

  test('of a response, the bytes of the documents count: characters of three bytes', async () => {
    await cloud.db.createCollection('signs');
    const text = '字'.repeat(2 * MB);
    await cloud.db.insertMany(
      'signs',
      Array.from({ length: 3 }, (_, n) => ({ _id: `s${n}`, text })),
    );
    expect((await failure(cloud, `await db.collection('signs').get()`)).errCode).toBe(-502001);
  }, 30_000);

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
