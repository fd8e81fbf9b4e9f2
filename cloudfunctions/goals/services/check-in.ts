import type { Instant } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import type { CheckInResult } from '#contracts/goals';
import { keepPage } from '../data/check-in-pages';
import { bookFigures } from '../domain/book-figures';
import type { Cycle } from '../domain/cycle';
import { requireNotScored, requireRunning } from '../domain/require-open';
import { type CheckIn, sheetIdOf } from '../domain/sheet';
import { movesFigures } from '../domain/standings';
import { requireEvidence } from './evidence';
import { changeSheet } from './save-sheet';

/**
 * Books a check-in in the sheet of an owner and moves what is above. Idempotent by the check-in's id.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, REVIEW_CONFIRMED, FIGURE_INVALID, FILE_INVALID, CHECK_IN_KEY_REUSED, BUSY, and what `check` throws for the cycle
 */
export const bookCheckIn = (
  { cycleId, owner }: { readonly cycleId: string; readonly owner: SheetOwner },
  checkIn: CheckIn,
  now: Instant,
  check: (cycle: Cycle) => void = () => undefined,
): Promise<CheckInResult> =>
  changeSheet(sheetIdOf(cycleId, owner), now, async ({ sheet, cycle }) => {
    check(requireRunning(cycle, sheet));
    const booked = bookFigures(sheet, checkIn);
    if (!booked) return null;
    requireNotScored(sheet, movesFigures(sheet, booked.sheet));
    await requireEvidence(checkIn);
    await keepPage(sheet, booked.page);
    return booked.sheet;
  });
