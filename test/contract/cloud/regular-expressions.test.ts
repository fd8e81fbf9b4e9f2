import { openPerFile } from '../../support/open';
import { failure, run, startScriptCloud } from './script';

const cloud = openPerFile(async () => {
  const notes = Array.from({ length: 500 }, (_, n) => ({ _id: `n${n}`, text: `note ${n}`, tags: ['a'] }));
  const trap = { _id: 'trap', text: `${'a'.repeat(60)}!`, tags: [`${'a'.repeat(60)}!`] };
  return startScriptCloud({ seed: { notes: [...notes, trap] } });
});

const RUNAWAY = '/^(a+)+$/';

describe('an expression that runs away is stopped, and named', () => {
  test.each([
    ['get', `where({ text: ${RUNAWAY} }).get()`],
    ['db.RegExp', `where({ text: db.RegExp({ regexp: '^(a+)+$', options: 'i' }) }).get()`],
    ['count', `where(_.or([{ text: ${RUNAWAY} }, { text: 'x' }])).count()`],
    ['update', `where({ text: ${RUNAWAY} }).update({ data: { seen: true } })`],
    ['remove', `where({ text: ${RUNAWAY} }).remove()`],
    ['pull', `doc('trap').update({ data: { tags: _.pull(${RUNAWAY}) } })`],
    ['match', `aggregate().match({ text: ${RUNAWAY} }).end()`],
  ])('%s', async (_name, script) => {
    const before = await cloud.db.get('notes', 'trap');
    const error = await failure(cloud, `await db.collection('notes').${script}`);
    expect([-502001, 'DATABASE_REQUEST_FAILED']).toContain(error.code ?? error.errCode);
    expect(error.text).toContain('^(a+)+$');
    expect(await cloud.db.get('notes', 'trap')).toEqual(before);
  });
});

test('nested repetition that ends in time matches as usual', async () => {
  const found = await run(
    cloud,
    `const { data } = await db.collection('notes').where({ text: /^note (1\\d)+$/ }).field({ _id: true }).get();
     return data.map(({ _id }) => _id)`,
  );
  expect(found).toEqual(['n10', 'n11', 'n12', 'n13', 'n14', 'n15', 'n16', 'n17', 'n18', 'n19']);
});
