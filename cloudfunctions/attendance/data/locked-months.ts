import type { Settlement } from '../../../typings/contracts/attendance';
import type { Month } from '../../../typings/contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';

/** What others may know of a month's settlement; `attendance` alone writes it. */
type SettledState = Pick<Settlement, 'state'> & { readonly _id: Month };

const statesById = cachedById(collection<SettledState>('settlements'));

/** Those of the months that are locked: one read for all, none while the instance remembers (one minute). */
export async function findLockedMonths(months: readonly Month[], now: number): Promise<Month[]> {
  const states = await statesById(months, now);
  return months.filter((month) => states.get(month)?.state === 'locked');
}
