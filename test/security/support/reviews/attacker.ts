/** Single answers, as numbers: what is to be found out, or what somebody tries in its place. */
export type Answers = readonly number[];

/** Everything that the attacker sees, if the answers were these: any value of JSON. */
export type Sight = (answers: Answers) => unknown;

/** A scale long enough for one decimal to be exact; no answer that the attacker tries is near an end. */
export const FINE_SCALE = { least: 0, most: 1_000_000_000 } as const;
const MIDDLE = 500_000_000;
const STEP = 240_000_000;
const TOLERANCE = 1e-6;

/**
 * The answers that follow from what is seen by adding and subtracting, by Gaussian elimination. The attacker knows the
 * rules and who answered what; how each figure is made is found by changing one answer after the other.
 * @param known answers that the attackers gave themselves
 * @returns indexes of answers that are known now and were not before
 */
export function subtract(count: number, see: Sight, known: readonly number[] = []): number[] {
  const middle = Array.from({ length: count }, () => MIDDLE);
  const before = figuresIn(see(middle));
  const unknown = middle.map((_, index) => index).filter((index) => !known.includes(index));
  const columns = unknown.map((index) => {
    const after = figuresIn(see(middle.with(index, MIDDLE + STEP)));
    return [...before].map(([name, figure]) => ((after.get(name) ?? figure) - figure) / STEP);
  });
  const rows = [...before].map((_, row) => columns.map((column) => column[row] ?? 0));
  return reduced(rows).flatMap((row) => {
    const parts = row.flatMap((share, at) => (Math.abs(share) > TOLERANCE ? [at] : []));
    return parts.length === 1 ? [unknown[parts[0] as number] as number] : [];
  });
}

/** Every number in a value of JSON, by where it stands. */
function figuresIn(value: unknown, at = ''): Map<string, number> {
  if (typeof value === 'number') return new Map([[at, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([key, part]) => [...figuresIn(part, `${at}/${key}`)]));
}

/** Reduced row echelon form, without rows of zeros. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const size = (row: readonly number[]): number => Math.abs(row[column] ?? 0);
    left.sort((a, b) => size(b) - size(a));
    const pivot = left[0];
    if (!pivot || size(pivot) <= TOLERANCE) continue;
    left.shift();
    const unit = pivot.map((share) => share / (pivot[column] ?? 1));
    for (const row of [...left, ...done]) {
      const times = row[column] ?? 0;
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - times * (unit[at] ?? 0);
    }
    done.push(unit);
  }
  return done;
}

/** An answer that can only have been one, since with any other one something else would be seen. */
export interface Determined {
  readonly index: number;
  readonly value: number;
  /** The truth, or one of the truths, in which it is. */
  readonly answers: Answers;
}

/**
 * Tries every answer that anybody can have given, and compares what would be seen: whatever the truth is, the attacker
 * knows an answer if it is the same in everything that looks like the truth. Knows the rules, who answered what, what
 * the attackers answered themselves, and that something is hidden.
 */
export function enumerate(
  count: number,
  levels: readonly number[],
  see: Sight,
  known: readonly number[] = [],
): Determined[] {
  const alike = new Map<string, { first: Answers; same: boolean[] }>();
  for (const answers of everyAnswer(count, levels)) {
    const key = JSON.stringify([see(answers), known.map((index) => answers[index])]);
    const others = alike.get(key);
    if (!others) alike.set(key, { first: answers, same: answers.map(() => true) });
    else
      for (let index = 0; index < count; index += 1)
        if (others.first[index] !== answers[index]) others.same[index] = false;
  }
  return [...alike.values()].flatMap(({ first, same }) =>
    same.flatMap((isSame, index) =>
      isSame && !known.includes(index) ? [{ index, value: first[index] as number, answers: first }] : [],
    ),
  );
}

function* everyAnswer(count: number, levels: readonly number[]): Generator<number[]> {
  const places = Array.from({ length: count }, () => 0);
  while (true) {
    yield places.map((place) => levels[place] as number);
    let at = 0;
    while (at < count && places[at] === levels.length - 1) {
      places[at] = 0;
      at += 1;
    }
    if (at === count) return;
    places[at] = (places[at] as number) + 1;
  }
}

/** All ways to choose so many of some things. */
export function choices<Thing>(things: readonly Thing[], size: number): Thing[][] {
  if (size === 0) return [[]];
  return things.flatMap((thing, at) =>
    choices(things.slice(at + 1), size - 1).map((others) => [thing, ...others]),
  );
}
