import { openPerFile } from '../../support/open';
import { run, startScriptCloud } from './script';

const cloud = openPerFile(async () => {
  const indexes = [{ collection: 'counters', fields: ['key'], unique: true }];
  return startScriptCloud({ collections: ['counters'], indexes });
});
beforeEach(() => run(cloud, `await db.collection('counters').where({ _id: _.exists(true) }).remove()`));

interface Reply {
  code?: string;
  message?: string;
  data?: { updated: number; upsert_id: string | null };
}

/** The SDK offers no upsert with operators, the protocol does. */
const upsert = (query: object, data: object, more: object = {}) => {
  const script = `
    const sessionToken = process.env.TENCENTCLOUD_SESSIONTOKEN;
    const send = async (body) => JSON.parse(await post(JSON.stringify({ sessionToken, ...body })));
    if (!event.inside) return send(event.body);
    const { transactionId } = await send({ action: 'database.startTransaction' });
    const reply = await send({ ...event.body, transactionId });
    const before = (await db.collection('counters').count()).total;
    await send({ action: 'database.commitTransaction', transactionId });
    return { ...reply, before }`;
  const body = {
    action: 'database.modifyDocument',
    collectionName: 'counters',
    queryType: 'WHERE',
    merge: true,
    upsert: true,
    multi: false,
    query: JSON.stringify(query),
    data: JSON.stringify(data),
  };
  return run<Reply & { before?: number }>(cloud, script, { body, ...more });
};
const all = () => cloud.db.find('counters');

test('creates what the filter demands with the changes, then changes it', async () => {
  const query = { key: 'a', 'of.day': { $eq: 1 }, n: { $lt: 5 } };
  const first = await upsert(query, { $inc: { n: 2 }, $set: { 'of.name': 'x' } });
  expect(first.data).toEqual({ updated: 0, upsert_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  const created = { _id: first.data?.upsert_id, key: 'a', of: { day: 1, name: 'x' }, n: 2 };
  expect(await all()).toEqual([created]);
  expect((await upsert(query, { $inc: { n: 2 } })).data).toEqual({ updated: 1, upsert_id: null });
  expect(await all()).toEqual([{ ...created, n: 4 }]);
});

test('takes the _id of the filter', async () => {
  const query = { $and: [{ _id: 'mine' }, { key: 'b' }] };
  expect((await upsert(query, { $push: { list: 1 } })).data).toEqual({ updated: 0, upsert_id: 'mine' });
  expect(await all()).toEqual([{ _id: 'mine', key: 'b', list: [1] }]);
});

test('an _id or a unique key that is taken is refused', async () => {
  await upsert({ _id: 'mine', key: 'b' }, { $set: { n: 1 } });
  expect((await upsert({ _id: 'mine', key: 'c' }, { $set: { n: 1 } })).message).toContain('E11000');
  expect((await upsert({ key: 'b', n: 7 }, { $set: { m: 1 } })).message).toContain('E11000');
  expect(await all()).toEqual([{ _id: 'mine', key: 'b', n: 1 }]);
});

test('in a transaction it is seen after the commit', async () => {
  expect(await upsert({ key: 'd' }, { $inc: { n: 1 } }, { inside: true })).toMatchObject({ before: 0 });
  expect(await all()).toEqual([expect.objectContaining({ key: 'd', n: 1 })]);
});

test('changes that are not allowed create nothing', async () => {
  expect((await upsert({ key: 'e' }, { $inc: { key: 1 } })).code).toBe('DATABASE_REQUEST_FAILED');
  expect((await upsert({ key: 'e' }, { $set: { _id: 'x' } })).code).toBe('DATABASE_REQUEST_FAILED');
  expect(await all()).toEqual([]);
});
