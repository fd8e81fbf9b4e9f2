import { endOfDigits, readArabicNumber } from './arabic-number';
import { afterSpaces, classAt, endOf } from './characters';
import { fromChinese } from './chinese-figure';
import { readEnglishNumeral } from './english-numeral';
import { type Found, nothing } from './figure';
import { withTail } from './figure-tail';
import { endOfDateOrTime, isCode, isLongOrPhone, isMonthAt, isNamedBefore } from './not-a-value';
import { signBefore } from './sign';
import type { UnitReader } from './units';

/** The number that begins at `from`. */
export function figureAt(text: string, from: number, unitAt: UnitReader): Found | null {
  const kind = classAt(text, from);
  if (kind === 'digit') return fromDigits(text, from, unitAt);
  if (text.charAt(from) === '.' && classAt(text, from + 1) === 'digit' && classAt(text, from - 1) !== 'digit')
    return fromDigits(text, from, unitAt);
  if (kind === 'han') return fromChinese(text, from, unitAt);
  return kind === 'letter' && classAt(text, from - 1) !== 'letter' ? fromEnglish(text, from, unitAt) : null;
}

function fromDigits(text: string, from: number, unitAt: UnitReader): Found | null {
  const dateEnd = endOfDateOrTime(text, from, endOf(text, from, 'digit'));
  const digitsTo = endOfDigits(text, from);
  const fraction = fractionAt(text, from, dateEnd, digitsTo, unitAt);
  if (fraction) return fraction;
  if (dateEnd !== null && dateEnd > digitsTo) return nothing(dateEnd);
  const digits = text.slice(from, digitsTo);
  if (isListNumber(text, from, digitsTo)) return nothing(digitsTo + 1);
  const sign = signBefore(text, from);
  const isMoney = sign.unit !== null || unitAt(text, afterSpaces(text, digitsTo))?.dimension === 'money';
  if (
    (sign.unit === null && isCode(text, from, digits)) ||
    isNamedBefore(text, from) ||
    (isLongOrPhone(digits) && !isMoney)
  )
    return nothing(endOfCode(text, digitsTo));
  const read = readArabicNumber(text, from);
  if (!read || isMonthAt(text, afterSpaces(text, digitsTo))) return nothing(digitsTo);
  if (!read.hasMagnitude && isShortCode(text, digitsTo, unitAt)) return nothing(endOfCode(text, digitsTo));
  return withTail(text, unitAt, {
    from: sign.from,
    to: read.to,
    value: sign.isNegative ? -read.value : read.value,
    hasMagnitude: read.hasMagnitude,
    isVague: sign.isDoubtful,
    isWeak: false,
    unit: sign.unit,
  });
}

/** 1. or 2、 at the beginning of a clause. */
function isListNumber(text: string, from: number, to: number): boolean {
  if (to - from > 2 || !/[.、)]/.test(text.charAt(to)) || classAt(text, to + 1) === 'digit') return false;
  let before = from - 1;
  while (before >= from - 2 && classAt(text, before) === 'space') before -= 1;
  return before < 0 || ['line', 'stop'].includes(classAt(text, before)) || text.charAt(before) === ':';
}

/** 10/20单 is ten of twenty; without a unit it is a date. */
function fractionAt(
  text: string,
  from: number,
  dateEnd: number | null,
  digitsTo: number,
  unitAt: UnitReader,
): Found | null {
  if (dateEnd === null || text.charAt(digitsTo) !== '/' || endOf(text, digitsTo + 1, 'digit') !== dateEnd)
    return null;
  const unit = unitAt(text, afterSpaces(text, dateEnd));
  const read = unit && unit.dimension !== 'calendar' ? readArabicNumber(text, from) : null;
  if (!unit || !read) return null;
  const to = afterSpaces(text, dateEnd) + unit.name.length;
  const figure = { from, to, value: read.value, unit, hasMagnitude: false, isVague: true, isWeak: false };
  return { figure, to };
}

/** Letters, digits and what joins them. */
function endOfCode(text: string, from: number): number {
  let to = from;
  while (['digit', 'letter'].includes(classAt(text, to))) to += 1;
  return to;
}

/** One or two letters behind digits that are no unit, such as 5G or 4S. */
function isShortCode(text: string, digitsTo: number, unitAt: UnitReader): boolean {
  const letters = endOf(text, digitsTo, 'letter', 3) - digitsTo;
  return letters > 0 && letters < 3 && unitAt(text, digitsTo) === null;
}

function fromEnglish(text: string, from: number, unitAt: UnitReader): Found | null {
  const read = readEnglishNumeral(text, from);
  if (!read || read.value === 0) return null;
  if (classAt(text, read.to) === 'letter') return null;
  if (isNamedBefore(text, from)) return nothing(read.to);
  return withTail(text, unitAt, {
    from,
    to: read.to,
    value: read.value,
    hasMagnitude: false,
    isVague: false,
    isWeak: text.slice(from, read.to) === 'one',
    unit: null,
  });
}
