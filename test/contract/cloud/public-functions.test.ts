import path from 'node:path';
import { startTestCloud } from '../../support/cloud';
import { openPerTest } from '../../support/open';

const ANN = 'oAnn';
const BEN = 'oBen';
const MORNING = '2026-03-02T07:59:30+08:00';

/** Functions as public Mini Programs have them, on the unmodified SDK. */
const cloud = openPerTest(() =>
  startTestCloud({
    functionsDir: path.resolve(__dirname, '../../fixtures/public-functions'),
    collections: ['posts', 'comments', 'things', 'loans', 'orders', 'customers', 'goods', 'users', 'todos'],
    indexes: [{ collection: 'shops', fields: ['location'], geo: true }],
    now: MORNING,
    riskyWords: ['badword'],
  }),
);

const call = <T = Record<string, unknown>>(name: string, event: object = {}, openid = ANN) =>
  cloud.call<T>(name, event, openid);
const at = (text: string) => new Date(`${text}+08:00`);

test('login', async () => {
  expect(await call('login', { from: 'a card' })).toEqual({
    event: { from: 'a card' },
    openid: ANN,
    appid: 'wxlocal0000000000',
    env: 'local-env',
    function: 'login',
  });
});

test('router: search, page, detail with 250 comments, no such route', async () => {
  const posts = Array.from({ length: 30 }, (_, n) => ({
    _id: `p${n}`,
    title: `Title ${n}`,
    createTime: n,
    body: 'x',
  }));
  await cloud.db.insertMany('posts', posts);
  const comments = Array.from({ length: 250 }, (_, n) => ({ postId: 'p3', createTime: 250 - n }));
  await cloud.db.insertMany('comments', [...comments, { postId: 'p4', createTime: 1 }]);
  expect(await call('router', { $url: 'search', keyword: 'TITLE 2', start: 1, count: 2 })).toEqual([
    { _id: 'p28', title: 'Title 28', createTime: 28 },
    { _id: 'p27', title: 'Title 27', createTime: 27 },
  ]);
  const { post, comments: found } = await call<{ post: object; comments: { createTime: number }[] }>(
    'router',
    {
      $url: 'detail',
      id: 'p3',
    },
  );
  expect(post).toEqual(posts[3]);
  expect(found.map(({ createTime }) => createTime)).toEqual(Array.from({ length: 250 }, (_, n) => n + 1));
  expect(await call('router', { $url: 'nothing' })).toEqual({ code: 404, by: ANN });
});

test('all-records: 250 rows in three pages, 100 without a limit', async () => {
  await cloud.db.insertMany(
    'posts',
    Array.from({ length: 250 }, (_, n) => ({ n })),
  );
  const { data, errMsg, withoutLimit } = await call<{
    data: { n: number }[];
    errMsg: string;
    withoutLimit: number;
  }>('all-records', { collection: 'posts' });
  expect([new Set(data.map(({ n }) => n)).size, errMsg, withoutLimit]).toEqual([
    250,
    'collection.get:ok',
    100,
  ]);
});

test('borrow: of three people two get one of two things, and one gives it back', async () => {
  await cloud.db.insertMany('things', [{ _id: 'tent', stock: 2, borrowers: [] }]);
  const lent = await Promise.all(
    [ANN, BEN, 'oCat'].map((openid) => call('borrow', { thingId: 'tent' }, openid)),
  );
  const got = lent.filter(({ success }) => success);
  expect(got).toHaveLength(2);
  expect(lent.filter(({ success }) => !success)).toEqual([
    { success: false, error: { reason: 'none left', stock: 0 } },
  ]);
  expect(await call('borrow', { thingId: 'boat' })).toEqual({ success: false, error: 'no such thing' });
  expect(await call('borrow', { action: 'back', loanId: got[0]?.loanId })).toEqual({ success: true });
  expect(await call('borrow', { action: 'back', loanId: 'unknown' })).toMatchObject({ success: false });
  const loans = await cloud.db.find('loans');
  expect(loans).toEqual([
    { _id: got[1]?.loanId, _openid: expect.any(String), thingId: 'tent', at: expect.any(Date) },
  ]);
  expect(await cloud.db.get('things', 'tent')).toEqual({
    _id: 'tent',
    stock: 1,
    borrowers: [loans[0]?._openid],
  });
});

