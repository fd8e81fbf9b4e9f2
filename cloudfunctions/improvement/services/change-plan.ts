import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { replacePlan } from '../data/plans';
import type { Plan } from '../domain/plan';
import { type Known, loadPlan } from './load-plan';

const TRIES = 3;

interface Asked {
  readonly id: string;
  /** The revision that the person saw, where it matters what they saw. */
  readonly rev?: number;
}

/**
 * Changes a plan as it is now; `change` decides again after a concurrent change, and returns the plan itself if there is
 * nothing to change.
 * @throws AppError NOT_FOUND, VERSION_CONFLICT if it has changed since, BUSY after three concurrent changes, and what `change` throws
 */
export async function changePlan(
  { id, rev }: Asked,
  { me, now }: { readonly me: Employee; readonly now: Instant },
  change: (plan: Plan, known: Known) => Plan | Promise<Plan>,
): Promise<Known & { readonly before: Plan; readonly plan: Plan }> {
  for (let left = TRIES; left > 0; left -= 1) {
    const { plan: before, ...known } = await loadPlan(id, me, dayOf(now), now);
    const plan = await change(before, known);
    if (plan === before) return { ...known, before, plan };
    if (rev !== undefined && before.rev !== rev)
      throw new AppError('VERSION_CONFLICT', { version: before.rev });
    if (await replacePlan(before, plan)) return { ...known, before, plan };
  }
  throw new AppError('BUSY', {});
}
