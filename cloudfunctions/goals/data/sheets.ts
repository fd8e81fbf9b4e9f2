import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { readWith } from '../../shared/data/read-with';
import type { Put } from '../../shared/data/transaction';
import {
  day,
  figure,
  listOfObjects,
  listOfTexts,
  mapOf,
  mapOfEach,
  objectOf,
  oneOf,
  text,
} from '../../shared/faults/checks';
import type { Cycle } from '../domain/cycle';
import type { Sheet } from '../domain/sheet';
import { cycles } from './cycles';

const PLACE = { sheetId: text, objectiveId: text };

const sheets = collection<Sheet>('goal_sheets', {
  cycleId: text,
  owner: objectOf({ kind: text }),
  tier: figure,
  objectives: listOfObjects({
    ...{ id: text, title: text, weight: figure, alignedWeight: figure, state: text },
    keyResults: listOfObjects({
      id: text,
      title: text,
      weight: figure,
      source: text,
      measure: objectOf({ kind: text }),
    }),
    alignedTo: listOfObjects(PLACE),
  }),
  base: mapOf({}),
  log: listOfObjects({
    ...{ id: text, at: figure, day, source: text, by: objectOf({ id: text }) },
    entries: listOfObjects({ keyResultId: text, mode: text, value: figure }),
  }),
  parts: mapOfEach(mapOf({ weight: figure, share: figure, rev: figure })),
  above: listOfTexts,
  left: listOfObjects({ key: text, to: objectOf(PLACE) }),
  memory: listOfObjects({ words: text, keyResultId: text, mode: text }),
  amendments: listOfObjects({ at: figure, objectiveId: text, reason: text }),
  archived: listOfTexts,
  rev: figure,
  planRev: figure,
  revs: mapOfEach(figure),
  state: oneOf('open', 'closed'),
  rollUp: oneOf('due', 'done'),
});

/** A sheet with its cycle and the sheets above it, as they are now. */
export interface SheetNow {
  readonly sheet: Sheet;
  readonly cycle: Cycle | null;
  readonly above: readonly Sheet[];
}

/** One call. @returns null if there is no such sheet */
export async function findSheetNow(id: string): Promise<SheetNow | null> {
  const found = await readWith(id, sheets, {
    cycle: { field: 'cycleId', other: cycles as never },
    above: { field: 'above', other: sheets as never },
  });
  if (!found) return null;
  const [cycle] = found.joined.cycle as unknown as readonly Cycle[];
  return { sheet: found.own, cycle: cycle ?? null, above: found.joined.above as unknown as readonly Sheet[] };
}

/** At most 1,000, in no particular order. */
export const findSheetsByIds = (ids: readonly string[]): Promise<Sheet[]> => sheets.byIds(ids);

/** Adds an empty sheet unless there is one. */
export const addSheet = (sheet: Sheet): Promise<'added' | 'duplicate'> => sheets.add(sheet);

/** Replaces a sheet if it is unchanged since it was read. @returns false after a concurrent change */
export async function replaceSheet(before: Pick<Sheet, '_id' | 'rev'>, after: Sheet): Promise<boolean> {
  const { _id, ...fields } = after;
  const changed = await sheets.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => fields,
  );
  return changed === 1;
}

/** Sheets whose change may not be known above, the oldest first. */
export const findDueRollUps = (before: Instant, limit: number): Promise<Sheet[]> =>
  sheets.list((_) => ({ rollUp: 'due', touchedAt: _.lt(before) }), limit, [['touchedAt', 'asc']]);

/** What is above knows these sheets, of which none has been saved since `before`. */
export async function markRolledUp(ids: readonly string[], before: Instant): Promise<void> {
  if (ids.length === 0) return;
  await sheets.updateWhere(
    (_) => ({ _id: _.in([...ids]), rollUp: 'due', touchedAt: _.lt(before) }),
    () => ({ rollUp: 'done', left: [] }),
  );
}

/** Open sheets of a cycle, the lowest tier first. */
export const findOpenSheets = (cycleId: string, limit: number): Promise<Sheet[]> =>
  sheets.list(() => ({ cycleId, state: 'open' }), limit, [['tier', 'asc']]);

export const countOpenSheets = (cycleId: string): Promise<number> =>
  sheets.count(() => ({ cycleId, state: 'open' }));

/** Writes a sheet with the `put` of a transaction that has read it. */
export const putSheet = (put: Put, sheet: Sheet): Promise<void> => put('goal_sheets', sheet);
