import { endOf } from './characters';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ONES = new Map(SMALL.split(' ').map((word, value) => [word, value]));
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const MAGNITUDES = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
]);
const DOZEN = 12;

interface Word {
  readonly word: string;
  readonly to: number;
}

function wordAt(text: string, at: number): Word {
  const to = endOf(text, at, 'letter', 20);
  return { word: text.slice(at, to), to };
}

/** The word behind one space or hyphen. */
const nextWord = (text: string, at: number): Word => wordAt(text, at + 1);

/** The number that the word at `from` begins, such as "twelve", "twenty-five", "two hundred" or "a dozen"; null if none. */
export function readEnglishNumeral(
  text: string,
  from: number,
): { readonly value: number; readonly to: number } | null {
  const first = wordAt(text, from);
  if (first.word === 'dozen') return { value: DOZEN, to: first.to };
  const tens = TENS.get(first.word);
  let value = tens ?? ONES.get(first.word);
  let to = first.to;
  if (value === undefined) return null;
  const second = nextWord(text, to);
  const one = ONES.get(second.word) ?? 0;
  if (tens !== undefined && one > 0 && one < 10) {
    value = tens + one;
    to = second.to;
  }
  for (let more = 0; more < 2; more += 1) {
    const last = nextWord(text, to);
    const magnitude = last.word === 'dozen' ? DOZEN : MAGNITUDES.get(last.word);
    if (magnitude === undefined) break;
    value *= magnitude;
    to = last.to;
  }
  return { value, to };
}

/** The factor that a word behind digits stands for ("2 million"). */
export function magnitudeWordAt(
  text: string,
  from: number,
): { readonly factor: number; readonly to: number } | null {
  const { word, to } = wordAt(text, from);
  const factor = MAGNITUDES.get(word);
  return factor === undefined ? null : { factor, to };
}
