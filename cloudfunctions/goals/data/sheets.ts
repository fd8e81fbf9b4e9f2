import type { Day, Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { readWith } from '../../shared/data/read-with';
import type { Put } from '../../shared/data/transaction';
import {
  day,
  dayOrNone,
  figure,
  figureOrNone,
  listOfMaps,
  listOfObjects,
  listOfTexts,
  mapOf,
  mapOfEach,
  maybe,
  objectOf,
  oneOf,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import { additionOf, withAdditions } from '../domain/additions';
import type { Cycle } from '../domain/cycle';
import { type Quiet, type Sheet, type StoredReview, sheetIdOf } from '../domain/sheet';
import { cycles } from './cycles';

const PLACE = { sheetId: text, objectiveId: text };

const stored = collection<Sheet>('goal_sheets', {
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
  outside: maybe(mapOf({})),
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
  proposals: maybe(
    listOfObjects({
      ...{ id: text, deadline: day, asks: listOfTexts, rev: figure, remindOn: dayOrNone, reminded: text },
      ...{ by: objectOf({ id: text }), state: oneOf('open', 'countered', 'confirmed', 'withdrawn') },
      objective: objectOf({ id: text, title: text, weight: figure }),
      history: listOfObjects({ at: figure, what: text }),
    }),
  ),
  asked: maybe(listOfTexts),
  askedLeaders: maybe(listOfTexts),
  pushers: maybe(listOfTexts),
  remindOn: maybe(dayOrNone),
  quiet: maybe(objectOf({ since: day, reminded: text })),
  quietOn: maybe(dayOrNone),
  review: maybe(
    objectOf({
      ...{ state: oneOf('handed-in', 'confirmed'), summary: text, comment: text, rev: figure },
      scores: mapOf({ own: figureOrNone, given: figureOrNone }),
      weights: maybe(mapOfEach(figure)),
    }),
  ),
  waitsFor: maybe(textOrNone),
  additions: maybe(
    listOfMaps({
      parts: mapOfEach(mapOf({ weight: figure, share: figure, rev: figure })),
      revs: mapOfEach(figure),
    }),
  ),
});

const asNow = (documents: readonly Sheet[]): Sheet[] => documents.map((each) => withAdditions(each));

/** Sheets as they are read: with what they were told by a write of several. */
export const sheets: typeof stored = {
  ...stored,
  usable: (documents, fields) => asNow(stored.usable(documents, fields)),
  byIds: async (ids) => asNow(await stored.byIds(ids)),
  list: async (where, limit, by) => asNow(await stored.list(where, limit, by)),
  byIdWith: async (id, field, other) => {
    const found = await stored.byIdWith(id, field, other);
    return found && [withAdditions(found[0]), found[1]];
  },
};

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
  return {
    sheet: withAdditions(found.own),
    cycle: cycle ?? null,
    above: found.joined.above as unknown as readonly Sheet[],
  };
}

/** Which of these people have objectives in a cycle; at most 1,000. */
export async function findOwnersWithSheets(
  cycleId: string,
  employeeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const idOf = (id: string) => sheetIdOf(cycleId, { kind: 'person', id });
  const found = new Set((await sheets.fieldsByIds(['cycleId'], employeeIds.map(idOf))).map(({ _id }) => _id));
  return new Set(employeeIds.filter((id) => found.has(idOf(id))));
}

/** At most 1,000, in no particular order. */
export const findSheetsByIds = (ids: readonly string[]): Promise<Sheet[]> => sheets.byIds(ids);

/** Adds an empty sheet unless there is one. */
export const addSheet = (sheet: Sheet): Promise<'added' | 'duplicate'> => sheets.add(sheet);

/**
 * Removes a sheet that was added for a cycle which was closed meanwhile, so that nothing of it stays open; unless it was
 * changed since, such as by being closed with the others. @returns whether it did
 */
export const takeBackSheet = async ({ _id, rev }: Pick<Sheet, '_id' | 'rev'>): Promise<boolean> =>
  (await sheets.removeWhere(() => ({ _id, rev, state: 'open' }))) === 1;

/** Replaces a sheet if it is unchanged since it was read. @returns false after a concurrent change */
export async function replaceSheet(before: Pick<Sheet, '_id' | 'rev'>, after: Sheet): Promise<boolean> {
  const { _id, additions: _parts, ...fields } = after;
  const changed = await sheets.updateWhere(
    () => ({ _id, rev: before.rev }),
    (_) => ({ ...fields, additions: _.remove() }),
  );
  return changed === 1;
}

/**
 * Writes what several sheets were told in one call, each if it is unchanged since it was read: a write changes all documents
 * alike, so that each gets what all were told. @returns whether all were written
 */
export async function replaceTold(
  told: readonly { readonly before: Sheet; readonly after: Sheet }[],
  now: Instant,
): Promise<boolean> {
  const additions = Object.fromEntries(
    told.map(({ before, after }) => [before._id, additionOf(before, after)]),
  );
  const changed = await sheets.updateWhere(
    (_) => _.or(told.map(({ before: { _id, rev } }) => ({ _id, rev }))) as unknown as Record<string, unknown>,
    (_) => ({
      additions: _.push({ each: [additions] }),
      rev: _.inc(1),
      touchedAt: now,
      rollUp: 'due',
    }),
  );
  return changed === told.length;
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
export const putSheet = (put: Put, { additions: _, ...sheet }: Sheet): Promise<void> =>
  put('goal_sheets', sheet);

/** Sheets with something pushed that waits for the person, or that they have pushed. */
export const findPushed = (employeeId: string, limit: number): Promise<Sheet[]> =>
  sheets.list(
    (_) => _.or([{ asked: employeeId }, { pushers: employeeId }]) as unknown as Record<string, unknown>,
    limit,
    [['touchedAt', 'desc']],
  );

/** Sheets that wait for the leader of a department, by id. */
export const findAskingLeaders = (after: string, limit: number): Promise<Sheet[]> =>
  sheets.list((_) => ({ askedLeaders: _.gt(''), _id: _.gt(after) }), limit, [['_id', 'asc']]);

/** Sheets in which somebody may have to be reminded of what was pushed. */
export const findToRemind = (today: Day, limit: number): Promise<Sheet[]> =>
  sheets.list((_) => ({ remindOn: _.lte(today) }), limit, [['remindOn', 'asc']]);

/** Sheets that are to be looked at for what nobody reports on. */
export const findQuiet = (today: Day, limit: number): Promise<Sheet[]> =>
  sheets.list((_) => ({ quietOn: _.lte(today) }), limit, [['quietOn', 'asc']]);

/** Says when a sheet is to be looked at again, at the revision that was read. @returns false after a concurrent change */
export async function replaceQuiet(
  { _id, rev }: Pick<Sheet, '_id' | 'rev'>,
  quiet: Quiet | null,
  quietOn: Day | null,
): Promise<boolean> {
  const changed = await sheets.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...(quiet && { quiet }), quietOn, rev: rev + 1 }),
  );
  return changed === 1;
}

