import { classAt, lettersBefore } from './characters';
import type { Unit } from './units';

const MINUS = new Set([...'-−负']);
const CURRENCIES = new Map([
  ['¥', '元'],
  ['rmb', '元'],
  ['cny', '元'],
  ['$', '$'],
  ['usd', '$'],
]);

interface Sign {
  readonly from: number;
  readonly isNegative: boolean;
  /** 成交-10 may be a dash. */
  readonly isDoubtful: boolean;
  readonly unit: Unit | null;
}

/** The sign and the currency in front of digits, in either order. */
export function signBefore(text: string, digits: number): Sign {
  let [from, isNegative] = [digits, false];
  let currency: string | undefined;
  for (let step = 0; step < 2; step += 1) {
    const at = from - (classAt(text, from - 1) === 'space' && currency === undefined ? 1 : 0);
    const one = text.charAt(from - 1);
    const letters = text.slice(lettersBefore(text, at), at);
    if (MINUS.has(one) && !isNegative) [from, isNegative] = [from - 1, true];
    else if (currency === undefined && CURRENCIES.has(text.charAt(at - 1)))
      [from, currency] = [at - 1, CURRENCIES.get(text.charAt(at - 1))];
    else if (currency === undefined && CURRENCIES.has(letters))
      [from, currency] = [at - letters.length, CURRENCIES.get(letters)];
  }
  const before = classAt(text, from - 1);
  const isDoubtful = isNegative && text.charAt(from) !== '负' && (before === 'han' || before === 'letter');
  const unit: Unit | null =
    currency === undefined
      ? null
      : { name: currency, group: currency, factor: 1, dimension: currency === '$' ? 'dollars' : 'money' };
  return { from, isNegative, isDoubtful, unit };
}
