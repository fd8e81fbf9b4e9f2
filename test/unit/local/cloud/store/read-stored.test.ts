import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  deserialize,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { Aggregator } from 'mingo/aggregator';
import { cloneValue, type Fields } from '../../../../../local/cloud/store/document';
import { copyWithout, isIndifferent, leftOutBy } from '../../../../../local/cloud/store/left-out';
import { LANGUAGE } from '../../../../../local/cloud/store/query-language';
import { readStored } from '../../../../../local/cloud/store/read-stored';

const bytesOf = (document: object): Buffer => Buffer.from(serialize(document));
const byLibrary = (bytes: Buffer) =>
  deserialize(bytes, { promoteBuffers: true, validation: { utf8: false } });

const names = fc.constantFrom('a', 'b', 'c', '中', 'a name of more than thirty characters', '');
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('in', 'out', '早上好', 'é', '\0', '"\\'),
);
const leaves = fc.oneof(
  texts,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaves,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  ),
}));
const documents = fc.dictionary(names, value, { maxKeys: 5 });

test('any document is what the library of the database reads', () => {
  const check = (document: Fields) => {
    const bytes = bytesOf(document);
    expect(readStored(bytes)).toEqual(byLibrary(bytes));
  };
  fc.assert(fc.property(documents, check), { numRuns: 500 });
});

test('values of types that documents seldom have are what the library reads', () => {
  const bytes = bytesOf({
    bytes: new Binary(Buffer.from([0, 1, 2])),
    inner: [{ id: new ObjectId(), least: new MinKey(), most: new MaxKey() }],
    expression: new BSONRegExp('^a.b', 'i'),
    code: new Code('run()', { a: 1 }),
    stamp: new Timestamp({ t: 1, i: 2 }),
    long: Long.fromNumber(2 ** 40),
    tooLong: Long.fromString('9007199254740995'),
    decimal: Decimal128.fromString('1.25'),
    odd: [new Double(-0), Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, -(2 ** 31)],
  });
  expect(readStored(bytes)).toEqual(byLibrary(bytes));
});

test('a field named __proto__ is a field', () => {
  const read = readStored(bytesOf(JSON.parse('{"__proto__":{"isAdmin":true},"a":1}')));
  expect([Object.keys(read), Object(read).isAdmin]).toEqual([['__proto__', 'a'], undefined]);
});

test('bytes that are cut off, too many or changed in their lengths are refused and never read on', () => {
  const bytes = bytesOf({ a: 'text', list: [{ b: 1.5 }, 'x'], end: true });
  for (let length = 0; length < bytes.length; length += 1)
    expect(() => readStored(bytes.subarray(0, length))).toThrow();
  expect(() => readStored(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow('damaged');
  const lengths = [0, bytes.indexOf('text') - 4, bytes.indexOf('list') + 5];
  for (const at of lengths)
    for (const by of [-1, 1, 1_000]) {
      const changed = Buffer.from(bytes);
      changed.writeInt32LE(changed.readInt32LE(at) + by, at);
      expect(() => readStored(changed)).toThrow();
    }
});

const paths = fc
  .uniqueArray(fc.array(fc.constantFrom('a', 'b', 'c', '中'), { minLength: 1, maxLength: 3 }), {
    maxLength: 4,
  })
  .map((list) => Object.fromEntries(list.map((path) => [path.join('.'), 0])));

/** Undefined where the query library fails: it looks for fields in a null that is in a list, which the database does not. */
function projected(document: Fields, projection: Fields): Fields | undefined {
  try {
    return new Aggregator([{ $project: projection }], LANGUAGE).run<Fields>([document])[0];
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

test('a null in a list stays where fields of documents beside it are left out', () => {
  const leftOut = leftOutBy({ 'a.b.c': 0 });
  expect(readStored(bytesOf({ a: [null, { b: [null, { c: 1, d: 2 }] }] }), leftOut)).toEqual({
    a: [null, { b: [null, { d: 2 }] }],
  });
});

/** The database looks into these, the query library does not. */
const hasListInList = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((item) => hasListInList(item) || (Array.isArray(value) && Array.isArray(item)));

test('of documents in a list that is in a list the fields are left out too', () => {
  const leftOut = leftOutBy({ 'a.b': 0 });
  const document = { a: [[{ b: 1, c: 2 }], { b: 3 }] };
  expect(readStored(bytesOf(document), leftOut)).toEqual({ a: [[{ c: 2 }], {}] });
  expect(copyWithout(document, leftOut ?? new Map())).toEqual({ a: [[{ c: 2 }], {}] });
});

test('what a projection leaves out is not read, in documents of lists as well: as the query library leaves it out', () => {
  let used = 0;
  const check = (document: Fields, projection: Fields) => {
    const leftOut = leftOutBy(projection);
    if (!leftOut || hasListInList(document)) return;
    const bytes = bytesOf(document);
    const expected = projected(byLibrary(bytes), projection);
    if (!expected) return;
    used += 1;
    expect(readStored(bytes, leftOut)).toEqual(expected);
    expect(copyWithout(byLibrary(bytes), leftOut)).toEqual(expected);
  };
  fc.assert(fc.property(documents, paths, check), { numRuns: 500 });
  expect(used).toBeGreaterThan(50);
});

test.each([
  ['a field that is kept', { a: 1 }],
  ['a computed one', { a: 0, b: '$c' }],
  ['a position in a list', { 'a.0': 0 }],
  ['a path inside of another one', { a: 0, 'a.b': 0 }],
  ['a path around another one', { 'a.b': 0, a: 0 }],
  ['the id', { _id: 0, a: 0 }],
  ['an operator', { 'a.$b': 0 }],
  ['a path without a name', { 'a..b': 0 }],
  ['nothing', {}],
  ['no object', 'a'],
])('a projection with %s is left to the query library', (_what, projection) => {
  expect(leftOutBy(projection)).toBeUndefined();
});

test('a filter about what is left out needs the whole document', () => {
  const leftOut = leftOutBy({ 'a.b': 0, c: false }) ?? new Map();
  const isFor = (filter: Fields) => isIndifferent(filter, leftOut);
  expect([
    isFor({ _id: 'x', d: 1 }),
    isFor({ 'a.d': 1 }),
    isFor({ c: 1 }),
    isFor({ $or: [{ d: 1 }] }),
  ]).toEqual([true, false, false, false]);
});

test('a copy without fields shares nothing that changes with the document', () => {
  const document = { a: [{ b: 1, c: { d: [1] } }], at: new Date(5) };
  const copy = copyWithout(document, leftOutBy({ 'a.b': 0 }) ?? new Map());
  copy.a[0]?.c.d.push(2);
  copy.at.setTime(9);
  expect(document).toEqual(cloneValue({ a: [{ b: 1, c: { d: [1] } }], at: new Date(5) }));
});
