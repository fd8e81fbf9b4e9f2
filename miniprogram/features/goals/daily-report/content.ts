import { classAt, endOf } from './characters';
import type { Phrase } from './phrases';
import type { Span } from './proposal';
import { MAX_WORDS_LENGTH } from './remember';
import { stemOf } from './word-index';

/**
 * The words of parts of a text by which they are known again: without phrases such as 累计 or 了, numbers and signs; English
 * words as their stems.
 */
export function contentOf(text: string, spans: readonly Span[], phrases: readonly Phrase[]): string {
  const words: string[] = [];
  for (const [from, to] of spans) {
    let at = from;
    while (at < to) {
      const phrase = phrases.find((each) => each.from === at);
      const kind = classAt(text, at);
      const end = phrase?.to ?? Math.min(to, kind === 'letter' ? endOf(text, at, 'letter', 40) : at + 1);
      const isKept = !phrase && (kind === 'letter' || kind === 'han');
      if (isKept) words.push(kind === 'letter' ? ` ${stemOf(text.slice(at, end))} ` : text.slice(at, end));
      at = end;
    }
  }
  return words.join('').replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_LENGTH).trim();
}
