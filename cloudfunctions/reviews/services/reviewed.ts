import type { AppraisalCycle, AppraisalPerson, Questionnaire, ReviewPlan } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import { appraisalCyclesById, findAppraisalCycle, findAppraisalPerson } from '../../appraisal-cycles/public';
import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import { lastDayFor } from '../domain/asked';
import { questionnaireOf } from '../domain/questions';
import { personIdOf, type ReviewPerson } from '../domain/review-person';

/** A cycle in which people are asked about each other. */
export type AskingCycle = AppraisalCycle & { readonly review: ReviewPlan };

const notFound = (what: string) => new AppError('NOT_FOUND', { what });
const closed = (rule: 'not-running' | 'over') => new AppError('REVIEW_CLOSED', { rule });

/** A cycle that has started, with reviews. @throws AppError NOT_FOUND */
export function requireAsking(cycle: AppraisalCycle | null | undefined): AskingCycle {
  if (!cycle || cycle.state === 'draft' || cycle.state === 'starting') throw notFound('appraisal-cycle');
  if (!cycle.review) throw notFound('review');
  return cycle as AskingCycle;
}

/** A started cycle, from the warm cache, so that it may look open for a minute after it was closed. @throws AppError NOT_FOUND */
export const askingCycle = async (id: string, now: number): Promise<AskingCycle> =>
  requireAsking((await appraisalCyclesById([id], now)).get(id));

/** A started cycle as it is now. @throws AppError NOT_FOUND */
export const askingCycleNow = async (id: string): Promise<AskingCycle> =>
  requireAsking(await findAppraisalCycle(id));

/** @throws AppError REVIEW_CLOSED */
export function requireRunning(cycle: AskingCycle): void {
  if (cycle.state !== 'running') throw closed('not-running');
}

/** @returns the last day for answers about the person. @throws AppError REVIEW_CLOSED */
export function requireInTime(cycle: AskingCycle, state: ReviewPerson, today: Day): Day {
  requireRunning(cycle);
  // The cycle may have closed since it was read.
  if (state.snapshot) throw closed('not-running');
  const until = lastDayFor(cycle, state);
  if (today > until) throw closed('over');
  return until;
}

/** Whoever is in a cycle stays as they were at its start; whoever is not yet may be added. */
const people = new WarmCache<AppraisalPerson>(WARM_SIZE, WARM_AGE_MS);

/** Somebody who is reviewed in a cycle, from the warm cache. @throws AppError NOT_FOUND */
export async function personIn(cycleId: string, employeeId: string, now: number): Promise<AppraisalPerson> {
  const key = personIdOf(cycleId, employeeId);
  const known = people.get(key, now);
  if (known) return known;
  const found = await findAppraisalPerson(cycleId, employeeId);
  if (!found) throw notFound('person');
  people.set(key, found, now);
  return found;
}

/** @throws AppError NOT_FOUND if nobody is asked about them */
export function requireQuestionnaire(cycle: AskingCycle, person: AppraisalPerson): Questionnaire {
  const found = questionnaireOf(cycle, person);
  if (!found) throw notFound('review');
  return found;
}
