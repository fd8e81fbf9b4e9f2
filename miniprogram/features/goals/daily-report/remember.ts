import type { ConfirmedWords } from './proposal';

/** More than a person uses for their key results. */
const MAX_CONFIRMED = 50;
export const MAX_WORDS_LENGTH = 40;

/** What is remembered after a confirmation: the newest first, one entry for the same words, fifty at most. */
export function rememberWords(
  memory: readonly ConfirmedWords[],
  { words, keyResultId, mode }: ConfirmedWords,
): ConfirmedWords[] {
  const others = memory.filter((each) => each.words !== words);
  return [{ words: words.slice(0, MAX_WORDS_LENGTH), keyResultId, mode }, ...others].slice(0, MAX_CONFIRMED);
}
