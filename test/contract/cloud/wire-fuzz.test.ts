import fc from 'fast-check';
import { openPerFile } from '../../support/open';
import { AS_USER, startScriptCloud } from './script';

/** Of a call that runs as long as the test does. */
let sessionToken: string;
let call: Promise<unknown>;
const SCRIPT = `await db.collection('calls').add({ data: { _id: 't', token: process.env.TENCENTCLOUD_SESSIONTOKEN } });
  while ((await db.collection('calls').count()).total > 0) await new Promise((done) => setTimeout(done, 100))`;

const cloud = openPerFile(() =>
  startScriptCloud({
    collections: ['notes', 'calls'],
    indexes: [
      { collection: 'notes', fields: ['n'] },
      { collection: 'notes', fields: ['at'], geo: true },
    ],
  }),
);
beforeEach(async () => {
  await cloud.db.replaceAll({ notes: NOTES, calls: [] });
  call = cloud.invoke('patient', { script: SCRIPT }, { as: AS_USER });
  let token: unknown;
  while (token === undefined) {
    await new Promise((done) => setTimeout(done, 20));
    token = (await cloud.db.get('calls', 't'))?.token;
  }
  sessionToken = String(token);
  jest.spyOn(console, 'error');
});
afterEach(async () => {
  // The gateway logs what it did not foresee.
  expect(console.error).not.toHaveBeenCalled();
  jest.restoreAllMocks();
  // The call is still there: what was sent was sent on its behalf.
  expect(
    (await send({ action: 'database.calculateDocument', collectionName: 'notes', query: '{}' })).data,
  ).toBeDefined();
  await cloud.db.replaceAll({ calls: [] });
  await call;
});

const NOTES = [
  { _id: 'n1', n: 1, text: 'one', list: [1, 'a', { b: 2 }], deep: { a: { b: 1 } } },
  { _id: 'n2', n: null, text: '', list: [], at: { type: 'Point', coordinates: [1, 2] } },
];
const JSON_TYPE = 'application/json';

/** The reply, which must come, and must be one that the SDK can read: an answer or a typed refusal. */
async function post(body: string | Uint8Array, type = JSON_TYPE): Promise<Record<string, unknown>> {
  const reply = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': type },
    signal: AbortSignal.timeout(20_000),
  });
  expect(reply.status).toBe(200);
  if (reply.headers.get('content-type') === 'application/octet-stream')
    return { bytes: await reply.arrayBuffer() };
  const json = (await reply.json()) as Record<string, unknown>;
  expect(json.requestId).toEqual(expect.any(String));
  if (json.code === undefined) return json;
  expect(json).toEqual({ requestId: json.requestId, code: expect.any(String), message: expect.any(String) });
  expect(json.code).not.toBe('SYS_ERR');
  return json;
}
const send = (body: object) => post(JSON.stringify({ sessionToken, ...body }));
const check = <T>(arbitrary: fc.Arbitrary<T>, test: (value: T) => Promise<unknown>, numRuns = 150) =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      await test(value);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }),
    { numRuns, endOnFailure: true },
  );

