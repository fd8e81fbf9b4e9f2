import { halfWidth } from '../../../common/clean-text';

/** `stop` ends a clause, `line` a sentence as well. */
export type CharacterClass = 'digit' | 'letter' | 'han' | 'space' | 'stop' | 'line' | 'other';

/** A text as it is compared: half width and lower case, with every character at its place. */
export const comparableText = (text: string): string =>
  halfWidth(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const STOPS = new Set([...',;?()[]{}<>|…—•·《》【】「」']);
const LINES = new Set([...'。!\n\r\u2028\u2029\u0085']);
/** Ends a sentence unless it is inside of a number, which is read before. */
const FULL_STOP = '.';

/** The class of the character at `index`; the only way in which a report is looked at, one character at a time. */
export function classAt(text: string, index: number): CharacterClass {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return 'digit';
  if ((code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f)) return 'letter';
  if (code >= 0x3400 && code <= 0x9fff) return 'han';
  const character = text.charAt(index);
  if (LINES.has(character) || character === FULL_STOP) return 'line';
  if (STOPS.has(character)) return 'stop';
  return character === ' ' || character === '\t' || code === 0xa0 ? 'space' : 'other';
}

/** The first place from `from` on, at most `limit` characters further, whose character is of another class. */
export function endOf(text: string, from: number, kind: CharacterClass, limit = text.length): number {
  let at = from;
  while (at < text.length && at - from < limit && classAt(text, at) === kind) at += 1;
  return at;
}

/** The place after up to two spaces. */
export const afterSpaces = (text: string, from: number): number => endOf(text, from, 'space', 2);

/** Where the run of letters that ends before `to` begins; looks back 20 characters at most. */
export function lettersBefore(text: string, to: number): number {
  let at = to;
  while (at > 0 && to - at < 20 && classAt(text, at - 1) === 'letter') at -= 1;
  return at;
}
