/** A numeral in Chinese characters. `isVague`: such as 三四十, between two numbers; the lower one is its value. */
export interface ChineseNumeral {
  readonly value: number;
  readonly to: number;
  readonly isVague: boolean;
  readonly hasMagnitude: boolean;
}

const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
DIGITS.set('〇', 0).set('两', 2);
const TENS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
]);
const MYRIADS = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** The value of one digit; undefined for every other character. */
export const digitOf = (character: string): number | undefined => DIGITS.get(character);

export const isNumeral = (character: string): boolean =>
  DIGITS.has(character) || TENS.has(character) || MYRIADS.has(character);

/** Digits one after another, such as 二〇二六, as far as they go. */
function digitsFrom(text: string, from: number): string {
  let digits = '';
  for (let at = from; DIGITS.has(text.charAt(at)); at += 1) digits += DIGITS.get(text.charAt(at));
  return digits;
}

/** What has been read of a numeral: closed myriads, the hundreds before the next one, and a digit. */
interface Sum {
  closed: number;
  section: number;
  digit: number | null;
  /** The last magnitude: 一万二 is twelve thousand. */
  last: number;
  isVague: boolean;
}

function addDigit(sum: Sum, digit: number): void {
  // 三四十: the first of two digits counts, and it is a range.
  if (sum.digit !== null && sum.digit !== 0) {
    sum.isVague = true;
    return;
  }
  if (digit === 0) sum.last = 1;
  sum.digit = digit;
}

function addMagnitude(sum: Sum, character: string): void {
  const ten = TENS.get(character);
  if (ten !== undefined) {
    sum.section += (sum.digit || 1) * ten;
    sum.last = ten;
  } else {
    const myriad = MYRIADS.get(character) ?? 1;
    const open = sum.section + (sum.digit ?? 0);
    // 一万亿 multiplies what was read, 一亿两千万 adds to it.
    sum.closed =
      sum.closed > 0 && sum.closed < myriad ? (sum.closed + open) * myriad : sum.closed + open * myriad;
    sum.section = 0;
    sum.last = myriad;
  }
  sum.digit = null;
}

/**
 * The numeral at `from`, such as 十二, 两百三十, 一万二, 一百零五 or 三点五; null if there is none, or one that begins with a
 * magnitude other than ten (百货, 万一). A magnitude before is left out where it is understood: 两百三 is 230.
 */
export function readChineseNumeral(text: string, from: number): ChineseNumeral | null {
  const first = text.charAt(from);
  if (!DIGITS.has(first) && first !== '十') return null;
  const digits = digitsFrom(text, from);
  const after = text.charAt(from + digits.length);
  if (digits.length > 2 && !TENS.has(after) && !MYRIADS.has(after))
    return { value: Number(digits), to: from + digits.length, isVague: false, hasMagnitude: false };
  return readSum(text, from);
}

function readSum(text: string, from: number): ChineseNumeral {
  const sum: Sum = { closed: 0, section: 0, digit: null, last: 1, isVague: false };
  let at = from;
  let hasMagnitude = false;
  for (; isNumeral(text.charAt(at)); at += 1) {
    const character = text.charAt(at);
    const digit = DIGITS.get(character);
    if (digit !== undefined) addDigit(sum, digit);
    else addMagnitude(sum, character);
    hasMagnitude ||= digit === undefined;
  }
  const tail = (sum.digit ?? 0) * (sum.last >= 100 ? sum.last / 10 : 1);
  return { value: sum.closed + sum.section + tail, to: at, isVague: sum.isVague, hasMagnitude };
}
