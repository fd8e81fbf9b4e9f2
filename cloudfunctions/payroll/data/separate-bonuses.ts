import type { Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { figure, month } from '../../shared/faults/checks';

/**
 * A document of `separate_bonuses`; `_id` is the employee number. Bonuses of two months are two documents, and each may be right as
 * long as the other one is not there: whoever saves one that is taxed by itself also writes this, so that of two at once one loses.
 */
interface SeparateBonus {
  readonly _id: string;
  readonly rev: number;
  /** The month of the latest one; it may have been dropped since. */
  readonly month: Month;
}

const separateBonuses = collection<SeparateBonus>('separate_bonuses', { rev: figure, month });

/** The revision; 0 before the first one. */
export const findSeparateRev = async (employeeId: string): Promise<number> =>
  (await separateBonuses.byId(employeeId))?.rev ?? 0;

/** In the transaction that saves the bonus, in which the revision was read. */
export const putSeparateBonus = (put: Put, employeeId: string, rev: number, of: Month): Promise<void> =>
  put('separate_bonuses', { _id: employeeId, rev: rev + 1, month: of });
