import type { Value } from './document';

/**
 * Text whose order is the database's order of values, so that a range of values is a range of keys.
 * One letter for the type (null < number < text < other < false/true < date), then the value, then an end
 * mark below every other character.
 */
export function indexKey(value: Value): string {
  if (value === null || value === undefined) return `a${END}`;
  if (typeof value === 'number') return `${TYPE.number}${orderedNumber(value)}${END}`;
  if (typeof value === 'string') return `${TYPE.string}${escaped(value)}${END}`;
  if (typeof value === 'boolean') return `e${value ? 1 : 0}${END}`;
  if (value instanceof Date) return `${TYPE.date}${orderedNumber(value.getTime())}${END}`;
  return `d${escaped(JSON.stringify(value))}${END}`;
}

/** The types whose values have a range in the index. */
export function rangeType(value: Value): string | undefined {
  if (typeof value === 'number') return TYPE.number;
  if (typeof value === 'string') return TYPE.string;
  return value instanceof Date ? TYPE.date : undefined;
}

/** A value that the index finds by its key alone. */
export function isIndexable(value: Value): boolean {
  return value === null || typeof value === 'boolean' || rangeType(value) !== undefined;
}

/** Comes after every key that begins with `prefix`. */
export function after(prefix: string): string {
  return `${prefix}\uffff\uffff`;
}

const END = '\0';
const ESCAPE = '\u0001';
const TYPE = { number: 'b', string: 'c', date: 'f' };
const bits = new DataView(new ArrayBuffer(8));

/** The end mark must not occur inside a text. */
function escaped(written: string): string {
  const text = inByteOrder(written);
  if (!text.includes(END) && !text.includes(ESCAPE)) return text;
  return text.replaceAll(ESCAPE, `${ESCAPE}\u0002`).replaceAll(END, `${ESCAPE}\u0001`);
}

/**
 * Texts are ordered by their bytes in UTF-8, which is the order of code points. JavaScript compares UTF-16 units,
 * among which the surrogates of code points beyond U+FFFF come before U+E000 to U+FFFF: here the two ranges are
 * swapped.
 */
function inByteOrder(text: string): string {
  return text.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800);
  });
}

/** IEEE 754 bits, flipped so that text order is number order; -0 is 0. */
function orderedNumber(value: number): string {
  bits.setFloat64(0, value === 0 ? 0 : value);
  const raw = bits.getBigUint64(0);
  const flipped = raw >> 63n ? ~raw & 0xffffffffffffffffn : raw | 0x8000000000000000n;
  return flipped.toString(16).padStart(16, '0');
}
