import { strictObject } from 'valibot';
import type { ImprovementContract } from '#contracts/improvement';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { agreedBy } from '../domain/changes';
import { noPlan } from '../domain/refused';
import { planId } from '../inputs/plan';
import { changePlan } from '../services/change-plan';
import { tellOther } from '../services/tell';

/**
 * The person, or somebody above, agrees with what they saw; once both have, it is a plan. Idempotent.
 * @throws AppError NOT_FOUND, PLAN_REFUSED, VERSION_CONFLICT, BUSY
 */
export const agreePlan = employeeAction<ImprovementContract['agreePlan']>({
  input: strictObject({ id: planId, rev: revision }),
  allow: can('update', 'Plans'),
  async run({ input: { id, rev }, me, now }) {
    const { plan, ...known } = await changePlan({ id, rev }, { me, now }, (stored, { who }) => {
      if (!who.isSelf && !who.isManager) throw noPlan();
      return agreedBy(stored, who.isSelf ? 'person' : 'manager', now);
    });
    await tellOther('plan.agreed', plan, known, me, now);
    return { id, rev: plan.rev };
  },
});
