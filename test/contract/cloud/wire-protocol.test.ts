import type { TestCloud } from '../../support/cloud';
import { type Recorded, Recorder } from './recorder';
import { run, startScriptCloud } from './script';

let cloud: TestCloud;
const recorder = new Recorder();

beforeAll(async () => {
  cloud = await startScriptCloud({ seed: { notes: [{ _id: 'n1', title: 'one', rank: 1, tags: ['a'] }] } });
  await recorder.start(`${cloud.url}/admin`);
});

afterAll(async () => {
  await recorder.stop();
  await cloud.close();
});

/** The requests that the SDK sends for a script. */
async function requestsOf(script: string): Promise<Recorded[]> {
  recorder.requests.length = 0;
  await run(cloud, `process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: event.url }); ${script}`, {
    url: recorder.url,
  });
  return [...recorder.requests];
}

const INT = (text: string) => ({ $numberInt: text });

test.each([
  {
    api: 'where().get()',
    script: `await db.collection('notes').where({ rank: _.gt(0).and(_.lt(9)), title: /o/i }).orderBy('rank', 'desc').field({ rank: true }).skip(1).limit(5).get()`,
    sent: {
      action: 'database.getDocument',
      queryType: 'WHERE',
      offset: 1,
      limit: 5,
      query: {
        title: { $regularExpression: { pattern: 'o', options: 'i' } },
        $and: [{ rank: { $gt: INT('0') } }, { rank: { $lt: INT('9') } }],
      },
      order: { rank: INT('-1') },
      projection: { rank: INT('1') },
    },
  },
  {
    api: 'doc().get()',
    script: `await db.collection('notes').doc('n1').get()`,
    sent: { action: 'database.getDocument', queryType: 'DOC', query: { _id: 'n1' }, limit: undefined },
  },
  {
    api: 'count()',
    script: `await db.collection('notes').where({ rank: 1 }).count()`,
    sent: { action: 'database.calculateDocument', query: { rank: INT('1') } },
  },
  {
    api: 'doc().set()',
    script: `await db.collection('notes').doc('n2').set({ data: { rank: 2 } })`,
    sent: {
      action: 'database.modifyDocument',
      merge: false,
      upsert: true,
      multi: false,
      data: { rank: INT('2') },
    },
  },
  {
    api: 'doc().update()',
    script: `await db.collection('notes').doc('n1').update({ data: { rank: _.inc(2), tags: _.push(['b']), old: _.remove(), more: { deep: 1 }, at: db.serverDate() } })`,
    sent: {
      action: 'database.modifyDocument',
      merge: true,
      upsert: false,
      multi: false,
      data: {
        $inc: { rank: INT('2') },
        $push: { tags: { $each: ['b'] } },
        $unset: { old: '' },
        $set: { 'more.deep': INT('1'), at: { $tcb_server_date: { offset: INT('0') } } },
      },
    },
  },
  {
    api: 'where().update()',
    script: `await db.collection('notes').where({ rank: 1 }).update({ data: { seen: true } })`,
    sent: { action: 'database.modifyDocument', merge: true, multi: true, data: { $set: { seen: true } } },
  },
  {
    api: 'where().remove()',
    script: `await db.collection('notes').where({ rank: 77 }).remove()`,
    sent: { action: 'database.removeDocument', multi: true, query: { rank: INT('77') } },
  },
])('$api sends what the gateway reads', async ({ script, sent }) => {
  const requests = await requestsOf(script);
  expect(requests).toHaveLength(1);
  expect(requests.map(readTexts)).toEqual([expect.objectContaining({ collectionName: 'notes', ...sent })]);
});

/** The fields that hold extended JSON as text, read, so that the order of keys does not matter. */
function readTexts(request: Recorded): Recorded {
  const read = (key: string, value: unknown) =>
    ['query', 'data', 'order', 'projection'].includes(key) && typeof value === 'string'
      ? JSON.parse(value)
      : value;
  const missing = { limit: undefined };
  return {
    ...missing,
    ...Object.fromEntries(Object.entries(request).map(([key, value]) => [key, read(key, value)])),
  };
}

test('add() sends a list of texts, aggregate() stages with texts', async () => {
  const [added, aggregated] = await requestsOf(`
    await db.collection('notes').add({ data: { _id: 'n3', rank: 3 } });
    await db.collection('notes').aggregate().match({ rank: 3 }).limit(10).end();`);
  expect(added).toMatchObject({
    action: 'database.insertDocument',
    data: ['{"_id":"n3","rank":{"$numberInt":"3"}}'],
  });
  expect(aggregated).toMatchObject({
    action: 'database.aggregateDocuments',
    stages: [
      { stageKey: '$match', stageValue: '{"rank":{"$numberInt":"3"}}' },
      { stageKey: '$limit', stageValue: '10' },
    ],
  });
});

test('a transaction sends its id with document operations, and none with where()', async () => {
  const requests = await requestsOf(`await db.runTransaction(async (t) => {
    await t.collection('notes').doc('n1').update({ data: { rank: 5 } });
    await t.collection('notes').where({ _id: 'n1' }).update({ data: { stray: true } });
  }).catch(seen)`);
  const ids = requests.map(({ action, transactionId }) => [action, typeof transactionId]);
  expect(ids.slice(0, 3)).toEqual([
    ['database.startTransaction', 'undefined'],
    ['database.modifyDocument', 'string'],
    ['database.modifyDocument', 'undefined'],
  ]);
});

test('functions, collections and storage', async () => {
  const requests = await requestsOf(`
    await db.createCollection('fresh');
    await cloud.callFunction({ name: 'misbehave', data: { a: 1 } });
    const { fileID } = await cloud.uploadFile({ cloudPath: 'a/图.txt', fileContent: Buffer.from('x') });
    await cloud.getTempFileURL({ fileList: [fileID] });
    await cloud.deleteFile({ fileList: [fileID] });`);
  expect(requests).toEqual([
    expect.objectContaining({ action: 'database.addCollection', collectionName: 'fresh' }),
    expect.objectContaining({
      action: 'functions.invokeFunction',
      function_name: 'misbehave',
      request_data: '{"a":1}',
    }),
    expect.objectContaining({ action: 'storage.getUploadMetadata', path: 'a/图.txt', method: 'put' }),
    expect.objectContaining({
      action: 'storage.batchGetDownloadUrl',
      file_list: [expect.objectContaining({ fileid: 'cloud://local-env.local/a/图.txt' })],
    }),
    expect.objectContaining({
      action: 'storage.batchDeleteFile',
      fileid_list: ['cloud://local-env.local/a/图.txt'],
    }),
  ]);
});