/** A sheet and its cycle, in one call; null if either is missing. */
export const findSheetAndCycle = (id: string): Promise<readonly [Sheet, Cycle] | null> =>
  sheets.byIdWith(id, 'cycleId', cycles);

/** Saves a review at the revision of the sheet that was read. @returns false after a concurrent change */
export async function replaceReview(
  { _id, rev }: Pick<Sheet, '_id' | 'rev'>,
  review: StoredReview,
  waitsFor: string | null,
): Promise<boolean> {
  const changed = await sheets.updateWhere(
    () => ({ _id, rev }),
    () => ({ review, waitsFor, rev: rev + 1 }),
  );
  return changed === 1;
}

/** Sheets of a cycle whose review waits for somebody. */
export const findWaitingReviews = (employeeId: string, cycleId: string, limit: number): Promise<Sheet[]> =>
  sheets.list(() => ({ waitsFor: employeeId, cycleId }), limit);

/** People with goals whose review is not there, and is not confirmed. */
export async function countOpenReviews(
  cycleId: string,
): Promise<{ readonly missing: number; readonly waiting: number }> {
  const [missing, waiting] = await Promise.all([
    sheets.count((_) => ({
      ...{ cycleId, 'owner.kind': 'person', review: _.exists(false) },
      objectives: _.elemMatch({ state: 'active' }),
    })),
    sheets.count(() => ({ cycleId, 'owner.kind': 'person', 'review.state': 'handed-in' })),
  ]);
  return { missing, waiting };
}
