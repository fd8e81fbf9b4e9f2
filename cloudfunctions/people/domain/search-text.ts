import { comparable } from '../../../miniprogram/common/clean-text';

/** Turns a Chinese name into syllables without tones; ü is v, as it is typed. */
export type Syllables = (name: string) => readonly string[];

interface Named {
  readonly _id: string;
  readonly name: string;
  readonly nameEn: string;
}

/**
 * What a person is found by, each on a line of its own: number, name in both languages, pinyin and its initials,
 * without spaces, dots and case. A search looks for a part of it.
 */
export function searchTextOf({ _id, name, nameEn }: Named, syllablesOf: Syllables): string {
  const syllables = syllablesOf(name).map(comparable);
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return [...new Set([_id, name, nameEn].map(comparable).concat(syllables.join(''), initials))].join('\n');
}

type Found = Named;

/** Exact matches first, then those that begin with the text, then by number. */
export function bestFirst<T extends Found>(people: readonly T[], text: string): T[] {
  const wanted = comparable(text);
  const rankOf = ({ _id, name, nameEn }: T): number => {
    const own = [_id, name, nameEn].map(comparable);
    if (own.includes(wanted)) return 0;
    return own.some((each) => each.startsWith(wanted)) ? 1 : 2;
  };
  return [...people].sort((one, other) => rankOf(one) - rankOf(other) || (one._id < other._id ? -1 : 1));
}
