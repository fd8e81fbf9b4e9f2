import { deserialize } from 'bson';
import { documentOf, endOf } from './bson-values';
import type { Fields, Value } from './document';
import type { LeftOut } from './left-out';

const [DOUBLE, TEXT, DOCUMENT, LIST, BOOLEAN, NULL, INT32] = [1, 2, 3, 4, 8, 10, 16];
/** Of a document: its length in front and a zero behind. */
const [HEAD, TAIL] = [4, 1];

/**
 * A document as it is in the data file, perhaps without some of its fields. Reads the types that documents consist of in
 * less than half the time of the library, which reads the others: names and short texts are the same again and again.
 * @throws RangeError or the library's BSONError for bytes that are no document
 */
export const readStored = (bytes: Buffer, leftOut?: LeftOut): Fields =>
  readDocument(bytes, 0, bytes.length, leftOut);

function readDocument(bytes: Buffer, start: number, end: number, leftOut?: LeftOut): Fields {
  const last = lastOf(bytes, start, end);
  const fields: Fields = {};
  let at = start + HEAD;
  while (at < last) {
    const nameEnd = endOfName(bytes, at, last);
    const to = endOfValue(bytes, bytes[at] as number, nameEnd + 1, last);
    const name = nameAt(bytes, at + 1, nameEnd);
    const inner = leftOut?.get(name);
    if (inner !== 'whole') {
      const value = readValue(bytes, at, nameEnd + 1, to, inner);
      // By an assignment this one would become the prototype.
      if (name === '__proto__') Object.defineProperty(fields, name, { ...PLAIN, value });
      else fields[name] = value;
    }
    at = to;
  }
  return fields;
}

/** What is left out of the documents of a list is left out of each. */
function readList(bytes: Buffer, start: number, end: number, leftOut?: LeftOut): Value[] {
  const last = lastOf(bytes, start, end);
  const list: Value[] = [];
  let at = start + HEAD;
  while (at < last) {
    const nameEnd = endOfName(bytes, at, last);
    const to = endOfValue(bytes, bytes[at] as number, nameEnd + 1, last);
    list.push(readValue(bytes, at, nameEnd + 1, to, leftOut));
    at = to;
  }
  return list;
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

/** Where the zero behind a document is. @throws RangeError if it does not fit into these bytes */
function lastOf(bytes: Buffer, start: number, end: number): number {
  const last = end - TAIL;
  const fits = last - start >= HEAD && int32At(bytes, start) === end - start && bytes[last] === 0;
  if (!fits) throw damaged();
  return last;
}

/** Where the zero behind the name of the field is that begins at `at`. */
function endOfName(bytes: Buffer, at: number, last: number): number {
  let nameEnd = at + 1;
  while (nameEnd < last && bytes[nameEnd] !== 0) nameEnd += 1;
  return nameEnd;
}

/** @throws RangeError if the value goes beyond its document */
function endOfValue(bytes: Buffer, type: number, from: number, last: number): number {
  const to = fastEndOf(bytes, type, from);
  if (to < from || to > last) throw damaged();
  return to;
}

/** The value of the field that begins at `at`; its bytes are those from `from` to `to`. */
function readValue(bytes: Buffer, at: number, from: number, to: number, leftOut?: LeftOut): Value {
  switch (bytes[at]) {
    case TEXT:
      if (bytes[to - 1] !== 0) throw damaged();
      return textAt(bytes, from + 4, to - 1);
    case INT32:
      return int32At(bytes, from);
    case DOUBLE:
      return doubleAt(bytes, from);
    case BOOLEAN:
      return bytes[from] === 1;
    case NULL:
      return null;
    case DOCUMENT:
      return readDocument(bytes, from, to, leftOut);
    case LIST:
      return readList(bytes, from, to, leftOut);
    default:
      return Object.values(readByLibrary(documentOf(bytes.subarray(at, to))))[0];
  }
}

const readByLibrary = (bytes: Uint8Array): Fields =>
  deserialize(bytes, { promoteBuffers: true, validation: { utf8: false } });

/** As `endOf`, which knows all types, for the most frequent ones. */
function fastEndOf(bytes: Buffer, type: number, from: number): number {
  switch (type) {
    case TEXT:
      return from + 4 + int32At(bytes, from);
    case DOCUMENT:
    case LIST:
      return from + int32At(bytes, from);
    case INT32:
      return from + 4;
    default:
      return endOf(bytes, type, from);
  }
}

/** Beyond the end zeros, which no caller takes for more than a damaged document. */
const int32At = (bytes: Buffer, at: number): number =>
  (bytes[at] as number) |
  ((bytes[at + 1] as number) << 8) |
  ((bytes[at + 2] as number) << 16) |
  ((bytes[at + 3] as number) << 24);

const double = new Float64Array(1);
const doubleBytes = new Uint8Array(double.buffer);

/** The machine's order of bytes is BSON's on every machine that Node.js is made for. */
function doubleAt(bytes: Buffer, at: number): number {
  for (let byte = 0; byte < 8; byte += 1) doubleBytes[byte] = bytes[at + byte] as number;
  return double[0] as number;
}

/** Longer ones are seldom the same. */
const MAX_KNOWN_NAME = 24;
const MAX_KNOWN_TEXT = 10;

function nameAt(bytes: Buffer, from: number, to: number): string {
  return (to - from <= MAX_KNOWN_NAME && knownAt(bytes, from, to)) || bytes.toString('utf8', from, to);
}

function textAt(bytes: Buffer, from: number, to: number): string {
  return (to - from <= MAX_KNOWN_TEXT && knownAt(bytes, from, to)) || bytes.toString('utf8', from, to);
}

/** A power of two. */
const PLACES = 4096;
/** ASCII that was read lately, by a hash of it. */
const known: (string | undefined)[] = new Array(PLACES).fill(undefined);

/** These bytes as a text, perhaps the same string as before; undefined if they are not all ASCII. */
function knownAt(bytes: Buffer, from: number, to: number): string | undefined {
  let hash = to - from;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte > 0x7f) return undefined;
    hash = (hash * 31 + byte) & 0xff_ffff;
  }
  const place = hash % PLACES;
  const before = known[place];
  if (before !== undefined && isAt(bytes, from, to, before)) return before;
  const text = bytes.toString('latin1', from, to);
  known[place] = text;
  return text;
}

function isAt(bytes: Buffer, from: number, to: number, text: string): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}

const damaged = () => new RangeError('A stored document is damaged.');
