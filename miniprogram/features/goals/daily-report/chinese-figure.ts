import { readArabicNumber } from './arabic-number';
import { classAt } from './characters';
import { digitOf, isNumeral, readChineseNumeral } from './chinese-numeral';
import { type Figure, type Found, nothing } from './figure';
import { withTail } from './figure-tail';
import { signBefore } from './sign';
import type { Unit, UnitReader } from './units';

const PERCENT = '百分之';
/** A numeral behind these is a name or a word: 第三, 星期一, 周三, 统一, 几十, 双十一. */
const NAMED_NUMERAL = /(?:[第几双]|星期|礼拜)$/;
const NAMED_DIGIT = /[周初之]$/;
const NAMED_ONE = /[统唯专逐同任某单万]$/;
/** 和同事一起: together, not one of something. */
const TOGETHER = /(?:[和跟与同].{1,8}|大家|我们)一起$/;

/** A number in Chinese characters at `from`: 五十位, 半天, 百分之八十. */
export function fromChinese(text: string, from: number, unitAt: UnitReader): Found | null {
  if (text.startsWith(PERCENT, from)) return percentOf(text, from);
  if (text.charAt(from) === '半') return half(text, from, unitAt);
  if (!isNumeral(text.charAt(from))) return null;
  const read = readChineseNumeral(text, from);
  if (!read) return nothing(endOfNumerals(text, from));
  if (isPartOfName(text, from, read.to)) return nothing(read.to);
  const decimal = decimalsOf(text, read.to);
  const value = decimal ? read.value + decimal.value : read.value;
  const sign = signBefore(text, from);
  const myriad = decimal && text.charAt(decimal.to) === '万' ? 10_000 : 1;
  const to = (decimal?.to ?? read.to) + (myriad > 1 ? 1 : 0);
  const found = withTail(text, unitAt, {
    from: sign.from,
    to,
    value: (sign.isNegative ? -value : value) * myriad,
    hasMagnitude: read.hasMagnitude || myriad > 1,
    isVague: read.isVague,
    isWeak: text.slice(from, to) === '一',
    unit: null,
  });
  if (found?.figure && !isNumber(text, from, read.hasMagnitude || myriad > 1, found.figure, to))
    return nothing(to);
  return found;
}

function isPartOfName(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  if (NAMED_NUMERAL.test(before) || (to - from === 1 && NAMED_DIGIT.test(before))) return true;
  return text.slice(from, to) === '一' && NAMED_ONE.test(before);
}

function endOfNumerals(text: string, from: number): number {
  let to = from;
  while (isNumeral(text.charAt(to))) to += 1;
  return to;
}

/** 三点五万: digits behind 点, which otherwise is the hour. */
function decimalsOf(text: string, at: number): { readonly value: number; readonly to: number } | null {
  const tenths = tenthsAt(text, at);
  return tenths && /[万%个元吨]/.test(text.charAt(tenths.to)) ? tenths : null;
}

/** 一万二 is a number wherever it stands. */
const LARGE = 1_000;

/** A numeral counts with a unit, or as 十二 at the end of a clause. */
function isNumber(text: string, from: number, hasMagnitude: boolean, figure: Figure, to: number): boolean {
  if (figure.unit) {
    if (figure.unit.name === '分' && to - from === 1) return classAt(text, figure.to) !== 'han';
    return !(figure.isWeak && TOGETHER.test(text.slice(Math.max(0, from - 9), figure.to)));
  }
  const isAtEnd = !['han', 'letter', 'digit'].includes(classAt(text, figure.to));
  if (!isAtEnd) return hasMagnitude && Math.abs(figure.value) >= LARGE;
  return figure.isVague || (hasMagnitude && to - from > 1);
}

/** 百分之八十, 百分之3.5 */
function percentOf(text: string, from: number): Found | null {
  const at = from + PERCENT.length;
  const isDigits = classAt(text, at) === 'digit';
  const read = isDigits ? readArabicNumber(text, at) : readChineseNumeral(text, at);
  if (!read) return nothing(at);
  const decimal = isDigits ? null : tenthsAt(text, read.to);
  const to = decimal?.to ?? read.to;
  const value = read.value + (decimal?.value ?? 0);
  const unit: Unit = { name: '%', dimension: 'percent', group: '%', factor: 1 };
  return { figure: { from, to, value, unit, hasMagnitude: true, isVague: false, isWeak: false }, to };
}

function tenthsAt(text: string, at: number): { readonly value: number; readonly to: number } | null {
  const digit = text.charAt(at) === '点' ? digitOf(text.charAt(at + 1)) : undefined;
  return digit === undefined ? null : { value: digit / 10, to: at + 2 };
}

/** 半小时, 半天 */
function half(text: string, from: number, unitAt: UnitReader): Found | null {
  const unit = unitAt(text, from + 1);
  if (!unit || unit.dimension === 'calendar' || isNumeral(text.charAt(from - 1))) return null;
  const to = from + 1 + unit.name.length;
  const figure = { from, to, value: 0.5, unit, hasMagnitude: false, isVague: false, isWeak: true };
  return { figure, to };
}
