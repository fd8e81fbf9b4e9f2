import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { day, figure, figureOrNone, maybe, text } from '../../shared/faults/checks';
import type { Cycle } from '../domain/cycle';

export const cycles = collection<Cycle>('goal_cycles', {
  kind: text,
  from: day,
  to: day,
  state: text,
  rev: figure,
  remindAfter: maybe(figure),
  recheckUntil: maybe(figureOrNone),
});

/** Cycles by id, from the warm cache: a cycle that was closed may look open for a minute, see `findSheetNow`. */
export const cyclesById = cachedById(cycles);

/** The current state of a cycle. */
export const findCycle = (id: string): Promise<Cycle | null> => cycles.byId(id);

/** The latest cycles of all kinds. */
export const findLatestCycles = (limit: number): Promise<Cycle[]> =>
  cycles.list((_) => ({ from: _.gt('') }), limit, [['from', 'desc']]);

/**
 * Cycles that are being closed, those that have not begun although their first day is this one or before, and closed ones
 * that are to be looked at again.
 */
export const findMovingCycles = (today: Day, limit: number): Promise<Cycle[]> =>
  cycles.list(
    (_) =>
      _.or([
        { state: 'closing' },
        { state: 'planned', from: _.lte(today) },
        { recheckUntil: _.gt(0) },
      ]) as unknown as Record<string, unknown>,
    limit,
  );

export const addCycle = (cycle: Cycle): Promise<'added' | 'duplicate'> => cycles.add(cycle);

/** Changes the state of a cycle, or when it is looked at again, at the revision that was read. @returns whether it did */
export async function replaceCycleState(
  { _id, rev }: Cycle,
  change: Partial<Pick<Cycle, 'state' | 'recheckUntil'>>,
): Promise<boolean> {
  const changed = await cycles.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...change, rev: rev + 1 }),
  );
  cyclesById.clear();
  return changed === 1;
}

/** Changes when people of a cycle are reminded, at the revision that was read. @returns whether it did */
export async function replaceReminding({ _id, rev }: Cycle, remindAfter: number): Promise<boolean> {
  const changed = await cycles.updateWhere(
    () => ({ _id, rev }),
    () => ({ remindAfter, rev: rev + 1 }),
  );
  cyclesById.clear();
  return changed === 1;
}

/**
 * Saves alignments of a cycle one after the other: of two transactions that write the cycle one is run again. It has to be
 * another revision, since a write that changes nothing is none.
 */
export const lockAlignments = (put: Put, cycle: Cycle): Promise<void> =>
  put('goal_cycles', { ...cycle, rev: cycle.rev + 1 });
