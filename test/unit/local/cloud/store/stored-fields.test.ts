import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { readStored } from '../../../../../local/cloud/store/read-stored';
import { readFields } from '../../../../../local/cloud/store/stored-fields';

const EVERY_TYPE = {
  double: new Double(1.5),
  text: '中文 and more',
  inner: { list: [1, 'two', { three: 3 }] },
  list: [[], [null]],
  bytes: new Binary(Buffer.from([0, 1, 2])),
  id: new ObjectId(),
  yes: true,
  at: new Date(5),
  nothing: null,
  expression: new BSONRegExp('^a.b', 'i'),
  code: new Code('run()'),
  scoped: new Code('run()', { a: 1 }),
  whole: new Int32(7),
  stamp: new Timestamp({ t: 1, i: 2 }),
  long: Long.fromNumber(2 ** 40),
  decimal: Decimal128.fromString('1.25'),
  most: new MaxKey(),
  least: new MinKey(),
  last: 'end',
};

const bytesOf = (document: object): Buffer => Buffer.from(serialize(document));

test.each(Object.keys(EVERY_TYPE))('the field %s is read past values of every type', (name) => {
  const bytes = bytesOf(EVERY_TYPE);
  expect(readFields(bytes, new Set([name]))).toEqual({ [name]: readStored(bytes)[name] });
});

test('fields of any document are what reading all of it gives', () => {
  const names = fc.constantFrom('a', 'b', '中', 'aa', '');
  const document = fc.dictionary(names, fc.jsonValue());
  const check = (fields: Record<string, unknown>, wanted: string[]) => {
    const bytes = bytesOf(fields);
    const all = readStored(bytes);
    const picked = Object.entries(all).filter(([name]) => wanted.includes(name));
    expect(readFields(bytes, new Set(wanted))).toEqual(Object.fromEntries(picked));
  };
  fc.assert(fc.property(document, fc.array(names), check), { numRuns: 300 });
});

test('nothing is read where nothing is wanted, and what is missing is missing', () => {
  expect(readFields(bytesOf(EVERY_TYPE), new Set())).toEqual({});
  expect(readFields(bytesOf({ a: 1 }), new Set(['b']))).toEqual({});
});

test('a value of no type of BSON is refused rather than misread', () => {
  const bytes = bytesOf({ a: 1, b: 2 });
  bytes[4] = 99;
  expect(() => readFields(bytes, new Set(['b']))).toThrow('a value of the type 99');
});
