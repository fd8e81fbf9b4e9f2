import type { Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { PrefetchRequest } from '../../shared/data/prefetch';
import { cachedById } from '../../shared/data/warm-cache';
import type { SettlementRun } from '../domain/settlement-run';

export const settlements = collection<SettlementRun>('settlements');
const settlementsById = cachedById(settlements);

export const findSettlement = (month: Month): Promise<SettlementRun | null> => settlements.byId(month);

/** `duplicate`: the month's settlement was started concurrently. */
export const addSettlement = (run: SettlementRun): Promise<'added' | 'duplicate'> => settlements.add(run);

/**
 * Updates a settlement if it is unchanged since it was read. @returns the updated settlement, or null after a
 * concurrent change
 */
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

/** The settled ones among these months, and which are locked: one read for all, or none from the cache. */
export async function findSettledMonths(
  months: readonly Month[],
  now: number,
): Promise<{ readonly month: Month; readonly locked: boolean }[]> {
  const states = await settlementsById(months, now);
  return months.flatMap((month) => {
    const state = states.get(month)?.state;
    return state === 'done' || state === 'locked' ? [{ month, locked: state === 'locked' }] : [];
  });
}

/** Loads what `findLockedMonths` reads of this month, with other documents. */
export const lockPrefetch = (month: Month): PrefetchRequest => [settlementsById, [month]];

/** The locked ones among these months: one read for all, or none from the cache (at most a minute old). */
export async function findLockedMonths(months: readonly Month[], now: number): Promise<Month[]> {
  const states = await settlementsById(months, now);
  return months.filter((month) => states.get(month)?.state === 'locked');
}
