import { collection } from '../../shared/data/collection';
import { readJoined } from '../../shared/data/read-joined';
import { figure, listOfObjects, text } from '../../shared/faults/checks';
import type { CheckIn, Sheet } from '../domain/sheet';
import { sheets } from './sheets';

/** A document of `goal_check_ins`: check-ins that have left the log of a sheet, `_id` is `<sheet>:<revision>`. */
interface CheckInPage {
  readonly _id: string;
  readonly sheetId: string;
  /** Of the sheet that they left. */
  readonly rev: number;
  readonly checkIns: readonly CheckIn[];
}

const pages = collection<CheckInPage>('goal_check_ins', {
  sheetId: text,
  rev: figure,
  checkIns: listOfObjects({ id: text, at: figure, entries: listOfObjects({ keyResultId: text }) }),
});

/** Keeps what leaves a log, before the sheet is saved without it; a call that dies between leaves a page that is kept again. */
export async function keepPage({ _id: sheetId, rev }: Sheet, checkIns: readonly CheckIn[]): Promise<void> {
  if (checkIns.length > 0) await pages.add({ _id: `${sheetId}:${rev}`, sheetId, rev, checkIns });
}

const oldestFirst = (found: readonly CheckInPage[]): readonly CheckIn[] =>
  [...found].reverse().flatMap(({ checkIns }) => checkIns);

/** Check-ins of the latest pages of a sheet, oldest first; some may be there twice. */
export async function findPages(sheetId: string, limit: number): Promise<readonly CheckIn[]> {
  return oldestFirst(await pages.list(() => ({ sheetId }), limit, [['rev', 'desc']]));
}

/** A sheet with the check-ins of its latest pages, oldest first, in one call; null without a sheet. */
export async function findSheetWithPages(
  id: string,
  limit: number,
): Promise<{ readonly sheet: Sheet; readonly older: readonly CheckIn[] } | null> {
  const found = await readJoined(id, sheets, {
    sheet: { from: sheets, field: '_id', values: [id], max: 1 },
    pages: { from: pages, field: 'sheetId', values: [id], latestBy: 'rev', max: limit },
  });
  const [sheet] = sheets.usable(found.sheet as readonly Sheet[]);
  return sheet ? { sheet, older: oldestFirst(pages.usable(found.pages as readonly CheckInPage[])) } : null;
}