const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '$where',
  '$set',
  'a.b',
  '',
  '.',
  '$',
  'a\0b',
];
const OPERATORS = [
  ...[
    '$eq',
    '$ne',
    '$gt',
    '$lte',
    '$in',
    '$nin',
    '$and',
    '$or',
    '$nor',
    '$not',
    '$exists',
    '$type',
    '$mod',
    '$all',
  ],
  ...[
    '$size',
    '$elemMatch',
    '$regex',
    '$options',
    '$expr',
    '$near',
    '$nearSphere',
    '$geoWithin',
    '$geometry',
  ],
  ...[
    '$set',
    '$unset',
    '$inc',
    '$mul',
    '$min',
    '$max',
    '$rename',
    '$push',
    '$pull',
    '$pop',
    '$addToSet',
    '$each',
  ],
  ...[
    '$date',
    '$numberInt',
    '$numberLong',
    '$oid',
    '$binary',
    '$regularExpression',
    '$tcb_server_date',
    '$uuid',
  ],
  ...[
    '$group',
    '$sum',
    '$lookup',
    '$project',
    '$cond',
    '$dateToString',
    '$arrayElemAt',
    '$mergeObjects',
    '$sort',
  ],
];
const key = fc.oneof(
  fc.constantFrom('_id', 'n', 'text', 'list', 'at', 'deep.a.b', 'list.0', 'polluted'),
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...OPERATORS),
  fc.string({ maxLength: 6 }),
);
const leaf = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.string({ maxLength: 8 }),
  fc.boolean(),
  fc.constantFrom(null, 'n1', '$n', '$$ROOT', '$$nobody', '__proto__', 'polluted'),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => {
      const fields = Object.create(null);
      for (const [name, item] of entries) fields[name] = item;
      return fields;
    }),
  ),
}));
const text = fc.oneof(
  { weight: 5, arbitrary: value.map((item) => JSON.stringify(item) ?? 'null') },
  { weight: 1, arbitrary: fc.string() },
);
const ACTIONS = [
  ...[
    'getDocument',
    'calculateDocument',
    'insertDocument',
    'modifyDocument',
    'removeDocument',
    'addCollection',
  ],
  ...[
    'aggregateDocuments',
    'modifyAndReturnDoc',
    'startTransaction',
    'commitTransaction',
    'abortTransaction',
  ],
].map((name) => `database.${name}`);

test('any bytes', async () => {
  await check(fc.uint8Array({ maxLength: 200 }), (bytes) => post(bytes));
  await check(fc.json(), (json) => post(json));
});

test('any fields for any action', async () => {
  const others = ['functions.invokeFunction', 'storage.getUploadMetadata', 'storage.batchGetDownloadUrl'];
  const action = fc.constantFrom(...ACTIONS, ...others, 'storage.batchDeleteFile', 'wx.openApi', 'wx.api');
  const names = [
    'collectionName',
    'query',
    'data',
    'order',
    'limit',
    'offset',
    'projection',
    'stages',
    'merge',
  ];
  const more = [
    'multi',
    'upsert',
    'transactionId',
    'queryType',
    'path',
    'file_list',
    'fileid_list',
    'requestData',
  ];
  const fields = fc.dictionary(fc.constantFrom(...names, ...more), fc.oneof(value, text), { maxKeys: 6 });
  await check(fc.tuple(action, fields), ([name, body]) => send({ ...body, action: name }));
});

test('any query, order and projection', async () => {
  const query = fc.record({ query: text, order: text, projection: text }, { requiredKeys: ['query'] });
  const reading = { action: 'database.getDocument', collectionName: 'notes' };
  await check(query, (body) => send({ ...reading, ...body }), 400);
});

test('any change', async () => {
  const body = fc.record({
    query: text,
    data: text,
    multi: fc.boolean(),
    upsert: fc.boolean(),
    merge: fc.boolean(),
  });
  const writing = { action: 'database.modifyDocument', collectionName: 'notes' };
  const modifiers = fc.constantFrom(
    '$set',
    '$inc',
    '$push',
    '$pull',
    '$rename',
    '$unset',
    '$addToSet',
    '$min',
    '$pop',
  );
  const operator = fc
    .tuple(modifiers, fc.dictionary(key, value, { maxKeys: 2 }))
    .map(([name, operands]) => JSON.stringify({ [name]: operands }));
  await check(body, (change) => send({ ...writing, ...change }), 200);
  await check(operator, (data) => send({ ...writing, query: '{}', multi: true, merge: true, data }), 400);
});

test('any pipeline', async () => {
  const names = [
    'match',
    'group',
    'project',
    'sort',
    'limit',
    'skip',
    'unwind',
    'lookup',
    'addFields',
    'sample',
  ];
  const rest = [
    'count',
    'bucket',
    'replaceRoot',
    'sortByCount',
    'geoNear',
    'facet',
    'unset',
    'graphLookup',
    'redact',
  ];
  const stageKey = fc.constantFrom(...[...names, ...rest].map((name) => `$${name}`));
  const stages = fc.array(fc.record({ stageKey, stageValue: text }), { maxLength: 3 });
  const aggregating = { action: 'database.aggregateDocuments', collectionName: 'notes' };
  await check(stages, (list) => send({ ...aggregating, stages: list }), 400);
});

