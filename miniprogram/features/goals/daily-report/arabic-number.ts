import { readNumber } from '../../../common/read-number';
import { afterSpaces, classAt, endOf } from './characters';
import { magnitudeWordAt } from './english-numeral';

/** Digits with what multiplies them, such as `1,200`, `1.2万`, `3千`, `1万2`, `10k` or `2 million`. */
export interface ArabicNumber {
  readonly value: number;
  readonly to: number;
  /** Where the digits end, before a magnitude. */
  readonly digitsTo: number;
  readonly hasMagnitude: boolean;
}

const isDigit = (text: string, at: number): boolean => classAt(text, at) === 'digit';

/** Three digits and no fourth behind a comma. */
const isGroup = (text: string, comma: number): boolean =>
  text.charAt(comma) === ',' &&
  isDigit(text, comma + 1) &&
  isDigit(text, comma + 2) &&
  isDigit(text, comma + 3) &&
  !isDigit(text, comma + 4);

/** The end of the digits at `from`, with their separators and fraction. */
export function endOfDigits(text: string, from: number): number {
  let to = endOf(text, from, 'digit');
  if (to - from <= 3 && to > from) while (isGroup(text, to)) to += 4;
  if (text.charAt(to) === '.' && isDigit(text, to + 1)) to = endOf(text, to + 1, 'digit');
  return to;
}

const EXPONENTS = new Map([
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** The powers of ten of the Chinese magnitudes at a place: 千万 is 7. */
function exponentAt(text: string, from: number): { readonly exponent: number; readonly to: number } {
  let exponent = 0;
  let to = from;
  for (; to < from + 2; to += 1) {
    const one = EXPONENTS.get(text.charAt(to));
    if (one === undefined) break;
    exponent += one;
  }
  return { exponent, to };
}

/** `12e4` as a literal is exact, where a product is not. */
const timesTenTo = (value: number, exponent: number): number => Number(`${value}e${exponent}`);

/** What follows a magnitude: 1万2 is 12,000 and 1万2千 too. */
function tailAt(
  text: string,
  from: number,
  exponent: number,
): { readonly value: number; readonly to: number } {
  const to = endOf(text, from, 'digit', 5);
  const digits = to - from;
  if (digits === 0 || digits > 4) return { value: 0, to: from };
  const next = exponentAt(text, to);
  const value = Number(text.slice(from, to));
  if (next.to > to && next.exponent < exponent)
    return { value: timesTenTo(value, next.exponent), to: next.to };
  return { value: digits === 1 ? timesTenTo(value, exponent - 1) : value, to };
}

/** Letters that multiply: k, and w for 万 as it is written in chats. */
const LETTERS = new Map([
  ['k', 3],
  ['w', 4],
]);

/** The number whose digits begin at `from`; null if it is not exact any more. */
export function readArabicNumber(text: string, from: number): ArabicNumber | null {
  const digitsTo = endOfDigits(text, from);
  const read = readNumber(text.slice(from, digitsTo));
  if ('problem' in read) return null;
  const plain = { value: read.value, to: digitsTo, digitsTo, hasMagnitude: false };
  const letter = LETTERS.get(text.charAt(digitsTo));
  if (letter !== undefined && classAt(text, digitsTo + 1) !== 'letter')
    return { value: timesTenTo(read.value, letter), to: digitsTo + 1, digitsTo, hasMagnitude: true };
  const space = afterSpaces(text, digitsTo);
  const word = magnitudeWordAt(text, space);
  if (word) return { value: read.value * word.factor, to: word.to, digitsTo, hasMagnitude: true };
  const { exponent, to } = exponentAt(text, space);
  if (to === space) return plain;
  const tail = exponent >= 3 ? tailAt(text, to, exponent) : { value: 0, to };
  return { value: timesTenTo(read.value, exponent) + tail.value, to: tail.to, digitsTo, hasMagnitude: true };
}
