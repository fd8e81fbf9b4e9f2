import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { day, textOrNone } from '../../shared/faults/checks';

/** A document of `plan_runs`, `_id` is an appraisal cycle: whose plans were opened on a day, up to which person. */
export interface PlanRun {
  readonly _id: string;
  readonly day: Day;
  /** The last employee that was looked at; null once all were. */
  readonly cursor: string | null;
}

const runs = collection<PlanRun>('plan_runs', { day, cursor: textOrNone });

export const findRuns = (cycleIds: readonly string[]): Promise<PlanRun[]> => runs.byIds(cycleIds);

/** Of two at once the slower one has people looked at again, which changes nothing. */
export async function saveRun(run: PlanRun): Promise<void> {
  const { _id, ...after } = run;
  const changed = await runs.updateWhere(
    () => ({ _id }),
    () => after,
  );
  if (changed === 0) await runs.add(run);
}
