import type { TestCloud } from '../../support/cloud';
import { AS_USER, failure, run, startScriptCloud } from './script';

let cloud: TestCloud;

afterEach(() => cloud.close());

async function start(more = {}): Promise<void> {
  cloud = await startScriptCloud({
    seed: { rows: ['a', 'b', 'c'].map((_id) => ({ _id, n: 1, of: 'x' })) },
    indexes: [
      { collection: 'rows', fields: ['of', 'n'] },
      { collection: 'seats', fields: ['number'], unique: true },
    ],
    ...more,
  });
}

const rows = `const rows = db.collection('rows'); const t = await db.startTransaction(); const mine = t.collection('rows');
  const read = async (of) => (await of.get()).data;`;

describe('a transaction sees its start and itself', () => {
  beforeEach(() => start());

  test('documents that others changed, removed or added since', async () => {
    const seenRows = await run(
      cloud,
      `${rows}
       await rows.doc('a').update({ data: { n: 2 } });
       await rows.doc('a').update({ data: { n: 3 } });
       await rows.doc('b').remove();
       await rows.add({ data: { _id: 'd', n: 1 } });
       return [await read(mine.doc('a')), await read(mine.doc('b')), await read(mine.doc('d')).catch((e) => seen(e).text)]`,
    );
    expect(seenRows).toEqual([
      { _id: 'a', n: 1, of: 'x' },
      { _id: 'b', n: 1, of: 'x' },
      expect.stringContaining('does not exist'),
    ]);
  });

  test('in queries too, by an index and without one', async () => {
    const ids = await run(
      cloud,
      `${rows}
       await rows.doc('a').update({ data: { n: 2, of: 'y' } });
       await rows.doc('b').remove();
       await rows.add({ data: { _id: 'd', n: 1, of: 'x' } });
       await mine.doc('c').update({ data: { n: 5 } });
       await mine.add({ data: { _id: 'e', n: 1, of: 'x' } });
       const ids = async (filter) => (await read(mine.where(filter))).map((row) => row._id).sort();
       return [await ids({ of: 'x', n: 1 }), await ids({ n: _.gt(1) }), await ids({ of: 'y' }), await ids({})]`,
    );
    expect(ids).toEqual([['a', 'b', 'e'], ['c'], [], ['a', 'b', 'c', 'e']]);
  });

  test('what it removed is gone for it, what it writes is for the rest not there', async () => {
    const lists = await run(
      cloud,
      `${rows}
       await mine.doc('a').remove();
       await mine.doc('b').set({ data: { n: 9 } });
       const ids = async (of) => (await read(of.where({ n: _.gte(0) }))).map(({ _id, n }) => _id + n);
       return [(await ids(mine)).sort(), await ids(rows)]`,
    );
    expect(lists).toEqual([
      ['b9', 'c1'],
      ['a1', 'b1', 'c1'],
    ]);
  });

  test('a document that came and went in the meantime is a conflict for who adds it', async () => {
    const error = await failure(
      cloud,
      `${rows}
       await rows.doc('d').set({ data: { n: 1 } });
       await rows.doc('d').remove();
       await mine.add({ data: { _id: 'd', n: 2 } });
       await t.commit()`,
    );
    expect(error.code).toBe('DATABASE_TRANSACTION_CONFLICT');
  });

  test('a unique key that another took since is a conflict, which the SDK tries again', async () => {
    const outcome = await run(
      cloud,
      `const seats = db.collection('seats'); let tries = 0;
       try {
         await db.runTransaction(async (t) => {
           tries += 1;
           await t.collection('seats').add({ data: { _id: 's' + tries, number: 1 } });
           if (tries === 1) await seats.add({ data: { _id: 'other', number: 1 } });
         });
       } catch (e) { return [tries, seen(e).text] }`,
    );
    expect(outcome).toEqual([2, expect.stringContaining('E11000')]);
  });

  test('documents that stay the same are no conflict, however long it reads', async () => {
    const script = `${rows}
      for (let i = 0; i < 20; i += 1) await rows.doc('a').update({ data: { n: _.inc(1) } });
      const first = (await read(mine.doc('a'))).n;
      const other = await db.startTransaction();
      const later = (await read(other.collection('rows').doc('a'))).n;
      await other.rollback();
      await mine.doc('b').update({ data: { n: first } });
      await t.commit();
      return [first, later, (await read(mine.doc('a')).catch((e) => seen(e).text))]`;
    expect(await run(cloud, script)).toEqual([1, 21, expect.stringContaining('Transaction does not exist')]);
  });
});

