import type { Month } from '#contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import type { SettlementRun } from '../domain/settlement-run';

const settlements = collection<SettlementRun>('settlements');
const settlementsById = cachedById(settlements);

export const findSettlement = (month: Month): Promise<SettlementRun | null> => settlements.byId(month);

/** `duplicate`: somebody else has begun the month at this moment. */
export const addSettlement = (run: SettlementRun): Promise<'added' | 'duplicate'> => settlements.add(run);

/** Changes a settlement as it was read. @returns it as it is now, or null if somebody else was faster */
export async function saveSettlement(
  before: SettlementRun,
  change: Partial<Omit<SettlementRun, '_id' | 'rev'>>,
): Promise<SettlementRun | null> {
  const { _id, rev } = before;
  const changed = await settlements.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...change, rev: rev + 1 }),
  );
  return changed === 1 ? { ...before, ...change, rev: rev + 1 } : null;
}

/** Those of the months that are locked: one read for all, none while the instance remembers (one minute). */
export async function findLockedMonths(months: readonly Month[], now: number): Promise<Month[]> {
  const states = await settlementsById(months, now);
  return months.filter((month) => states.get(month)?.state === 'locked');
}
