import { classAt } from './characters';
import type { Clause } from './clauses';
import type { Figure } from './figure';
import type { Phrase } from './phrases';
import type { WordHit } from './word-index';

/** "no" and its like deny what follows at once; the others deny a verb as well. */
const OF_THINGS = new Set(['no', 'zero', 'without', 'none', '零']);
/** These tell two things apart, and do not say that there was none. */
const OF_NAMES = new Set(['不是', '并非', 'not', "isn't", 'isn’t', "wasn't", 'wasn’t', 'never']);
const REACH = { han: 3, letter: 16 };
/** The words of what there was none of follow at once, or a little later. */
const NEAR = 2;
const FAR = { han: 6, letter: 12 };

const wordOf = (text: string, { from, to }: Phrase): string => text.slice(from, to);
const scriptOf = (text: string, { from }: Phrase): 'han' | 'letter' =>
  classAt(text, from) === 'letter' ? 'letter' : 'han';

/** Whether the text says that it was not this number: 没有成交 10 单, "did not close 10 deals". */
export function isNegated(text: string, { phrases }: Clause, figure: Figure, after: number): boolean {
  return phrases.some((phrase) => {
    if (phrase.role !== 'not' || phrase.from < after || phrase.to > figure.from) return false;
    const reach = OF_THINGS.has(wordOf(text, phrase)) ? 1 : REACH[scriptOf(text, phrase)];
    return figure.from - phrase.to <= reach;
  });
}

/** What a clause without a number says there was none of: its words, and whether they follow the negation at once. */
export interface Denied {
  readonly hits: readonly WordHit[];
  readonly isNear: boolean;
}

/** The words of key results that a clause denies: 没有成交, "no deals", 投诉：无. Null if it denies nothing that is known. */
export function deniedIn(text: string, clause: Clause, hits: readonly WordHit[]): Denied | null {
  for (const phrase of clause.phrases) {
    if (phrase.role !== 'not' || OF_NAMES.has(wordOf(text, phrase))) continue;
    const behind = hits.filter(({ from }) => from >= phrase.to);
    const first = behind[0];
    if (first && first.from - phrase.to <= FAR[scriptOf(text, phrase)])
      return { hits: behind, isNear: first.from - phrase.to <= NEAR };
    const last = hits[hits.length - 1];
    if (phrase.to === clause.to && last && phrase.from - last.to <= NEAR && last.to <= phrase.from)
      return { hits, isNear: true };
  }
  return null;
}
