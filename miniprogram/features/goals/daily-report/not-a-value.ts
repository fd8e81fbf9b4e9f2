import { classAt, endOf, lettersBefore } from './characters';

/** Numbers that name something instead of counting it: dates, times, codes, phone numbers, ordinals. */

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/;
/** What a number is the name of when it follows. */
const NAMED =
  /(?:[第#@_]|星期|礼拜|编号|单号|工号|房号|房间|尾号|型号|号码|版本|页码|(?:^|[^a-z])(?:no\.?|number|room|week|day|phase|step|version|chapter|level|floor|quarter))\s?:?\s?$/;
const LONGEST_NAME = 12;

/** Whether what is before `from` makes the number there a name, such as 第 or "room". */
export function isNamedBefore(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - LONGEST_NAME), from);
  if (NAMED.test(before)) return true;
  const wordEnd = before.endsWith(' ') ? from - 1 : from;
  return MONTH.test(text.slice(lettersBefore(text, wordEnd), wordEnd));
}

/** Behind digits: a word that makes them a date, such as "28 Nov". */
export function isMonthAt(text: string, at: number): boolean {
  return MONTH.test(text.slice(at, endOf(text, at, 'letter', 10)));
}

/** Digits that are a code since a letter is directly in front of them: `E0012`, `v2`, `Q3`, `SKU12345`; not `GMV12万`. */
export function isCode(text: string, from: number, digits: string): boolean {
  const letters = from - lettersBefore(text, from);
  if (letters === 0) return false;
  return letters === 1 || digits.length >= 5 || digits.startsWith('0');
}

/** A phone number, a card number, or a code that begins with zero. */
export function isLongOrPhone(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  return digits.length >= 12 || /^1[3-9]\d{9}$/.test(digits) || /^0\d/.test(digits);
}

const DATE_SIGNS = new Set([...':/.-']);

/**
 * Where a date, time, ratio, version or phone number ends whose first digits end at `to`: `9:30`, `2026-11-28`, `11/28`,
 * `1.2.3`, `010-12345678`. Otherwise null.
 */
export function endOfDateOrTime(text: string, from: number, to: number): number | null {
  const sign = text.charAt(to);
  if (!DATE_SIGNS.has(sign) || classAt(text, to + 1) !== 'digit') return null;
  const second = endOf(text, to + 1, 'digit');
  const isPhone = sign === '-' && (second - to > 6 || text.charAt(from) === '0');
  const isYear = /^(?:19|20)\d\d$/.test(text.slice(from, to)) && second - to <= 3;
  const goesOn = sign === text.charAt(second) && classAt(text, second + 1) === 'digit';
  if (sign === '-' && !isPhone && !isYear && !goesOn) return null;
  let end = second;
  while (DATE_SIGNS.has(text.charAt(end)) && classAt(text, end + 1) === 'digit')
    end = endOf(text, end + 1, 'digit');
  return end;
}
