import type { Day } from '#contracts/common';
import type { DeductionsView } from '#contracts/tax';
import { AppError } from '../../shared/errors/app-error';
import { findDeductionFile, saveDeductionFile } from '../data/deduction-files';
import type { DeductionFile } from '../domain/deductions/deduction-file';
import { deductionsView } from '../domain/deductions/deductions-view';

const TRIES = 3;

/**
 * Changes what a person has declared as it is now; `change` decides again after a concurrent change, and returns the file
 * itself if there is nothing to change.
 * @param rev what the caller saw, where that matters
 * @throws AppError VERSION_CONFLICT, BUSY after three concurrent changes, and what `change` throws
 */
export async function changeFile(
  { employeeId, rev }: { readonly employeeId: string; readonly rev?: number },
  today: Day,
  change: (file: DeductionFile) => DeductionFile,
): Promise<DeductionsView> {
  for (let left = TRIES; left > 0; left -= 1) {
    const before = await findDeductionFile(employeeId);
    const after = change(before.entries);
    if (after === before.entries) return deductionsView(after, before.rev, today);
    if (rev !== undefined && before.rev !== rev)
      throw new AppError('VERSION_CONFLICT', { version: before.rev });
    if (await saveDeductionFile(employeeId, before.rev, after))
      return deductionsView(after, before.rev + 1, today);
  }
  throw new AppError('BUSY', {});
}
