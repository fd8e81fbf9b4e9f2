import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import type { DutySource } from '../domain/duty-source';

/** The duties of a cycle that runs; none of any other, so that nobody learns afterwards who was late. */
export async function loadDuties(sources: readonly DutySource[], cycle: AppraisalCycle, now: Instant) {
  if (cycle.state !== 'running') return [];
  const found = await Promise.all(
    sources.map(async ({ duty, stateOf }) => {
      const state = await stateOf(cycle, now);
      return state && { duty, ...state };
    }),
  );
  return found.filter((each) => each !== null);
}
