import { openPerFile } from '../../support/open';
import { failure, run, startScriptCloud } from './script';

const cloud = openPerFile(() =>
  startScriptCloud({
    collections: ['people', 'seats'],
    indexes: [{ collection: 'seats', fields: ['room', 'number'], unique: true }],
  }),
);

const addPerson = (id: string, fields = '{}') =>
  run(cloud, `return db.collection('people').add({ data: { _id: '${id}', ...${fields} } })`);

test('every type of value comes back as it went', async () => {
  const script = `
    const data = { _id: 'types', n: 1, f: 1.5, big: 5e12, neg: -0.25, t: '上班', yes: true, no: null,
      list: [1, [2], { a: 3 }], at: new Date(0), deep: { a: { b: 'c' } }, empty: {}, none: [] };
    await db.collection('people').add({ data });
    const { data: back } = await db.collection('people').doc('types').get();
    require('node:assert').deepStrictEqual(back, data);
    return back.at instanceof Date`;
  await expect(run(cloud, script)).resolves.toBe(true);
});

test('serverDate is the clock of the cloud, at any depth and with an offset', async () => {
  cloud.clock.set(Date.parse('2026-03-02T08:57:00+08:00'));
  const at = await run<{ a: string; now: string }>(
    cloud,
    `await db.collection('people').add({ data: { _id: 'dates', deep: { at: db.serverDate({ offset: 3600000 }) } } });
     const { data } = await db.collection('people').doc('dates').get();
     return { a: data.deep.at.toISOString(), now: new Date().toISOString() }`,
  );
  cloud.clock.set(null);
  expect(at.now.slice(0, 16)).toBe('2026-03-02T00:57');
  expect(at.a.slice(0, 16)).toBe('2026-03-02T01:57');
});

test('update operators', async () => {
  await addPerson(
    'ops',
    `{ n: 1, tags: ['a'], box: [{ p: 1 }, { p: 5 }], old: 1, deep: { k: 2 }, low: 3, owner: 'x' }`,
  );
  const data = await run(
    cloud,
    `const doc = db.collection('people').doc('ops');
     await doc.update({ data: { n: _.inc(4), tags: _.push(['b', 'c']), box: _.pull({ p: _.gte(5) }), old: _.remove(),
       'deep.k': _.mul(3), low: _.min(2), high: _.max(9), owner: _.rename('keeper'), whole: _.set({ q: 1 }) } });
     await doc.update({ data: { tags: _.unshift(['z']) } });
     await doc.update({ data: { tags: _.pop() } });
     await doc.update({ data: { tags: _.addToSet('a') } });
     return (await doc.get()).data`,
  );
  expect(data).toEqual({
    _id: 'ops',
    n: 5,
    tags: ['z', 'a', 'b'],
    box: [{ p: 1 }],
    deep: { k: 6 },
    low: 2,
    high: 9,
    keeper: 'x',
    whole: { q: 1 },
  });
});

test.each([
  ['$inc on a text', `{ t: _.inc(1) }`],
  ['$mul on a text', `{ t: _.mul(2) }`],
  ['$push on a number', `{ n: _.push([1]) }`],
  ['$addToSet on a number', `{ n: _.addToSet(1) }`],
  ['$set through a scalar', `{ 'n.deep': 1 }`],
  ['$set through null', `{ 'nothing.deep': 1 }`],
])('%s is refused and changes nothing', async (_name, data) => {
  await cloud.db.updateMany('people', { _id: 'wrong' }, { $set: {} }).catch(() => undefined);
  if (!(await cloud.db.get('people', 'wrong')))
    await addPerson('wrong', `{ n: 1, t: 'text', nothing: null }`);
  const error = await failure(cloud, `await db.collection('people').doc('wrong').update({ data: ${data} })`);
  expect(error.errCode).toBe(-502001);
  expect(await cloud.db.get('people', 'wrong')).toEqual({ _id: 'wrong', n: 1, t: 'text', nothing: null });
});

test('set creates, replaces, and counts', async () => {
  const counts = await run(
    cloud,
    `const doc = db.collection('people').doc('set');
     const stats = [];
     stats.push((await doc.set({ data: { a: 1, b: 2 } })).stats);
     stats.push((await doc.set({ data: { a: 3 } })).stats);
     return { stats, now: (await doc.get()).data }`,
  );
  expect(counts).toEqual({
    stats: [
      { created: 1, updated: 0 },
      { created: 0, updated: 1 },
    ],
    now: { _id: 'set', a: 3 },
  });
});

test('update, remove and counts of what is not there', async () => {
  const stats = await run(
    cloud,
    `const doc = db.collection('people').doc('nobody');
     return [(await doc.update({ data: { a: 1 } })).stats, (await doc.remove()).stats]`,
  );
  expect(stats).toEqual([{ updated: 0 }, { removed: 0 }]);
});

test('a change that expects a state counts one winner', async () => {
  await addPerson('state', `{ state: 'pending', rev: 1 }`);
  const script = `const change = () => db.collection('people').where({ _id: 'state', state: 'pending', rev: 1 })
    .update({ data: { state: 'done', rev: _.inc(1) } });
    const all = await Promise.all([change(), change(), change()]);
    return all.map((r) => r.stats.updated).sort()`;
  expect(await run(cloud, script)).toEqual([0, 0, 1]);
});

