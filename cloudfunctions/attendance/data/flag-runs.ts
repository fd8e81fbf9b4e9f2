import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { retained } from '../../shared/retention/retained';

/** A document of `flag_runs`; `_id` is the day: progress of checking that day's punches. */
export interface FlagRun {
  readonly _id: Day;
  readonly rev: number;
  readonly state: 'running' | 'done';
  /** The last employee number that was processed. */
  readonly cursor: string;
  /** Number of flags of the day so far. */
  readonly found: number;
}

const runs = collection<FlagRun>('flag_runs');

export const findFlagRun = (day: Day): Promise<FlagRun | null> => runs.byId(day);

export const addFlagRun = (run: FlagRun): Promise<'added' | 'duplicate'> => runs.add(run);

/**
 * Updates a run if it is unchanged since it was read. @returns the updated run, or null after a concurrent
 * change
 */
export async function saveFlagRun(
  before: FlagRun,
  change: Pick<FlagRun, 'state' | 'cursor' | 'found'>,
): Promise<FlagRun | null> {
  const { _id, rev } = before;
  const changed = await runs.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...change, rev: rev + 1 }),
  );
  return changed === 1 ? { _id, rev: rev + 1, ...change } : null;
}

export const retainedFlagRuns = retained(runs, 365, '_id', (_, { day }) => ({
  _id: _.lt(day),
  state: 'done',
}));
