import type { Instant } from '#contracts/common';
import { findSheetsByIds, replaceSheet } from '../data/sheets';
import { MAX_LEVELS, sheetsAbove, withPartsOf, withRevisions } from '../domain/roll-up';
import type { Sheet } from '../domain/sheet';

/** A sheet above, before and after. */
export interface Moved {
  readonly before: Sheet;
  readonly after: Sheet;
}

const TRIES = 4;

/**
 * Tells the sheets above what a saved sheet adds, from the lowest up: one read for those that `known` lacks, one write for
 * each that changes. Idempotent; a call that ends half-way is completed by the job, since the sheet stays `due`.
 * @returns what moved, and whether everything above knows
 */
export async function rollUp(
  saved: Sheet,
  known: readonly Sheet[],
  now: Instant,
): Promise<{ readonly moved: readonly Moved[]; readonly isComplete: boolean }> {
  const sheets = new Map(known.map((sheet) => [sheet._id, sheet]));
  const moved = new Map<string, Moved>();
  let below: readonly Sheet[] = [saved];
  for (let level = 0; level < MAX_LEVELS && below.length > 0; level += 1) {
    const wanted = [...new Set(below.flatMap(sheetsAbove))];
    const missing = wanted.filter((id) => !sheets.has(id));
    for (const sheet of await findSheetsByIds(missing)) sheets.set(sheet._id, sheet);
    const next: Sheet[] = [];
    for (const id of wanted) {
      const before = sheets.get(id);
      if (!before) continue;
      const after = await tell(before, below, now);
      if (after === 'conflict') return { moved: [...moved.values()], isComplete: false };
      if (!after) continue;
      sheets.set(id, after);
      moved.set(id, { before: moved.get(id)?.before ?? before, after });
      next.push(after);
    }
    below = next;
  }
  return { moved: [...moved.values()], isComplete: below.length === 0 };
}

/** Writes what the sheets below add to one above. @returns the saved sheet; null if it knows already */
async function tell(above: Sheet, below: readonly Sheet[], now: Instant): Promise<Sheet | 'conflict' | null> {
  let before: Sheet | undefined = above;
  for (let left = TRIES; left > 0 && before; left -= 1) {
    const current: Sheet = before;
    const parts = below.reduce((sum, sheet) => withPartsOf({ ...current, parts: sum }, sheet), current.parts);
    if (parts === current.parts) return null;
    const changed = { ...current, parts, rev: current.rev + 1, touchedAt: now };
    const after = withRevisions(current, changed);
    const saved: Sheet =
      after.revs === current.revs
        ? after
        : { ...after, rollUp: sheetsAbove(after).length > 0 ? 'due' : 'done' };
    if (await replaceSheet(current, saved)) return saved;
    [before] = await findSheetsByIds([above._id]);
  }
  return before ? 'conflict' : null;
}
