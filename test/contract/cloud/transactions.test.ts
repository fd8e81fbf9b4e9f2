import { openPerFile } from '../../support/open';
import { failure, run, startScriptCloud } from './script';

const cloud = openPerFile(() => startScriptCloud({ collections: ['accounts'] }));
beforeEach(async () => {
  await run(
    cloud,
    `for (const id of ['a', 'b']) await db.collection('accounts').doc(id).set({ data: { sum: 10 } })`,
  );
});

const sum = async (id: string) => (await cloud.db.get('accounts', id))?.sum;

test('all its writes or none', async () => {
  await run(
    cloud,
    `await db.runTransaction(async (t) => {
       await t.collection('accounts').doc('a').update({ data: { sum: _.inc(-3) } });
       await t.collection('accounts').doc('b').update({ data: { sum: _.inc(3) } });
       await t.collection('accounts').add({ data: { _id: 'log', of: 'a' } });
     })`,
  );
  expect([await sum('a'), await sum('b'), await cloud.db.count('accounts')]).toEqual([7, 13, 3]);
  const error = await failure(
    cloud,
    `await db.runTransaction(async (t) => {
       await t.collection('accounts').doc('a').update({ data: { sum: 0 } });
       await t.collection('accounts').doc('log').remove();
       throw new Error('changed my mind');
     })`,
  );
  expect(error.text).toContain('changed my mind');
  expect([await sum('a'), await cloud.db.count('accounts')]).toEqual([7, 3]);
});

test('sees its own writes, others do not', async () => {
  const seenSums = await run(
    cloud,
    `const t = await db.startTransaction();
     await t.collection('accounts').doc('a').update({ data: { sum: 99 } });
     const inside = (await t.collection('accounts').doc('a').get()).data.sum;
     const outside = (await db.collection('accounts').doc('a').get()).data.sum;
     await t.rollback();
     return [inside, outside, (await db.collection('accounts').doc('a').get()).data.sum]`,
  );
  expect(seenSums).toEqual([99, 10, 10]);
});

test('rollback rejects with what was given', async () => {
  const reason = await run(
    cloud,
    `try { await db.runTransaction(async (t) => { await t.rollback({ why: 'short' }) }) } catch (e) { return e }`,
  );
  expect(reason).toEqual({ why: 'short' });
});

test('a conflict at commit is tried again by the SDK', async () => {
  const tries = await run(
    cloud,
    `let tries = 0;
     await db.runTransaction(async (t) => {
       tries += 1;
       await t.collection('accounts').doc('a').update({ data: { sum: _.inc(1) } });
       if (tries < 3) await db.collection('accounts').doc('a').update({ data: { sum: _.inc(100) } });
     });
     return tries`,
  );
  expect(tries).toBe(3);
  expect(await sum('a')).toBe(211);
});

test('a conflict that stays is given up after four attempts', async () => {
  const [tries, error] = await run<[number, { code: string }]>(
    cloud,
    `let tries = 0;
     try {
       await db.runTransaction(async (t) => {
         tries += 1;
         await t.collection('accounts').doc('a').update({ data: { sum: _.inc(1) } });
         await db.collection('accounts').doc('a').update({ data: { sum: _.inc(100) } });
       });
     } catch (e) { return [tries, seen(e)] }`,
  );
  expect(tries).toBe(4);
  expect(error.code).toBe('DATABASE_TRANSACTION_CONFLICT');
});

test('no update is lost between calls at the same time', async () => {
  const script = `await db.runTransaction(async (t) => {
      const { data } = await t.collection('accounts').doc('b').get();
      await t.collection('accounts').doc('b').update({ data: { sum: data.sum + 1 } });
    }, 1000)`;
  await Promise.all(Array.from({ length: 8 }, () => run(cloud, script)));
  expect(await sum('b')).toBe(18);
});

test('an unknown or finished transaction is refused', async () => {
  const error = await failure(
    cloud,
    `const t = await db.startTransaction(); await t.commit(); await t.collection('accounts').doc('a').update({ data: { sum: 1 } })`,
  );
  expect(error.text).toContain('Transaction does not exist');
});
