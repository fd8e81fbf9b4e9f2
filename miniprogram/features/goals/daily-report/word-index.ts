import { classAt, comparableText, endOf } from './characters';
import type { ConfirmedWords, ReportableKeyResult } from './proposal';

/** Where a word of key results stands in a text, with its weight for each of them. */
export interface WordHit {
  readonly from: number;
  readonly to: number;
  readonly weights: ReadonlyMap<string, number>;
}

export type WordIndex = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Words that say how a result is measured, not what it is. */
const STOP_WORDS = new Set(
  '提升 升到 升至 提高 高到 降到 降低 降至 下降 增加 增长 减少 完成 达到 数量 本月 每月 今年 全年 季度 以上 以下 以内 不低 低于 不超 超过 目标 累计 目前 总数 the a an of for to in on at and with from per by is was be are i we my our than no not more less new total number count rate today so far all every each month monthly quarter year'.split(
    ' ',
  ),
);
const DOUBLE_STAYS = /[lsz]$/;

/** The stem of an English word: closed, closing and close are one. */
export function stemOf(word: string): string {
  const plural = word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  if (/[^aeiou]ie[sd]?$/.test(plural) && plural.length > 4) return plural.replace(/ie[sd]?$/, 'y');
  const ending = /^(?:.{3,}?)(ed|ing|er|ers)$/.exec(plural)?.[1] ?? '';
  const cut = plural.slice(0, plural.length - ending.length);
  const isDoubled = ending !== '' && cut.charAt(cut.length - 1) === cut.charAt(cut.length - 2);
  const single = isDoubled && !DOUBLE_STAYS.test(cut) ? cut.slice(0, -1) : cut;
  return single.length > 3 && single.endsWith('e') ? single.slice(0, -1) : single;
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Pairs of Chinese characters, and the stems of words of letters, between two places of a text. */
function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const kind = classAt(text, at);
    if (kind === 'letter') {
      const end = Math.min(endOf(text, at, 'letter', 40), to);
      tokens.push({ word: stemOf(text.slice(at, end)), from: at, to: end });
      at = end;
    } else {
      if (kind === 'han' && at + 1 < to && classAt(text, at + 1) === 'han')
        tokens.push({ word: text.slice(at, at + 2), from: at, to: at + 2 });
      at += 1;
    }
  }
  return tokens;
}

const STOP_STEMS = new Set(
  [...STOP_WORDS].map((word) => (classAt(word, 0) === 'letter' ? stemOf(word) : word)),
);

const wordsOf = (text: string): string[] =>
  tokensOf(text, 0, text.length)
    .map(({ word }) => word)
    .filter((word) => word.length > 1 && !STOP_STEMS.has(word));

/** What was named by the person or confirmed counts more than a word of the title. */
const OWN_WORD = 2;

/**
 * The words that key results are known by: of their titles, their further words, and what was confirmed. A word of
 * several key results counts less for each.
 */
export function wordIndex(
  keyResults: readonly ReportableKeyResult[],
  confirmed: readonly ConfirmedWords[],
): WordIndex {
  const index = new Map<string, Map<string, number>>();
  const add = (id: string, text: string, weight: number): void => {
    for (const word of wordsOf(comparableText(text))) {
      const ids = index.get(word) ?? new Map<string, number>();
      index.set(word, ids.set(id, Math.max(weight, ids.get(id) ?? 0)));
    }
  };
  for (const { id, title, titleEn, words } of keyResults) {
    add(id, title, 1);
    add(id, titleEn ?? '', 1);
    for (const word of words ?? []) add(id, word, OWN_WORD);
  }
  const ids = new Set(keyResults.map(({ id }) => id));
  for (const { words, keyResultId } of confirmed) if (ids.has(keyResultId)) add(keyResultId, words, 1);
  for (const [word, weights] of index)
    index.set(word, new Map([...weights].map(([id, weight]) => [id, weight / weights.size])));
  return index;
}

/** The words of key results between two places. */
export function hitsIn(text: string, from: number, to: number, index: WordIndex): WordHit[] {
  return tokensOf(text, from, to).flatMap((token) => {
    const weights = index.get(token.word);
    return weights ? [{ from: token.from, to: token.to, weights }] : [];
  });
}