test('report: days in China, best customers, orders joined with their goods', async () => {
  await cloud.db.insertMany('customers', [{ _id: 'c1', name: 'Chen' }]);
  await cloud.db.insertMany('goods', [
    { _id: 'g1', title: 'Tea', weight: 5 },
    { _id: 'g2', title: 'Pen', weight: 1 },
  ]);
  await cloud.db.insertMany('orders', [
    { _id: 'o1', customerId: 'c1', goodsId: 'g1', price: 10, paidAt: at('2026-03-01T00:30:00') },
    { _id: 'o2', customerId: 'c2', goodsId: 'g2', price: 4, paidAt: at('2026-03-01T23:30:00') },
    { _id: 'o3', customerId: 'c1', goodsId: 'g9', price: 7, paidAt: at('2026-03-02T01:00:00') },
    {
      _id: 'o4',
      customerId: 'c1',
      goodsId: 'g1',
      price: 99,
      paidAt: at('2026-03-02T01:00:00'),
      isDeleted: true,
    },
    { _id: 'o5', customerId: 'c2', goodsId: 'g1', price: 1, paidAt: at('2026-02-28T23:59:00') },
  ]);
  expect(await call('report', { month: '2026-03', minimum: 2 })).toEqual({
    code: 0,
    days: [
      { day: '01', total: 14, orders: 2, average: 7 },
      { day: '02', total: 7, orders: 1, average: 7 },
    ],
    customers: [
      { _id: 'c1', spent: 17, goods: 2, name: 'Chen' },
      { _id: 'c2', spent: 5, goods: 2, name: 'nobody' },
    ],
    heavy: [
      { title: 'Tea', weight: 5, _id: 'o1', customerId: 'c1', goodsId: 'g1', price: 10 },
      { title: 'Tea', weight: 5, _id: 'o4', customerId: 'c1', goodsId: 'g1', price: 99, isDeleted: true },
      { title: 'Tea', weight: 5, _id: 'o5', customerId: 'c2', goodsId: 'g1', price: 1 },
    ],
  });
});

test('poster: a code goes up, comes back and replaces the old one', async () => {
  const first = await call<{ fileID: string; url: string }>('poster', { scene: 'id=1', page: 'pages/a/a' });
  expect(first).toEqual({
    fileID: 'cloud://local-env.local/codes/oAnn-id=1.png',
    type: 'image/png',
    url: expect.stringContaining('http://127.0.0.1'),
    isSame: true,
  });
  expect((await fetch(first.url)).status).toBe(200);
  const second = await call('poster', { scene: 'id=2', page: 'pages/a/a', old: first.fileID });
  expect(second).toMatchObject({ isSame: true, removed: [0] });
  expect((await fetch(first.url)).status).toBe(404);
  expect(await call('poster', { scene: '', page: 'pages/a/a' })).toMatchObject({ errCode: 40169 });
});