test('100 rows unless asked, 1000 at most', async () => {
  await cloud.db.createCollection('many');
  await cloud.db.insertMany(
    'many',
    Array.from({ length: 1100 }, (_, i) => ({ _id: `m${i}`, i })),
  );
  const lengths = await run(
    cloud,
    `const many = db.collection('many');
     const rows = async (query) => (await query.get()).data.length;
     return [await rows(many), await rows(many.limit(1000)), await rows(many.orderBy('i', 'desc').skip(1050).limit(100))]`,
  );
  expect(lengths).toEqual([100, 1000, 50]);
  expect(await run(cloud, `return (await db.collection('many').aggregate().end()).list.length`)).toBe(20);
});

test('aggregation with lookup leaves the stored documents alone', async () => {
  await cloud.db.createCollection('teams');
  await cloud.db.insertMany('teams', [{ _id: 't1', deep: { name: 'East' } }]);
  await cloud.db.createCollection('members');
  await cloud.db.insertMany('members', [
    { _id: 'm1', team: 't1', n: 1, inner: { a: 1 } },
    { _id: 'm2', team: 't1', n: 2, inner: { a: 1 } },
  ]);
  const list = await run(
    cloud,
    `return (await db.collection('members').aggregate().match({ team: 't1' })
       .lookup({ from: 'teams', localField: 'team', foreignField: '_id', as: 'of' }).unwind('$of')
       .addFields({ 'inner.b': 2, 'of.deep.touched': true })
       .group({ _id: '$of.deep.name', sum: $.sum('$n') }).end()).list`,
  );
  expect(list).toEqual([{ _id: 'East', sum: 3 }]);
  expect(await cloud.db.get('teams', 't1')).toEqual({ _id: 't1', deep: { name: 'East' } });
  expect(await cloud.db.get('members', 'm1')).toEqual({ _id: 'm1', team: 't1', n: 1, inner: { a: 1 } });
});

test('database calls and documents are counted for each call', async () => {
  const { costs } = await cloud.invoke(
    'sdk',
    {
      script: `await db.collection('many').where({ i: _.lt(3) }).get(); await db.collection('many').doc('m1').get()`,
    },
    { as: { kind: 'console' } },
  );
  expect(costs).toMatchObject({ database: 2, scanned: 1101, returned: 4 });
});

describe('errors, by the code that a function sees', () => {
  test('missing collection', async () => {
    const read = await failure(cloud, `await db.collection('nope').get()`);
    expect(read).toMatchObject({ errCode: -502005, text: expect.stringContaining('Db or Table not exist') });
    const add = await failure(cloud, `await db.collection('nope').add({ data: {} })`);
    expect(add.errCode).toBe(-502005);
    const aggregate = await failure(cloud, `await db.collection('nope').aggregate().end()`);
    expect(aggregate).toMatchObject({ errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST' });
  });

  test('collection that exists', async () => {
    const error = await failure(cloud, `await db.createCollection('people')`);
    expect(error).toMatchObject({ errCode: -1, code: 'DATABASE_COLLECTION_ALREADY_EXIST' });
  });

  test('missing document', async () => {
    const error = await failure(cloud, `await db.collection('people').doc('zz').get()`);
    expect(error).toMatchObject({ errCode: -1, text: expect.stringContaining('_id zz does not exist') });
    const none = `return (await cloud.database({ throwOnNotFound: false }).collection('people').doc('zz').get()).data`;
    expect(await run(cloud, none)).toBeNull();
  });

  test('duplicate _id, and unique index with null colliding', async () => {
    await addPerson('twice');
    const again = await failure(cloud, `await db.collection('people').add({ data: { _id: 'twice' } })`);
    expect(again).toMatchObject({ errCode: -502001, text: expect.stringContaining('E11000 duplicate key') });
    await run(cloud, `await db.collection('seats').add({ data: { room: 1 } })`);
    const nulls = await failure(
      cloud,
      `await db.collection('seats').add({ data: { room: 1, number: null } })`,
    );
    expect(nulls.text).toContain('E11000');
    expect(await cloud.db.count('seats')).toBe(1);
  });

  test('operations that are not there yet are named', async () => {
    const error = await failure(cloud, `await cloud.callOpenAPI({ api: 'x', data: {} })`);
    expect(error.text).toContain('wx.api');
  });

  test.each([
    ['code in a query', `db.collection('people').where({ $where: 'return true' }).get()`],
    ['an operator as a field name', `db.collection('people').add({ data: { deep: { $set: 1 } } })`],
    [
      'a prototype key',
      `db.collection('people').add({ data: JSON.parse('{"__proto__":{"x":1}, "a":{"__proto__":{"y":1}}}') })`,
    ],
    [
      'a prototype path',
      `db.collection('people').doc('ops').update({ data: { 'constructor.prototype.x': 1 } })`,
    ],
    ['a change of _id', `db.collection('people').doc('ops').update({ data: { '_id.x': 'other' } })`],
  ])('%s is refused or harmless', async (_name, script) => {
    const before = await cloud.db.count('people');
    const outcome = await run<{ error?: unknown; polluted: unknown }>(
      cloud,
      `let error; try { await ${script} } catch (e) { error = seen(e) } return { error, polluted: ({}).x }`,
    );
    if (outcome.error) expect(await cloud.db.count('people')).toBe(before);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(({} as Record<string, unknown>).y).toBeUndefined();
  });
});
