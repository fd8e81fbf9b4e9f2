/**
 * Random numbers that are the same on every machine: each depends only on the given keys, so adding a person
 * changes nobody else's data.
 */
const SEED = 'tongxin-demo-1';
const TWO_32 = 2 ** 32;

/** A number in [0, 1) for these keys: FNV-1a over the text, then the finalizer of MurmurHash3. */
export function randomFraction(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of [SEED, ...words].join('|')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / TWO_32;
}

/** An integer from `low` to `high`, both included. */
export function randomInteger(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + Math.floor(randomFraction(...words) * (high - low + 1));
}

/** One of the choices. @throws RangeError if the list is empty */
export function randomChoice<Choice>(
  choices: readonly Choice[],
  ...words: readonly (string | number)[]
): Choice {
  const choice = choices[randomInteger(0, choices.length - 1, ...words)];
  if (choice === undefined) throw new RangeError('nothing to choose from');
  return choice;
}
