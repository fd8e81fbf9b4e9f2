import type { ScheduleContract } from '#contracts/schedule';
import { cleanLine } from '../../common/clean-text';
import type { Words } from '../../locales/words';
import { OFF, type Paint } from './roster.model';

type ShiftName = ScheduleContract['roster']['output']['shifts'][number];

/** As it is compared: one width, small letters, no spaces around. */
export const plain = (text: string): string => cleanLine(text.normalize('NFKC')).toLowerCase();

const LONGEST = { 'zh-CN': 2, en: 5 } as const;

/** 白班 is 白, Night shift is Night: as long as a cell is wide. */
function shortOf({ name }: ShiftName, words: Words): string {
  const full = words.pick(name);
  const stem = words.language === 'en' ? (full.split(' ')[0] ?? full) : full.replace(/班$/, '');
  return (stem || full).slice(0, LONGEST[words.language]);
}

/** Short names by shift id; where two are the same, they are numbered. */
export function shortNames(shifts: readonly ShiftName[], words: Words): Map<string, string> {
  const names = new Map<string, string>();
  const used = new Map<string, number>();
  for (const shift of shifts) {
    const short = shortOf(shift, words);
    const times = (used.get(short) ?? 0) + 1;
    used.set(short, times);
    names.set(shift.id, times === 1 ? short : `${short.slice(0, LONGEST[words.language] - 1)}${times}`);
  }
  return names;
}

const OFF_WORDS = ['休', '休息', 'off', 'rest', 'o'];
const USUAL_WORDS = ['常规', '默认', 'usual', 'default'];

type Vocabulary = ReadonlyMap<string, ReadonlySet<Paint>>;

function vocabulary(entries: readonly (readonly [word: string, paint: Paint])[]): Vocabulary {
  const known = new Map<string, Set<Paint>>();
  for (const [word, paint] of entries)
    if (plain(word)) known.set(plain(word), new Set([...(known.get(plain(word)) ?? []), paint]));
  return known;
}

const stemOf = ({ name }: ShiftName): string => name['zh-CN'].replace(/班$/, '');
const firstOf = ({ name }: ShiftName): string => name.en.split(' ')[0] ?? '';

/** From what says most to what says least: whole names, 早 of 早班 and Night of Night shift, first letters. */
const vocabularies = (shifts: readonly ShiftName[]): readonly Vocabulary[] => {
  const wordsOf = (say: (shift: ShiftName) => readonly string[]) =>
    shifts.flatMap((shift) => say(shift).map((word) => [word, shift.id] as const));
  return [
    vocabulary([
      ...OFF_WORDS.map((word) => [word, OFF] as const),
      ...USUAL_WORDS.map((word) => [word, null] as const),
      ...wordsOf(({ id, name }) => [id, name['zh-CN'], name.en]),
    ]),
    vocabulary(wordsOf((shift) => [stemOf(shift), firstOf(shift)])),
    vocabulary(wordsOf((shift) => [stemOf(shift).slice(0, 1), firstOf(shift).slice(0, 1)])),
  ];
};

/** Reads one word of a sheet. @returns undefined if it means nothing, `ambiguous` if it means two shifts */
export function reader(
  shifts: readonly ShiftName[],
): (word: string) => { paint: Paint } | 'ambiguous' | undefined {
  const known = vocabularies(shifts);
  return (word) => {
    const meant = known.find((each) => each.has(plain(word)))?.get(plain(word));
    if (!meant) return undefined;
    const [paint] = meant;
    return meant.size > 1 || paint === undefined ? 'ambiguous' : { paint };
  };
}
