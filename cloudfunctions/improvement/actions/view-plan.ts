import { strictObject } from 'valibot';
import type { ImprovementContract } from '#contracts/improvement';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { planView } from '../domain/plan-view';
import { planId } from '../inputs/plan';
import { loadPlan } from '../services/load-plan';
import { loopOf } from '../services/loop-of';

/** A plan, and the way from the goal to the next one. @throws AppError NOT_FOUND */
export const viewPlan = employeeAction<ImprovementContract['plan']>({
  input: strictObject({ id: planId }),
  allow: can('read', 'Plans'),
  async run({ input: { id }, me, now }) {
    const { plan, who } = await loadPlan(id, me, dayOf(now), now);
    return { plan: planView(plan, who, dayOf(now)), loop: await loopOf(plan, me, dayOf(now), now) };
  },
});
