import { readArabicNumber } from './arabic-number';
import { afterSpaces, classAt, endOf } from './characters';
import { readChineseNumeral } from './chinese-numeral';
import { type Figure, type Found, nothing, type Start } from './figure';
import type { UnitReader } from './units';

const MORE = new Set([...'多余几来+']);
const ABOUT_BEHIND = ['左右', '上下', '以上', '以下', '以内', 'or so', 'or more'];
const RANGE = /^\s?(?:-|–|~|到|至|to )\s?/;

/** Reads on behind a number: a second one of a range, 多, the unit, 半, 左右. */
export function withTail(text: string, unitAt: UnitReader, start: Start): Found | null {
  let { to, value, isVague } = start;
  if (MORE.has(text.charAt(to))) [to, isVague] = [to + 1, true];
  const range = secondOfRange(text, to);
  if (range) [to, isVague] = [range.to, true];
  const factor = range && !start.hasMagnitude ? range.factor : 1;
  const isHalf = text.startsWith('个半', to);
  if (isHalf) [to, value] = [to + 2, value + 0.5];
  const at = afterSpaces(text, to);
  const unit = unitAt(text, at);
  if (unit?.dimension === 'calendar') return nothing(endOfTime(text, at + unit.name.length));
  if (unit) to = at + unit.name.length;
  if (unit && !isHalf && text.charAt(to) === '半') [to, value] = [to + 1, value + 0.5];
  if (unit && MORE.has(text.charAt(to)) && unit.dimension !== 'count') [to, isVague] = [to + 1, true];
  const minutes = unit?.dimension === 'time' && unit.factor > 1 ? minutesAt(text, to, unitAt) : null;
  if (minutes) [to, value] = [minutes.to, value + minutes.value / 60];
  const about = ABOUT_BEHIND.find((words) => text.startsWith(words, afterSpaces(text, to)));
  if (about) [to, isVague] = [afterSpaces(text, to) + about.length, true];
  const figure: Figure = {
    from: start.from,
    to,
    value: value * factor,
    unit: unit ?? start.unit,
    hasMagnitude: start.hasMagnitude || factor > 1,
    isVague,
    isWeak: start.isWeak && !isVague,
  };
  return Number.isFinite(figure.value) ? { figure, to } : nothing(to);
}

/** The minutes of 2小时30分钟 or "2 h 30 min". */
function minutesAt(
  text: string,
  from: number,
  unitAt: UnitReader,
): { readonly value: number; readonly to: number } | null {
  const at = afterSpaces(text, from);
  const read = classAt(text, at) === 'digit' ? readArabicNumber(text, at) : null;
  if (!read) return null;
  const behind = afterSpaces(text, read.to);
  const unit = unitAt(text, behind);
  return unit?.dimension === 'time' && unit.factor === 1
    ? { value: read.value, to: behind + unit.name.length }
    : null;
}

/** 3点半, 3点20分 */
function endOfTime(text: string, from: number): number {
  if (text.charAt(from) === '半') return from + 1;
  const digits = endOf(text, from, 'digit', 3);
  return digits > from && text.charAt(digits) === '分' ? digits + 1 : from;
}

/** The second number of 10-12单 or 1到2万, whose magnitude is that of the first as well. */
function secondOfRange(text: string, from: number): { readonly to: number; readonly factor: number } | null {
  const [joint] = RANGE.exec(text.slice(from, from + 5)) ?? [];
  if (joint === undefined) return null;
  const at = from + joint.length;
  if (classAt(text, at) === 'digit') {
    const read = readArabicNumber(text, at);
    const digits = Number(text.slice(at, read?.digitsTo).replace(/,/g, ''));
    return read ? { to: read.to, factor: digits > 0 && read.hasMagnitude ? read.value / digits : 1 } : null;
  }
  const chinese = readChineseNumeral(text, at);
  return chinese ? { to: chinese.to, factor: 1 } : null;
}