test('any document is refused or comes back as it went, under its own keys', async () => {
  const inserting = { action: 'database.insertDocument', collectionName: 'notes' };
  const document = fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => {
    const fields = Object.create(null);
    for (const [name, item] of entries) if (name !== '_id' && name !== 'at') fields[name] = item;
    return fields;
  });
  let kept = 0;
  await check(
    document,
    async (fields) => {
      const { data } = await send({ ...inserting, data: [JSON.stringify(fields)] });
      const [id] = (data as { insertedIds: string[] } | undefined)?.insertedIds ?? [];
      if (id === undefined) return;
      const back = await cloud.db.get('notes', id);
      expect(Object.keys(back ?? {}).sort()).toEqual([...Object.keys(fields), '_id'].sort());
      for (const name of Object.keys(fields)) expect(name).not.toMatch(/^\$|[.]|__proto__/);
      kept += 1;
    },
    300,
  );
  expect(kept).toBeGreaterThan(20);
});

test('any form', async () => {
  const boundary = (body: Uint8Array | string) => post(body, 'multipart/form-data; boundary=cut');
  await check(fc.uint8Array({ maxLength: 200 }), boundary);
  const apis = ['security.msgSecCheck', 'subscribeMessage.send', 'wxacode.getUnlimited', 'constructor', ''];
  const api = fc.constantFrom(
    ...apis,
    'security.imgSecCheck',
    'soter.verifySignature',
    'phonenumber.getPhoneNumber',
  );
  const form = fc.tuple(
    fc.constantFrom('wx.openApi', 'wx.wxPayApi', ''),
    api,
    fc.uint8Array({ maxLength: 60 }),
  );
  await check(form, ([action, apiName, bytes]) => {
    const part = (name: string, content: Uint8Array | string) => [
      Buffer.from(`--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ];
    const texts = Object.entries({ sessionToken, action, apiName });
    const parts = [...texts.flatMap(([name, content]) => part(name, content)), ...part('requestData', bytes)];
    return boundary(Buffer.concat([...parts, Buffer.from('--cut--\r\n')]));
  });
});

describe.each([101, 1000, 2000, 3000, 5000, 100_000])('nested %i deep', (depth) => {
  const list = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const objects = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const conditions = `${'{"$and":['.repeat(depth)}{"n":1}${']}'.repeat(depth)}`;
  const at = { collectionName: 'notes' };
  test.each<[string, object]>([
    ['a query of lists', { ...at, action: 'database.getDocument', query: `{"a":${list}}` }],
    ['a query of objects', { ...at, action: 'database.getDocument', query: objects }],
    ['conditions', { ...at, action: 'database.getDocument', query: conditions }],
    ['a document', { ...at, action: 'database.insertDocument', data: [objects] }],
    ['a list in a document', { ...at, action: 'database.insertDocument', data: [`{"a":${list}}`] }],
    [
      'a change',
      { ...at, action: 'database.modifyDocument', query: '{}', merge: true, data: `{"$set":${objects}}` },
    ],
    [
      'a stage',
      { ...at, action: 'database.aggregateDocuments', stages: [{ stageKey: '$match', stageValue: objects }] },
    ],
    ['an event', { action: 'functions.invokeFunction', function_name: 'nobody', request_data: objects }],
  ])('%s: a typed refusal', async (_name, body) => {
    expect(await send(body)).toMatchObject({ code: expect.any(String) });
  });
  test('the request itself', async () => {
    expect(await post(list)).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await post(`{"sessionToken":${list}}`)).toMatchObject({ code: expect.any(String) });
  });
});

test('the gateway answers as before after all that', async () => {
  const { data } = await send({ action: 'database.calculateDocument', collectionName: 'notes', query: '{}' });
  expect(data).toEqual({ total: NOTES.length });
});
