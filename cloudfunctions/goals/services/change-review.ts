import { AppError } from '../../shared/errors/app-error';
import { findSheetAndCycle, replaceReview } from '../data/sheets';
import type { Cycle } from '../domain/cycle';
import type { Sheet, StoredReview } from '../domain/sheet';

const TRIES = 3;

/** What is to be saved, and whom it waits for then. */
interface Change {
  readonly review: StoredReview;
  readonly waitsFor: string | null;
}

/**
 * Changes the review of a sheet as it is now; `change` decides again after a concurrent change, and returns null if there is
 * nothing to change. Figures, and whether the sheet is closed, make no difference.
 * @returns the review as it is stored, and whether it was saved by this call
 * @throws AppError NOT_FOUND, BUSY after three concurrent changes, and what `change` throws
 */
export async function changeReview(
  sheetId: string,
  change: (sheet: Sheet, cycle: Cycle) => Promise<Change | null>,
): Promise<{ readonly rev: number; readonly isSaved: boolean }> {
  for (let left = TRIES; left > 0; left -= 1) {
    const found = await findSheetAndCycle(sheetId);
    if (!found) throw new AppError('NOT_FOUND', { what: 'goals' });
    const [sheet, cycle] = found;
    const changed = await change(sheet, cycle);
    if (!changed) return { rev: sheet.review?.rev ?? 0, isSaved: false };
    if (await replaceReview(sheet, changed.review, changed.waitsFor))
      return { rev: changed.review.rev, isSaved: true };
  }
  throw new AppError('BUSY', {});
}