describe('where a conflict shows', () => {
  const clash = `${rows}
    await rows.doc('a').update({ data: { n: 7 } });
    try { await mine.doc('a').update({ data: { n: 8 } }) } catch (e) { return ['operation', seen(e)] }
    try { await t.commit() } catch (e) { return ['commit', seen(e)] }`;

  test('at the commit', async () => {
    await start();
    const expected = ['commit', expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' })];
    expect(await run(cloud, clash)).toEqual(expected);
  });

  test('or in the operation, as an error that the SDK does not try again', async () => {
    await start({ conflicts: 'operation' });
    const text = expect.stringContaining('Transaction is conflict');
    expect(await run(cloud, clash)).toEqual([
      'operation',
      expect.objectContaining({ errCode: -501001, text }),
    ]);
    const both = `${rows}
      const other = await db.startTransaction();
      await other.collection('rows').doc('b').update({ data: { n: 2 } });
      await mine.doc('b').remove()`;
    expect((await failure(cloud, both)).text).toContain('Transaction is conflict');
    const gone = `${rows}
      await rows.doc('c').remove();
      await mine.doc('c').set({ data: { n: 1 } }).catch(() => undefined);
      await t.commit()`;
    expect((await failure(cloud, gone)).code).toBe('DATABASE_TRANSACTION_FAIL');
  });
});

test('another call cannot use it', async () => {
  await start();
  const other = `const t = await db.startTransaction(); const inner = t._transaction ?? t;
    inner._id = event.id;
    try { await t.collection('rows').doc('a').update({ data: { n: 0 } }) } catch (e) { return seen(e).text }`;
  const script = `${rows}
    const id = (t._transaction ?? t)._id;
    const { result } = await cloud.callFunction({ name: 'sdk', data: { script: event.other, id } });
    await mine.doc('a').update({ data: { n: 5 } });
    await t.commit();
    return [typeof id, result]`;
  const expected = ['string', expect.stringContaining('Transaction does not exist')];
  expect(await run(cloud, script, { other })).toEqual(expected);
  expect(await cloud.db.get('rows', 'a')).toMatchObject({ n: 5 });
});

describe('where() inside', () => {
  beforeEach(() => start());

  const warnings = async (script: string) =>
    (await cloud.invoke('sdk', { script }, { as: AS_USER })).warnings;
  const inside = (work: string) => `await db.runTransaction(async (t) => { ${work} })`;
  const warned = (action: string) => [
    { kind: 'where-in-transaction', action: `database.${action}`, collection: 'rows' },
  ];

  test.each([
    ['getDocument', `t.collection('rows').where({ n: 1 }).get()`],
    ['getDocument', `db.collection('rows').where({ n: 1 }).get()`],
    ['modifyDocument', `t.collection('rows').where({ n: 1 }).update({ data: { n: 2 } })`],
    ['removeDocument', `t.collection('rows').where({ n: 1 }).remove()`],
    ['calculateDocument', `t.collection('rows').where({ n: 1 }).count()`],
    ['aggregateDocuments', `db.collection('rows').aggregate().match({ n: 1 }).end()`],
  ])('%s is recorded: %s', async (action, work) => {
    expect(await warnings(inside(`await ${work}`))).toEqual(warned(action));
  });

  test('document operations are not, nor anything before and after', async () => {
    const script = `const all = () => db.collection('rows').where({ n: 1 }).get();
      await all();
      ${inside(`const rows = t.collection('rows');
        await rows.doc('a').get(); await rows.doc('a').update({ data: { n: 2 } }); await rows.doc('b').remove();
        await rows.doc('e').set({ data: { n: 1 } }); await rows.add({ data: { n: 1 } });
        await db.collection('rows').doc('c').get()`)};
      await all()`;
    expect(await warnings(script)).toEqual([]);
  });

  test('a test of the product fails on it', async () => {
    const script = inside(`await t.collection('rows').where({ n: 1 }).count()`);
    await expect(cloud.call('sdk', { script }, 'oAny')).rejects.toThrow('where-in-transaction');
  });
});
