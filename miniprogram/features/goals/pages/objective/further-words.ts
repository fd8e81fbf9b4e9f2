/** As the server takes them. */
const MAX_WORDS = 8;
const MAX_LENGTH = 20;
/** What can be typed into the line. */
export const MAX_TYPED = MAX_WORDS * (MAX_LENGTH + 1);

const COMMA = /[,，、;；]/;

/** Further names of a key result in a line: between commas, so that a name may have spaces, or else between spaces. */
export function wordsIn(typed: string): string[] {
  const parts = typed.split(COMMA.test(typed) ? COMMA : /\s/);
  return [...new Set(parts.map((part) => part.trim().replace(/\s+/g, ' ')).filter((part) => part !== ''))];
}

/** The line for stored names; a single one with spaces ends with a comma, so that it is read as one again. */
export function wordsText(words: readonly string[]): string {
  const [only, second] = words;
  return only !== undefined && second === undefined && /\s/.test(only) ? `${only}，` : words.join('，');
}

export const areWordsFine = (words: readonly string[]): boolean =>
  words.length <= MAX_WORDS && words.every(({ length }) => length <= MAX_LENGTH);