test('notify: sent with consent, else the error of WeChat as the answer', async () => {
  const message = { title: 'Hello', time: '2026-03-02', templateId: 'T' };
  expect(await call('notify', message)).toMatchObject({ errCode: 43101 });
  await cloud.grantSubscription(ANN, 'T');
  expect(await call('notify', message)).toEqual({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' });
  expect(cloud.outbox.list()).toMatchObject([
    { touser: ANN, by: 'notify', data: { thing1: { value: 'Hello' } } },
  ]);
});

test('remind: a timer that calls another function for what is due today in China', async () => {
  const todo = (_id: string, openid: string, due: string, done = false) => ({
    _id,
    _openid: openid,
    title: _id,
    dueAt: at(due),
    done,
  });
  await cloud.db.insertMany('todos', [
    todo('early', ANN, '2026-03-02T00:00:00'),
    todo('late', BEN, '2026-03-02T23:59:59'),
    todo('tomorrow', ANN, '2026-03-03T00:00:00'),
    todo('done', ANN, '2026-03-02T10:00:00', true),
    todo('old', ANN, '2026-01-02T10:00:00', true),
  ]);
  await cloud.grantSubscription(ANN, 'due');
  cloud.clock.advance(60_000);
  await cloud.timers.runDue();
  expect(cloud.timers.runs()).toMatchObject([{ functionName: 'remind', name: 'everyMorning', error: null }]);
  expect(cloud.outbox.list().map(({ touser, data }) => [touser, data.thing1?.value])).toEqual([
    [ANN, 'early'],
  ]);
  const again = await cloud.timers.runNow('remind');
  expect(again.result).toEqual({ trigger: 'everyMorning', results: [43101], removed: 0 });
  expect(await cloud.db.get('todos', 'early')).toMatchObject({ remindedOn: '2026-03-02' });
  expect(await cloud.db.get('todos', 'old')).toBeUndefined();
});

test('nearby: nearest first, with distances, inside an area', async () => {
  const shop = (name: string, lon: number, lat: number, isOpen = true) => ({
    name,
    isOpen,
    location: { type: 'Point', coordinates: [lon, lat] },
  });
  await cloud.db.insertMany('shops', [
    shop('two km', 121.491, 31.23),
    shop('here', 121.47, 31.23),
    shop('closed', 121.471, 31.23, false),
    shop('far', 121.6, 31.23),
  ]);
  expect(await call('nearby', { longitude: 121.47, latitude: 31.23 })).toEqual({
    around: [
      ['here', 121.47, 31.23],
      ['two km', 121.491, 31.23],
    ],
    ranked: [
      ['here', 0],
      ['two km', 1.9],
    ],
    inside: 4,
  });
});

test('social: a hundred ways to update', async () => {
  await cloud.db.insertMany('posts', [{ _id: 'p', likes: 0, likedBy: [] }]);
  const likes = await Promise.all(
    Array.from({ length: 5 }, () => call('social', { action: 'like', postId: 'p' })),
  );
  expect(likes.map(({ code }) => code).sort()).toEqual([200, 409, 409, 409, 409]);
  expect(await cloud.db.get('posts', 'p')).toEqual({ _id: 'p', likes: 1, likedBy: [ANN], last: { by: ANN } });
  expect(await call('social', { action: 'save', profile: { age: 3 } })).toEqual({
    _id: 'u-oAnn',
    stats: { updated: 0, created: 1 },
  });
  await call('social', { action: 'mark', add: ['a', 'b', 'a'] });
  await call('social', { action: 'mark', add: ['b', 'c'], drop: ['a', 'x'] });
  expect(await call('social', { action: 'search', word: 'tea' })).toEqual({ code: 200, seen: 1 });
  await call('social', { action: 'search', word: 'to' });
  expect(await cloud.db.get('users', 'u-oAnn')).toEqual({
    _id: 'u-oAnn',
    openid: ANN,
    profile: { age: 3, lastSearch: expect.any(Date) },
    marks: ['b', 'c'],
    history: ['to', 'tea'],
    searches: 2,
    best: 3,
  });
  expect(await call('social', { action: 'forget' })).toEqual({ updated: 1 });
  expect(await cloud.db.get('users', 'u-oAnn')).toMatchObject({ history: [], profile: { age: 3 } });
  expect(await call('social', { action: 'fly' })).toEqual({ code: 400, message: 'unknown action' });
});

test('records: a collection, rows and errors, all by the event', async () => {
  const on = (type: string, more = {}) => call('records', { type, collection: 'free', ...more });
  expect(await on('create')).toMatchObject({ errMsg: 'createCollection:ok' });
  expect(await on('create')).toMatchObject({ exists: true });
  const many = await on('add', { data: [{ n: 1 }, { n: 2 }] });
  expect(many).toEqual({ _ids: [expect.any(String), expect.any(String)], errMsg: 'collection.add:ok' });
  const one = await on('add', { data: { _id: 'x', n: 3 } });
  expect(one).toEqual({ _id: 'x', errMsg: 'collection.add:ok' });
  expect(await on('update', { where: { n: 2 }, data: { n: 5, tags: ['a'] } })).toMatchObject({
    stats: { updated: 1 },
  });
  const { data } = await call<{ data: { n: number }[] }>('records', {
    type: 'query',
    collection: 'free',
    where: {},
    by: 'n',
    order: 'desc',
  });
  expect(data.map(({ n }) => n)).toEqual([5, 3, 1]);
  expect(await on('remove', { id: 'x' })).toMatchObject({ stats: { removed: 1 } });
  expect(await on('get', { id: 'x' })).toEqual(expect.stringContaining('document with _id x does not exist'));
  expect(await on('nothing')).toBeNull();
});

test('moderate: a harmless text with a picture is kept, a risky one is not', async () => {
  const picture = Buffer.from('\u0089PNG harmless').toString('base64');
  const event = { content: 'a nice day', picture, cloudPath: 'posts/1.png' };
  expect(await call('moderate', event)).toEqual({
    success: true,
    fileID: 'cloud://local-env.local/posts/1.png',
    id: expect.any(String),
  });
  expect(await call('moderate', { ...event, content: 'a badword' })).toEqual({
    success: false,
    text: true,
    image: false,
  });
  expect(await cloud.db.count('posts')).toBe(1);
});
