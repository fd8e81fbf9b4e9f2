import { comparableText } from './characters';
import { readChineseNumeral } from './chinese-numeral';
import { figureAt } from './figures';
import type { ReportableKeyResult } from './proposal';
import { inUnitOf, unitOfKeyResult, unitReader } from './units';

/**
 * A number that was typed for a key result, in the words that a daily report may use: `1.2万`, `五十`, `12 单`, `fifty`.
 * @returns the value in the unit of the key result; null for what is not exactly one number in a unit that goes with it
 */
export function readTypedNumber(typed: string, keyResult: ReportableKeyResult): number | null {
  const text = comparableText(typed).trim();
  const isNegative = /^[-−]/.test(text);
  const plain = text.replace(/^[-−+]\s*/, '');
  const wanted = unitOfKeyResult(keyResult);
  const found = figureAt(plain, 0, unitReader([keyResult]));
  const figure = found?.to === plain.length ? found.figure : null;
  if (figure) {
    if (figure.isVague) return null;
    if (figure.unit && figure.unit.dimension !== wanted?.dimension) return null;
    const value = inUnitOf(figure.value, figure.unit, wanted, figure.hasMagnitude);
    return isNegative ? -value : value;
  }
  // 五 by itself is no number in a sentence, and one in a field.
  const numeral = readChineseNumeral(plain, 0);
  if (!numeral || numeral.isVague || numeral.to !== plain.length) return null;
  return isNegative ? -numeral.value : numeral.value;
}
