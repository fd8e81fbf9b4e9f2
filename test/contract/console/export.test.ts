import { buffer } from 'node:stream/consumers';
import { csvOf, jsonLines, MAX_DOCUMENTS } from '../../../local/console/server/export';
import { HOSTILE, send, startTestConsole } from '../../support/console';
import { openPerFile } from '../../support/open';
import { readCsv } from '../../support/read-csv';

const served = openPerFile(startTestConsole);

const exported = (body: object) =>
  send(served.origin, {
    path: '/api/export',
    headers: served.ownHeaders(),
    body: { filter: '', sort: '', ...body },
  });

test('CSV: the mark of UTF-8, a column per field, formulas as text, numbers as numbers, nested values as JSON', async () => {
  const { status, headers, bytes } = await exported({ collection: 'notes', format: 'csv' });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head = [], first = [], second = []] = await readCsv(bytes);
  expect(head).toEqual(Object.keys(HOSTILE).map((key) => (key === '=1+1' ? "'=1+1" : key)));
  const cells = Object.fromEntries(head.map((key, at) => [key, first[at]]));
  expect(cells).toMatchObject({
    _id: HOSTILE._id,
    text: HOSTILE.text,
    equals: `'${HOSTILE.equals}`,
    plus: "'+1",
    minus: "'-1+1",
    at: "'@SUM(A1)",
    tab: "'\t=1",
    number: '-5.5',
    lines: HOSTILE.lines,
    nested: '{"deep":[1,{"when":{"$date":"1970-01-01T00:00:00Z"}}]}',
  });
  expect(second.filter(Boolean)).toEqual(['plain', '文字', '2026']);
});

test('JSON: the documents of the query in its order, with their types', async () => {
  const filter = '{"n":{"$gte":9998}}';
  const { bytes } = await exported({ collection: 'numbers', filter, sort: '{"n":-1}', format: 'json' });
  expect(JSON.parse(bytes.toString('utf8'))).toEqual([
    { _id: 'n09999', n: 9999 },
    { _id: 'n09998', n: 9998 },
  ]);
  const none = await exported({ collection: 'empty', format: 'json' });
  expect(JSON.parse(none.bytes.toString('utf8'))).toEqual([]);
  const notes = await exported({ collection: 'notes', filter: '{"number":-5.5}', format: 'json' });
  const [note] = JSON.parse(notes.bytes.toString('utf8')) as (typeof HOSTILE)[];
  expect(note).toEqual({ ...HOSTILE, nested: { deep: [1, { when: { $date: '1970-01-01T00:00:00Z' } }] } });
});

test('10,000 documents leave whole, as a table and as JSON', async () => {
  const table = await readCsv((await exported({ collection: 'numbers', format: 'csv' })).bytes);
  expect(table).toHaveLength(10_001);
  expect(table.at(-1)).toEqual(['n09999', '9999']);
  const { bytes } = await exported({ collection: 'numbers', format: 'json' });
  expect(JSON.parse(bytes.toString('utf8'))).toHaveLength(10_000);
});

test('more than an export holds is refused, not cut', async () => {
  await served.cloud.db.createCollection('crowd');
  await served.cloud.db.insertMany(
    'crowd',
    Array.from({ length: MAX_DOCUMENTS + 1 }, (_, n) => ({ n })),
  );
  const { status, bytes } = await exported({ collection: 'crowd', format: 'csv' });
  expect(status).toBe(400);
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
});

test('keys of any kind are names of columns and nothing else', async () => {
  const strange = JSON.parse('{"a.b":1,"__proto__":"=2","toString":3,"a":{"b":4}}') as Record<
    string,
    unknown
  >;
  const rows = await readCsv(await buffer(csvOf([strange, { _id: 'x' }])));
  expect(rows).toEqual([
    ['a.b', '__proto__', 'toString', 'a', '_id'],
    ['1', "'=2", '3', '{"b":4}', ''],
    ['', '', '', '', 'x'],
  ]);
  const [back] = JSON.parse([...jsonLines([strange])].join('')) as object[];
  expect(Object.entries(back ?? {})).toEqual(Object.entries(strange));
});

test('a table of hundreds of different fields is refused', () => {
  const wide = Array.from({ length: 501 }, (_, n) => ({ [`field${n}`]: n }));
  expect(() => csvOf(wide)).toThrow(expect.objectContaining({ code: 'EXCEED_MAX_PAYLOAD_SIZE' }));
});
