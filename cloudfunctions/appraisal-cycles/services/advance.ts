import type { AppraisalCycle, AppraisalCycleState } from '#contracts/appraisal-cycle';
import { replaceAppraisalCycle } from '../data/cycles';
import { isNext } from '../domain/cycle-state';

type Change = Partial<Omit<AppraisalCycle, '_id' | 'rev' | 'state' | 'cursor'>>;

/**
 * Moves a cycle to its next state, at the revision that was read; the job of the new state begins with its first person.
 * @returns the cycle as it is now; null if it is in another state, or somebody changed it meanwhile: read it again
 * @throws Error if the states do not follow on each other
 */
export async function advance(
  cycle: AppraisalCycle,
  from: AppraisalCycleState,
  to: AppraisalCycleState,
  change: Change = {},
): Promise<AppraisalCycle | null> {
  if (!isNext(from, to)) throw new Error(`A cycle of appraisal does not go from ${from} to ${to}.`);
  if (cycle.state !== from) return null;
  const next = { ...change, state: to, cursor: '' };
  return (await replaceAppraisalCycle(cycle, next)) ? { ...cycle, ...next, rev: cycle.rev + 1 } : null;
}

/** Remembers the last person that a job has done. @returns like `advance` */
export const moveCursor = async (cycle: AppraisalCycle, cursor: string): Promise<AppraisalCycle | null> =>
  (await replaceAppraisalCycle(cycle, { cursor })) ? { ...cycle, cursor, rev: cycle.rev + 1 } : null;
