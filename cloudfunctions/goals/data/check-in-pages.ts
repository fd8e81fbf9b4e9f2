import { collection } from '../../shared/data/collection';
import { listOfObjects, text } from '../../shared/faults/checks';
import type { CheckIn } from '../domain/sheet';

/** A document of `goal_check_ins`: check-ins that have left the log of a sheet, `_id` is `<sheet>:<id of the first>`. */
interface CheckInPage {
  readonly _id: string;
  readonly sheetId: string;
  readonly checkIns: readonly CheckIn[];
}

const pages = collection<CheckInPage>('goal_check_ins', {
  sheetId: text,
  checkIns: listOfObjects({ id: text }),
});

/** Keeps what leaves a log, before the sheet is saved without it. Idempotent. */
export async function keepPage(sheetId: string, checkIns: readonly CheckIn[]): Promise<void> {
  const [first] = checkIns;
  if (first) await pages.add({ _id: `${sheetId}:${first.id}`, sheetId, checkIns });
}

/** The latest pages of a sheet. */
export async function findPages(sheetId: string, limit: number): Promise<readonly CheckIn[]> {
  const found = await pages.list(() => ({ sheetId }), limit);
  return found.flatMap(({ checkIns }) => checkIns);
}
