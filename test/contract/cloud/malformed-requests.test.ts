import { openPerFile } from '../../support/open';
import { run, startScriptCloud } from './script';

const cloud = openPerFile(() =>
  startScriptCloud({ seed: { notes: [{ _id: 'n1', n: 1, list: [1], deep: { a: 1 } }] } }),
);

/** Sends a body to the gateway as the running function. */
const SCRIPT = `
  const sessionToken = process.env.TENCENTCLOUD_SESSIONTOKEN;
  return JSON.parse(await post(JSON.stringify({ sessionToken, ...event.body })))`;
const send = (body: object) => run<{ code?: string; data?: object }>(cloud, SCRIPT, { body });

const read = { action: 'database.getDocument', collectionName: 'notes' };
const change = {
  action: 'database.modifyDocument',
  collectionName: 'notes',
  merge: true,
  multi: true,
  query: '{}',
};
const aggregate = { action: 'database.aggregateDocuments', collectionName: 'notes' };
const stage = (stageKey: string, stageValue: string) => ({
  ...aggregate,
  stages: [{ stageKey, stageValue }],
});

test.each<[string, object]>([
  ['no action', {}],
  ['an action that every object has', { action: 'constructor' }],
  ['an action that is no text', { action: ['database.getDocument'] }],
  ['a collection that is no text', { ...read, collectionName: 5 }],
  ['a collection that every object has', { ...read, collectionName: '__proto__' }],
  ['a query that is not JSON', { ...read, query: '{' }],
  ['a query that is no object', { ...read, query: '[1]' }],
  ['a query that is no text', { ...read, query: { a: 1 } }],
  ['an unknown operator', { ...read, query: '{"n":{"$nope":1}}' }],
  ['$and without a list', { ...read, query: '{"$and":5}' }],
  ['$in without a list', { ...read, query: '{"n":{"$in":5}}' }],
  [
    'a bad regular expression',
    { ...read, query: '{"n":{"$regularExpression":{"pattern":"(","options":""}}}' },
  ],
  ['a bad date', { ...read, query: '{"n":{"$date":{"a":1}}}' }],
  ['a search around nothing', { ...read, query: '{"at":{"$nearSphere":null}}' }],
  ['a search around no point', { ...read, query: '{"at":{"$near":{"$geometry":{"type":"Point"}}}}' }],
  ['an area that is no geometry', { ...read, query: '{"at":{"$geoWithin":{"$geometry":7}}}' }],
  [
    'an area of an unknown kind',
    { ...read, query: '{"at":{"$geoWithin":{"$geometry":{"type":"toString"}}}}' },
  ],
  ['a circle without a radius', { ...read, query: '{"at":{"$geoWithin":{"$centerSphere":[[1,2]]}}}' }],
  ['an order of direction 2', { ...read, order: '{"n":2}' }],
  ['$geoNear of a text', stage('$geoNear', '"x"')],
  [
    'an upsert of an _id that is a list',
    { ...change, upsert: true, query: '{"_id":[1]}', data: '{"$set":{"a":1}}' },
  ],
  ['code', { ...read, query: '{"$where":"1"}' }],
  ['code in an expression', { ...read, query: '{"$expr":{"$function":{"body":"x","args":[],"lang":"js"}}}' }],
  ['a negative limit', { ...read, limit: -1 }],
  ['an offset that is a text', { ...read, offset: '1' }],
  ['an order that is a text', { ...read, order: '"n"' }],
  ['a projection that mixes', { ...read, projection: '{"n":1,"list":0}' }],
  ['an unknown transaction', { ...read, transactionId: 'nope' }],
  ['a transaction that is no text', { ...read, transactionId: 5 }],
  ['an insert without a list', { action: 'database.insertDocument', collectionName: 'notes', data: '{}' }],
  ['an insert of a scalar', { action: 'database.insertDocument', collectionName: 'notes', data: ['5'] }],
  ['an unknown modifier', { ...change, data: '{"$nope":{"a":1}}' }],
  ['an update without modifiers', { ...change, data: '{"a":1}' }],
  ['a modifier without fields', { ...change, data: '{"$set":5}' }],
  ['a field changed twice', { ...change, data: '{"$set":{"a":1},"$inc":{"a":1}}' }],
  ['$inc of a text', { ...change, data: '{"$inc":{"n":"1"}}' }],
  ['$pop of a number', { ...change, data: '{"$pop":{"n":1}}' }],
  ['a prototype path', { ...change, data: '{"$set":{"constructor.prototype.polluted":1}}' }],
  ['a prototype path that is new', { ...change, data: '{"$rename":{"n":"__proto__.polluted"}}' }],
  ['a rename into a prototype', { ...change, data: '{"$rename":{"n":"constructor.prototype.polluted"}}' }],
  ['a rename to _id', { ...change, data: '{"$rename":{"n":"_id"}}' }],
  ['a removal of _id', { ...change, data: '{"$unset":{"_id":""}}' }],
  ['a rename to an operator', { ...change, data: '{"$rename":{"n":"$where"}}' }],
  ['set without an id', { ...change, merge: false, upsert: true, data: '{"a":1}' }],
  ['stages that are no list', { ...aggregate, stages: {} }],
  ['a stage that is null', { ...aggregate, stages: [null] }],
  ['an unknown stage', stage('$nope', '{}')],
  ['a stage that writes', stage('$out', '"notes"')],
  ['$match without fields', stage('$match', '5')],
  ['$limit below zero', stage('$limit', '-1')],
  ['$group without _id', stage('$group', '{"a":1}')],
  [
    'a prototype target',
    stage('$lookup', '{"from":"notes","localField":"n","foreignField":"n","as":"__proto__.polluted"}'),
  ],
  ['a collection without a name', { action: 'database.addCollection', collectionName: '' }],
  [
    'a function that climbs',
    { action: 'functions.invokeFunction', function_name: '../sdk', request_data: '{}' },
  ],
  [
    'an event that is not JSON',
    { action: 'functions.invokeFunction', function_name: 'misbehave', request_data: '{' },
  ],
  ['an upload that climbs', { action: 'storage.getUploadMetadata', path: '../../etc/passwd' }],
  [
    '51 files at once',
    { action: 'storage.batchDeleteFile', fileid_list: Array.from({ length: 51 }, () => 'x') },
  ],
])('%s: a typed error, nothing changed', async (_name, body) => {
  const reply = await send(body);
  expect(reply).toEqual({
    requestId: expect.any(String),
    code: expect.any(String),
    message: expect.any(String),
  });
  expect(reply.code).not.toBe('SYS_ERR');
  expect(await cloud.db.find('notes')).toEqual([{ _id: 'n1', n: 1, list: [1], deep: { a: 1 } }]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a file id of another environment is not there', async () => {
  const { data } = await send({
    action: 'storage.batchDeleteFile',
    fileid_list: ['cloud://x/../y', 5, null],
  });
  expect(data).toEqual({
    delete_list: ['cloud://x/../y', 5, null].map((fileID) => ({ fileID, code: 'STORAGE_FILE_NONEXIST' })),
  });
});

test('the gateway answers after all that', async () => {
  expect((await send({ ...read, query: '{"n":{"$numberInt":"1"}}' })).data).toEqual({
    list: ['{"_id":"n1","n":{"$numberInt":"1"},"list":[{"$numberInt":"1"}],"deep":{"a":{"$numberInt":"1"}}}'],
  });
});
