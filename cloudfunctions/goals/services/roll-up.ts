import type { Instant } from '#contracts/common';
import { findSheetsByIds, replaceSheet, replaceTold } from '../data/sheets';
import { MAX_ADDITIONS } from '../domain/additions';
import { MAX_LEVELS, outrunning, sheetsAbove, withPartsOf, withRevisions } from '../domain/roll-up';
import type { Sheet } from '../domain/sheet';

/** A sheet above, before and after. */
export interface Moved {
  readonly before: Sheet;
  readonly after: Sheet;
}

/** Sheets as they were read, by id. */
type Known = Map<string, Sheet>;

const TRIES = 4;

/**
 * Tells the sheets above what a saved sheet adds: one read for those that `known` lacks, and one write for all that change, or
 * two where one of them has been told so often that it is written as a whole. Each is written only as it was read; if one has
 * changed meanwhile, all are read and worked out again. Idempotent; a call that ends half-way is completed by the job, since
 * what was written is `due`.
 * @returns what moved, and whether everything above knows
 */
export async function rollUp(
  saved: Sheet,
  known: readonly Sheet[],
  now: Instant,
): Promise<{ readonly moved: readonly Moved[]; readonly isComplete: boolean }> {
  const sheets: Known = new Map([...known, saved].map((sheet) => [sheet._id, sheet]));
  const first = new Map<string, Sheet>();
  let isComplete = false;
  for (let left = TRIES; left > 0 && !isComplete; left -= 1) {
    const again = left < TRIES;
    if (again) for (const each of await findSheetsByIds([...sheets.keys()])) sheets.set(each._id, each);
    const told = await tell(saved._id, sheets, again);
    for (const { before } of told) if (!first.has(before._id)) first.set(before._id, before);
    isComplete = await save(told, now);
    if (isComplete) for (const { after } of told) sheets.set(after._id, after);
  }
  const moved = [...first.values()].flatMap((before) => {
    const after = sheets.get(before._id) ?? before;
    return after.rev === before.rev || before._id === saved._id ? [] : [{ before, after }];
  });
  return { moved, isComplete };
}

/**
 * The sheets that change, from the lowest up, as they are once each knows what is below. `isWhole`: looks at all above, and not
 * only as far as something changes: after a write that has reached some of them.
 */
async function tell(savedId: string, sheets: Known, isWhole: boolean): Promise<Moved[]> {
  const told: Known = new Map();
  const now = (id: string): Sheet | undefined => told.get(id) ?? sheets.get(id);
  let below = [savedId];
  for (let level = 0; level < MAX_LEVELS && below.length > 0; level += 1) {
    const wanted = [...new Set(below.flatMap((id) => sheetsAbove(now(id) as Sheet)))];
    const missing = wanted.filter((id) => !sheets.has(id));
    for (const sheet of await findSheetsByIds(missing)) sheets.set(sheet._id, sheet);
    const above = wanted.filter((id) => sheets.has(id));
    for (const id of below) {
      const sheet = now(id) as Sheet;
      const outrun = above.reduce((each, other) => outrunning(each, now(other) as Sheet), sheet);
      if (outrun !== sheet) told.set(id, outrun);
    }
    const next = above.filter((id) => {
      const before = now(id) as Sheet;
      const add = (parts: Sheet['parts'], each: string) =>
        withPartsOf({ ...before, parts }, now(each) as Sheet);
      const parts = below.reduce(add, before.parts);
      if (parts === before.parts) return isWhole;
      told.set(id, withRevisions(before, { ...before, parts }));
      return true;
    });
    below = next;
  }
  return [...told.values()].flatMap((after) => {
    const before = sheets.get(after._id);
    return before ? [{ before, after: { ...after, rev: before.rev + 1 } }] : [];
  });
}

/** Writes what was told. @returns false if one of them has changed since it was read, and perhaps some were not written */
async function save(told: readonly Moved[], now: Instant): Promise<boolean> {
  const [fullest] = [...told].sort((a, b) => countOf(b.before) - countOf(a.before));
  if (!fullest) return true;
  const isAlone = told.length === 1 || countOf(fullest.before) >= MAX_ADDITIONS;
  const rest = isAlone ? told.filter((each) => each !== fullest) : told;
  if (isAlone) {
    const { before, after } = fullest;
    if (!(await replaceSheet(before, { ...after, touchedAt: now, rollUp: 'due' }))) return false;
  }
  return rest.length === 0 || replaceTold(rest, now);
}

const countOf = ({ additions = [] }: Sheet): number => additions.length;
