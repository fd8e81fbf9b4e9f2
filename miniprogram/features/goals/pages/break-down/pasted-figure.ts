import { MAX_FIGURE } from '../../../../common/goals/progress';
import { endOfDigits, readArabicNumber } from '../../daily-report/arabic-number';
import { afterSpaces, classAt, comparableText } from '../../daily-report/characters';
import { matchUnits, type Unit, unitOfKeyResult, unitReader } from '../../daily-report/units';

/** The longest figure that is read, with its unit. */
export const MAX_FIGURE_LENGTH = 40;

/** A figure that stands alone, in the unit of the key result; null for what is none, or may be another one than it seems. */
export type FigureReader = (cell: string) => number | null;

/** Quantities whose units are converted into each other; things that are counted are not. */
const CONVERTED = new Set(['money', 'dollars', 'time', 'weight', 'length']);
/** 12m is twelve million of these, and twelve metres or minutes of others. */
const IN_MILLIONS = new Set(['count', 'money', 'dollars']);

const isSameUnit = (read: Unit, wanted: Unit | null): boolean =>
  wanted?.name === read.name || (matchUnits(read, wanted) === 'same' && CONVERTED.has(read.dimension));

/** Reads `12`, `1,200`, `1.2万`, `3k` and `12 单` as what they say; a percentage or another unit is no figure. */
export function figureReader(unit: string): FigureReader {
  const keyResult = { id: '', title: '', kind: 'raise', unit, lastValue: null } as const;
  const wanted = unitOfKeyResult(keyResult);
  const unitAt = unitReader([keyResult]);
  return (cell) => {
    const text = comparableText(cell.trim());
    const [head = '', sign = '', currency = ''] = /^([-−+]?)([¥$]?)/.exec(text) ?? [];
    if (text.length > MAX_FIGURE_LENGTH || !/[.\d]/.test(text.charAt(head.length))) return null;
    const money = currency === '' ? null : unitAt(currency === '$' ? '$' : '元', 0);
    const read = amountAt(text, head.length, wanted);
    if (!read) return null;
    const at = afterSpaces(text, read.to);
    const behind = at < text.length ? (read.unit ?? unitAt(text, at)) : money;
    if (at < text.length && (!behind || at + behind.name.length !== text.length)) return null;
    if ([behind, money].some((each) => each && !isSameUnit(each, wanted))) return null;
    return exact(read, behind, wanted, /[-−]/.test(sign));
  };
}

interface Amount {
  readonly value: number;
  readonly to: number;
  readonly hasMagnitude: boolean;
  /** The unit of the key result, directly behind the digits. */
  readonly unit: Unit | null;
}

function amountAt(text: string, from: number, wanted: Unit | null): Amount | null {
  const read = readArabicNumber(text, from);
  if (!read) return null;
  const to = endOfDigits(text, from);
  const digits = { value: Number(text.slice(from, to).replace(/,/g, '')), to, hasMagnitude: false };
  // 12万 of a key result in 万 is twelve of them.
  if (wanted && text.slice(to).trim() === wanted.name) return { ...digits, unit: wanted };
  const isMillion = text.charAt(to) === 'm' && classAt(text, to + 1) !== 'letter';
  if (isMillion && IN_MILLIONS.has(wanted?.dimension ?? 'count'))
    return { value: Number(`${digits.value}e6`), to: to + 1, hasMagnitude: true, unit: null };
  return { ...read, unit: null };
}

/** In the unit of the key result; null if it has more than four decimals then, or is too large. */
function exact(
  { value, hasMagnitude }: Amount,
  unit: Unit | null,
  wanted: Unit | null,
  isNegative: boolean,
): number | null {
  // 1.2万 of a key result in 万元 says how much money it is; of one in hours it is so many hours.
  const isAmount = unit !== null || (hasMagnitude && wanted?.dimension === 'money');
  const converted = isAmount ? (value * (unit?.factor ?? 1)) / (wanted?.factor ?? 1) : value;
  if (converted > MAX_FIGURE) return null;
  const rounded = Math.round(converted * 10_000) / 10_000;
  if (Math.abs(rounded - converted) > 1e-9 * Math.max(1, converted)) return null;
  return isNegative ? -rounded || 0 : rounded;
}
