import { collection } from '../../shared/data/collection';
import { figure, listOfObjects, text } from '../../shared/faults/checks';
import type { CheckIn, Sheet } from '../domain/sheet';

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

/** Check-ins of the latest pages of a sheet, oldest first; some may be there twice. */
export async function findPages(sheetId: string, limit: number): Promise<readonly CheckIn[]> {
  const found = await pages.list(() => ({ sheetId }), limit, [['rev', 'desc']]);
  return [...found].reverse().flatMap(({ checkIns }) => checkIns);
}
