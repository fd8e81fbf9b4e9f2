import type { Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { PrefetchRequest } from '../../shared/data/prefetch';
import { cachedById } from '../../shared/data/warm-cache';
import {
  figure,
  figureOrNone,
  listOfObjects,
  maybe,
  oneOf,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import type { SettlementRun } from '../domain/settlement-run';

export const settlements = collection<SettlementRun>('settlements', {
  rev: figure,
  state: oneOf('running', 'waiting', 'done', 'locked'),
  cursor: text,
  leaseUntil: figure,
  people: figure,
  written: figure,
  waiting: figure,
  resumesAt: figureOrNone,
  startedAt: figure,
  doneAt: figureOrNone,
  lockedAt: figureOrNone,
  lockedById: textOrNone,
  history: maybe(listOfObjects({ kind: text, at: figure })),
});
const settlementsById = cachedById(settlements);

/** @throws AppError RECORD_FAULTY: a month whose document is damaged is neither settled, locked nor unlocked */
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

/**
 * The settled ones among these months, and which are locked: one read for all, or none from the cache. One whose document
 * is damaged counts as locked.
 */
export async function findSettledMonths(
  months: readonly Month[],
  now: number,
): Promise<{ readonly month: Month; readonly locked: boolean }[]> {
  const states = await settlementsById(months, now);
  return months.flatMap((month) => {
    const state = settlementsById.isFaulty(month, now) ? 'locked' : states.get(month)?.state;
    return state === 'done' || state === 'locked' ? [{ month, locked: state === 'locked' }] : [];
  });
}

/** Loads what `findLockedMonths` reads of this month, with other documents. */
export const lockPrefetch = (month: Month): PrefetchRequest => [settlementsById, [month]];

/** The locked ones of `findSettledMonths`, at most a minute old. */
export async function findLockedMonths(months: readonly Month[], now: number): Promise<Month[]> {
  const settled = await findSettledMonths(months, now);
  return settled.filter(({ locked }) => locked).map(({ month }) => month);
}
